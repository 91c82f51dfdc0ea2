import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addTo, type Counts, countsOf, noTotals, type Totals } from '../report/text.js';
import type { WrittenFile } from './output.js';
import type { Outcome } from './run.js';

export const MANIFEST = 'manifest.json';
const SCHEMA = 'gongwen/manifest@1';

/** What became of one input; `name` is the stem of the files that are its own. */
type ManifestInput =
  | {
      readonly path: string;
      readonly sha256: string;
      readonly bytes: number;
      readonly name: string;
      readonly counts: Counts;
    }
  | { readonly path: string; readonly error: { readonly code: string; readonly message: string } };

export interface Manifest {
  readonly enter: (outcome: Outcome, name: string) => void;
  readonly totals: () => Totals;
  /**
   * The list of what was read and written. It holds no times and nothing about the machine, so that the same inputs
   * give the same bytes. `complete` is false where the run was stopped before the last input.
   */
  readonly text: (run: ManifestRun, files: readonly WrittenFile[]) => string;
}

interface ManifestRun {
  readonly version: string;
  readonly formats: readonly string[];
  readonly complete: boolean;
}

function inputOf(outcome: Outcome, name: string): ManifestInput {
  const { path } = outcome;
  if ('failure' in outcome) {
    const { code, message } = outcome.failure;
    return { path, error: { code, message } };
  }
  const { sha256, bytes } = outcome.document.source;
  return { path, sha256, bytes, name, counts: countsOf(outcome.document) };
}

/** Begin the account of a run. */
export function openManifest(): Manifest {
  const inputs: ManifestInput[] = [];
  let totals = noTotals;
  return {
    enter: (outcome, name) => {
      inputs.push(inputOf(outcome, name));
      totals = addTo(totals, 'failure' in outcome ? null : outcome.document);
    },
    totals: () => totals,
    text: ({ version, formats, complete }, files) => {
      const manifest = { schema: SCHEMA, gongwen: version, formats, complete, totals, inputs, files };
      return `${JSON.stringify(manifest, null, 2)}\n`;
    },
  };
}

/** The files in a folder that its manifest says a run has written; none where there is no manifest. */
export async function writtenBefore(folder: string): Promise<ReadonlySet<string>> {
  try {
    const found = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as Record<string, unknown> | null;
    if (found?.schema !== SCHEMA || !Array.isArray(found.files)) return new Set();
    return new Set(found.files.map((file: { path?: unknown } | null) => join(folder, String(file?.path))));
  } catch {
    return new Set();
  }
}
