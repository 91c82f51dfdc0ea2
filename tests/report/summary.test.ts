import { describe, expect, it } from 'vitest';
import { noCleaning } from '../../src/report/cleaned.js';
import { summaryJson, summaryLines } from '../../src/report/summary.js';
import { noTotals } from '../../src/report/text.js';

const run = {
  ...{ out: 'out', complete: true, inputs: 9, seen: 9, plans: 4, failed: 3, skipped: 1, before: 2, files: 5 },
  notes: [],
  left: 0,
  removed: 0,
  ...{
    vanished: ['a\nb.txt'],
    reasons: new Map([
      ['input/empty', 1],
      ['input/binary', 2],
    ]),
  },
  ...{ counts: noTotals.counts, cleaning: noCleaning, elapsed: 61_000 },
};

describe('summaryLines', () => {
  it('tells what became of every input, the most frequent reasons first', () => {
    expect(summaryLines(run, 'manifest.json')).toEqual([
      'failed: input/binary 2, input/empty 1',
      'passed over: 1 file without a plan, with reasons in manifest.json',
      'unchanged: 2 taken from the run before; --force reads all again',
      'gone: 1 of earlier runs are not there any more: a b.txt',
      'written into out: 5 files, listed in manifest.json; 1:01',
    ]);
  });

  it('is short where all is well', () => {
    const well = { ...run, failed: 0, skipped: 0, before: 0, vanished: [], reasons: new Map() };
    expect(summaryLines(well, 'm')).toEqual(['written into out: 5 files, listed in m; 1:01']);
  });

  it('tells a stop, and that nothing was read', () => {
    const stopped = { ...run, complete: false, seen: 3, plans: 0, failed: 0 };
    expect(summaryLines(stopped, 'm').at(-1)).toBe('stopped after 3 of 9 inputs; what was read is written');
    expect(summaryLines({ ...stopped, complete: true, reasons: new Map() }, 'm')[0]).toMatch(
      /^error: no plan was read/,
    );
    const shard = { ...stopped, complete: true, left: 1 };
    expect(summaryLines(shard, 'm').join('\n')).not.toMatch(/error/);
    expect(summaryLines(stopped, 'm')[0]).not.toMatch(/^error/);
  });

  it('tells what was removed', () => {
    expect(summaryLines({ ...run, removed: 2 }, 'm')).toContain(
      'removed: 2 files of documents that are gone or have another name now',
    );
  });

  it('names five of what is gone', () => {
    const vanished = ['1', '2', '3', '4', '5', '6', '7'];
    expect(summaryLines({ ...run, vanished }, 'm')).toContain(
      'gone: 7 of earlier runs are not there any more: 1, 2, 3, 4, 5 and 2 more',
    );
  });
});

describe('summaryJson', () => {
  it('is one line with the same', () => {
    const line = summaryJson(run);
    expect(line).not.toContain('\n');
    expect(JSON.parse(line)).toEqual({
      ...{
        schema: 'gongwen/summary@1',
        out: 'out',
        complete: true,
        inputs: 9,
        seen: 9,
        plans: 4,
        failed: 3,
        skipped: 1,
      },
      ...{ unchanged: 2, vanished: ['a\nb.txt'], reasons: { 'input/binary': 2, 'input/empty': 1 }, files: 5 },
      ...{ counts: noTotals.counts, cleaning: { removed: {}, repaired: {}, guessed: 0 }, seconds: 61 },
      ...{ notes: [], left: 0, removed: 0 },
    });
  });
});
