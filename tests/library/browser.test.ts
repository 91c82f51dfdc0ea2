import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createContext, Script } from 'node:vm';
import { rolldown } from 'rolldown';
import { beforeAll, describe, expect, it } from 'vitest';
import * as node from '../../src/index.js';
import { fixtureSources } from '../setup/fixtures.js';

type Library = typeof node;

/** What every browser has and the bare language lacks. No process, no Buffer, no require. */
const WEB = { TextDecoder, TextEncoder, URL, MessageChannel, AbortController, atob, ReadableStream, structuredClone };

let bundle = '';
/** What the bundle still wants from elsewhere. */
let outside: string[] = [];
let library: Library;

beforeAll(async () => {
  const input = fileURLToPath(new URL('../../dist/index.js', import.meta.url));
  const build = await rolldown({ input, platform: 'browser', logLevel: 'silent' });
  // One file: so the test needs no loader of modules.
  const { output } = await build.generate({ format: 'iife', name: 'gongwen', codeSplitting: false });
  await build.close();
  expect(output).toHaveLength(1);
  bundle = output[0].code;
  outside = [...output[0].imports, ...output[0].dynamicImports].filter((name) => name !== output[0].fileName);
  const page = createContext({ ...WEB });
  new Script(bundle, { filename: 'bundle.js' }).runInContext(page);
  library = new Script('gongwen').runInContext(page) as Library;
}, 120_000);

/** A refusal as text, whichever realm it is from. */
const refusal = (error: unknown): string => JSON.stringify((error as node.InputError).diagnostic);
const outcome = (lib: Library, bytes: Uint8Array, path: string): Promise<string> =>
  lib.parse(bytes, { path }).then((parsed) => JSON.stringify(parsed), refusal);

describe('the library in a bundle for browsers', () => {
  it('is plain script without modules of Node', () => {
    expect(bundle.length).toBeGreaterThan(500_000);
    expect(outside).toEqual([]);
    const code = bundle.replace(/^\s*\*.*$/gm, '');
    expect(code.match(/.{0,40}['"`]node:.{0,40}/g)).toBeNull();
    expect(code.match(/.{0,40}\brequire\(['"`].{0,40}/g)).toBeNull();
  });

  it.each(fixtureSources(['txt', 'md', 'html', 'mht', 'mhtml']))('reads $path as Node does', async ({ file, path }) => {
    const bytes = new Uint8Array(readFileSync(file));
    const expected = await outcome(node, bytes, path);
    expect(await outcome(library, bytes, path)).toBe(expected);
    expect(JSON.parse(expected)).toHaveProperty('document');
  });

  it('takes text, explains, and reads many', async () => {
    const text = '青岚县养老服务行动计划(2022—2025年)\n一、目标\n到2025年,护理型床位占比达到55%。\n';
    expect(JSON.stringify(await library.parse(text))).toBe(JSON.stringify(await node.parse(text)));
    expect(JSON.stringify(await library.explain(text, { record: 't1' }))).toBe(
      JSON.stringify(await node.explain(text, { record: 't1' })),
    );
    expect(await library.indicators()).toHaveLength((await node.indicators()).length);
    const paths: unknown[] = [];
    for await (const { path, error } of library.parseMany([text, 'only English in here']))
      paths.push([path, error?.code]);
    expect(paths).toEqual([
      ['0', undefined],
      ['1', 'input/not-chinese'],
    ]);
  });

  it('refuses by name what it leaves to Node, and what Node refuses', async () => {
    const [word] = fixtureSources(['docx']);
    expect(await outcome(library, new Uint8Array(readFileSync(word?.file ?? '')), '')).toContain('input/needs-node');
    expect(await outcome(library, Uint8Array.of(0xff, 0xfe, 0, 0, 0x2d, 0x4e, 0, 0), '')).toContain('input/needs-node');
    for (const bytes of [
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a),
      new TextEncoder().encode('{\\rtf1 x}'),
      new TextEncoder().encode('Nothing Chinese at all in this line.'),
      Uint8Array.from({ length: 400 }, (_, i) => 0x80 + ((i * 7) % 60)),
    ])
      expect(await outcome(library, bytes, '')).toBe(await outcome(node, bytes, ''));
  });
});
