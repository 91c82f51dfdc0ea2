import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Cell, type FieldType, flatTables } from '../../src/schema/columns.js';
import { doersIn } from '../../src/schema/duties.js';
import * as model from '../../src/schema/model.js';
import { sampleDocument } from '../setup/sample.js';

const table = (name: string) => {
  const found = flatTables.find((t) => t.name === name);
  if (!found) throw new Error(`no table ${name}`);
  return found;
};

const record = (name: string, row = 0): Record<string, Cell> => {
  const { columns, rows } = table(name);
  return Object.fromEntries(columns.map((column, i) => [column.name, rows(sampleDocument())[row]?.[i] ?? null]));
};

/** Names that the fields of a model have when they are flat: `baseline.value` is baselineValue. */
function flatNames(schema: z.ZodType, prefix = ''): string[] {
  const inner = schema instanceof z.ZodNullable ? (schema.unwrap() as z.ZodType) : schema;
  if (!(inner instanceof z.ZodObject)) return [prefix];
  return Object.entries(inner.shape).flatMap(([name, part]) =>
    flatNames(part as z.ZodType, prefix === '' ? name : prefix + name[0]?.toUpperCase() + name.slice(1)),
  );
}

const fits: { [T in FieldType]: (cell: Cell) => boolean } = {
  string: (cell) => typeof cell === 'string',
  integer: Number.isInteger,
  number: Number.isFinite,
  year: Number.isInteger,
  date: (cell) => /^\d{4}-\d{2}-\d{2}$/.test(String(cell)),
  array: Array.isArray,
  boolean: (cell) => typeof cell === 'boolean',
};

