import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../../src/clean/index.js';
import { keeping } from '../../src/clean/keep.js';
import { type Change, type Draft, type Stage, startDraft } from '../../src/core/draft.js';
import { remove, repair } from '../../src/core/edits.js';
import { parse } from '../../src/index.js';
import { isRemovalReason, REMOVAL_REASONS, type RemovalReason } from '../../src/lexicon/changes.js';
import { linePlace } from '../setup/place.js';

const REASONS = Object.keys(REMOVAL_REASONS).filter(isRemovalReason);
const PLAN = [
  '云岭县农村供水三年行动方案(2023—2025年)',
  '各乡镇人民政府，县直各部门：',
  '为加快补齐全县农村供水短板，根据国家和省有关文件规定，结合我县实际，制定如下方案。',
  '一、总体要求',
  '到2025年，全县农村自来水普及率达到95%以上，规模化供水工程覆盖农村人口比例达到70%以上。',
  '二、主要任务',
  '新建水厂2座，改造管网320公里，完善水质监测网络，健全工程运行管护长效机制，落实管护经费。',
  '云岭县水务局',
  '2022年10月10日',
];
const ABOVE = [
  '首页 > 政务公开 > 规划计划',
  '索 引 号：000014349/2022-00012',
  '发布机构：云岭县水务局',
  '【打印本页】',
];
const BELOW = ['扫一扫在手机打开当前页', '版权所有：云岭县人民政府'];
const SPAM = '麻豆激情视频在线观看，亚洲欧美日韩久久久精品，请记住本站网址永久免费观看。';
const PAGE = [SPAM, ...ABOVE, ...PLAN, ...BELOW];

async function texts(lines: readonly string[], keep: readonly RemovalReason[]) {
  const cleaned = await clean(startDraft(`${lines.join('\n')}\n`), keep);
  return { ...cleaned, lines: cleaned.draft.text.trimEnd().split('\n') };
}

describe('what is kept stays in its place, and nothing else changes', () => {
  it.each<[RemovalReason, string[]]>([
    ['spam', [SPAM]],
    ['navigation', ['首页>政务公开>规划计划']],
    ['metadata', ['索引号：000014349/2022-00012', '发布机构：云岭县水务局']],
    ['widget', ['【打印本页】', '扫一扫在手机打开当前页']],
    ['footer', ['版权所有：云岭县人民政府']],
  ])('%s', async (reason, stays) => {
    const without = await texts(PAGE, []);
    const { lines, draft, own } = await texts(PAGE, [reason]);
    const bare = (line: string): string => line.replace(/ /g, '');
    expect(lines.filter((line) => !without.lines.includes(line)).map(bare)).toEqual(stays);
    expect(lines.filter((line) => without.lines.includes(line))).toEqual(without.lines);
    expect(own).toBe(without.draft.text);
    expect(reasonsOf(draft)).toEqual(reasonsOf(without.draft).filter((name) => name !== reason));
  });

  it('all of it, in the order of the page', async () => {
    const { lines, draft } = await texts(PAGE, REASONS);
    expect(lines).toHaveLength(PAGE.length);
    expect(lines[0]).toBe(SPAM);
    expect(lines.at(-1)).toBe('版权所有：云岭县人民政府');
    expect(reasonsOf(draft)).toEqual([]);
  });

  it('a second copy: damaged lines are restored from it all the same', async () => {
    const more = [1, 2, 3, 4, 5, 6, 7, 8].map(
      (n) => `第${n}批对偏远山村建设小型集中供水工程，做到应通尽通、应改尽改，支持延伸城市管网。`,
    );
    const plan = [...PLAN.slice(0, -2), ...more, ...PLAN.slice(-2)];
    const damaged = plan.map((line) => line.replace('农村人口比例', '农村??比例'));
    const { lines, own, held } = await texts([...damaged, ...plan], ['duplicate']);
    expect(held.length).toBe(plan.length);
    expect(lines).toEqual([...plan, ...plan]);
    expect(own).toBe(`${plan.join('\n')}\n`);
  });

  it('also what another stage would take for something else', async () => {
    // Once it stays as spam, nothing but a way through the site is left to take it for.
    const line = '首页 > 麻豆 > 六合彩 > 时时彩';
    expect(reasonsOf((await texts([line, ...PLAN], [])).draft)).toEqual(['spam']);
    expect((await texts([line, ...PLAN], ['spam'])).lines[0]).toBe('首页>麻豆>六合彩>时时彩');
    const { draft } = await texts([line.replace(/麻豆|六合彩|时时彩/g, '专题'), ...PLAN], ['spam']);
    expect(reasonsOf(draft)).toEqual(['navigation']);
  });

  it('kept lines are converted and trimmed as all others', async () => {
    const { lines } = await texts(['　　國產精品，亞洲歐美，久久精品  ', ...PLAN], ['spam']);
    expect(lines[0]).toBe('国产精品，亚洲欧美，久久精品');
  });

  it('no line runs on into one that is kept', async () => {
    const wrapped = ['关于印发云岭县农村供水', '打印本页', '三年行动方案的通知', ...PLAN];
    const joined = '关于印发云岭县农村供水三年行动方案的通知';
    expect((await texts(wrapped, [])).lines[0]).toBe(joined);
    expect((await texts(wrapped, ['widget'])).lines.slice(0, 3)).toEqual(wrapped.slice(0, 3));
  });
});

