import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { batch, type Finished } from '../../src/batch/batch.js';
import { documentsOf } from '../../src/batch/documents.js';
import type { Input } from '../../src/batch/inputs.js';
import { resolveInputs } from '../../src/batch/resolve.js';
import type { Parse } from '../../src/batch/run.js';
import { diagnostic, InputError } from '../../src/core/diagnostic.js';
import { folderWith, isRoot } from '../setup/folder.js';
import { noSums, sampleDocument, sampleText } from '../setup/sample.js';

/** Does what the first line of a file says. */
const parse: Parse = async (bytes, { path = '' }) => {
  const order = Buffer.from(bytes).toString();
  if (order === 'refuse') throw new InputError(diagnostic('input/empty', 'error', {}));
  if (order === 'crash') throw new TypeError('boom');
  if (order === 'lie') return { document: sampleDocument(path), text: 'other', sums: noSums };
  return { document: sampleDocument(path), text: sampleText, sums: noSums };
};

interface Options {
  readonly parse?: Parse;
  readonly encoding?: string;
  readonly signal?: AbortSignal;
  readonly stdin?: () => Promise<Uint8Array>;
}

/** What a run in this thread gives. */
async function ran(inputs: readonly Input[], { stdin, encoding, ...options }: Options = {}): Promise<Finished[]> {
  const results: Finished[] = [];
  const pieces = documentsOf(inputs, stdin ? { stdin } : {});
  const setting = {
    formats: [],
    writing: { headers: 'en', bom: false },
    pack: false,
    ...(encoding === undefined ? {} : { encoding }),
  } as const;
  for await (const one of batch(pieces, { jobs: 0, limit: () => 1000, parse, ...options, setting })) results.push(one);
  return results;
}

async function outcomes(files: Record<string, string>, options: Options = {}): Promise<Finished[]> {
  return ran(await resolveInputs(Object.keys(files), folderWith(files)), options);
}

const codes = (results: Finished[]) => results.map((r) => ('failure' in r ? r.failure.code : r.path));

describe('batch', () => {
  it('gives one outcome an input, in order; a bad one stops nothing', async () => {
    const results = await outcomes({ 'a.txt': '', 'b.txt': 'refuse', 'c.txt': 'crash', 'd.txt': 'lie', 'e.txt': '' });
    expect(codes(results)).toEqual(['a.txt', 'input/empty', 'internal/unexpected', 'schema/invalid', 'e.txt']);
  });

  it('says in one line that an unexpected exception is a bug', async () => {
    const [result] = await outcomes({ 'c.txt': 'crash' });
    if (!result || !('failure' in result)) throw new Error('must fail');
    expect(result.failure.message).toMatch(/^gongwen failed on this file \(boom\): this is a bug/);
    expect(result.failure.message).not.toContain('\n');
    expect(result.failure.stack).toContain('TypeError: boom');
  });

  it('hands the encoding on', async () => {
    let seen: string | undefined;
    const spy: Parse = async (bytes, options) => {
      seen = options.encoding;
      return parse(bytes, options);
    };
    await outcomes({ 'a.txt': '' }, { parse: spy, encoding: 'big5' });
    expect(seen).toBe('big5');
  });

  it('reads standard input', async () => {
    const stdin = async () => Buffer.from('refuse');
    expect(codes(await ran([{ path: '-', file: '-' }], { stdin }))).toEqual(['input/empty']);
  });

  it('stops between files when it is told to', async () => {
    const stop = new AbortController();
    const spy: Parse = async (bytes, options) => {
      if (options.path === 'b.txt') stop.abort();
      return parse(bytes, options);
    };
    const results = await outcomes({ 'a.txt': '', 'b.txt': '', 'c.txt': '' }, { parse: spy, signal: stop.signal });
    expect(codes(results)).toEqual(['a.txt']);
  });

  it.skipIf(isRoot)('tells of a file that may not be read', async () => {
    const cwd = folderWith({ 'a.txt': '' });
    chmodSync(join(cwd, 'a.txt'), 0);
    const results = await ran(await resolveInputs(['a.txt'], cwd));
    expect(results).toMatchObject([{ failure: { code: 'input/unreadable', message: /permission denied/ } }]);
  });

  it('tells of a file that went away', async () => {
    expect(codes(await ran([{ path: 'a.txt', file: '/nowhere/a.txt' }]))).toEqual(['input/unreadable']);
  });
});

it('a file that holds no documents is told', async () => {
  // The end of a central directory of no entries: an empty ZIP archive (APPNOTE 4.3.16).
  const cwd = folderWith({ 'empty.zip': '' });
  writeFileSync(join(cwd, 'empty.zip'), Buffer.concat([Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)]));
  expect(codes(await ran(await resolveInputs(['.'], cwd)))).toEqual(['input/no-documents']);
});
