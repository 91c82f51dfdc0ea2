import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../setup/folder.js';
import { documentOf, found, jsonWith, lines, PLAN } from './stored.js';

type Slip = readonly [name: string, change: (document: any) => void, finding: string];

/** Each change with the one finding that it is to give. */
const SLIPS: readonly Slip[] = [
  ['a number as text', (d) => (d.targets[0].value = '60'), 'error schema /targets/0/value: is "60"; expected a number'],
  [
    'a comparator of its own',
    (d) => (d.targets[2].comparator = '>='),
    'error schema /targets/2/comparator: is ">="; expected one of eq, ge, gt, le, lt, approx, range',
  ],
  [
    'a field taken away',
    (d) => delete d.targets[0].modality,
    'error schema /targets/0: "modality" is missing; expected one of firm, aspirational, soft or null',
  ],
  [
    'an id of its own',
    (d) => (d.deadlines[3].id = 'neu'),
    'error schema /deadlines/3/id: is "neu"; expected an id such as d12',
  ],
  [
    'a year in two digits',
    (d) => Object.assign(d.targets[4], { baseline: { value: 1, year: 22 }, baselineValueBase: 1 }),
    'error schema /targets/4/baseline/year: is 22; expected a whole number from 1900 to 2200 or null',
  ],
  [
    'a date as people write it',
    (d) => (d.deadlines[3].end = '2023/10/31'),
    'error schema /deadlines/3/end: is "2023/10/31"; expected a date such as 2025-12-31, or --12-31 for every year or null',
  ],
  [
    'an empty quote',
    (d) => (d.targets[4].evidence.quote = ''),
    'error schema /targets/4/evidence/quote: is empty; expected text that is not empty',
  ],
  ['a list instead of a record', (d) => (d.deadlines[4] = []), 'error schema /deadlines/4: is []; expected an object'],
  [
    'a section that is not there',
    (d) => (d.targets[4].section = 's99'),
    'error reference /targets/4/section: section is "s99"; no section of the document has this id',
  ],
  [
    'a heading for an item',
    (d) => (d.targets[4].item = 's4'),
    'error reference /targets/4/item: is "s4", which is of kind heading; expected an item',
  ],
  [
    'a deadline that is not there',
    (d) => (d.targets[0].deadline = 'd9'),
    'error reference /targets/0/deadline: names "d9"; no deadline of the document has this id',
  ],
  [
    'a statement that is not there',
    (d) => (d.deadlines[1].responsibilities = ['r1', 'r8']),
    'error reference /deadlines/1/responsibilities: names "r8"; no responsibility of the document has this id',
  ],
  [
    'a statement named twice',
    (d) => (d.deadlines[1].responsibilities = ['r1', 'r1']),
    'error reference /deadlines/1/responsibilities: names "r1" twice',
  ],
  [
    'a part that is not there',
    (d) => (d.sections[6].part = 'p7'),
    'error reference /sections/6/part: names "p7"; no part of the document has this id',
  ],
  [
    'a section inside of itself',
    (d) => (d.sections[6].parent = 's7'),
    'error reference /sections/6/parent: leads back to "s7" itself; expected a section that it stands in',
  ],
  [
    'a conflict of a target that is gone',
    (d) => (d.conflicts = [{ indicator: 'x', year: 2025, targets: ['t1', 't50'] }]),
    'error reference /conflicts/0/targets: names "t50"; no target of the document has this id',
  ],
  [
    'an id used twice',
    (d) => (d.targets[4].id = 't1'),
    'error duplicate /targets/4/id: "t1" is used already, at /targets/0; expected it once',
  ],
  [
    'a copied record',
    (d) => d.targets.push({ ...d.targets[4], id: 't6' }),
    'error duplicate /targets/5/id: says the same as t5, with another id; expected each record once',
  ],
  [
    'an end before the start',
    (d) => (d.targets[4].evidence.end = 100),
    'error evidence /targets/4/evidence/end: is 100; expected more than the start, 207',
  ],
  [
    'a quote made longer',
    (d) => (d.targets[4].evidence.quote += '以上'),
    'error evidence /targets/4/evidence/quote: has 18 characters; expected 16, from 207 to 223',
  ],
  [
    'a line of another section',
    (d) => (d.targets[4].evidence.line = 9),
    'error evidence /targets/4/evidence/line: is at line 9, 207 to 223, outside of its section: lines 7 to 7, 192 to 267',
  ],
  [
    'a scope turned round',
    (d) => (d.responsibilities[0].scope = { start: 160, end: 120 }),
    'error evidence /responsibilities/0/scope/end: is 120; expected more than the start, 160',
  ],
  [
    'a day that there is not',
    (d) => (d.deadlines[1].end = '2024-06-31'),
    'error date /deadlines/1/end: is "2024-06-31"; there is no such day',
  ],
  [
    'a start behind the end',
    (d) => (d.deadlines[1].start = '2024-07-01'),
    'error date /deadlines/1/end: is "2024-06-30", before the start "2024-07-01"',
  ],
  [
    'an end in a year that its text does not name',
    (d) => (d.deadlines[1].end = '2025-06-30'),
    'warning date /deadlines/1/end: is "2025-06-30"; its text is "2024年6月底前", which names 2024',
  ],
  [
    'years that differ',
    (d) => (d.targets[2].year = 2025),
    'error date /targets/2/horizon/year: is 2024; the year is 2025, expected the same',
  ],
  [
    'a baseline behind the target',
    (d) => (d.targets[0].baseline.year = 2026),
    'warning date /targets/0/baseline/year: is 2026; expected a year before that of the target, 2025',
  ],
  [
    'a period turned round',
    (d) => (d.meta.period = { from: 2025, to: 2023 }),
    'error date /meta/period/to: is 2023, before the beginning of the period, 2025',
  ],
  [
    'a value whose base stayed',
    (d) => (d.targets[1].value = 45),
    'error unit /targets/1/valueBase: is 12000; value 45万张 gives 450000',
  ],
  [
    'a unit whose base stayed',
    (d) => (d.targets[4].unit = '人'),
    'error unit /targets/4/unitBase: is "名"; the unit "人" gives "人"',
  ],
  [
    'a range that is none',
    (d) => Object.assign(d.targets[3], { valueMax: 500, valueMaxBase: 500 }),
    'error unit /targets/3/valueMax: is 500; expected more than the value, 600',
  ],
  [
    'a highest value without a range',
    (d) => (d.targets[3].comparator = 'ge'),
    'error unit /targets/3/valueMax: is 800; the comparator is ge, expected none but for a range',
  ],
  [
    'a value that its quote does not have',
    (d) => Object.assign(d.targets[1], { value: 1.25, valueBase: 12500 }),
    'warning evidence /targets/1/value: is 1.25; its quote has 2025, 2022, 45, 60, 1.2',
  ],
  [
    'a share above all',
    (d) => Object.assign(d.targets[0], { value: 2025, valueBase: 2025 }),
    'warning unit /targets/0/value: is 2025%; "养老机构护理型床位占比" is a share, expected 100 at most',
  ],
  [
    'a name without its unit',
    (d) => d.responsibilities[0].partners.pop(),
    'error schema /responsibilities/0/units/2: is 县住房城乡建设局 as partner; leads, partners and implied name no more',
  ],
  [
    'characters lost',
    (d) => (d.targets[0].indicator = '??????'),
    'error text /targets/0/indicator: is "??????"; it has lost its Chinese characters',
  ],
  [
    'UTF-8 read as Latin',
    (d) => (d.meta.issuer = Buffer.from('青岚县人民政府').toString('latin1')),
    'error text /meta/issuer: ',
  ],
];

