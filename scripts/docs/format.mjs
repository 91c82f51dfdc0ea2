import { flatTables } from '../../dist/schema/columns.js';
import { jsonSchema } from '../../dist/schema/json-schema.js';
import { code, generated, json, page, table } from './markdown.mjs';

/** The models in the order of the document, each with the list of the document that has an example of it. */
const MODELS = [
  ['document', null],
  ['source', (d) => d.source],
  ['encoding', (d) => d.source.encoding],
  ['meta', (d) => d.meta],
  ['part', (d) => d.parts[0]],
  ['section', (d) => d.sections.find(({ parent }) => parent !== null)],
  ['table', (d) => shortTable(d.tables[0])],
  ['tableColumn', null],
  ['target', (d) => d.targets.find(({ baseline, deadline }) => baseline && deadline)],
  ['deadline', (d) => d.deadlines.find(({ responsibilities }) => responsibilities.length > 0)],
  ['responsibility', (d) => d.responsibilities.find(({ partners }) => partners.length > 0)],
  ['unit', null],
  ['evidence', null],
  ['suspicion', null],
  ['conflict', (d) => d.conflicts[0]],
  ['cleaning', (d) => ({ removed: d.cleaning.removed.slice(0, 1), repaired: d.cleaning.repaired.slice(0, 1) })],
  ['diagnostic', (d) => d.diagnostics[0]],
];

/** Columns that are no field of a record under the same name. */
const COLUMNS = {
  document: 'The path of the file, as in `source.path`.',
  title: 'The title of the plan; in a file with several, of the one that the row stands in.',
  region: '`meta.region`.',
  section: 'The chain of the section that it stands in, such as 三/(一)/2; empty before the first heading.',
  item: 'The id of the point of a list that it stands in; empty outside.',
  sourceLine: 'The line in the decoded original; of a PDF the line on the page.',
  sourceColumn: 'The column there, 1-based; empty for PDF and Word.',
  sourcePage: 'The page of a PDF; else empty.',
  sourceParagraph: 'The paragraph of a Word file; else empty.',
  leads: 'Who leads, by the statements in `responsibilities`; a JSON array, empty where nobody does.',
  partners: 'Who takes part, by the same statements.',
  parts: 'How many documents the file holds.',
  sections: 'How many headings, annexes and boxes.',
  items: 'How many points of lists.',
  tables: 'How many tables.',
  targets: 'How many targets.',
  deadlines: 'How many deadlines.',
  responsibilities:
    'How many statements of responsibility; in targets and deadlines: the ids of those that it lies in the scope of, a JSON array.',
  conflicts: 'How many contradictions.',
  removed: 'How many pieces the cleaning removed.',
  repaired: 'How many it repaired.',
  diagnostics: 'How many findings.',
  heading: 'The title of the section.',
  lastLine: 'Its last line in the cleaned text.',
  table: 'The id of the table.',
  tableTitle: 'Its caption.',
  row: 'The row in the table, from 1, the head not counted.',
  indicator: 'The first cell of the row; in targets: what is measured, in the words of the plan.',
  cells: 'All cells, a JSON array.',
  header: 'The names of the columns, a JSON array.',
  quote: 'The sentence that states the record, or the whole row of a table: read this to judge it.',
  line: 'The line in the cleaned text, 1-based.',
  unit: 'In targets: the unit as printed; in responsibilities: the name of the office as printed.',
  role: '`lead`, `partner` or `implied`.',
};

/** Models whose fields have columns of their own. */
const OF_TABLE = {
  documents: ['meta', 'source', 'encoding'],
  sections: ['section'],
  targets: ['target'],
  deadlines: ['deadline'],
  responsibilities: ['responsibility', 'unit'],
  indicators: [],
  diagnostics: ['diagnostic'],
};

function shortTable(found) {
  return found && { ...found, rows: found.rows.slice(0, 2) };
}

const refOf = (schema) => schema.$ref?.split('/').at(-1);
const withoutNull = (schema) => {
  if (Array.isArray(schema.type) && schema.type.includes('null'))
    return [{ ...schema, type: schema.type.find((name) => name !== 'null') }, true];
  const others = schema.anyOf?.filter(({ type }) => type !== 'null') ?? [];
  if (!schema.anyOf || others.length === schema.anyOf.length) return [schema, false];
  return [others.length === 1 ? { ...others[0], description: schema.description } : { ...schema, anyOf: others }, true];
};

function typeOf(schema, defs) {
  const [own, nullable] = withoutNull(schema);
  return `${plainType(own, defs)}${nullable ? ' or null' : ''}`;
}

