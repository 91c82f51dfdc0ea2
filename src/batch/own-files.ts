import { readFile } from 'node:fs/promises';
import type { FilePath } from './inputs.js';
import { JOURNAL, MANIFEST, STATE } from './names.js';

const NONE: ReadonlySet<string> = new Set();

async function textOf(folder: FilePath, name: string): Promise<string> {
  const file = Buffer.concat([Buffer.from(folder), Buffer.from(`/${name}`)]);
  return readFile(file, 'utf8').catch(() => '');
}

/** The `files` of a line of JSON, whatever else it is. */
function filesIn(line: string, isOurs: (schema: unknown) => boolean): string[] {
  try {
    const { schema, files } = (JSON.parse(line) ?? {}) as { schema?: unknown; files?: unknown };
    if (!isOurs(schema) || !Array.isArray(files)) return [];
    return files.map((file: { path?: unknown } | string | null) =>
      String(typeof file === 'string' ? file : file?.path),
    );
  } catch {
    // A manifest of another program, or half a line.
    return [];
  }
}

/**
 * Names of the files in a folder that runs of this program have written, by its manifest and, where a run was cut off, by
 * its journal: they are no plans. Empty for any other folder.
 * @param names what is in the folder.
 */
export async function ownFiles(folder: FilePath, names: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  if (!names.has(STATE) && !names.has(MANIFEST)) return NONE;
  const listed = filesIn(await textOf(folder, MANIFEST), (schema) => /^gongwen\/manifest@/.test(String(schema)));
  const journal = names.has(STATE) ? await textOf(folder, `${STATE}/${JOURNAL}`) : '';
  const begun = journal.split('\n').flatMap((line) => (line === '' ? [] : filesIn(line, () => true)));
  if (listed.length + begun.length === 0) return NONE;
  return new Set([...listed, ...begun, MANIFEST]);
}
