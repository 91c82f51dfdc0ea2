import { describe, expect, it } from 'vitest';
import { LIST_STYLES } from '../../src/lexicon/lists.js';
import { structure } from './outline.js';

/** The items of a text as `chain title`. */
const items = (...lines: string[]): string[] =>
  structure(lines)
    .sections.filter(({ kind }) => kind === 'item')
    .map(({ chain, title }) => `${chain} ${title}`);

/** The items of a text as they stand in it. */
function slices(...lines: string[]): string[] {
  const { sections, text } = structure(lines);
  return sections.filter(({ kind }) => kind === 'item').map(({ start, end }) => text.slice(start, end));
}

describe('every way of marking items', () => {
  const examples = LIST_STYLES.flatMap(({ id, examples: all }) => all.map((text): [string, string] => [id, text]));
  it.each(examples)('%s: %s', (_, text) => {
    expect(items(text).length).toBeGreaterThanOrEqual(2);
    expect(slices(text).join('')).toBe(text.slice(text.indexOf(slices(text)[0] ?? '')));
  });

  const traps = LIST_STYLES.flatMap(({ id, traps: all }) => all.map((text): [string, string] => [id, text]));
  it.each(traps)('not %s: %s', (_, text) => {
    expect(items(`一、任务`, text, `坚持${text}`)).toEqual([]);
  });
});