function plainType(schema, defs) {
  const ref = refOf(schema);
  if (ref !== undefined)
    return ref in defs && !MODELS.some(([name]) => name === ref)
      ? plainType(defs[ref], defs)
      : `[${ref}](#${ref.toLowerCase()})`;
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (schema.enum) return schema.enum.map(code).join(', ');
  if (schema.prefixItems) return `[${schema.prefixItems.map((item) => typeOf(item, defs)).join(', ')}]`;
  if (schema.anyOf) return 'one of these objects';
  if (schema.type === 'array') return `list of ${typeOf(schema.items, defs)}`;
  return schema.type ?? 'any';
}

/** `name, type, meaning` of every field of an object, those of objects inside as `period.from`. */
function fieldsOf(schema, defs, before = '') {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const [own] = withoutNull(field);
    const full = `${before}${name}`;
    const meaning =
      field.description ??
      own.description ??
      own.items?.description ??
      defs[refOf(own)]?.description ??
      defs[refOf(own.items ?? {})]?.description;
    if (meaning === undefined) throw new Error(`docs: the field ${full} has no description in src/schema/model.ts`);
    const optional = schema.required?.includes(name) === false ? ', may be missing' : '';
    const inner = own.anyOf ?? [own.type === 'array' ? own.items : own];
    const inside = inner.flatMap((part) => (part.properties ? fieldsOf(part, defs, `${full}.`) : []));
    const unique = inside.filter((row, i) => inside.findIndex((other) => `${other}` === `${row}`) === i);
    return [[full, `${typeOf(field, defs)}${optional}`, meaning], ...unique];
  });
}

function modelBlocks([name, exampleOf], schemas, fixtures) {
  const schema = schemas[name];
  const rows = fieldsOf(schema, schemas).map(([field, type, meaning]) => [code(field), type, meaning]);
  const found = exampleOf && firstOf(fixtures, exampleOf);
  return [
    `## ${name}`,
    schema.description,
    rows.length > 0 ? table(['Field', 'Type', 'Meaning'], rows) : plainType(schema, schemas),
    found && `From [${found.path}](../${found.path}):`,
    found && json(found.example),
  ];
}

/** The first fixture that has an example. */
function firstOf(fixtures, exampleOf) {
  for (const { document, path } of fixtures) {
    const example = document && exampleOf(document);
    if (example && (!example.removed || example.removed.length * example.repaired.length > 0)) return { example, path };
  }
  return undefined;
}

/** `baselineValue` of `baseline.value`. */
const flat = (path) => path.replace(/\.(\w)/g, (_, letter) => letter.toUpperCase());

function tableBlocks({ name, zh, row, key, columns }, schemas) {
  const fields = new Map();
  for (const model of OF_TABLE[name] ?? [])
    for (const [path, , meaning] of fieldsOf(schemas[model], schemas))
      for (const title of [flat(path), flat(`${model}.${path}`)]) if (!fields.has(title)) fields.set(title, meaning);
  const rows = columns.map(({ name: column, zh: chinese, type }) => {
    const own =
      COLUMNS[column] !== undefined &&
      (['targets', 'deadlines'].includes(name) ? !['unit', 'indicator'].includes(column) : true);
    const meaning = (own ? COLUMNS[column] : undefined) ?? fields.get(column);
    if (meaning === undefined) throw new Error(`docs: nothing says what the column ${name}.${column} means`);
    return [code(column), chinese, type, meaning];
  });
  return [
    `### ${name} (${zh})`,
    `A row is ${row}.${key.length > 0 ? ` Its key: ${key.map(code).join(', ')}.` : ''}`,
    table(['Column', '`--headers zh`', 'Type', 'Meaning'], rows),
  ];
}

export function formatPage(fixtures) {
  const whole = jsonSchema('document');
  const { $defs, ...document } = whole;
  const schemas = { ...$defs, document };
  return page([
    '# Format',
    generated('the models in src/schema and the fixtures'),
    'What stands in the JSON of a document, field by field, and in the tables that are made of it (CSV, Excel, SQLite, Parquet). The same as JSON Schema: `gongwen schema NAME`, or [schemas/](../schemas). Within a major version fields may be added, none is renamed or dropped.',
    'Offsets (`start`, `end`) count UTF-16 units from 0, ends are exclusive; `text.slice(start, end)` in JavaScript. Lines, columns, pages and paragraphs count from 1. “The cleaned text” is what `gongwen clean` prints for the same file. `null` means that the plan does not say, never that it was forgotten. Examples are of invented plans.',
    ...MODELS.flatMap((model) => modelBlocks(model, schemas, fixtures)),
    '## Tables',
    'Every table begins with `document`, `title`, `region` and `section`. CSV files are UTF-8 with a byte order mark and CRLF; an empty cell is null; a list is a JSON array in its cell; a cell that a spreadsheet would run as a formula begins with an apostrophe. `datapackage.json` beside them says the same to programs (Frictionless Table Schema).',
    ...flatTables.flatMap((flatTable) => tableBlocks(flatTable, schemas)),
  ]);
}
