import { describe, expect, it } from 'vitest';
import { type CheckedFixture, checkFindings, narrowed } from '../../src/report/check-findings.js';
import { compare, compareText } from '../../src/report/differences.js';
import {
  type Expectation,
  expectationOf,
  FIELDS,
  type Fields,
  type Found,
  META,
  placesOf,
} from '../../src/report/expectation.js';
import { expectationText, parseExpectation } from '../../src/report/expectation-file.js';
import { type Gap, gapsOf, type Settled, settle, updatedExpectation, updatedText } from '../../src/report/gaps.js';
import { jsonLines } from '../../src/report/json-lines.js';
import { diffLines } from '../../src/report/line-diff.js';
import { pairRecords, textSimilarity } from '../../src/report/pairing.js';
import { expectedRecords } from '../../src/schema/expectation.js';
import { expectationShape } from '../../src/schema/expectation-shape.js';
import { sampleDocument } from '../setup/sample.js';

const target = (indicator: string, value: number, more: Fields = {}): Fields => ({
  section: '一',
  class: 'outcome',
  indicator,
  comparator: 'eq',
  value,
  valueMax: null,
  unit: '%',
  change: null,
  per: null,
  year: 2025,
  baseline: null,
  binding: null,
  quote: `到2025年,${indicator}达到${value}%`,
  ...more,
});

const targets = (...records: Fields[]): Found => ({ targets: records });
/** What is told of a fixture in `f`. */
const told = (settled: Partial<Settled>, more: Partial<CheckedFixture> = {}) =>
  checkFindings({
    ...{ path: 'f', source: 'f/source.txt', places: {}, text: null, lineOf: () => undefined, refusal: null },
    settled: { open: [], known: [], stale: [], ...settled },
    ...more,
  });
const short = (expected: Expectation, found: Found) =>
  compare(expected, found).differences.map(({ kind, change, quote, fields }) =>
    [kind, change, quote, ...fields.map((f) => f.name)].join(' '),
  );

describe('expectationOf', () => {
  it('is the document without ids and offsets, in a fixed order', () => {
    const expectation = expectationOf(sampleDocument());
    expect(Object.keys(expectation)).toEqual([
      'meta',
      'parts',
      'sections',
      'tables',
      'targets',
      'deadlines',
      'responsibilities',
    ]);
    expect(Object.keys(expectation.targets[0] ?? {})).toEqual([
      'section',
      'class',
      'indicator',
      'comparator',
      'value',
      'valueMax',
      'unit',
      'change',
      'per',
      'year',
      'baseline',
      'binding',
      'ledBy',
      'quote',
    ]);
    expect(expectation.targets[0]?.ledBy).toEqual(['县教育局']);
    expect(Object.keys(expectation.responsibilities[0] ?? {})).toEqual([
      ...['section', 'style', 'leads', 'partners', 'duty', 'quote'],
    ]);
    expect(expectation.deadlines[0]).toEqual({
      section: '一',
      text: '到2025年',
      start: null,
      end: '2025-12-31',
      recurring: null,
      task: '毛入园率',
      ledBy: ['县教育局'],
      quote: '到2025年,毛入园率达到95%',
    });
    expect(expectation.tables[0]?.section).toBe('一');
  });

  it('tells of a statement what few have, where it has it', () => {
    const document = sampleDocument();
    const [statement] = document.responsibilities;
    const unit = statement?.units[1];
    if (!statement || !unit) throw new Error('no statement');
    statement.open = true;
    statement.implied = ['各乡镇人民政府'];
    statement.convention = { quote: '列第一位的为牵头单位', line: 1 };
    unit.fullName = '云岭县财政局';
    const [found] = expectationOf(document).responsibilities;
    expect(found).toMatchObject({
      ...{ open: true, implied: ['各乡镇人民政府'], convention: '列第一位的为牵头单位' },
      fullNames: { 县财政局: '云岭县财政局' },
    });
  });

  it('comes back from its text, which has one record a line', () => {
    const expectation = expectationOf(sampleDocument());
    const text = expectationText(expectation);
    expect(parseExpectation(text)).toEqual(expectation);
    expect(text.split('\n').filter((line) => line.includes('"indicator"'))).toHaveLength(1);
  });
});

