import type { FlatTable } from '../schema/columns.js';
import type { WriteOptions } from './writer.js';

export const FILE = 'datapackage.json';

function resource(table: FlatTable, { headers }: WriteOptions) {
  const zh = headers === 'zh';
  const shown = new Map(table.columns.map((column) => [column.name, zh ? column.zh : column.name]));
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
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: table.columns.map((column) => ({
        name: zh ? column.zh : column.name,
        title: zh ? column.name : column.zh,
        type: column.type,
      })),
      missingValues: [''],
      ...(key.length > 0 ? { primaryKey: key } : {}),
      ...(table.name === 'documents'
        ? {}
        : { foreignKeys: [{ fields: [document], reference: { resource: 'documents', fields: [document] } }] }),
    },
  };
}

/** The Frictionless Data Package (version 1) that describes the CSV tables beside it. */
export function datapackage(tables: readonly FlatTable[], options: WriteOptions): string {
  const description = {
    profile: 'tabular-data-package',
    name: 'gongwen',
    title: 'Targets, deadlines and responsibilities out of government plans',
    resources: tables.map((table) => resource(table, options)),
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}
