import { readdirSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** The sources of all fixtures that are no refusals, by the endings of their names. `path` is below `fixtures/`. */
export function fixtureSources(endings: readonly string[]): { readonly path: string; readonly file: string }[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\/source\.\w+$/.test(name) && !name.startsWith('refused/'))
    .filter((name) => endings.includes(extname(name).slice(1)))
    .sort()
    .map((path) => ({ path, file: root + path }));
}
