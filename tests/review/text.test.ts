import { expect, it } from 'vitest';
import { parse } from '../../src/index.js';
import { blocksOf } from '../../src/review/client/blocks.js';
import { filtered, NO_FILTER } from '../../src/review/client/filter.js';
import { lineAt, linesOf } from '../../src/review/client/lines.js';
import { piecesOf, refsByLine } from '../../src/review/client/pieces.js';
import { recordsOf } from '../../src/review/client/records.js';
import { hitsOf } from '../../src/review/client/search.js';
import { plan } from '../setup/plan.js';

const TABLED = `青岚县教育发展规划(2021—2025年)
一、发展目标
到2025年,全县学前三年毛入园率达到95%以上。
<table><tr><td>分类</td><td>指标</td><td>2020年</td><td>2025年</td></tr>
<tr><td rowspan="2">学前教育</td><td>学前三年毛入园率(%)</td><td>90</td><td>95</td></tr>
<tr><td>普惠性幼儿园覆盖率(%)</td><td>80</td><td>88</td></tr></table>
二、保障措施
各部门要加强领导。
`;
const html = `<html><body>${TABLED.split('\n')
  .map((line) => (/^<|<\/tr>/.test(line) ? line : `<p>${line}</p>`))
  .join('\n')}</body></html>`;

const read = (text: string) => parse(new TextEncoder().encode(text), { path: 'a' });

it.each([
  ['a plan', plan],
  ['a plan with a table', html],
])('every character of %s is in one piece, and every record begins once', async (_, source) => {
  const { document, text } = await read(source);
  const lines = linesOf(text);
  const blocks = blocksOf(document, lines, text);
  const shown = blocks.flatMap((block) =>
    block.type === 'line'
      ? [block]
      : [...block.before, ...[...block.header, ...block.rows.flat()].flatMap((cell) => cell.lines), ...block.after],
  );
  expect([...shown].sort((a, b) => a.line - b.line).map(({ line }) => line)).toEqual(lines.map(({ line }) => line));
  const refs = recordsOf(document);
  expect(refs.length).toBeGreaterThan(2);
  const byLine = refsByLine(refs, (offset) => lineAt(lines, offset));
  const begun = new Set<string>();
  const pieces = lines.flatMap((line) =>
    piecesOf(line.start, line.end, byLine.get(line.line) ?? [], line.start, begun),
  );
  expect(pieces.flatMap(({ begin }) => begin.map(({ key }) => key)).sort()).toEqual(refs.map(({ key }) => key).sort());
  for (const ref of refs) {
    const own = pieces.filter((piece) => piece.refs.includes(ref)).map(({ start, end }) => text.slice(start, end));
    expect(own.join('')).toBe(ref.record.evidence.quote.replaceAll('\n', ''));
  }
});

it('a table stands as a table, with a merged cell said once', async () => {
  const { document, text } = await read(html);
  const [table] = blocksOf(document, linesOf(text), text).filter((block) => block.type === 'table');
  expect(table?.type === 'table' && table.rows.map((row) => row.map(({ lines }) => lines.length))).toEqual([
    [1, 1, 1, 1],
    [0, 1, 1, 1],
  ]);
});

it('filters let pass what they name', async () => {
  const { document } = await read(plan);
  const refs = recordsOf(document);
  const pass = (patch: Partial<typeof NO_FILTER>) =>
    filtered(refs, { ...NO_FILTER, ...patch }, document, ({ id }) => (id === 't1' ? 'rejected' : null));
  expect(pass({})).toEqual(refs);
  expect(new Set(pass({ kinds: new Set(['deadlines']) }).map(({ kind }) => kind))).toEqual(new Set(['deadlines']));
  expect(pass({ verdict: 'rejected' }).map(({ key }) => key)).toEqual(['targets/t1']);
  expect(pass({ verdict: 'none' })).toHaveLength(refs.length - 1);
  const chapter = document.sections.find(({ title }) => title === '主要任务');
  expect(pass({ section: chapter?.id ?? null }).length).toBeGreaterThan(2);
  const other = document.sections.find(({ title }) => title === '总体要求');
  expect(pass({ section: other?.id ?? null })).toEqual([]);
});

it('search finds places of the text, and records whose sentence says it otherwise', async () => {
  const { document, text } = await read(plan);
  const refs = recordsOf(document);
  const places = hitsOf('幼儿园', text, refs).filter(({ ref }) => ref === null);
  expect(places.map(({ start, end }) => text.slice(start, end))).toEqual(
    Array(text.split('幼儿园').length - 1).fill('幼儿园'),
  );
  expect(hitsOf('2025-12-31', text, refs).map(({ ref }) => ref?.kind)).toContain('deadlines');
  expect(hitsOf('  ', text, refs)).toEqual([]);
});
