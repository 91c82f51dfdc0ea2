import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { byteShift } from '../../src/clean/byte-shift.js';
import { loadProse } from '../../src/clean/prose-model.js';
import { applyStage, startDraft } from '../../src/core/draft.js';
import { breakAt, breakPage, PLAIN_SITE, type Site, seeded } from './damage-model.js';
import { after, changes } from './run.js';

const PROSE = await loadProse();

/**
 * The accident: a program took the byte pair A3 xx (full-width punctuation of GBK) for a unit without minding where
 * characters begin. The character at `at` (its trail byte is A3) loses its lead byte, shown as `?`; all behind it is read one
 * byte off, until a trail byte below 80 stands alone as a letter and sets the reading right.
 */
function damage(line: string, at: number): string {
  const trail = iconv.encode(line[at] ?? '', 'gbk')[1];
  if (trail !== 0xa3) throw new Error(`${line[at]} does not end in A3`);
  const shifted = iconv.encode(line.slice(at), 'gbk').subarray(1);
  return `${line.slice(0, at)}?${new TextDecoder('gb18030').decode(shifted)}`;
}

/** Other lines of the document: what they hold ranks the guesses. */
const DOCUMENT = [
  '全縣各學校和縣級部門要加強協作，落實各項責任。',
  '縣教育局會同學校和縣級單位開展檢查，保證質量。',
  '各學校基礎設施建設達到標準，學校開設勞動課程。',
  '支持學校共同學習，提升學校，做好縣級示範。',
  '實行“一校一策”，學校“一校一案”德育工作機制。',
].join('\n');

const repaired = (line: string): string => after(byteShift(PROSE), `${DOCUMENT}\n${line}`).slice(DOCUMENT.length + 1);

describe('damage by a shift of bytes is undone', () => {
  it.each([
    ['學校基礎設施達標'],
    ['學校和縣級單位合作'],
    ['學校開設課程'],
    ['學校共同學習，提升質量'],
    ['提升學校，做好縣級示範'],
    ['學校“一校一案”德育工作機制'],
    ['（一）縣級學校和縣級單位'],
    // The shift runs on to the end of the line, whose last byte is left over.
    ['学校和单位合作'],
  ])('%s', (line) => {
    const broken = damage(line, line.indexOf('校'));
    expect(broken).not.toBe(line);
    expect(repaired(broken)).toBe(line);
  });

  it('also where the page made the full-width letters half-width', () => {
    expect(repaired('學?！耙恍R话浮钡掠ぷ鳈C制')).toBe(repaired('學?！耙恍Ｒ话浮钡掠ぷ鳈C制'));
  });

  it('also inside the syllables that another program put in', () => {
    // The accident met the inserter of pinyin: the letter behind the bracket is the trail byte of the character.
    expect(repaired('全縣各?xué)W校')).toBe('全縣各學校');
  });

  it('marks what it guessed, and only that', () => {
    const line = '學校基礎設施達標';
    const draft = applyStage(startDraft(`${DOCUMENT}\n${damage(line, 1)}`), byteShift(PROSE));
    expect(draft.changes.filter(({ edit }) => 'guessed' in edit.cause).map(({ edit }) => edit.text)).toEqual(['校']);
    expect(draft.changes.map(({ edit }) => edit.text).join('')).toMatch(/^校基[\u4e00-\u9fff]*$/);
  });
});

describe('what is no such damage stays', () => {
  it.each([
    ['a question', '怎么办?，大家都在問。'],
    ['two marks', '真的?！'],
    ['a question in quotes', '“为什么?”'],
    ['a lost character with nothing behind it', '學?'],
    ['digits around the lost byte', '共12?；34所學校'],
    ['a question mark before a full-width bracket', '建成了?（一）任務'],
    ['none', '學校基礎設施'],
  ])('%s', (_, line) => {
    expect(repaired(line)).toBe(line);
  });

  it('and a text without the sign is not looked at', () => {
    expect(changes(byteShift(PROSE), DOCUMENT)).toEqual([]);
  });
});

describe('the search is bounded', () => {
  const line = '學校基礎設施達標';

  it('a line that stands in a text many times is repaired everywhere', () => {
    const times = Array.from({ length: 3000 }, () => damage(line, 1));
    expect(new Set(repaired(times.join('\n')).split('\n'))).toEqual(new Set([line]));
  });

  it('and is given up where the text is damaged in another way', () => {
    // Random characters behind the sign: the reading one byte off makes no sense, thousands of times.
    const random = seeded(3);
    const noise = () => String.fromCharCode(0x4e00 + Math.floor(random() * 5000));
    const noisy = Array.from({ length: 600 }, () => `${noise()}?；${Array.from({ length: 30 }, noise).join('')}`);
    expect(repaired([...noisy, damage(line, 1)].join('\n'))).toBe([...noisy, damage(line, 1)].join('\n'));
  });
});

it('a line that begins with the lost character is read from what follows', () => {
  const line = '校和縣級單位';
  expect(repaired(damage(line, 0))).toBe(line);
});

describe('nothing is guessed inside numbers and dates', () => {
  // The document speaks for the numeral, which is what was lost; yet it is left unread.
  it.each([
    ['学校和单位共五，其中', '学校和单位共?，其中'],
    ['学校和单位合作2025年，其中', '学校和单位合作2025?，其中'],
    ['学校和单位合作十二月，其中', '学校和单位合作十二?，其中'],
  ])('%s', (line, expected) => {
    const at = line.indexOf('和') - 1;
    const broken = breakAt(line, at, PLAIN_SITE);
    const shown = line.slice(0, at) + broken.text + line.slice(broken.until);
    const text = `${'学校和单位共五，合作十二月，2025年，\n'.repeat(5)}${shown}`;
    expect(after(byteShift(PROSE), text).split('\n').at(-1)).toBe(broken.until < line.indexOf('，') ? line : expected);
  });
});

