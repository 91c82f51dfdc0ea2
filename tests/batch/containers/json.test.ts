import { Buffer } from 'node:buffer';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { all, planOf, refusal, text, told } from './members.js';

const A = planOf('青石县');
const B = planOf('白水县');
const ROWS = [
  { title: '青石县供水保障方案', publish_time: 1_683_590_400, url: 'http://qs.example/1', content: A },
  { title: '白水县供水保障方案', publish_time: 1_683_590_400_000, url: 'http://bs.example/2', content: B },
];
const BOTH = ['1: 青石县供水保障方案', '2: 白水县供水保障方案'];
const jsonl = ROWS.map((row) => JSON.stringify(row)).join('\n');

it.each([
  ['gongwen.xlsx', 'PK\u0003\u0004'],
  ['GONGWEN.sqlite', 'SQLite format 3\0'],
])('%s is known as what gongwen wrote', async (name, bytes) => {
  expect(await refusal(bytes, name)).toMatch(/^input\/own-output/);
});

describe('rows of JSON', () => {
  it.each([
    ['one object a line', jsonl],
    ['with a byte order mark, CRLF and blank lines', `\ufeff${jsonl.replace('\n', '\r\n')}\r\n`],
    ['an array', JSON.stringify(ROWS)],
    ['an array in lines', JSON.stringify(ROWS, null, 2)],
    ['objects one behind the other, in lines', ROWS.map((row) => JSON.stringify(row, null, 2)).join('\n')],
    ['the answer of an interface', JSON.stringify({ code: 200, data: { total: 2, list: ROWS, tags: [{ id: 1 }] } })],
    ['a list under another name', JSON.stringify({ list: ROWS })],
    ['objects in objects', JSON.stringify(ROWS.map((data, id) => ({ id, data })))],
    ['paragraphs as an array', JSON.stringify(ROWS.map((row) => ({ ...row, content: row.content.split('\n') })))],
    ['texts alone', JSON.stringify([planOf('青石县', 12), planOf('白水县', 12)])],
    [
      'arrays as rows',
      JSON.stringify([
        ['a', planOf('青石县', 12)],
        ['b', planOf('白水县', 12)],
      ]),
    ],
  ])('%s', async (_, source) => {
    expect(await told(source)).toEqual(BOTH);
  });

  it.each(['gb18030', 'utf16-le', 'utf16-be'])('in %s', async (name) => {
    for (const source of [jsonl, JSON.stringify(ROWS)]) {
      expect(await told(iconv.encode(source, name, { addBOM: name.startsWith('utf') }))).toEqual(BOTH);
    }
  });

  it('carry what stands beside the text', async () => {
    expect(await all(jsonl)).toEqual([
      expect.objectContaining({
        facts: { title: '青石县供水保障方案', publishedOn: '1683590400', url: 'http://qs.example/1' },
      }),
      expect.objectContaining({ facts: expect.objectContaining({ publishedOn: '1683590400000' }) }),
    ]);
  });

  it('one object with a text is one row', async () => {
    expect(await told(JSON.stringify({ ...ROWS[0], related: [{ title: B }] }))).toEqual(['1: 青石县供水保障方案']);
  });

  it('dates of databases', async () => {
    const row = { text: A, date: { $date: '2023-05-09T00:00:00Z' } };
    expect(await all(JSON.stringify([row]))).toEqual([
      expect.objectContaining({ facts: { publishedOn: '2023-05-09T00:00:00Z' } }),
    ]);
  });

  it('half a pair of surrogates becomes the replacement character', async () => {
    const [member] = (await all(`[{"text": ${JSON.stringify(`${A}#`).replace('#', '\\ud842')}}]`)) ?? [];
    expect(member && 'bytes' in member && text(member.bytes)).toBe(`${A}\ufffd`);
  });

  it('NaN as Python writes it is nothing', async () => {
    const [first] = jsonl.split('\n');
    expect(
      await told(`${first}\n{"title": NaN, "content": NaN}\n{"title": NaN, "content": ${JSON.stringify(B)}}`),
    ).toEqual(['1: 青石县供水保障方案', '2: skipped, nothing in the column "content"', '3: 白水县供水保障方案']);
  });
});

describe('damaged JSON', () => {
  it('a bad line is a failure with its number, and the rest goes on', async () => {
    const [first, second] = jsonl.split('\n');
    expect(await told(`${first}\n\n{"title": "x", "content": "\n${second}\n`)).toEqual([
      '1: 青石县供水保障方案',
      '3: corpus/bad-row',
      '4: 白水县供水保障方案',
    ]);
    expect(await told(`{"bad": \n${first}\n${second}\n`)).toEqual([
      '1: corpus/bad-row',
      '2: 青石县供水保障方案',
      '3: 白水县供水保障方案',
    ]);
  });

  it('an array that is cut off gives what is whole', async () => {
    const cut = JSON.stringify([...ROWS, ROWS[0]]);
    expect(await told(cut.slice(0, -60))).toEqual([...BOTH, '3: corpus/bad-row']);
    expect(await told(cut.slice(0, -1))).toEqual([...BOTH, '3: 青石县供水保障方案', '4: corpus/bad-row']);
  });

  it('an element that is no JSON is a failure', async () => {
    expect(await told(`[${JSON.stringify(ROWS[0])}, {"content": x}, ${JSON.stringify(ROWS[1])}]`)).toEqual([
      '1: 青石县供水保障方案',
      '2: corpus/bad-row',
      '3: 白水县供水保障方案',
    ]);
  });

  const third = JSON.stringify({ ...ROWS[0], parts: [{ title: 'x' }, { title: 'y' }] });
  const [one = '', two = ''] = ROWS.map((row) => JSON.stringify(row));
  const rest = ['2: 白水县供水保障方案', '3: 青石县供水保障方案'];
  it.each([
    ['a bracket too many', `[${one}},\n${two},\n${third}]`, ['1: 青石县供水保障方案', '1+: corpus/bad-row', ...rest]],
    [
      'the array closed too early',
      `[${one}],\n${two},\n${third}]`,
      ['1: 青石县供水保障方案', '1+: corpus/bad-row', ...rest],
    ],
    ['a bracket too few', `[${one.slice(0, -1)},\n${two},\n${third}]`, ['1: corpus/bad-row', ...rest]],
    ['a quotation mark too few', `[${one.slice(0, -2)}},\n${two},\n${third}]`, ['1: corpus/bad-row', ...rest]],
    ['a comma too few', `[${one}\n${two}\n${third}]`, ['1: 青石县供水保障方案', ...rest]],
    [
      'a broken one with others in it',
      `[${third.replace('1683590400', 'x')},${two},${third}]`,
      ['1: corpus/bad-row', ...rest],
    ],
    [
      'one in lines',
      `[${JSON.stringify(ROWS[0], null, 2).slice(0, -1)}, ${two}, ${third}]`,
      ['1: corpus/bad-row', ...rest],
    ],
    [
      'objects without an array',
      `${one.slice(0, -1)}\n${JSON.stringify(ROWS[1], null, 1)}\n${third}`,
      ['1: corpus/bad-row', ...rest],
    ],
  ])('%s costs no other row', async (_, source, expected) => {
    expect(await told(source)).toEqual(expected);
  });

  it('says where it is', async () => {
    const [, bad] = (await all(`[${one},\n{"title": x}},\n${two}]`)) ?? [];
    expect(bad).toMatchObject({
      name: '2',
      failure: { args: { problem: expect.stringMatching(/, line 2 of the file, byte \d+$/) } },
    });
  });

  it('takes linear time where every element is broken', async () => {
    const time = async (count: number) => {
      const source = `[${one},${`${one.slice(0, -1)},`.repeat(count)}${two}]`;
      const begun = performance.now();
      expect(await all(source)).toHaveLength(count + 2);
      return performance.now() - begun;
    };
    await time(500);
    const short = await time(1000);
    expect(await time(8000)).toBeLessThan(short * 8 * 4 + 300);
  });

  it('an object that is cut off is refused', async () => {
    expect(await refusal(JSON.stringify(ROWS[0]).slice(0, -30))).toMatch(/^corpus\/damaged/);
  });

  it('deep nesting is no harm', async () => {
    const deep = '['.repeat(200_000);
    expect(await refusal(`{"content": ${JSON.stringify(A)}, "x": ${deep}`)).toMatch(/^corpus\/damaged/);
  });
});

describe('JSON without texts is refused', () => {
  it.each([
    ['settings', JSON.stringify({ name: 'x', version: '1.0.0', files: ['dist'] }), /there are name, version, files/],
    ['a list of numbers', '[1, 2, 3]', /corpus\/no-text/],
    ['nothing', '[]', /there are none/],
    ['an empty object', '{}', /there are none/],
    ['links', JSON.stringify([{ title: '青石县方案', url: 'http://a.example' }]), /there are title, url/],
  ])('%s', async (_, source, message) => {
    expect(await refusal(source)).toMatch(message);
  });

  it.each([
    ['a document', JSON.stringify({ schema: 'gongwen/document@1', meta: {}, sections: [] })],
    ['documents in lines', `{"schema":"gongwen/document@1","text":${JSON.stringify(A)}}\n`.repeat(3)],
    ['the manifest', JSON.stringify({ schema: 'gongwen/manifest@1', inputs: [] }, null, 2)],
    ['the package of tables', JSON.stringify({ profile: 'tabular-data-package', name: 'gongwen', resources: [] })],
  ])('%s of our own', async (_, source) => {
    expect(await refusal(source)).toMatch(/^input\/own-output/);
  });
});

describe('texts that begin like JSON stay documents', () => {
  it.each([
    ['a number in brackets', `[1] 青石县\n${A}`],
    ['a document number', `[2022]15号\n${A}`],
    ['a label in brackets', `[索引号] 123\n${A}`],
    ['quotation marks in brackets', `["十四五"规划]\n${A}`],
    ['a list in brackets and more', `["规划"]\n${A}`],
    ['empty brackets', `[] 青石县\n${A}`],
    ['links of a wiki', `[[青石县]]\n${A}`],
    ['braces', `{青石县供水方案}\n${A}`],
    ['braces with quotation marks', `{"十四五"规划}\n${A}`],
    ['a style sheet', `{ color: red }\n${A}`],
  ])('%s', async (_, source) => {
    expect(await all(source)).toBeNull();
  });
});

it('a large array is read row by row', async () => {
  const row = JSON.stringify({ content: A });
  const source = Buffer.from(`[${Array.from({ length: 20_000 }, () => row).join(',')}]`);
  const before = process.memoryUsage().heapUsed + process.memoryUsage().external;
  let [count, most] = [0, 0];
  const { membersOf } = await import('../../../src/batch/containers/index.js');
  for await (const member of (await membersOf(source, 'a.json')) ?? []) {
    if ('bytes' in member) count++;
    if (count % 1000 === 0) most = Math.max(most, process.memoryUsage().heapUsed + process.memoryUsage().external);
  }
  expect(count).toBe(20_000);
  expect(most - before).toBeLessThan(source.length * 6);
});

it('as many names of columns as rows take no longer than as many rows', async () => {
  const rows = Array.from({ length: 36_000 }, (_, i) => ({ content: i < 3 ? A : '', [`k${i}`]: 'x' }));
  const time = async (list: unknown) => {
    const begun = performance.now();
    expect(await all(JSON.stringify({ data: { list } }))).toHaveLength(36_000);
    return performance.now() - begun;
  };
  const alike = await time(rows.map(({ content }) => ({ content, k: 'x' })));
  expect(await time(rows)).toBeLessThan(alike * 10 + 500);
  const wide = Object.fromEntries(Array.from({ length: 36_000 }, (_, i) => [`k${i}`, 'x']));
  expect(await told(JSON.stringify([{ content: A, ...wide }]))).toEqual(['1: 青石县供水保障方案']);
});
