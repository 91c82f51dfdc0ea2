import { describe, expect, it } from 'vitest';
import { finestOf, matrixOf } from '../../src/review/model/matrix.js';
import { pathsOf, stretchesOf } from '../../src/review/model/paths.js';
import { placeOf, timelineOf } from '../../src/review/model/timeline.js';
import { deadline, documentOf, responsibility, section, target, unit } from './records.js';

describe('timeline of deadlines', () => {
  const deadlines = [
    deadline({ id: 'd1', start: '2021-01-01', end: '2025-12-31' }),
    deadline({ id: 'd2', end: '2023-06-30' }),
    deadline({ id: 'd3', start: '2022-09-01', end: null }),
    deadline({ id: 'd4', end: '--12-31', recurring: 'yearly' }),
    deadline({ id: 'd5', end: null }),
    deadline({ id: 'd6', end: null, recurring: 'quarterly' }),
    deadline({ id: 'd7', start: '2023-01-01', end: '2023-06-30' }),
    deadline({ id: 'd8', end: '2023-12-31' }),
  ];
  const timeline = timelineOf([{ index: 0, document: documentOf({ deadlines }) }]);
  const shape = timeline.years.map(({ year, count, quarters }) => [
    year,
    count,
    quarters.map(({ quarter, items }) => [quarter, items.map(({ id }) => id)]),
  ]);

  it('groups what is dated by the year and quarter of its end', () => {
    expect(shape).toEqual([
      [2022, 1, [[3, ['d3']]]],
      [
        2023,
        3,
        [
          [2, ['d2', 'd7']],
          [4, ['d8']],
        ],
      ],
      [2025, 1, [[4, ['d1']]]],
    ]);
    expect(timeline.range).toEqual({ from: 2021, to: 2025 });
  });

  it('keeps what recurs and what has no date apart, and loses nothing', () => {
    expect(timeline.recurring.map(({ id }) => id)).toEqual(['d6', 'd4']);
    expect(timeline.undated.map(({ id }) => id)).toEqual(['d5']);
    const dated = timeline.years.flatMap(({ quarters }) => quarters.flatMap(({ items }) => items));
    expect([...dated, ...timeline.recurring, ...timeline.undated].map(({ id }) => id).sort()).toEqual(
      deadlines.map(({ id }) => id),
    );
  });

  it('says where a day stands in its year', () => {
    expect(placeOf('2025-01-01', false)).toBe(2025);
    expect(placeOf('2025-12-31', true)).toBe(2026);
    expect(placeOf('2025-07-01', false)).toBeCloseTo(2025.5, 2);
    expect(placeOf('--12-31', true)).toBe(1);
  });

  it('has no range where nothing is dated', () => {
    expect(timelineOf([{ index: 0, document: documentOf() }]).range).toBeNull();
  });
});

describe('paths of indicators', () => {
  const paths = (...targets: Parameters<typeof target>[0][]) =>
    pathsOf([{ index: 0, document: documentOf({ targets: targets.map(target) }) }]);

  it('runs from the baseline over the targets, in the order of years', () => {
    const { paths: found, apart } = paths(
      { id: 't1', value: 95, year: 2027, unit: '%', comparator: 'ge' },
      { id: 't2', value: 93, year: 2025, unit: '%', baseline: { value: 90, year: 2020 } },
    );
    expect(apart).toEqual([]);
    expect(found).toHaveLength(1);
    expect(
      found[0]?.points.map(({ year, value, comparator, baseline }) => [year, value, comparator, baseline]),
    ).toEqual([
      [2020, 90, 'eq', true],
      [2025, 93, 'eq', false],
      [2027, 95, 'ge', false],
    ]);
  });

  it('brings values to the base unit where they are not printed alike', () => {
    const { paths: found } = paths(
      { id: 't1', value: 9000, unit: '人', valueBase: 9000, unitBase: '人', year: 2023 },
      { id: 't2', value: 1.2, unit: '万人', valueBase: 12000, unitBase: '人', year: 2025 },
    );
    expect(found.map(({ unit: printed, points }) => [printed, points.map(({ value }) => value)])).toEqual([
      ['人', [9000, 12000]],
    ]);
  });

  it('joins values that are said again, and marks years with two', () => {
    const { paths: found } = paths(
      { id: 't1', value: 90, year: 2023 },
      { id: 't2', value: 90, year: 2023 },
      { id: 't3', value: 94, year: 2025 },
      { id: 't4', value: 95, year: 2025 },
      { id: 't5', value: 96, year: 2027 },
      { id: 't6', value: 97, year: 2030 },
    );
    expect(found[0]?.points.map(({ ids }) => ids)).toEqual([['t1', 't2'], ['t3'], ['t4'], ['t5'], ['t6']]);
    expect(found[0]?.doubled).toEqual([2025]);
    expect(found[0] && stretchesOf(found[0]).map((points) => points.map(({ year }) => year))).toEqual([[2027, 2030]]);
  });

  it('leaves what is no level apart, each with its reason', () => {
    const { paths: found, apart } = paths(
      { id: 't1', change: 'increase' },
      { id: 't2', per: 'year', year: 2027 },
      { id: 't3', year: null },
      { id: 't4', year: 2025 },
      { id: 't5', unit: '平方米', year: 2027 },
      { id: 't6', class: 'output', year: 2027 },
      { id: 't7', class: 'norm', year: 2027 },
    );
    expect(found).toEqual([]);
    expect(apart.map(({ id, reason }) => [id, reason])).toEqual([
      ['t1', 'change'],
      ['t2', 'per'],
      ['t3', 'undated'],
      ['t4', 'single'],
      ['t5', 'single'],
      ['t6', 'output'],
      ['t7', 'norm'],
    ]);
  });

  it('knows years that are implied, and a start without a year', () => {
    const { paths: found } = paths({
      ...{ id: 't1', value: 24, year: null, horizon: { year: 2027, basis: 'document' } },
      baseline: { value: 6, year: null },
    });
    expect(found[0]?.points.map(({ year, stated }) => [year, stated])).toEqual([
      [null, true],
      [2027, false],
    ]);
  });

  it('puts the same indicator of several documents side by side, each on its own path', () => {
    const document = (indicator: string) =>
      documentOf({ targets: [target({ id: 't1', year: 2023, indicator }), target({ id: 't2', indicator })] });
    const one = document('书屋数');
    const both = documentOf({ targets: [...document('站点数').targets, ...one.targets] });
    const { paths: found } = pathsOf([
      { index: 0, document: one },
      { index: 1, document: both },
    ]);
    expect(found.map(({ index, indicator }) => [index, indicator])).toEqual([
      [0, '书屋数'],
      [1, '书屋数'],
      [1, '站点数'],
    ]);
  });
});