describe('flat tables', () => {
  it('are those of the contract', () => {
    expect(flatTables.map((t) => t.name)).toEqual([
      'documents',
      'sections',
      'targets',
      'deadlines',
      'responsibilities',
      'indicators',
      'diagnostics',
    ]);
  });

  it.each(flatTables.map((t) => [t.name, t] as const))('%s opens with the four common columns', (_, { columns }) => {
    expect(columns.slice(0, 4).map((c) => c.name)).toEqual(['document', 'title', 'region', 'section']);
  });

  it.each(['targets', 'deadlines', 'responsibilities', 'indicators'])('%s closes with quote and line', (name) => {
    expect(
      table(name)
        .columns.slice(-2)
        .map((c) => c.name),
    ).toEqual(['quote', 'line']);
  });

  it.each(flatTables.map((t) => [t.name, t] as const))('%s has no name twice, in either language', (_, { columns }) => {
    expect(new Set(columns.map((c) => c.name)).size).toBe(columns.length);
    expect(new Set(columns.map((c) => c.zh)).size).toBe(columns.length);
  });

  it.each(flatTables.map((t) => [t.name, t] as const))('%s gives cells of the type that it declares', (_, t) => {
    const rows = t.rows(sampleDocument());
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.length).toBe(t.columns.length);
      row.forEach((cell, i) => {
        const type = t.columns[i]?.type ?? 'string';
        expect(cell === null || fits[type](cell), `${t.columns[i]?.name}: ${cell}`).toBe(true);
      });
    }
  });

  // Fields that stand under another name, or in a table of their own.
  const elsewhere = [
    'evidenceQuote',
    'evidenceStart',
    'evidenceEnd',
    'evidenceLine',
    'evidenceSource',
    'units',
    'implied',
  ];

  it.each([
    ['targets', model.target],
    ['deadlines', model.deadline],
    ['responsibilities', model.responsibility],
    ['diagnostics', model.diagnostic],
    ['documents', model.meta],
  ] as const)('%s holds every field of its model', (name, schema) => {
    const names = table(name).columns.map((c) => c.name);
    // A statement has a row for each unit of these lists.
    const lists = name === 'responsibilities' ? ['leads', 'partners'] : [];
    const wanted = flatNames(schema).filter((field) => ![...elsewhere, ...lists].includes(field));
    expect(wanted.filter((field) => !names.includes(field))).toEqual([]);
  });

  it('flattens a target', () => {
    expect(record('targets')).toMatchObject({
      document: 'plans/a.html',
      region: '云岭县',
      section: '一',
      value: 95,
      baselineValue: 93.2,
      baselineYear: 2020,
      horizonBasis: 'sentence',
      sourceColumn: 1,
      quote: '到2025年,毛入园率达到95%',
      line: 3,
    });
  });

  it('gives one row a unit and role', () => {
    const rows = table('responsibilities').rows(sampleDocument());
    const at = (name: string) => table('responsibilities').columns.findIndex((c) => c.name === name);
    expect(rows.map((row) => [row[at('unit')], row[at('role')]])).toEqual([
      ['县教育局', 'lead'],
      ['县财政局', 'partner'],
      ['县民政局', 'partner'],
    ]);
  });

  it('says of every unit what is known of it, and of its statement why it is read so', () => {
    const document = sampleDocument();
    const [statement] = document.responsibilities;
    if (!statement) throw new Error('no statement');
    statement.open = true;
    statement.implied = ['各乡镇人民政府'];
    statement.units.push({
      ...{ name: '各乡镇人民政府', role: 'implied', fullName: '云岭县各乡镇人民政府' },
      ...{ unitId: null, level: 'township', place: null, kind: 'government' },
    });
    statement.convention = { quote: '列第一位的为牵头单位', line: 1 };
    const { columns, rows } = table('responsibilities');
    const cells = rows(document).map((row) => Object.fromEntries(columns.map(({ name }, i) => [name, row[i]])));
    expect(cells).toHaveLength(4);
    expect(cells[1]).toMatchObject({
      ...{ id: 'r1', unit: '县财政局', role: 'partner', fullName: '县财政局', unitId: 'finance', level: 'county' },
      ...{ place: null, kind: 'department', open: true, conventionQuote: '列第一位的为牵头单位', conventionLine: 1 },
    });
    expect(cells[3]).toMatchObject({
      ...{
        unit: '各乡镇人民政府',
        role: 'implied',
        fullName: '云岭县各乡镇人民政府',
        unitId: null,
        kind: 'government',
      },
    });
  });

  it('says beside targets and deadlines who does them', () => {
    const doers = { leads: ['县教育局'], partners: ['县财政局', '县民政局'], responsibilities: ['r1'] };
    expect(record('targets')).toMatchObject(doers);
    expect(record('deadlines')).toMatchObject(doers);
    const document = sampleDocument();
    for (const target of document.targets) target.responsibilities = [];
    const { columns, rows } = table('targets');
    const [row = []] = rows(document);
    expect(columns.flatMap(({ name }, i) => (name in doers ? [row[i]] : []))).toEqual([null, null, null]);
  });

  it('joins who does a target by several statements, the narrowest first, leads never as partners', () => {
    const document = sampleDocument();
    const [statement] = document.responsibilities;
    if (!statement) throw new Error('no statement');
    document.responsibilities.push({ ...statement, id: 'r2', leads: ['县民政局'], partners: ['县教育局', '县妇联'] });
    const doersOf = doersIn(document);
    expect(doersOf({ responsibilities: ['r2', 'r1'] })).toEqual({
      leads: ['县民政局', '县教育局'],
      partners: ['县妇联', '县财政局'],
    });
    expect(doersOf({ responsibilities: [] })).toEqual({ leads: [], partners: [] });
  });

  it('keeps a responsibility that names no unit', () => {
    const document = sampleDocument();
    document.responsibilities[0] = { ...document.responsibilities[0], leads: [], partners: [], units: [] } as never;
    expect(table('responsibilities').rows(document)).toHaveLength(1);
  });

  it('places a diagnostic in the section that holds its line', () => {
    expect(record('diagnostics', 0).section).toBe('一');
    expect(record('diagnostics', 1).section).toBeNull();
  });

  describe('of a document with items', () => {
    const document = sampleDocument();
    const [section] = document.sections;
    if (!section) throw new Error('no section');
    const more = { ...section, start: 12, end: 30, lines: [3, 3] as [number, number] };
    document.sections.push({
      ...more,
      id: 's2',
      parent: 's1',
      kind: 'item',
      marker: '一是',
      chain: '一/一是',
      level: 2,
    });
    document.sections.push({
      ...more,
      id: 's3',
      parent: 's1',
      kind: 'box',
      marker: '专栏1',
      chain: '一/专栏1',
      level: 2,
    });
    const rowOf = (name: string, row: number) => {
      const { columns, rows } = table(name);
      return Object.fromEntries(columns.map((column, i) => [column.name, rows(document)[row]?.[i]]));
    };

    it('counts headings, items and parts apart', () => {
      expect(rowOf('documents', 0)).toMatchObject({ parts: 1, sections: 2, items: 1 });
    });

    it('gives every section its part and place', () => {
      expect(rowOf('sections', 1)).toMatchObject({
        ...{ id: 's2', kind: 'item', section: '一/一是', part: 'p1', start: 12, end: 30, line: 3, lastLine: 3 },
      });
    });

    it('places no diagnostic in an item', () => {
      document.diagnostics[0] = { code: 'x', severity: 'info', message: 'x', line: 3 };
      expect(rowOf('diagnostics', 0).section).toBe('一/专栏1');
      document.sections.pop();
      expect(rowOf('diagnostics', 0).section).toBe('一');
    });
  });
});
