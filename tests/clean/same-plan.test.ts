import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parse } from '../../src/index.js';
import type { Document } from '../../src/schema/model.js';

const read = (path: string) => parse(readFileSync(fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url))));

/** A record without its place in the file. */
const bare = ({ evidence, ...rest }: Document['targets' | 'deadlines' | 'responsibilities'][number]) => ({
  ...rest,
  evidence: { ...evidence, source: undefined },
});

it('a plan saved as text and as a page gives the same text, facts and records', async () => {
  const [page, text] = await Promise.all([read('html/forest-page/source.html'), read('text/forest-plan/source.txt')]);
  expect(page.text).toBe(text.text);
  expect(page.document.meta).toEqual(text.document.meta);
  expect(page.document.sections).toEqual(text.document.sections);
  for (const kind of ['targets', 'deadlines', 'responsibilities'] as const) {
    expect(page.document[kind].length).toBeGreaterThan(2);
    expect(page.document[kind].map(bare)).toEqual(text.document[kind].map(bare));
  }
});
