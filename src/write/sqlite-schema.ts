import type { Column, FieldType, FlatTable } from '../schema/columns.js';

const TYPES: { readonly [T in FieldType]: string } = {
  string: 'TEXT',
  date: 'TEXT',
  array: 'TEXT',
  integer: 'INTEGER',
  year: 'INTEGER',
  boolean: 'INTEGER',
  number: 'REAL',
};

/** What people select and join by, besides the keys. */
const INDEXED: { readonly [table: string]: readonly string[] } = {
  documents: ['region'],
  sections: ['document, parent'],
  targets: ['document, section', 'indicatorId', 'indicator', 'year', 'horizonYear', 'region', 'document, deadline'],
  deadlines: ['document, section', 'end', 'region'],
  responsibilities: ['document, id', 'document, section', 'unitId', 'unit', 'region'],
  indicators: ['document, section', 'indicator'],
  diagnostics: ['document', 'code'],
};

const quoted = (name: string): string => `"${name}"`;
const listed = (names: readonly string[]): string => names.map(quoted).join(', ');
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function columnSql({ name, type }: Column, { key }: FlatTable): string {
  const required = name === 'document' || key.includes(name);
  const yesOrNo = type === 'boolean' ? ` CHECK (${quoted(name)} IN (0, 1))` : '';
  return `${quoted(name)} ${TYPES[type]}${required ? ' NOT NULL' : ''}${yesOrNo}`;
}

function tableSql(table: FlatTable): string {
  const { name, columns, key } = table;
  const lines = columns.map((column) => columnSql(column, table));
  if (key.length > 0) lines.push(`PRIMARY KEY (${listed(key)})`);
  if (name !== 'documents') lines.push('FOREIGN KEY ("document") REFERENCES "documents" ("document")');
  return `CREATE TABLE ${quoted(name)} (\n  ${lines.join(',\n  ')}\n);`;
}

/** Tables that say what the others hold. */
function descriptionSql(tables: readonly FlatTable[]): string {
  const about = tables.map(({ name, zh, row }) => [name, zh, `One row is ${row}.`].map(literal).join(', '));
  about.push(
    ['target_leads', '目标牵头单位', 'A view. One row is one target with one unit that leads it.']
      .map(literal)
      .join(', '),
  );
  const columns = tables.flatMap((table) =>
    table.columns.map(({ name, zh, type }, i) => `${[table.name, name, zh, type].map(literal).join(', ')}, ${i + 1}`),
  );
  return [
    'CREATE TABLE "table_descriptions" ("table" TEXT PRIMARY KEY NOT NULL, "titleZh" TEXT, "description" TEXT);',
    `INSERT INTO "table_descriptions" VALUES (${about.join('), (')});`,
    'CREATE TABLE "column_descriptions" ("table" TEXT NOT NULL, "column" TEXT NOT NULL, "titleZh" TEXT, "type" TEXT, "position" INTEGER, PRIMARY KEY ("table", "column"));',
    `INSERT INTO "column_descriptions" VALUES (${columns.join('), (')});`,
  ].join('\n');
}

/**
 * A unit that leads a target by several statements has one row, that of the narrowest: the order of a target's
 * statements says so.
 */
const TARGET_LEADS = `CREATE VIEW "target_leads" AS
SELECT "document", "title", "region", "target", "indicator", "indicatorId", "comparator", "value", "valueMax", "unit",
  "year", "horizonYear", "deadlineEnd", "lead", "leadFullName", "leadId", "responsibility", "quote", "line"
FROM (
  SELECT t."document", t."title", t."region", t."id" AS "target", t."indicator", t."indicatorId", t."comparator",
    t."value", t."valueMax", t."unit", t."year", t."horizonYear", d."end" AS "deadlineEnd", r."unit" AS "lead",
    r."fullName" AS "leadFullName", r."unitId" AS "leadId", r."id" AS "responsibility", t."quote", t."line",
    row_number() OVER (PARTITION BY t."document", t."id", r."unit" ORDER BY j."key", r."rowid") AS "nth"
  FROM "targets" t
  JOIN json_each(t."responsibilities") j
  JOIN "responsibilities" r ON r."document" = t."document" AND r."id" = j."value" AND r."role" = 'lead'
  LEFT JOIN "deadlines" d ON d."document" = t."document" AND d."id" = t."deadline"
)
WHERE "nth" = 1;`;

/** Tables and what describes them; before the rows. */
export function schemaSql(tables: readonly FlatTable[]): string {
  return [...tables.map(tableSql), descriptionSql(tables)].join('\n');
}

/** Indexes and the view; behind the rows, for an index is made faster in one go. */
export function indexSql(tables: readonly FlatTable[]): string {
  const indexes = tables.flatMap(({ name }) =>
    (INDEXED[name] ?? []).map((list) => {
      const columns = list.split(', ');
      return `CREATE INDEX ${quoted(`${name}_${columns.join('_')}`)} ON ${quoted(name)} (${listed(columns)});`;
    }),
  );
  return [...indexes, TARGET_LEADS].join('\n');
}

export function insertSql({ name, columns }: FlatTable): string {
  return `INSERT INTO ${quoted(name)} VALUES (${columns.map(() => '?').join(', ')})`;
}
