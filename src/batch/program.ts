import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Program } from './journal.js';
import type { Setting } from './task.js';

const SHOWN = 16;

/** The package: two folders above this file, whether it is the compiled one or part of the bundled program. */
const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * A hash of all code that reads, and of the versions of the packages and of the tables of characters that it uses: a document that another state of the
 * rules has given counts for nothing.
 */
async function rulesHash(): Promise<string> {
  const folder = join(root, 'dist', 'program');
  const names = await readdir(folder).then(
    (found) => found.filter((name) => name.endsWith('.js')).sort(),
    // Not built: the version alone has to do.
    () => [],
  );
  const hash = createHash('sha256').update(await readFile(join(root, 'package.json')));
  // Packages of packages, where it is known which they are.
  hash.update(await readFile(join(root, 'package-lock.json')).catch(() => ''));
  // Classes of characters and conversions of encodings are of the machine that runs it.
  hash.update(`icu ${process.versions.icu}, unicode ${process.versions.unicode}\n`);
  for (const name of names) hash.update(`${name}\n`).update(await readFile(join(folder, name)));
  return hash.digest('hex').slice(0, SHOWN);
}

/** What gives documents now. */
export async function programOf(version: string, { encoding, keep }: Setting): Promise<Program> {
  const options = JSON.stringify({ encoding: encoding?.toLowerCase() ?? null, keep: [...(keep ?? [])].sort() });
  const hash = createHash('sha256').update(options).digest('hex').slice(0, SHOWN);
  return { version, rules: await rulesHash(), options: hash };
}
