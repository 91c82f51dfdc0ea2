import { createHash } from 'node:crypto';
import { batchFolder, type FolderReport } from '../../src/batch/folder.js';
import type { AnyFormat } from '../../src/batch/formats.js';
import { resolveInputs } from '../../src/batch/resolve.js';
import type { Parse } from '../../src/batch/run.js';
import { diagnostic, InputError } from '../../src/core/diagnostic.js';
import { noSums, sampleDocument, sampleText } from './sample.js';

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

interface Run {
  readonly paths?: readonly string[];
  readonly out?: string;
  readonly formats?: readonly AnyFormat[];
  readonly encoding?: string;
  readonly version?: string;
  readonly force?: boolean;
  readonly signal?: AbortSignal;
  readonly stdin?: string;
  /** Called for every document that is read, not taken from an earlier run. */
  readonly reading?: (path: string) => void;
}

/**
 * A run into a folder, in this thread, with a reader that gives the same invented document for every file and fails on
 * those that say so.
 * @returns also which files were read, and the code of every failure.
 */
export async function runInto(cwd: string, run: Run = {}) {
  const { paths = ['in'], out = 'out', formats = ['json'], encoding, version = '1', force = false, stdin } = run;
  const parsed: string[] = [];
  const failures: string[] = [];
  const parse: Parse = async (bytes, { path = '' }) => {
    parsed.push(path);
    run.reading?.(path);
    const order = Buffer.from(bytes).toString();
    if (order.startsWith('refuse')) throw new InputError(diagnostic('input/empty', 'error', {}));
    if (order.startsWith('break')) throw new TypeError('boom');
    const document = sampleDocument(path);
    const source = { ...document.source, sha256: sha256(bytes), bytes: bytes.length };
    return { document: { ...document, source }, text: sampleText, sums: noSums };
  };
  const report: FolderReport = await batchFolder({
    ...{ folder: out, cwd, version, force, inputs: await resolveInputs(paths, cwd) },
    documents: stdin === undefined ? {} : { stdin: async () => Buffer.from(stdin) },
    setting: {
      ...{ formats, writing: { headers: 'en', bom: false }, pack: true },
      ...(encoding === undefined ? {} : { encoding }),
    },
    batch: { jobs: 0, limit: () => 60_000, parse, ...(run.signal ? { signal: run.signal } : {}) },
    each: (finished) => {
      if ('failure' in finished) failures.push(finished.failure.code);
    },
  });
  return { report, parsed, failures };
}
