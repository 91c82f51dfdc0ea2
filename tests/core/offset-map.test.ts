import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, remove, repair } from '../../src/core/edits.js';
import { OffsetMap } from '../../src/core/offset-map.js';
import { type Cell, cellsOf, chains, editCells, editsOf, endIn, type Recipe, startIn, texts } from './chain.js';

interface Chained {
  readonly text: string;
  readonly map: OffsetMap;
  /** One map a pass, oldest first. */
  readonly maps: readonly OffsetMap[];
  readonly cells: readonly Cell[];
}

/** Edit a text pass by pass, with the maps composed, and the model beside them. */
function chain(source: string, passes: readonly (readonly Recipe[])[]): Chained {
  let text = source;
  let cells = cellsOf(source);
  const maps: OffsetMap[] = [];
  for (const recipes of passes) {
    const edits = editsOf(text, recipes);
    const applied = applyEdits(text, edits);
    cells = editCells(cells, edits, source.length);
    text = applied.text;
    maps.push(applied.map);
  }
  const map = maps.reduce((older, newer) => newer.after(older), OffsetMap.identity(source.length));
  return { text, map, maps, cells };
}

const slices = (length: number): [number, number][] =>
  Array.from({ length }, (_, a) =>
    Array.from({ length: length - a }, (_, k): [number, number] => [a, a + k + 1]),
  ).flat();

