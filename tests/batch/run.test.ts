import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveInputs } from '../../src/batch/inputs.js';
import { type Outcome, type Parse, type RunOptions, run } from '../../src/batch/run.js';
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

async function outcomes(files: Record<string, string>, options: RunOptions = {}): Promise<Outcome[]> {
  const cwd = folderWith(files);
  const results: Outcome[] = [];
  const inputs = await resolveInputs(Object.keys(files), cwd);
  for await (const outcome of run(inputs, { parse, ...options })) results.push(outcome);
  return results;
}

const codes = (results: Outcome[]) => results.map((r) => ('failure' in r ? r.failure.code : r.document.source.path));

describe('run', () => {
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
    const results: Outcome[] = [];
    for await (const outcome of run([{ path: '-', file: '-' }], { parse, stdin })) results.push(outcome);
    expect(codes(results)).toEqual(['input/empty']);
  });

  it('stops between files when it is told to', async () => {
    const stop = new AbortController();
    const spy: Parse = async (bytes, options) => {
      if (options.path === 'b.txt') stop.abort();
      return parse(bytes, options);
    };
    const results = await outcomes({ 'a.txt': '', 'b.txt': '', 'c.txt': '' }, { parse: spy, signal: stop.signal });
    expect(codes(results)).toEqual(['a.txt', 'b.txt']);
  });

  it.skipIf(isRoot)('tells of a file that may not be read', async () => {
    const cwd = folderWith({ 'a.txt': '' });
    chmodSync(join(cwd, 'a.txt'), 0);
    const results: Outcome[] = [];
    for await (const outcome of run(await resolveInputs(['a.txt'], cwd), { parse })) results.push(outcome);
    expect(results).toMatchObject([{ failure: { code: 'input/unreadable', message: /permission denied/ } }]);
  });

  it('tells of a file that went away', async () => {
    const results: Outcome[] = [];
    for await (const outcome of run([{ path: 'a.txt', file: '/nowhere/a.txt' }], { parse })) results.push(outcome);
    expect(codes(results)).toEqual(['input/unreadable']);
  });
});