// Bug: where nothing in the document speaks for any candidate, the first of them is taken, though it stands nowhere else.
describe('a guess that nothing supports is not made', () => {
  it.each([['戊?；己h'], ['學?：涂h級單位']])('%s', (line) => {
    expect(after(byteShift(PROSE), line)).not.toContain('仯');
  });
});

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const PLANS = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('clean.txt'))
  .map((name) => readFileSync(join(FIXTURES, name), 'utf8'));

const HELD = fileURLToPath(new URL('held-out/', import.meta.url));
const HELD_OUT = readdirSync(HELD).map((name) => readFileSync(join(HELD, name), 'utf8'));

interface Figures {
  lines: number;
  exact: number;
  unmarked: number;
  changed: number;
}

/** Break the plans as a site would, repair them, and count. */
function simulate(plans: readonly string[], site: Site, share: number, convert?: (text: string) => string): Figures {
  const figures: Figures = { lines: 0, exact: 0, unmarked: 0, changed: 0 };
  for (const [i, plan] of [...plans, ...plans, ...plans].entries()) {
    const page = breakPage(plan, site, share, seeded(i * 7919 + 1));
    const draft = applyStage(startDraft(page.lines.join('\n')), byteShift(PROSE, convert));
    // The same once more, with every guess shown as a gap: what differs from the original must be a gap.
    const guesses = draft.changes.filter(({ edit }) => edit.cause.kind === 'repaired' && edit.cause.guessed);
    const repaired = draft.text.split('\n');
    const marked = new Set(guesses.map(({ start }) => page.lines.join('\n').slice(0, start).split('\n').length - 1));
    page.lines.forEach((line, k) => {
      if (!page.struck[k]) figures.changed += repaired[k] === line ? 0 : 1;
      else {
        figures.lines++;
        if (repaired[k] === page.whole[k]) figures.exact++;
        // A line that is repaired has a lost byte, so a guess.
        if (repaired[k] !== line && !marked.has(k) && !repaired[k]?.includes('?')) figures.unmarked++;
      }
    });
  }
  return figures;
}

describe('damage simulated on the fixtures', () => {
  const toTraditional = Converter({ from: 'cn', to: 'tw' }) as (text: string) => string;
  const toSimplified = Converter({ from: 'tw', to: 'cn' }) as (text: string) => string;

  it.each<[string, Partial<Site>, number, number]>([
    ['one place in four, at marks', { sets: 'marks' }, 0.25, 0.9],
    ['the same, shown half-width', { sets: 'marks', half: true }, 0.25, 0.9],
    ['every place, at marks', { sets: 'marks' }, 1, 0.83],
    ['one place in four of all that make a full-width form', { sets: 'forms' }, 0.25, 0.83],
    ['the same, the left-over byte not shown', { sets: 'forms', orphan: 'dropped' }, 0.25, 0.75],
    ['one place in four, private-use characters lost as well', { sets: 'marks', privateUse: 'lost' }, 0.25, 0.5],
  ])('%s', { timeout: 120_000 }, (_, site, share, least) => {
    const simplified = simulate(PLANS, { ...PLAIN_SITE, ...site }, share);
    const traditional = simulate(PLANS.map(toTraditional), { ...PLAIN_SITE, ...site }, share, toSimplified);
    for (const figures of [simplified, traditional]) {
      expect(figures.lines).toBeGreaterThan(10);
      expect(figures.changed).toBe(0);
      expect(figures.unmarked).toBe(0);
    }
    const share_ = (simplified.exact + traditional.exact) / (simplified.lines + traditional.lines);
    expect(share_).toBeGreaterThanOrEqual(least);
  });

  // Written after the sentences of the lexicon, but before its list of words: no weight was chosen on them.
  it('brings back most lines of plans of other sectors', { timeout: 120_000 }, () => {
    const simplified = simulate(HELD_OUT, PLAIN_SITE, 0.25);
    const traditional = simulate(HELD_OUT.map(toTraditional), PLAIN_SITE, 0.25, toSimplified);
    const lines = simplified.lines + traditional.lines;
    expect(lines).toBeGreaterThan(50);
    expect(simplified.changed + traditional.changed + simplified.unmarked + traditional.unmarked).toBe(0);
    expect((simplified.exact + traditional.exact) / lines).toBeGreaterThanOrEqual(0.6);
  });

  it('leaves undamaged plans as they are', () => {
    for (const plan of [...PLANS, ...PLANS.map(toTraditional)])
      expect(changes(byteShift(PROSE, toSimplified), plan)).toEqual([]);
  });

  it.each([
    '真的?！',
    '真的?!这是怎么了?！大家都在问。',
    '“为什么?”“怎么办?！”群众的疑问要一件件回应。',
    '问:学校在哪里?答:在县城。问:什么时候开学?答:9月1日。',
    '网址 https://example.gov.cn/list?a=1;b=2&c=3，请登录查询。',
    'Is it done?Yes;it is. What is AI?ML?',
    '建成了?；还是没有建成?，请各单位自查。',
    '政策“能不能享受?”“怎么享受?”，一次讲清。',
    '关于“谁来干?干什么?怎么干?”的回答',
    '什么是5G?5G是第五代移动通信技术。',
    '是否达标?（填写是或否）',
    '为什么?A公司与B公司合作',
    '到底还有多少?Ｔ项目怎么办',
  ])('leaves real question marks: %s', (line) => {
    for (const plan of PLANS) expect(after(byteShift(PROSE), `${plan}\n${line}`)).toBe(`${plan}\n${line}`);
  });
});