describe('matrix of units and tasks', () => {
  const office = (role: 'lead' | 'partner', name: string, level: 'county' | 'prefectural' | null = 'county') =>
    unit(role, name, { unitId: 'education', level });
  const sections = [
    section({ id: 's1' }),
    section({ id: 's2', parent: 's1', level: 2, marker: '(一)', title: '选点' }),
    section({ id: 's3', parent: 's1', level: 2, marker: '(二)', title: '建设' }),
  ];
  const responsibilities = [
    responsibility({ id: 'r1', section: 's2', units: [office('lead', '县教育局'), unit('partner', '县林业局')] }),
    responsibility({ id: 'r2', section: 's3', units: [unit('lead', '县林业局'), office('partner', '县教体局')] }),
    responsibility({ id: 'r3', section: 's3', units: [office('lead', '教育部门', null)] }),
    responsibility({ id: 'r4', section: null, units: [unit('implied', '各乡镇')] }),
  ];
  const documents = [{ index: 0, document: documentOf({ sections, responsibilities }) }];

  it('has one row for all names of an office, those that lead most first', () => {
    const { rows } = matrixOf(documents, 'subsection');
    expect(rows.map(({ name, variants, counts }) => [name, variants, counts])).toEqual([
      ['县教育局', ['县教体局', '教育部门'], { lead: 2, partner: 1, implied: 0 }],
      ['县林业局', [], { lead: 1, partner: 1, implied: 0 }],
      ['各乡镇', [], { lead: 0, partner: 0, implied: 1 }],
    ]);
  });

  it.each([
    ['document', ['1']],
    ['section', ['一', '']],
    ['subsection', ['(一)', '(二)', '']],
    ['statement', ['r1', 'r2', 'r3', 'r4']],
  ] as const)('has columns by %s, and every statement in them', (by, markers) => {
    const { columns, rows } = matrixOf(documents, by);
    expect(columns.map(({ marker }) => marker)).toEqual(markers);
    const ids = rows.flatMap(({ cells }) => [...cells.values()].flatMap((cell) => Object.values(cell.ids).flat()));
    expect([...new Set(ids)].sort()).toEqual(['r1', 'r2', 'r3', 'r4']);
  });

  it('keeps offices of other levels apart', () => {
    const city = responsibility({ id: 'r5', section: 's2', units: [office('lead', '市教育局', 'prefectural')] });
    const { rows } = matrixOf(
      [{ index: 0, document: documentOf({ sections, responsibilities: [...responsibilities, city] }) }],
      'section',
    );
    expect(rows.map(({ name }) => name)).toContain('市教育局');
    expect(rows.map(({ name }) => name)).toContain('教育部门');
  });

  it('takes the finest columns that fit', () => {
    expect(finestOf(documents, 3)).toBe('subsection');
    expect(finestOf(documents, 2)).toBe('section');
    expect(finestOf([...documents, ...documents], 9)).toBe('document');
  });
});