describe('a slip in a JSON document is found, and nothing else', () => {
  it.each(SLIPS)('%s', async (_, change, finding) => {
    const told = lines(await found([await jsonWith(change)]));
    expect(told).toHaveLength(1);
    expect(told[0]?.slice(0, finding.length)).toBe(finding);
  });
});

const commented = (document: any): void => {
  for (const target of document.targets) target.comment = '已核';
};

describe('a document that people have worked on', () => {
  it.each<Slip>([
    ['as it was written', () => {}, ''],
    ['with a field of their own, which is noted once', commented, ''],
    ['without the records that they threw out', (d) => (d.targets = d.targets.slice(0, 2)), ''],
    ['with a value and its base corrected', (d) => Object.assign(d.targets[1], { value: 60, valueBase: 600000 }), ''],
    [
      'with a date that recurs over the end of the year',
      (d) => Object.assign(d.deadlines[4], { start: '--11-01', end: '--03-31' }),
      '',
    ],
  ])('%s', async (_, change) => {
    expect(await found([await jsonWith(change)])).toEqual([]);
  });

  it('says each field of their own once', async () => {
    const file = await jsonWith(commented);
    const told = await found([file], undefined, true);
    expect(told.map(({ level, place }) => `${level} ${place}`)).toEqual(['note /targets/0/comment']);
  });
});