const reasonsOf = ({ changes }: Draft): string[] => removals(changes).map(({ reason }) => reason);

const removals = (changes: readonly Change[]): { reason: string; start: number; end: number }[] =>
  changes.flatMap(({ edit, start, end }) =>
    edit.cause.kind === 'removed' ? [{ reason: edit.cause.reason, start, end }] : [],
  );

describe('on dirty pages of any kind', () => {
  const line = fc.constantFrom(
    ...PAGE,
    '关于印发云岭县农村供水',
    '三年行动方案的通知',
    '????一、总體要求',
    '規(guī)劃(huà)發(fā)展(zhǎn)學(xué)校(xiào)',
    '二、著力補齊縣級短板，顯著提升乾縣供水水平。',
    '學校和縣級單位，全縣學校和縣級單位',
    '學?：涂h級單位',
    '[ 发布机构 ]',
    '云岭县水务局',
    '下一篇：没有了',
    '\u00a0',
    '',
  );
  const page = fc
    .tuple(fc.array(line, { maxLength: 20 }), fc.boolean())
    .map(([lines, twice]) => [...lines, ...PLAN, ...(twice ? [...lines, ...PLAN] : [])].join('\n'));
  const keep = fc.subarray(REASONS);

  it('the text is the one without anything kept, and the kept lines', async () => {
    await fc.assert(
      fc.asyncProperty(page, keep, async (source, kept) => {
        const plain = await clean(startDraft(source));
        const { draft, own, held } = await clean(startDraft(source), kept);
        // Where a kept line stands between two halves of another one they are not joined.
        expect(own.replaceAll('\n', '')).toBe(plain.draft.text.replaceAll('\n', ''));
        const wanted = new Set<string>(kept);
        expect(removals(draft.changes)).toEqual(removals(plain.draft.changes).filter((r) => !wanted.has(r.reason)));
        expect(removals(held)).toEqual(removals(plain.draft.changes).filter((r) => wanted.has(r.reason)));
      }),
      { numRuns: 150 },
    );
  });

  it('every place of the text leads to its place in the original, and kept text is there', async () => {
    await fc.assert(
      fc.asyncProperty(page, keep, async (source, kept) => {
        const { draft, held } = await clean(startDraft(source), kept);
        const there = new Set<number>();
        let before = 0;
        for (let p = 0; p < draft.text.length; p++) {
          const { start, end } = draft.map.range(p, p + 1);
          expect(start).toBeGreaterThanOrEqual(before);
          before = start;
          for (let i = start; i < end; i++) there.add(i);
        }
        for (const { start, end } of held) {
          for (let i = start; i < end; i++) {
            const gone = draft.changes.some((c) => c.edit.cause.kind !== 'removed' && c.start <= i && i < c.end);
            expect(there.has(i) || gone, JSON.stringify(source.slice(start, end))).toBe(true);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('stages that take parts of lines out', () => {
  const matches = (text: string, pattern: RegExp) =>
    [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length, before: m[0] }));
  /** What a cleaning does, in the simplest shapes: parts of lines, whole lines, line ends, characters one by one. */
  const stages: Stage[] = [
    { id: 'part', edits: ({ text }) => matches(text, /<[^>\n]*>/g).map((m) => remove(m.start, m.end, 'spam')) },
    { id: 'line', edits: ({ text }) => matches(text, /^nav.*\n/gm).map((m) => remove(m.start, m.end, 'navigation')) },
    {
      id: 'join',
      edits: ({ text }) => matches(text, /(?<=,)\n/g).map((m) => repair(m.start, m.end, '', 'joined-line')),
    },
    {
      id: 'case',
      edits: ({ text }) =>
        matches(text, /^.*[a-z].*$/gm).map(({ start, end, before }) => {
          return { start, end, text: before.toUpperCase(), cause: { kind: 'script' }, aligned: true };
        }),
    },
    { id: 'longer', edits: ({ text }) => matches(text, /B/g).map((m) => repair(m.start, m.end, '(b)', 'x')) },
  ];
  const run = (source: string, keep: readonly RemovalReason[]) => {
    const { apply, held, own } = keeping(keep);
    const draft = stages.reduce((before: Draft, stage) => apply(before, stage), startDraft(source));
    return { text: draft.text, own: own(draft), held: held.map(({ before }) => before), draft };
  };

  it.each([
    ['in the middle of a line', 'ab<x>ac\n', 'A(b)<X>AC\n'],
    ['at its start', '<x>ab\nac\n', '<X>A(b)\nAC\n'],
    ['at its end', 'ab<x>\nac\n', 'A(b)<X>\nAC\n'],
    ['all of it', 'ab\n<x>\nac\n', 'A(b)\n<X>\nAC\n'],
    ['several of one', '<x>a<y>b<z>\n', '<X>A<Y>(b)<Z>\n'],
    ['at the end of the text', 'ab\nac<x>', 'A(b)\nAC<X>'],
    // The line goes, what is kept of it stays a line.
    ['in a line that goes', 'ac\nnav<x>igation\nad\n', 'AC\n<X>\nAD\n'],
    ['at the start of a line that goes', 'ac\n<x>nav\nad\n', 'AC\n<X>\nAD\n'],
    ['at the end of a line that goes', 'ac\nnav<x>\nad\n', 'AC\n<X>\nAD\n'],
    ['between lines that are joined', 'ac,\n<x>\nad\n', 'AC,\n<X>\nAD\n'],
    ['before a line that is joined', 'ac,\n<x>ad\n', 'AC,\n<X>AD\n'],
    ['behind a comma', 'ac,<x>\nad\n', 'AC,<X>\nAD\n'],
  ])('%s', (_, source, text) => {
    expect(run(source, ['spam']).text).toBe(text);
  });

  it('what is not kept becomes what it always does', () => {
    const piece = fc.constantFrom('<x>', '<nav>', 'nav', 'ab', 'b', ',', '\n', '\n', 'ac,\n', '<y\n');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.subarray(['spam', 'navigation'] as const), (pieces, keep) => {
        const source = pieces.join('');
        const plain = run(source, []);
        const { text, own, held, draft } = run(source, keep);
        expect(own.replaceAll('\n', '')).toBe(plain.text.replaceAll('\n', ''));
        const bare = (all: string): string =>
          [...all.replace(/\(b\)/g, 'B').replaceAll('\n', '').toUpperCase()].sort().join('');
        expect(bare(text)).toBe(bare(plain.text + held.join('')));
        for (let p = 0; p < text.length; p++) {
          const { start, end } = draft.map.range(p, p + 1);
          const from = source.slice(start, end).toUpperCase();
          expect(from === text[p] || (from === 'B' && '(b)'.includes(text[p] ?? '-'))).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('parse with keep', () => {
  const bytes = Buffer.from(`${PAGE.join('\n')}\n`);

  it('tells the same of the document, whatever is kept', async () => {
    const { meta, source } = (await parse(bytes)).document;
    expect(meta).toMatchObject({
      indexNumber: '000014349/2022-00012',
      issuer: '云岭县水务局',
      writtenOn: '2022-10-10',
    });
    for (const reason of [...REASONS.map((one) => [one]), REASONS]) {
      const { document } = await parse(bytes, { keep: reason });
      expect({ meta: document.meta, source: document.source }, reason.join()).toEqual({ meta, source });
    }
  });

  it('gives no record of what is kept, and evidence counts in the text with it', async () => {
    const { document, text } = await parse(bytes, { keep: ['spam', 'metadata'] });
    const reasons = new Set(document.cleaning.removed.map(({ reason }) => reason));
    expect(reasons).toEqual(new Set(['navigation', 'widget', 'footer']));
    expect(text).toContain('发布机构：云岭县水务局\n');
    expect(document.targets.length).toBeGreaterThan(1);
    const decoded = bytes.toString();
    for (const { evidence } of document.targets) {
      expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
      const { start, end } = linePlace(evidence);
      expect(decoded.slice(start, end)).toBe(evidence.quote);
    }
  });

  it('in a page of markup, too', async () => {
    const html = `<html><body>${PAGE.map((line) => `<p>${line.replaceAll('>', '&gt;')}</p>`).join('')}</body></html>`;
    const plain = await parse(Buffer.from(html));
    const { text, document } = await parse(Buffer.from(html), { keep: REASONS });
    expect(text.split('\n')).toHaveLength(PAGE.length + 1);
    expect(document.cleaning.removed).toEqual([]);
    expect(document.meta).toEqual(plain.document.meta);
  });

  it('refuses a reason that there is not', async () => {
    await expect(parse(bytes, { keep: ['Spam' as RemovalReason] })).rejects.toThrow(
      /no reason "Spam" to keep; choose from spam, navigation/,
    );
  });
});
