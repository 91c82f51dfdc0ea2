import { describe, expect, it } from 'vitest';
import { DAMAGES, ENCODINGS, LENGTHS, problemOf, sample } from '../../bench/encoding-samples.mjs';
import { decode } from '../../src/read/encoding.js';

/** Samples of a cell: many where a text is short and has little to tell by. */
const samplesOf = (length: number) =>
  length <= 4 ? 240 : length <= 8 ? 120 : length <= 24 ? 40 : length <= 200 ? 10 : 3;

/**
 * Cells that nobody could read: a cut takes the mark away; four characters with a rare one, cut or under a lying label,
 * leave less than a word to tell by; the only escape of a short 7-bit text may be what was cut off.
 */
const EMPTY =
  /with BOM, cut at the start|(?:gbk|4-byte|hkscs), (?:cut at the (?:start|end)|wrong meta), 4$|(?:hz|iso-2022-cn), cut at the start, 4$/;

/** From this length on every cell is asked for the whole; where a share is asked for, the lengths of a cell count together. */
const SURE = 12;

/** The share of samples that has to be decoded right. */
function least(name: string, damaged: boolean, length: number): number {
  if (/^(?:hz|iso)/.test(name)) return 0.97;
  if (/^utf-16/.test(name) && !damaged) return 1;
  return length >= SURE ? 1 : 0.99;
}

describe.each(ENCODINGS.map((encoding) => ({ ...encoding })))('$label', (encoding) => {
  it.each(DAMAGES.map((damage) => ({ ...damage })))('$label', async (damage) => {
    const damaged = damage.cut !== undefined || damage.share !== undefined;
    const faults: string[] = [];
    const pooled = { count: 0, wrong: [] as string[] };
    const judge = (cell: string, length: number, count: number, wrong: readonly string[]): void => {
      const allowed = count * (1 - least(encoding.name, damaged, length));
      if (wrong.length > allowed) faults.push(`${cell} characters, ${count} samples`, ...wrong.slice(0, 5));
    };
    for (const length of LENGTHS) {
      const wrong: string[] = [];
      let count = 0;
      for (let k = 0; k < samplesOf(length); k++) {
        const made = sample(encoding, damage, length, k);
        if (!made) continue;
        count++;
        const problem = await decode(made.bytes).then(
          ({ text, encoding: { name } }) => problemOf(made, encoding, { text, name }),
          (error: unknown) => String(error),
        );
        if (problem !== '') wrong.push(`#${k} ${(made.text ?? made.whole?.join('…') ?? '').slice(-60)}: ${problem}`);
      }
      const cell = `${encoding.label}, ${damage.label}, ${length}`;
      if (count < 3 && !EMPTY.test(cell)) faults.push(`${cell} characters: only ${count} samples`);
      if (least(encoding.name, damaged, length) === 1) judge(cell, length, count, wrong);
      else {
        pooled.count += count;
        pooled.wrong.push(...wrong);
      }
    }
    judge(`${encoding.label}, ${damage.label}, all lengths of a share`, SURE - 1, pooled.count, pooled.wrong);
    expect(faults).toEqual([]);
  });
});
