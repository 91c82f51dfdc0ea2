import { readFileSync } from 'node:fs';
import { glob } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { loadConverter } from '../src/clean/converter.js';
import { clean } from '../src/clean/index.js';
import { type Draft, startDraft } from '../src/core/draft.js';
import { parse } from '../src/index.js';
import { readHtml } from '../src/read/html.js';
import { readBytes } from '../src/read/index.js';
import { readMarkdown } from '../src/read/markdown.js';
import { isMarkdown } from '../src/read/markdown-signs.js';
import { linePlace } from './setup/place.js';

const all = (await glob('fixtures/*/*/source.*', { cwd: new URL('..', import.meta.url).pathname })).sort();
const sources = all.filter((path) => !/fixtures\/(?:docx|pdf|refused)\//.test(path));
const paged = all.filter((path) => /fixtures\/(?:docx|pdf)\//.test(path));
const convert = await loadConverter();

/** Letters, digits and marks, without blanks, widths, line ends and what draws tables: what a reader compares. */
const bare = (text: string): string =>
  text
    .replace(/[\u2500-\u257f]/g, '')
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/g, '');

/** Whether all characters of a quote stand in a stretch, in whatever order: cells of several lines lie side by side. */
function holds(stretch: string, quote: string): boolean {
  const left = [...stretch];
  return [...quote].every((character) => left.includes(character) && left.splice(left.indexOf(character), 1));
}

/** The whole lines that a stretch of a text touches. */
function wholeLines(text: string, start: number, end: number): string {
  const behind = text.indexOf('\n', end);
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, behind < 0 ? text.length : behind);
}

/** What a reader sees of a stretch of the original: markup, pipes and added syllables gone, characters simplified. */
async function seen(slice: string, format: 'text' | 'html' | 'markdown'): Promise<string> {
  // A stretch may cut through a pair of marks.
  const plain =
    format === 'markdown' ? (await readMarkdown(startDraft(slice))).draft.text.replace(/[|$\\*]/g, '') : slice;
  const text = format === 'text' ? plain : (await readHtml(plain)).text;
  return bare(convert(text)).replace(/\([a-z\u00e0-\u01dc]{1,6}\)/g, '');
}

/** Whether something was repaired or taken out in a stretch of the decoded original, or at its edge. */
function isChanged(draft: Draft, start: number, end: number): boolean {
  return draft.changes.some(
    (change) =>
      (change.edit.cause.kind === 'repaired' || change.edit.cause.kind === 'removed') &&
      change.start <= end &&
      change.end >= start,
  );
}

/** Share of the neighbouring pairs of one text that stand in another, 0..1. */
function likeness(a: string, b: string): number {
  const pairs = new Set(Array.from({ length: Math.max(0, b.length - 1) }, (_, i) => b.slice(i, i + 2)));
  const own = Array.from({ length: Math.max(0, a.length - 1) }, (_, i) => a.slice(i, i + 2));
  return own.length === 0 ? 1 : own.filter((pair) => pairs.has(pair)).length / own.length;
}

describe('the source offsets of every record, taken to the decoded original, give its sentence', () => {
  it('there are fixtures with records', () => {
    expect(sources.length).toBeGreaterThanOrEqual(10);
  });

  it.each(sources)('%s', async (path) => {
    const bytes = readFileSync(new URL(`../${path}`, import.meta.url));
    const file = await readBytes(bytes);
    const { draft } = await clean(file.draft);
    const markup = file.format === 'html' ? 'html' : 'text';
    const format = markup === 'text' && isMarkdown(draft.decoded, false) ? 'markdown' : markup;
    const { document } = await parse(bytes);
    const records = [...document.targets, ...document.deadlines, ...document.responsibilities];
    // Plans that are there for their headings and tables may have no records.
    if (!path.startsWith('fixtures/structure/')) expect(records.length).toBeGreaterThan(0);
    let exact = 0;
    for (const { evidence } of records) {
      const { start, end, line, column } = linePlace(evidence);
      const slice = draft.decoded.slice(start, end);
      const before = draft.decoded.slice(0, start).split(/\n/);
      expect([before.length, (before.at(-1) ?? '').length + 1], evidence.quote).toEqual([line, column]);
      const original = await seen(slice, format);
      const inCell = draft.marks.some(
        (mark) => mark.kind === 'cell' && mark.start <= evidence.start && evidence.start < mark.end,
      );
      if (original === bare(evidence.quote)) exact++;
      else if (inCell && file.format === 'text') {
        expect(holds(bare(wholeLines(draft.decoded, start, end)), bare(evidence.quote)), evidence.quote).toBe(true);
      } else {
        // Only where a change is listed may the original read otherwise, and then it is the same sentence still.
        expect(isChanged(draft, start, end), `${evidence.quote} | ${slice}`).toBe(true);
        // What a second copy gave back is in the quote alone, what was taken out in the original alone.
        const quote = bare(evidence.quote);
        const alike = Math.max(likeness(quote, original), likeness(original, quote));
        expect(alike, `${evidence.quote} | ${slice}`).toBeGreaterThan(0.8);
      }
    }
    const share = path.includes('damage/') ? 0.3 : path.includes('drawn') ? 0.5 : 0.95;
    expect(exact).toBeGreaterThanOrEqual(records.length * share);
  });
});

describe('the paragraph or page of every record of a Word file or PDF holds its beginning', () => {
  it('there are fixtures of both', () => {
    expect(new Set(paged.map((path) => path.split('/')[1]))).toEqual(new Set(['docx', 'pdf']));
  });

  it.each(paged)('%s', async (path) => {
    const bytes = readFileSync(new URL(`../${path}`, import.meta.url));
    const { draft, places } = await readBytes(bytes);
    const { document } = await parse(bytes);
    const records = [...document.targets, ...document.deadlines, ...document.responsibilities];
    expect(records.length).toBeGreaterThan(0);
    let whole = 0;
    for (const { evidence } of records) {
      const { source } = evidence;
      const number = 'page' in source ? source.page : 'paragraph' in source ? source.paragraph : 0;
      const place = bare(draft.decoded.slice(places?.starts[number - 1], places?.starts[number]));
      expect(place, evidence.quote).toContain(bare(evidence.quote).slice(0, 4));
      if (place.includes(bare(evidence.quote))) whole++;
    }
    // The others go on over the end of a page, or over cells.
    expect(whole / records.length).toBeGreaterThan(0.5);
  });
});
