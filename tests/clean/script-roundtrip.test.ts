import { describe, expect, it } from 'vitest';
import { clean } from '../../src/clean/index.js';
import { type Draft, startDraft } from '../../src/core/draft.js';
import { simplifiedFixtures, traditionalWays } from './scripts.js';

const fixtures = simplifiedFixtures();
const ways = await traditionalWays();

/**
 * What is not accounted for in a cleaned text: characters that differ from the original without an edit that says so,
 * and characters of the original that are gone without one. Blanks and line ends may go.
 */
function unlisted(draft: Draft): string[] {
  const listed = draft.changes.filter(({ edit }) => edit.cause.kind === 'removed' || edit.cause.kind === 'repaired');
  const wrong: string[] = [];
  let at = 0;
  const gap = (from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      const known = listed.some(({ start, end }) => start <= i && i < end);
      if (!known && !/\s/.test(draft.decoded[i] ?? '')) wrong.push(`${i} is gone: ${draft.decoded[i]}`);
    }
  };
  for (const { out, length, from, to, exact } of draft.map.touching(0, draft.map.length)) {
    if (from > at) gap(at, from);
    const before = draft.decoded.slice(from, to);
    const after = draft.text.slice(out, out + length);
    if (
      exact ? before !== after : !/^\s*$/.test(before + after) && !listed.some((c) => c.start <= from && to <= c.end)
    ) {
      wrong.push(`${from}: ${before} → ${after}`);
    }
    at = Math.max(at, to);
  }
  gap(at, draft.decoded.length);
  return wrong;
}

describe('simplified text goes through the whole cleaning unchanged', () => {
  it.each(fixtures)('%s', async (_, text) => {
    const { draft, script } = await clean(startDraft(text));
    expect(script).toBe('simplified');
    expect(draft.changes.filter(({ edit }) => edit.cause.kind === 'script')).toEqual([]);
    expect(unlisted(draft)).toEqual([]);
  });

  it('also with rare names, old forms and a traditional name in it', async () => {
    const text = [
      '乾县人民政府关于印发甪直镇、埇桥区对口帮扶方案的通知',
      '组长：毕昇堃；副组长：徐崑、王国樑、吴頔、李喆；成员：朱镕、於崇文、张鍾某、赵乾。',
      '著名品牌显著增加，瞭望塔、蒜薹产地和八濛山瞭望点覆盖率达到95%。',
      '与“桜井株式会社”“渋谷商事”签约，旧县㕔修缮，二〇二五年完工。',
    ].join('\n');
    const { draft, script } = await clean(startDraft(text));
    expect([draft.text, script]).toEqual([text, 'simplified']);
    expect(unlisted(draft)).toEqual([]);
  });

  it('and what is not accounted for would be seen', async () => {
    const { draft } = await clean(startDraft('青石县養老服务规划'));
    expect(unlisted(draft)).toEqual(['0: 青石县養老服务规划 → 青石县养老服务规划']);
  });
});

describe.each(ways)('what is made traditional (%s) comes back', (_, toTraditional) => {
  it.each(fixtures)('%s', async (_, text) => {
    const traditional = toTraditional(text);
    expect(traditional).not.toBe(text);
    const [back, kept] = await Promise.all([clean(startDraft(traditional)), clean(startDraft(text))]);
    expect(back.draft.text).toBe(kept.draft.text);
    expect(back.script).toBe('traditional');
  });
});

/*
 * What cannot be told: OpenCC writes these simplified words with a traditional character that stands for another one in
 * the simplified script too. Who wrote the simplified text is not known, so the commoner sense wins.
 */
it.each([
  ['熏衣草', '薰衣草', '薰 is an herb with its own character; so is 薰衣草'],
  ['甚么', '什么', 'Hong Kong writes 甚麼 for 什么'],
  ['剩馀', '剩余', '餘 is 余 but where 余 would be read as I'],
  ['干卦', '乾卦', '乾 is the name of the trigram'],
  ['于潜县', '於潜县', '於 stays in names'],
  ['慰借', '慰藉', '藉 of comfort stays'],
])('%s becomes %s: %s', async (text, expected) => {
  const toTaiwan = ways[0]?.[1] ?? String;
  const { draft } = await clean(startDraft(toTaiwan(`县人民政府关于“${text}”的规划`)));
  expect(draft.text).toBe(`县人民政府关于“${expected}”的规划`);
});