describe('parseExpectation', () => {
  it.each([
    ['[]', /must be an object/],
    ['{"target": []}', /"target" is not compared/],
    ['{"targets": {}}', /"targets" must be a list/],
    ['{"targets": [{"valeu": 1}]}', /targets\[0\] has a field "valeu"/],
    ['{"meta": {"titel": "x"}}', /meta has a field "titel"/],
    ['{', /it is no JSON/],
    ['{"targets": [{"comparator": "over"}]}', /targets\[0\]\.comparator "over" is not one of eq, ge/],
    ['{"deadlines": [{"text": 2025}]}', /deadlines\[0\]\.text is not of type string/],
    ['{"contains": []}', /"contains" must be an object of lists/],
    ['{"contains": {"target": []}}', /"contains\.target" is not compared; the kinds are parts/],
    ['{"contains": {"targets": [{"valeu": 1}]}}', /contains\.targets\[0\] has a field "valeu"/],
    ['{"contains": {"targets": [{}]}}', /contains\.targets\[0\] names no field/],
    ['{"excludes": {"targets": []}}', /"excludes\.targets" names no record/],
    ['{"targets": [], "excludes": {"targets": [{"value": 1}]}}', /"excludes\.targets" stands beside "targets"/],
    ['{"failure": "input/empty", "targets": []}', /"failure" stands alone/],
  ])('refuses %s', (text, message) => {
    expect(() => parseExpectation(text)).toThrow(message);
  });
});

describe('compare', () => {
  it('finds nothing where all is as expected, whatever the order', () => {
    const [a, b] = [target('毛入园率', 95), target('普惠率', 85)];
    expect(short(targets(a, b), targets(b, a))).toEqual([]);
  });

  it('names the fields that changed', () => {
    expect(
      short(targets(target('毛入园率', 95)), targets(target('毛入园率', 95, { year: null, comparator: 'ge' }))),
    ).toEqual(['targets changed 到2025年,毛入园率达到95% comparator year']);
  });

  it('tells a missing and an extra record apart from a changed one', () => {
    const found = target('新建幼儿园', 6, {
      class: 'output',
      unit: '所',
      year: null,
      section: '二',
      quote: '新建幼儿园6所',
    });
    expect(short(targets(target('毛入园率', 95)), targets(found))).toEqual([
      'targets missing 到2025年,毛入园率达到95%',
      'targets extra 新建幼儿园6所',
    ]);
  });

  it('pairs one to one: a second equal record is missing', () => {
    const a = target('毛入园率', 95);
    expect(short(targets(a, a), targets(a))).toEqual(['targets missing 到2025年,毛入园率达到95%']);
    expect(short(targets(a), targets(a, a))).toEqual(['targets extra 到2025年,毛入园率达到95%']);
  });

  it('pairs values of one list with their own years', () => {
    const quote = '到2023年、2025年分别达到93%、95%';
    const pair = [target('毛入园率', 93, { year: 2023, quote }), target('毛入园率', 95, { year: 2025, quote })];
    const found = [target('毛入园率', 95, { year: 2025, quote }), target('毛入园率', 93, { year: 2025, quote })];
    expect(short({ targets: pair }, { targets: found })).toEqual([`targets changed ${quote} year`]);
  });

  it('compares only keys and fields that are expected', () => {
    const found = { ...targets(target('毛入园率', 95)), deadlines: [{ text: '到2025年' }], meta: { title: 'x' } };
    expect(short({}, found)).toEqual([]);
    expect(short({ targets: [{ indicator: '毛入园率', value: 95 }] }, found)).toEqual([]);
    expect(short({ targets: [] }, found)).toEqual(['targets extra 到2025年,毛入园率达到95%']);
  });

  it('tells another lead of a target, where the lead is expected', () => {
    const led = (...ledBy: string[]) => targets(target('毛入园率', 95, { ledBy }));
    expect(short(led('县教育局'), led('县财政局'))).toEqual(['targets changed 到2025年,毛入园率达到95% ledBy']);
    expect(short(led(), led('县财政局'))).toEqual(['targets changed 到2025年,毛入园率达到95% ledBy']);
    expect(short(targets(target('毛入园率', 95)), led('县财政局'))).toEqual([]);
  });

  it('compares facts of the document one by one', () => {
    const expected = { meta: { title: 'a', period: { from: 2021, to: 2025 } } };
    expect(short(expected, { meta: { title: 'b', period: { to: 2025, from: 2021 } } })).toEqual([
      'meta changed title title',
    ]);
  });

  it('expects failures too, and says nothing of records then', () => {
    expect(short({ failure: 'input/binary' }, { failure: 'input/binary' })).toEqual([]);
    expect(short({ failure: 'input/binary' }, targets())).toEqual(['failure changed  failure']);
    expect(short(targets(target('毛入园率', 95)), { failure: 'input/empty' })).toEqual(['failure changed  failure']);
  });
});

