import { describe, expect, it } from 'vitest';
import { applyStage, type Draft, defineStage, startDraft } from '../src/core/draft.js';
import { repair } from '../src/core/edits.js';
import { doubtsIn, suspicionIn, tellDoubts, wordsAround } from '../src/doubts.js';

/** A text in which one stretch was repaired. */
function repaired(text: string, before: string, after: string, kind: string, guessed = false): Draft {
  const at = text.indexOf(before);
  const stage = defineStage({ id: 'test', edits: () => [repair(at, at + before.length, after, kind, guessed)] });
  return applyStage(startDraft(text), stage);
}

const told = (draft: Draft): string[] =>
  doubtsIn(draft).map(({ kind, start, end }) => `${kind}:${draft.text.slice(start, end)}`);

describe('doubts about a cleaned text', () => {
  it('name a character that was guessed, at its place', () => {
    expect(told(repaired('第一行。\n建设标准化学?12所。\n', '?', '校', 'byte-shift', true))).toEqual([
      'guessed-character:校',
    ]);
  });

  it('are silent about a repair that is sure', () => {
    expect(told(repaired('規(guī)劃新建學校12所。', '(guī)', '', 'pinyin-residue'))).toEqual([]);
  });

  it('name a question mark that was left beside a repair, and none elsewhere', () => {
    const text = '新建?校12所，改造?2所？\n哪些学校?新建学校。\n';
    expect(told(repaired(text, '?校', '学校', 'byte-shift'))).toEqual(['lost-characters:?']);
    expect(told(startDraft(text))).toEqual([]);
  });

  it.each([
    ['marks of lost bytes', '新建\ufffd\ufffd12所', 'lost-characters:\ufffd\ufffd', 2],
    ['what became of such marks', '新建锟斤拷12所', 'lost-characters:锟斤拷', 1],
    ['memory that was never written', '新建烫烫烫烫12所', 'lost-characters:烫烫烫烫', 4],
  ])('name %s, counted', (_, text, found, count) => {
    const draft = startDraft(text);
    expect(told(draft)).toEqual([found]);
    expect(tellDoubts(doubtsIn(draft), text)).toMatchObject([
      { code: 'clean/lost-characters', severity: 'warning', line: 1, args: { count } },
    ]);
  });

  it.each(['烫伤急救', '屯垦戍边', '锟斤两', '烫烫'])('leave words alone: %s', (text) => {
    expect(told(startDraft(text))).toEqual([]);
  });

  it('are told once a line where characters are lost', () => {
    const text = '新建\ufffd12所，改造\ufffd\ufffd2所\n\ufffd';
    expect(tellDoubts(doubtsIn(startDraft(text)), text).map(({ line, args }) => [line, args])).toMatchObject([
      [1, { count: 3 }],
      [2, { count: 1 }],
    ]);
  });

  it('are told once a line that has nothing but brackets, and one by one in a line of words', () => {
    const told = (text: string) => tellDoubts(doubtsIn(startDraft(text)), text).map(({ line, args }) => [line, args]);
    expect(told(`甲\n${'('.repeat(21)}\n乙)`)).toEqual([
      [2, { mark: '(', around: '('.repeat(9), more: 20 }],
      [3, { mark: ')', around: '乙)' }],
    ]);
    expect(told('('.repeat(20))).toHaveLength(20);
  });

  it('make suspect what touches them', () => {
    const text = '新建\ufffd12所，改造2所（含扩建，覆盖率达到9（';
    const suspect = suspicionIn(doubtsIn(startDraft(text)), text);
    const of = (part: string) => suspect(text.indexOf(part), text.indexOf(part) + part.length);
    expect(of('新建\ufffd12所')).toBe('lost-characters');
    // A lone bracket says something about a number only where it touches it.
    expect(of('改造2所（含扩建')).toBeNull();
    expect(of('达到9（')).toBe('unbalanced');
  });
});

it('the words around a number are looked for in its quote alone, however long its line is', { timeout: 5000 }, () => {
  const text = '覆盖率达到60%,'.repeat(600_000);
  for (let at = 0; at < 40_000; at++)
    expect(wordsAround(text, { start: at * 9, end: at * 9 + 8 }, at * 9 + 5)).toHaveLength(1);
});
