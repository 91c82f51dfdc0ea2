import type { CleaningCounts } from '../report/cleaned.js';
import { addCleaning, noCleaning } from '../report/cleaned.js';
import { addTo, type Counts, noTotals, type Totals } from '../report/text.js';
import type { Chunk, WriteOptions } from '../write/writer.js';
import type { Finished } from './batch.js';
import type { Position } from './documents.js';
import { MANIFEST } from './names.js';
import type { WrittenFile } from './output.js';
import type { Shard } from './shard.js';

export const SCHEMA = 'gongwen/manifest@1';

/** What became of one document; `name` is the stem of the files that are its own. */
export type ManifestInput = { readonly path: string } & (
  | { readonly sha256: string; readonly bytes: number; readonly name: string; readonly counts: Counts }
  | {
      readonly sha256?: string;
      readonly bytes?: number;
      readonly error: { readonly code: string; readonly message: string };
    }
  | { readonly skipped: string }
  | { readonly sha256: string | null; readonly shard: number }
) & {
    /** In the manifest of a shard: of the document in the whole. */
    readonly position?: Position;
  };

/** How a run went, document by document. */
export interface Tally extends Totals {
  readonly cleaning: CleaningCounts;
  /** Documents that were passed over: no plans. */
  readonly skipped: number;
  /** Documents that are other shards'. */
  readonly left: number;
  /** Documents that an earlier run has read, with the same result. */
  readonly before: number;
  /** How many failed for each reason, by the code of the diagnostic. */
  readonly reasons: ReadonlyMap<string, number>;
}

export const noTally: Tally = { ...noTotals, cleaning: noCleaning, skipped: 0, left: 0, before: 0, reasons: new Map() };

/** A tally with one more document. */
export function tallied(tally: Tally, finished: Finished): Tally {
  const before = tally.before + (finished.before ? 1 : 0);
  if ('owner' in finished) return { ...tally, left: tally.left + 1 };
  if ('skipped' in finished) return { ...tally, skipped: tally.skipped + 1 };
  if ('read' in finished) {
    const cleaning = addCleaning(tally.cleaning, finished.read.cleaning);
    return { ...tally, ...addTo(tally, finished.read.counts), cleaning, before };
  }
  const { code } = finished.failure;
  const reasons = new Map([...tally.reasons, [code, (tally.reasons.get(code) ?? 0) + 1] as const]);
  return { ...tally, ...addTo(tally, null), reasons, before };
}

function inputOf(finished: Finished): ManifestInput {
  const { path, name } = finished;
  if ('owner' in finished) return { path, sha256: finished.sha256, shard: finished.owner };
  if ('skipped' in finished) return { path, skipped: finished.skipped };
  if ('failure' in finished) {
    const { code, message } = finished.failure;
    const { sha256, bytes } = finished.measured ?? {};
    return { path, ...(sha256 === undefined ? {} : { sha256, bytes: bytes ?? 0 }), error: { code, message } };
  }
  const { sha256, bytes, counts } = finished.read;
  return { path, sha256, bytes, name, counts };
}

export interface ManifestRun {
  readonly version: string;
  /** What the files that are written are called. */
  readonly formats: readonly string[];
  readonly writing: WriteOptions;
  readonly shard?: Shard;
}

/**
 * The list of what was read and written, piece by piece. It holds no times and nothing about the machine, so that the same
 * inputs give the same bytes.
 */
export interface Manifest {
  readonly enter: (finished: Finished) => Chunk;
  /** `complete` is false where the run was stopped before the last input. */
  readonly end: (tally: Tally, files: readonly WrittenFile[], complete: boolean) => Chunk;
}

/** Begin the account of a run. */
export function openManifest({ version, formats, writing, shard }: ManifestRun): Manifest {
  const head = JSON.stringify({ schema: SCHEMA, gongwen: version, formats, writing, ...(shard && { shard }) });
  let before = `${head.slice(0, -1)},\n"inputs": [\n`;
  return {
    enter: (finished) => {
      const { position } = finished;
      const data = before + JSON.stringify({ ...inputOf(finished), ...(shard && { position }) });
      before = ',\n';
      return { file: MANIFEST, data };
    },
    end: ({ plans, failed, skipped, left, counts }, files, complete) => {
      const opening = before === ',\n' ? '\n' : before;
      const listed = files.map((file) => JSON.stringify(file)).join(',\n');
      const totals = JSON.stringify({ plans, failed, skipped, ...(shard && { left }), counts });
      const data = `${opening}],\n"files": [\n${listed}\n],\n"totals": ${totals},\n"complete": ${complete}}\n`;
      return { file: MANIFEST, data, complete: true };
    },
  };
}
