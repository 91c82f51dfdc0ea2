import type { Column, FlatTable } from '../schema/columns.js';
import type { WriteOptions } from './writer.js';

export const FILE = 'datapackage.json';

/** What a file came to. */
export interface Measures {
  readonly bytes: number;
  readonly sha256: string;
}

function field({ name, zh, type }: Column, { key }: FlatTable, chinese: boolean) {
  const required = name === 'document' || key.includes(name);
  return {
    name: chinese ? zh : name,
    title: chinese ? name : zh,
    type,
    ...(required ? { constraints: { required: true } } : {}),
  };
}

function resource(table: FlatTable, { headers }: WriteOptions, measures: Measures | undefined) {
  const chinese = headers === 'zh';
  const shown = new Map(table.columns.map((column) => [column.name, chinese ? column.zh : column.name]));
  const key = table.key.map((name) => shown.get(name) ?? name);
  const document = shown.get('document') ?? 'document';
  return {
    name: table.name,
    title: table.zh,
    description: `One row is ${table.row}.`,
    profile: 'tabular-data-resource',
    path: `${table.name}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    ...(measures ? { bytes: measures.bytes, hash: `sha256:${measures.sha256}` } : {}),
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: table.columns.map((column) => field(column, table, chinese)),
      missingValues: [''],
      ...(key.length > 0 ? { primaryKey: key } : {}),
      ...(table.name === 'documents'
        ? {}
        : { foreignKeys: [{ fields: [document], reference: { resource: 'documents', fields: [document] } }] }),
    },
  };
}

/**
 * The Frictionless Data Package (version 1) that describes the CSV tables beside it.
 * @param measures of the files, in the order of the tables
 */
export function datapackage(
  tables: readonly FlatTable[],
  options: WriteOptions,
  measures: readonly Measures[] = [],
): string {
  const description = {
    profile: 'tabular-data-package',
    name: 'gongwen',
    title: 'Targets, deadlines and responsibilities out of government plans',
    resources: tables.map((table, i) => resource(table, options, measures[i])),
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}
