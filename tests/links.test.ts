import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Governing, governedBy } from '../src/links.js';

/** A statement over [start, end), at a place of its own. */
const at = (
  id: string,
  start: number,
  end: number,
  stands = end,
  style: Governing['style'] = 'bracket',
): Governing => ({
  ...{ id, style, scope: { start, end }, evidence: { start: stands } },
});

describe('governedBy', () => {
  it('gives the statements whose scope holds a place, whatever the order of both', () => {
    const statements = [at('r2', 10, 20), at('r1', 0, 10)];
    expect(governedBy([10, 0, 20, 9, 19], statements)).toEqual([['r2'], ['r1'], [], ['r1'], ['r2']]);
    expect(governedBy([], statements)).toEqual([]);
    expect(governedBy([3], [])).toEqual([[]]);
  });

  it('leaves a heading to the brackets of its tasks, where they have any', () => {
    const statements = [at('r1', 0, 100, 5), at('r2', 10, 30), at('r3', 30, 50)];
    expect(governedBy([2, 10, 30, 60], statements)).toEqual([['r1'], ['r2'], ['r3'], ['r1']]);
  });

  it('leaves a heading whose scope begins with its first task to that task', () => {
    expect(governedBy([12, 40], [at('r1', 10, 100, 5), at('r2', 10, 30)])).toEqual([['r2'], ['r1']]);
  });

  it('leaves what closes a whole list to the brackets of the items', () => {
    expect(governedBy([5, 15], [at('r1', 10, 30), at('r2', 0, 80)])).toEqual([['r2'], ['r1']]);
  });

  it('keeps two brackets that close one text: one of those who lead, one of those who help', () => {
    expect(governedBy([5], [at('r1', 0, 20), at('r2', 0, 30)])).toEqual([['r1', 'r2']]);
    expect(governedBy([5], [at('r2', 0, 20, 30), at('r1', 0, 20, 20)])).toEqual([['r1', 'r2']]);
  });

  it('keeps two brackets of one heading', () => {
    expect(governedBy([50], [at('r1', 0, 100, 5), at('r2', 0, 100, 9)])).toEqual([['r1', 'r2']]);
  });

  it('gives duties of running text beside brackets, narrowest first', () => {
    const statements = [at('r1', 0, 100, 5), at('r2', 10, 30, 10, 'body'), at('r3', 0, 50, 50)];
    expect(governedBy([12, 32], statements)).toEqual([['r2', 'r3'], ['r3']]);
    expect(governedBy([12], [at('r1', 0, 100, 5), at('r2', 10, 30, 10, 'body')])).toEqual([['r2', 'r1']]);
  });

  it('gives exactly what holds the place, where all is running text', () => {
    const one = fc.tuple(fc.nat(40), fc.nat(20));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), fc.array(fc.nat(60), { maxLength: 12 }), (spans, places) => {
        const statements = spans.map(([start, size], i) => at(`r${i}`, start, start + size, start, 'body'));
        const found = governedBy(places, statements);
        const held = (place: number) =>
          statements.filter(({ scope }) => scope.start <= place && place < scope.end).map(({ id }) => id);
        expect(found.map((ids) => [...ids].sort())).toEqual(places.map((place) => held(place).sort()));
        for (const ids of found) {
          const widths = ids.map((id) => spans[Number(id.slice(1))]?.[1] ?? 0);
          expect(widths).toEqual([...widths].sort((a, b) => a - b));
        }
      }),
    );
  });
});