describe('after any chain of edits', () => {
  it('the model holds the same text', () => {
    fc.assert(
      fc.property(texts, chains, (source, passes) => {
        const { text, cells } = chain(source, passes);
        expect(cells.map((cell) => cell.character).join('')).toBe(text);
      }),
    );
  });

  it('every place is where the model has it', () => {
    fc.assert(
      fc.property(texts, chains, (source, passes) => {
        const { text, map, cells } = chain(source, passes);
        for (let p = 0; p <= text.length; p++) {
          expect(map.startOf(p)).toBe(startIn(cells, p, source.length));
          expect(map.endOf(p)).toBe(endIn(cells, p));
        }
      }),
    );
  });

  it('a character that no edit touched maps to itself and to nothing else', () => {
    fc.assert(
      fc.property(texts, chains, (source, passes) => {
        const { text, map, cells } = chain(source, passes);
        cells.forEach((cell, p) => {
          if (!cell.kept) return;
          const { start, end } = map.range(p, p + 1);
          expect([start, end]).toEqual([cell.start, cell.end]);
          expect(source.slice(start, end)).toBe(text[p]);
        });
      }),
    );
  });

  it('every slice maps to the range that it came from', () => {
    fc.assert(
      fc.property(texts, chains, (source, passes) => {
        const { text, map, cells } = chain(source, passes);
        for (const [start, end] of slices(text.length)) {
          const range = map.range(start, end);
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeLessThanOrEqual(source.length);
          expect(range.start).toBeLessThanOrEqual(range.end);
          // What was never touched lies inside; and where it stands at both ends, the range ends with it.
          const kept = cells.slice(start, end).filter((cell) => cell.kept);
          for (const cell of kept) {
            expect(range.start).toBeLessThanOrEqual(cell.start);
            expect(range.end).toBeGreaterThanOrEqual(cell.end);
          }
          if (cells[start]?.kept) expect(range.start).toBe(cells[start].start);
          if (cells[end - 1]?.kept) expect(range.end).toBe(cells[end - 1]?.end);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('an untouched stretch without a gap maps to the same stretch', () => {
    fc.assert(
      fc.property(texts, chains, (source, passes) => {
        const { text, map, cells } = chain(source, passes);
        for (const [start, end] of slices(text.length)) {
          const run = cells.slice(start, end);
          if (!run.every((cell, i) => cell.kept && cell.start === (run[0]?.start ?? 0) + i)) continue;
          const range = map.range(start, end);
          expect(source.slice(range.start, range.end)).toBe(text.slice(start, end));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('composing maps', () => {
  it('equals applying one after the other', () => {
    fc.assert(
      fc.property(texts, chains, (source, passes) => {
        const { text, map, maps } = chain(source, passes);
        for (let p = 0; p <= text.length; p++) {
          expect(map.startOf(p)).toBe(maps.reduceRight((at, older) => older.startOf(at), p));
          expect(map.endOf(p)).toBe(maps.reduceRight((at, older) => older.endOf(at), p));
        }
      }),
    );
  });

  it('may begin at either end of the chain', () => {
    fc.assert(
      fc.property(texts, chains, (source, passes) => {
        const { text, map, maps } = chain(source, passes);
        const fromNewest = maps.reduceRight<OffsetMap | undefined>(
          (newer, older) => newer?.after(older) ?? older,
          undefined,
        );
        if (!fromNewest) return;
        for (let p = 0; p <= text.length; p++) {
          expect(fromNewest.startOf(p)).toBe(map.startOf(p));
          expect(fromNewest.endOf(p)).toBe(map.endOf(p));
        }
      }),
    );
  });

  it('with the identity changes nothing', () => {
    fc.assert(
      fc.property(texts, chains, (source, [recipes = []]) => {
        const { text, map } = applyEdits(source, editsOf(source, recipes));
        const both = OffsetMap.identity(text.length).after(map).after(OffsetMap.identity(source.length));
        for (let p = 0; p <= text.length; p++) {
          expect([both.startOf(p), both.endOf(p)]).toEqual([map.startOf(p), map.endOf(p)]);
        }
      }),
    );
  });

  it('refuses maps of texts that are not the same', () => {
    expect(() => OffsetMap.identity(3).after(OffsetMap.identity(2))).toThrow(RangeError);
  });
});

describe('at the borders of an edit', () => {
  const removed = applyEdits('甲[乙]丙', [remove(1, 2, 'spam'), remove(3, 4, 'spam')]).map;
  const inserted = applyEdits('甲丙', [repair(1, 1, '乙', 'test')]).map;
  const aligned = applyEdits('規劃', [
    { start: 0, end: 2, text: '规划', cause: { kind: 'script' }, aligned: true },
  ]).map;
  const replaced = applyEdits('甲 \n 丙', [repair(1, 4, ',', 'test')]).map;

  it.each<[string, OffsetMap, [number, number], [number, number]]>([
    ['what was removed before and behind a slice stays outside', removed, [1, 2], [2, 3]],
    ['what was removed inside a slice is inside', removed, [0, 2], [0, 3]],
    ['removed text behind the last character stays outside', removed, [0, 3], [0, 5]],
    ['what was inserted maps to the place between', inserted, [1, 2], [1, 1]],
    ['a slice with an insertion maps to the whole', inserted, [0, 3], [0, 2]],
    ['a slice that ends in an insertion ends before it', inserted, [0, 2], [0, 1]],
    ['aligned text maps character by character', aligned, [1, 2], [1, 2]],
    ['replaced text maps to all that it replaces', replaced, [1, 2], [1, 4]],
    ['an empty text maps to an empty range', OffsetMap.identity(0), [0, 0], [0, 0]],
  ])('%s', (_, map, [start, end], [from, to]) => {
    expect(map.range(start, end)).toEqual({ start: from, end: to });
  });

  it('places before and behind the text are its ends', () => {
    expect([removed.endOf(-1), removed.endOf(0), removed.startOf(99), removed.endOf(99)]).toEqual([0, 0, 5, 5]);
  });
});

describe('the segments of a map', () => {
  it('cover the text without a gap, and exact ones hold the same text', () => {
    fc.assert(
      fc.property(texts, chains, (source, passes) => {
        const { text, map, cells } = chain(source, passes);
        let at = 0;
        for (const segment of map.touching(0, text.length)) {
          expect(segment.out).toBe(at);
          at += segment.length;
          if (!segment.exact) continue;
          expect(segment.to - segment.from).toBe(segment.length);
          const untouched = cells.slice(segment.out, at).every((cell) => cell.kept);
          if (untouched) expect(text.slice(segment.out, at)).toBe(source.slice(segment.from, segment.to));
        }
        expect(at).toBe(text.length);
      }),
    );
  });
});