describe('places', () => {
  it('are lines and columns of the file', async () => {
    const file = await jsonWith((d) => (d.targets[2].comparator = 'nope'));
    const [told] = await found([file]);
    const line = readFileSync(file, 'utf8').split('\n')[(told?.line ?? 0) - 1] ?? '';
    expect(line.slice((told?.column ?? 0) - 1)).toBe('"nope",');
  });

  it('of JSON Lines are the line of the document and the column in it', async () => {
    const [one, two] = [await documentOf(), structuredClone(await documentOf('plans/b.txt'))] as [any, any];
    two.targets[0].deadline = 'd77';
    const text = [one, two].map((d) => JSON.stringify(d)).join('\n');
    const file = join(folderWith({ 'documents.jsonl': text }), 'documents.jsonl');
    const [told] = await found([file]);
    expect(told).toMatchObject({ rule: 'validate/reference', line: 2, place: '/targets/0/deadline' });
    expect(
      text
        .split('\n')[1]
        ?.slice((told?.column ?? 0) - 1)
        .startsWith('"d77"'),
    ).toBe(true);
  });
});

describe('files', () => {
  it('that are broken are told with the place, and the others are checked', async () => {
    const good = JSON.stringify(await documentOf());
    const folder = folderWith({
      'a.json': good.replace('"meta":', '"meta"'),
      'b.json': '{"name": "my-package", "version": "1.0.0"}',
      'c.json': good,
      'documents.jsonl': `${good.slice(0, 400)}\n${good}\n`,
      'empty.json': '',
    });
    const told = await found([folder]);
    expect(told.map(({ file, rule, line }) => [file, rule, line])).toEqual([
      ['a.json', 'validate/unreadable', 1],
      ['b.json', 'validate/not-output', 1],
      ['documents.jsonl', 'validate/unreadable', 1],
      ['empty.json', 'validate/not-output', undefined],
    ]);
    expect(told[0]?.message).toMatch(/a colon is missing/);
  });

  it('hold each document once, whatever their names are', async () => {
    const text = JSON.stringify(await documentOf());
    const folder = folderWith({ 'a.json': text, 'copy of a.json': text });
    const told = await found([folder]);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ file: 'copy of a.json', rule: 'validate/duplicate', place: '/source/path' });
  });

  it('are read as an editor has saved them: with a mark, in UTF-16, in GBK, as a list', async () => {
    const text = JSON.stringify(await documentOf());
    const folder = folderWith({ 'list.json': `[${text}]`, 'wide.jsonl': Buffer.from(`\ufeff${text}\r\n`, 'utf16le') });
    const marked = folderWith({ 'mark.json': `\ufeff${text}\r\n` });
    expect(await found([join(folder, 'list.json'), join(folder, 'wide.jsonl'), join(marked, 'mark.json')])).toEqual([]);
  });

  it('in JSON Lines may hold every sign that is no line feed', async () => {
    const document = structuredClone(await documentOf()) as any;
    document.deadlines[4].task = '报告\u2028进展\u0085';
    const file = join(folderWith({ 'a.jsonl': `${JSON.stringify(document)}\n` }), 'a.jsonl');
    expect(await found([file])).toEqual([]);
  });
});

describe('with the sources', () => {
  const sources = () => folderWith({ 'plans/a.txt': PLAN });

  it('evidence is compared with the text, and found where it really stands', async () => {
    const right = await jsonWith(() => {});
    expect(await found([right], sources())).toEqual([]);
    const moved = await jsonWith((d) => Object.assign(d.targets[4].evidence, { start: 205, end: 221 }));
    expect(lines(await found([moved], sources()))).toEqual([
      'error evidence /targets/4/evidence/start: is 205; the quote stands at 207 to 223, line 7',
    ]);
    const other = await jsonWith((d) => (d.targets[4].evidence.quote = '到2025年,招收护理员300名'));
    expect(lines(await found([other], sources()))).toEqual([
      'error evidence /targets/4/evidence/quote: is "到2025年,招收护理员300名"; the text says "到2025年,培训护理员300名" there, and the quote nowhere',
    ]);
  });

  it('one that was moved is found by its name; one that is gone or has changed is told', async () => {
    const file = await jsonWith(() => {});
    expect(await found([file], folderWith({ 'elsewhere/deep/a.txt': PLAN }))).toEqual([]);
    const changed = folderWith({ 'plans/a.txt': `${PLAN} ` });
    for (const [folder, words] of [
      [changed, /SHA-256 differs/],
      [join(changed, 'plans'), /SHA-256 differs/],
      [folderWith({ 'b/a.txt': `${PLAN} ` }), /is not in the folder of the sources \("b\/a\.txt" is called so and has/],
      [folderWith(), /is not in the folder/],
    ] as const) {
      const told = await found([file], folder);
      expect(told.map(({ rule, place }) => [rule, place])).toEqual([['validate/source', '/source/path']]);
      expect(told[0]?.message).toMatch(words);
    }
  });
});
