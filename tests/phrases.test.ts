import { describe, expect, it } from 'vitest';
import { compare, figures, planOf, readPhrases } from '../bench/phrase-score.mjs';
import { parse } from '../src/index.js';

/*
 * Sentences of plans of many sectors and levels, written without a look at the rules, each with all its records. What is
 * amiss is named with the phrase; a gap that is closed must be taken out (`npm run build && node bench/phrases.mjs --update`).
 */
const phrases = readPhrases(new URL('../fixtures/phrases/', import.meta.url));

describe('phrases', () => {
  it.each(phrases.map((phrase) => [phrase.id, phrase] as const))('%s', async (_, phrase) => {
    const { document } = await parse(new TextEncoder().encode(planOf(phrase)));
    expect(compare(phrase, document).notes).toEqual(phrase.gaps ?? []);
  });

  it('are at least three hundred, a quarter of them traps, with ids of their own', () => {
    const traps = phrases.filter(({ targets, deadlines }) => targets.length + deadlines.length === 0);
    expect(phrases.length).toBeGreaterThanOrEqual(300);
    expect(traps.length / phrases.length).toBeGreaterThan(0.25);
    expect(new Set(phrases.map(({ id }) => id)).size).toBe(phrases.length);
  });

  it('are compared in a way that tells a miss, an invention and a wrong field', () => {
    const target = { class: 'output', indicator: '新建水厂', comparator: 'eq', value: 2, unit: '座', year: 2025 };
    const phrase = { ...EMPTY, targets: [target] };
    const read = (targets: object[]) => compare(phrase, { targets, deadlines: [] } as never);
    expect(read([{ ...target, valueMax: null }])).toMatchObject({ notes: [], targets: { matched: 1, right: 1 } });
    expect(read([]).notes).toEqual(['- output 新建水厂 eq 2座 @2025']);
    expect(read([{ ...target, class: 'norm' }]).notes).toEqual(['~ output 新建水厂 eq 2座 @2025: class "norm"']);
    expect(read([{ ...target, year: 2024 }]).notes).toHaveLength(2);
    expect(figures({ wanted: 4, found: 2, matched: 2 })).toEqual({ p: 100, r: 50, f: 200 / 3 });
  });
});

const EMPTY = { id: 'x', sector: 'water', level: 'county', text: '', deadlines: [], shows: '' };