describe('pairRecords', () => {
  it('is quick where hundreds of records differ', () => {
    const many = (shift: number) => Array.from({ length: 400 }, (_, i) => target(`指标${i}`, i + shift));
    const start = performance.now();
    expect(pairRecords(many(0), many(1)).size).toBe(400);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('is quick where thousands differ, in every way at once', () => {
    const many = (shift: number) =>
      Array.from({ length: 5000 }, (_, i) =>
        target(`指标${i % 1700}`, i + shift, { quote: `到2025年,第${i}项达到${i + shift}%` }),
      );
    const start = performance.now();
    expect(pairRecords(many(0), many(1).slice(3)).size).toBeGreaterThan(4900);
    const same = Array.from({ length: 5000 }, () => target('毛入园率', 95));
    expect(pairRecords(same, same).size).toBe(5000);
    const strangers = Array.from({ length: 5000 }, (_, i) => ({ quote: String.fromCodePoint(0x4e00 + i).repeat(5) }));
    expect(pairRecords(strangers, many(0)).size).toBe(0);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('textSimilarity', () => {
  it.each([
    ['入园率', '入园率', 1],
    ['入园率', '', 0],
    ['入园率', '覆盖面', 0],
    ['毛入园率', '入园率', 0.8],
  ])('of %s and %s is %d', (a, b, share) => {
    expect(textSimilarity(a, b)).toBeCloseTo(share);
  });
});

describe('diffLines', () => {
  const apply = (text: string, changes: ReturnType<typeof diffLines>, drop: string) =>
    changes.flatMap((c) => (c.change === drop ? [] : [`${c.text}\n`])).join('') === text;

  it.each([
    ['', ''],
    ['', 'a\n'],
    ['a\n', ''],
    ['a\nb\nc\n', 'a\nc\n'],
    ['a\nb\n', 'b\na\n'],
    ['a\na\nb\na\n', 'a\nb\na\na\n'],
    ['1\n2\n3\n4\n5\n', '1\nx\n3\ny\nz\n5\n'],
  ])('leads from %j to %j', (a, b) => {
    const changes = diffLines(a, b);
    expect(apply(a, changes, 'extra')).toBe(true);
    expect(apply(b, changes, 'missing')).toBe(true);
  });

  it('finds the smallest change', () => {
    const changes = diffLines('a\nb\nc\nd\n', 'a\nc\nx\nd\n').filter((c) => c.change !== 'same');
    expect(changes).toEqual([
      { change: 'missing', text: 'b', line: 2 },
      { change: 'extra', text: 'x', line: 3 },
    ]);
  });
});

describe('gaps', () => {
  const gap = (change: string, quote: string): Gap => ({ kind: 'targets', change, quote, why: '还没做' });
  const expected = targets(target('毛入园率', 95), target('普惠率', 85), target('巩固率', 98));
  const found = targets(target('毛入园率', 96), target('巩固率', 98));
  const { differences, pairs } = compare(expected, found);

  it('accept one difference each', () => {
    const settled = settle(differences, [gap('missing', '普惠率'), gap('changed', '毛入园率')]);
    expect(settled).toMatchObject({ open: [], stale: [] });
    expect(settled.known).toHaveLength(2);
    const twice = compare(targets(target('普惠率', 85), target('普惠率', 85)), targets()).differences;
    expect(settle(twice, [gap('missing', '普惠率')]).open).toHaveLength(1);
  });

  it('are stale where they do not occur any more', () => {
    const settled = settle([], [gap('missing', '普惠率')]);
    expect(settled.stale).toHaveLength(1);
    expect(told(settled)).toMatchObject([
      { rule: 'check/stale-gap', level: 'error', file: 'f/case.json', message: expect.stringContaining('“普惠率”') },
    ]);
  });

  it('keep what is right in an update', () => {
    const known = settle(differences, [gap('missing', '普惠率')]).known.map((k) => k.difference);
    const updated = updatedExpectation(expected, found, pairs, { known, open: [] });
    expect(updated.targets?.map((t) => [t.indicator, t.value])).toEqual([
      ['毛入园率', 96],
      ['普惠率', 85],
      ['巩固率', 98],
    ]);
  });

  it('leave accepted extras out of an update, and keep accepted changes as expected', () => {
    const more = targets(target('毛入园率', 96), target('普惠率', 85), target('巩固率', 98), target('另一项指标', 1));
    const compared = compare(expected, more);
    const gaps = [gap('extra', '另一项指标'), gap('changed', '毛入园率')];
    const known = settle(compared.differences, gaps).known.map((k) => k.difference);
    expect(updatedExpectation(expected, more, compared.pairs, { known, open: [] })).toEqual(expected);
  });

  it('add no keys and no fields in an update', () => {
    const few: Expectation = { targets: [{ indicator: '毛入园率', value: 95 }] };
    const full = { ...found, deadlines: [] };
    expect(updatedExpectation(few, full, compare(few, full).pairs, { known: [], open: [] })).toEqual({
      targets: [
        { indicator: '毛入园率', value: 96 },
        { indicator: '巩固率', value: 98 },
      ],
    });
  });

  it('add what few records have, where records are expected with all the others', () => {
    const document = sampleDocument();
    const whole = expectationOf(document);
    for (const statement of document.responsibilities) statement.open = true;
    const now = expectationOf(document);
    expect(now.responsibilities).toMatchObject([{ open: true }]);
    expect(updatedExpectation(whole, now, compare(whole, now).pairs, { known: [], open: [] }).responsibilities).toEqual(
      now.responsibilities,
    );
    const few: Expectation = { responsibilities: [{ leads: ['县教育局'] }] };
    expect(updatedExpectation(few, now, compare(few, now).pairs, { known: [], open: [] })).toEqual(few);
  });

  it('hold for lines of clean.txt too', () => {
    const { differences: changed, lines } = compareText('a\nright\nc\n', 'a\nwrong\nc\nnew\n');
    const gaps = ['missing', 'extra'].map((change) => ({
      ...gap(change, change === 'missing' ? 'right' : 'wrong'),
      kind: 'clean',
    }));
    const { known, open } = settle(changed, gaps);
    expect(open.map((d) => d.quote)).toEqual(['new']);
    expect(
      updatedText(
        lines,
        known.map((k) => k.difference),
      ),
    ).toBe('a\nright\nc\nnew\n');
  });

  it.each([[[{ kind: 'targets' }]], [{}], [[{ ...gap('missing', 'x'), why: '' }]]])('are refused as %j', (value) => {
    expect(() => gapsOf(value)).toThrow(/gap/);
  });
});

describe('checkFindings', () => {
  const one = target('毛入园率', 95);

  it('shows expected -> found for each field, with the sentence and both places', () => {
    const { differences } = compare(targets(one), targets({ ...one, year: null }));
    const source = { line: 12, column: 3, start: 0, end: 9 };
    const places = { targets: [{ id: 't1', line: 7, source }] };
    expect(told({ open: differences }, { places, lineOf: (path) => (path === 'targets[0]' ? 5 : undefined) })).toEqual([
      {
        ...{ rule: 'check/changed', level: 'error', file: 'f/expected.json', line: 5, place: 'targets[0]' },
        message: 'targets changed in year: [一] 毛入园率 eq 95% 2025',
        details: [
          'year: 2025 -> null',
          'sentence: “到2025年,毛入园率达到95%” (line 12, column 3; line 7 of the cleaned text)',
        ],
      },
    ]);
  });

  it('says where an extra record stands in the source, and its id', () => {
    const { differences } = compare({ targets: [] }, targets(one));
    const source = { line: 12, column: 3, start: 0, end: 9 };
    const at = { rule: 'check/extra', file: 'f/source.txt', line: 12, column: 3, place: 't1' };
    expect(told({ open: differences }, { places: { targets: [{ id: 't1', line: 7, source }] } })).toMatchObject([at]);
    const paged = told(
      { open: differences },
      { places: { targets: [{ id: 't1', line: 7, source: { page: 2, line: 4 } }] } },
    );
    expect(paged[0]?.line).toBeUndefined();
    expect(paged[0]?.details?.[0]).toMatch(/\(page 2, line 4; line 7 of the cleaned text\)$/);
  });

  it.each([
    ['第一行\n第二行:到2025年,毛入园率达到95%。\n', 'line 2 of the cleaned text'],
    ['别的话\n', 'it does not stand like this in the cleaned text'],
  ])('says of a missing record whether its sentence stands in %j', (text, place) => {
    const { differences } = compare(targets(one), targets());
    expect(told({ open: differences }, { text })).toMatchObject([
      { rule: 'check/missing', details: [`sentence: “到2025年,毛入园率达到95%” (${place})`] },
    ]);
  });

  it('shows changed lines of clean.txt where they change', () => {
    const long = '坚持统筹规划、分类指导,补齐短板'.repeat(6);
    const { differences } = compareText(`a\n${long}规划${long}\n`, `a\n${long}規劃${long}\n`);
    const [finding, ...none] = told({ open: differences });
    expect(none).toEqual([]);
    expect(finding).toMatchObject({ rule: 'check/clean', file: 'f/clean.txt', line: 2 });
    expect(finding?.details).toEqual([
      expect.stringMatching(/^- ….{12}规划.{12}…$/),
      expect.stringMatching(/^\+ ….{12}規劃.{12}…$/),
    ]);
  });

  it.each<[Expectation, Found, string]>([
    [{ failure: 'input/binary' }, targets(), 'the source was read, and must be refused as input/binary'],
    [targets(), { failure: 'input/empty' }, 'the source was refused as input/empty, and records are expected'],
    [{ failure: 'a/b' }, { failure: 'c/d' }, 'the source was refused as c/d, and must be as a/b'],
  ])('tells of a refusal in words', (expected, found, message) => {
    const { differences } = compare(expected, found);
    const more = { refusal: 'why' };
    expect(told({ open: differences }, more)).toEqual([
      { rule: 'check/refused', level: 'error', file: 'f/source.txt', message, details: ['why'] },
    ]);
  });
});

describe('contains and excludes', () => {
  const [a, b] = [target('毛入园率', 95), target('普惠率', 85)];
  const found = targets(a, b);

  it('hold where what must be there is, and what must not be is not', () => {
    const expected: Expectation = {
      contains: { targets: [{ indicator: '毛入园率' }] },
      excludes: { targets: [{ indicator: '巩固率' }, { indicator: '毛入园率', value: 96 }] },
    };
    expect(short(expected, found)).toEqual([]);
  });

  it('fail where it is missing, changed or there', () => {
    const expected: Expectation = {
      contains: {
        targets: [
          { indicator: '巩固率', value: 3 },
          { ...a, value: 96 },
        ],
      },
      excludes: { targets: [{ unit: '%', value: 85 }, { unit: '%' }] },
    };
    const { differences } = compare(expected, found);
    expect(differences.map(({ list, change, quote }) => [list, change, quote])).toEqual([
      ['contains', 'missing', ''],
      ['contains', 'changed', '到2025年,毛入园率达到96%'.replace('96', '95')],
      ['excludes', 'extra', '到2025年,普惠率达到85%'],
      ['excludes', 'extra', '到2025年,毛入园率达到95%'],
    ]);
    expect(told({ open: differences }).map(({ rule, place }) => [rule, place])).toEqual([
      ['check/missing', 'contains.targets[0]'],
      ['check/changed', 'contains.targets[1]'],
      ['check/excluded', undefined],
      ['check/excluded', undefined],
    ]);
  });

  it('need one record each, and those that say more choose first', () => {
    const contains = { targets: [{ unit: '%' }, { unit: '%' }, { unit: '%' }] };
    expect(short({ contains }, found)).toHaveLength(1);
    expect(short({ contains: { targets: [{ unit: '%' }, { unit: '%', value: 95 }] } }, found)).toEqual([]);
  });

  it('are made true by an update', () => {
    const expected: Expectation = {
      contains: {
        targets: [
          { indicator: '普惠率', value: 1, quote: b.quote },
          { indicator: '没有', value: 7, unit: '所' },
        ],
      },
      excludes: { targets: [{ indicator: '毛入园率' }, { indicator: '别的' }] },
    };
    const { differences, pairs } = compare(expected, found);
    expect(updatedExpectation(expected, found, pairs, { known: [], open: differences })).toEqual({
      contains: { targets: [{ indicator: '普惠率', value: 85, quote: b.quote }] },
      excludes: { targets: [{ indicator: '别的' }] },
    });
  });
});

describe('the places of records', () => {
  it('stand beside them', () => {
    const places = placesOf(sampleDocument());
    expect(places.targets?.[0]).toMatchObject({ id: 't1', line: expect.any(Number), source: expect.any(Object) });
    expect(places.sections?.[0]).toEqual({ id: 's1', line: expect.any(Number) });
  });

  it('and the lines of expected.json are those of its text', () => {
    const expectation: Expectation = {
      meta: { title: 'a "quoted\\" [0]: {', period: { from: 2021, to: 2025 } },
      targets: [{ indicator: '一' }, { indicator: '二,"targets": [' }],
      contains: { deadlines: [{ text: 'x' }, { text: 'y' }] },
    };
    const text = expectationText(expectation);
    const lines = jsonLines(text, 3);
    const at = (path: string) => text.split('\n')[(lines.get(path) ?? 0) - 1]?.trim();
    expect(at('meta.title')).toMatch(/^"meta"/);
    expect(at('targets[1]')).toMatch(/^\{ "indicator": "二/);
    expect(at('contains.deadlines[1]')).toBe('{ "text": "y" }');
    const loose = JSON.stringify(expectation, null, 2);
    const looseLines = jsonLines(loose, 3);
    expect(loose.split('\n')[(looseLines.get('meta.period') ?? 0) - 1]).toMatch(/"period"/);
    expect(loose.split('\n')[looseLines.get('contains.deadlines[1]') ?? 0]).toMatch(/"y"/);
    expect(jsonLines('', 3).size).toBe(0);
  });
});

describe('the schema of expectations', () => {
  it('has the fields that are compared', () => {
    for (const [kind, names] of Object.entries(FIELDS))
      expect(Object.keys(expectedRecords[kind as keyof typeof expectedRecords].shape).sort()).toEqual(
        [...names].sort(),
      );
    const { properties } = expectationShape();
    expect(Object.keys(properties?.meta?.properties ?? {}).sort()).toEqual([...META].sort());
    expect(Object.keys(properties?.contains?.properties ?? {})).toEqual(Object.keys(FIELDS));
  });
});

describe('narrowed', () => {
  it('leaves short texts whole', () => {
    expect(narrowed('规划', '規劃')).toEqual(['规划', '規劃']);
  });
});
