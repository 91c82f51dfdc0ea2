import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explain, InputError, parse } from '../../src/index.js';
import { fixtureSources } from '../setup/fixtures.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

it.each([null, undefined, 5, {}, [], new ArrayBuffer(2)])('what is no input is told in words: %j', async (input) => {
  await expect(parse(input as unknown as string)).rejects.toThrow(
    new TypeError('the input is neither bytes (a Uint8Array) nor text'),
  );
});

it('reasons to keep are a list', async () => {
  const keep = 'spam' as unknown as ['spam'];
  await expect(parse('到2025年', { keep })).rejects.toThrow(
    new TypeError('keep is a list of reasons, such as ["spam"]'),
  );
});

describe('a text that is decoded already', () => {
  const files = fixtureSources(['txt', 'md', 'html']);

  it('is there in all kinds', () => expect(files.length).toBeGreaterThan(60));

  it.each(files)('$path gives what its bytes give when they are said to be UTF-8', async ({ file }) => {
    const bytes = readFileSync(file);
    const { name } = (await parse(bytes)).document.source.encoding;
    const text = new TextDecoder(name).decode(bytes);
    const fromText = await parse(text, { path: 'a' });
    // As JSON: what places text in the original is a function, and a new one each time.
    expect(JSON.stringify(fromText)).toBe(JSON.stringify(await parse(utf8(text), { path: 'a', encoding: 'utf-8' })));
    expect(fromText.document.source.encoding).toEqual({ name: 'utf-8', via: 'forced', confidence: 1, replaced: 0 });
  });

  it('loses its byte order mark, and halves of characters', async () => {
    const text = '青岚县水利规划(2022—2025年)\n一、目标\n到2025年,建成水库3座。\n';
    const plain = await parse(text);
    const marked = await parse(`\ufeff${text}`);
    expect(marked.text).toBe(plain.text);
    expect(marked.document.targets).toEqual(plain.document.targets);
    expect((await parse(`${text}二、保障\ud842\n`)).text).toContain('保障\ufffd');
    const question = { record: 't1' };
    expect(await explain(text, question)).toEqual(await explain(utf8(text), question, { encoding: 'utf-8' }));
  });

  it('is refused like a file where there is nothing in it', async () => {
    for (const [text, code] of [
      ['', 'input/empty'],
      [' \n\u200b', 'input/empty'],
      ['Nothing Chinese in here at all.', 'input/not-chinese'],
    ] as const) {
      const refused = await parse(text).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(InputError);
      expect((refused as InputError).diagnostic.code).toBe(code);
    }
  });

  it('may be a saved page, whose own part is decoded', async () => {
    const [archive] = fixtureSources(['mhtml']);
    if (!archive) throw new Error('no archive among the fixtures');
    const bytes = readFileSync(archive.file);
    const fromText = await parse(bytes.toString('latin1'));
    expect(fromText.document.targets).toEqual((await parse(bytes)).document.targets);
    expect(fromText.document.source.format).toBe('html');
  });
});
