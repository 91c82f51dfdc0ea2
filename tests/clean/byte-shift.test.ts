import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { byteShift } from '../../src/clean/byte-shift.js';
import { applyStage, startDraft } from '../../src/core/draft.js';
import { after, changes } from './run.js';

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

const repaired = (line: string): string => after(byteShift, `${DOCUMENT}\n${line}`).slice(DOCUMENT.length + 1);

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

  it('marks every character that it guessed', () => {
    const line = '學校基礎設施達標';
    const draft = applyStage(startDraft(`${DOCUMENT}\n${damage(line, 1)}`), byteShift);
    expect(draft.changes.map((change) => change.edit.cause)).toEqual([
      { kind: 'repaired', repair: 'byte-shift', guessed: true },
    ]);
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
    expect(changes(byteShift, DOCUMENT)).toEqual([]);
  });
});

// Known limit: nothing stands before the lost character to guess it from.
it('a line that begins with the lost character is left as it is', () => {
  const line = damage('校和縣級單位', 0);
  expect(repaired(line)).toBe(line);
});

// Bug: where nothing in the document speaks for any candidate, the first of them is taken, though it stands nowhere else.
describe('a guess that nothing supports is not made', () => {
  it.each([['戊?；己h'], ['學?：涂h級單位']])('%s', (line) => {
    expect(after(byteShift, line)).not.toContain('仯');
  });
});
