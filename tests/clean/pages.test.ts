import { describe, expect, it } from 'vitest';
import { parse } from '../../src/index.js';
import { FACTS, PAGES, PLAN } from '../setup/pages.js';

const read = (page: string) => parse(new TextEncoder().encode(page));
const words = (text: string): string => text.replace(/\s/g, '');

describe.each(PAGES)('$make', ({ page, meta }) => {
  it('leaves the plan as its issuer wrote it', async () => {
    expect((await read(page)).text.split('\n').filter(Boolean)).toEqual(PLAN);
  });

  it('gives what the page says of it', async () => {
    expect((await read(page)).document.meta).toMatchObject({ ...FACTS, ...meta });
  });

  it('lists all that went', async () => {
    const { document, text } = await read(page);
    const kept = new Set(words(text));
    const told = words(document.cleaning.removed.map((entry) => entry.text).join(''));
    // Every word of the page that is not in the text is in the list.
    const shown = page.replace(/<head>.*?<\/head>|<(?:button|select)>.*?<\/(?:button|select)>|<[^>]*>/gs, ' ');
    for (const word of shown.replace(/&\w+;/g, ' ').split(/[^\u4e00-\u9fff]+/)) {
      if ([...word].some((character) => !kept.has(character))) expect(told).toContain(word);
    }
  });
});
