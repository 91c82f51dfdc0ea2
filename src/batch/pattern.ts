import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Input } from './inputs.js';
import { type Search, type Visited, walk } from './walk.js';

type Matches = (path: string) => boolean;

const byPath = (a: Input, b: Input): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/** Whether folders may hold matches, by the parts of a pattern up to `**`. Paths as the pattern's own. */
async function entersFor(glob: string): Promise<Matches> {
  const { default: picomatch } = await import('picomatch');
  // A slash inside of brackets: the parts are not of one depth.
  if (/[{([][^})\]]*\//.test(glob)) return (path) => !path.includes('/.') && !path.startsWith('.');
  const parts = glob.split('/');
  const open = parts.findIndex((part) => part.includes('**'));
  const before = (open < 0 ? parts.slice(0, -1) : parts.slice(0, open)).map((part) => {
    const matches = picomatch(part);
    // `!(a)` would match them.
    const hidden = /(?:^|[{(|,])\./.test(part);
    return (name: string) => matches(name) && (hidden || !name.startsWith('.'));
  });
  return (path) => {
    const names = path.split('/');
    if (open < 0 && names.length > before.length) return false;
    return names.every((name, i) => before[i]?.(name) ?? !name.startsWith('.'));
  };
}

/**
 * The files that a pattern matches, in order of paths by code units, each once however many links lead to it, with
 * folders that cannot be opened as failures; null for what is no pattern, or one that begins where there is no folder.
 * @param pattern as picomatch has them; hidden files match only where it has the point.
 */
export async function matchesOf(pattern: string, cwd: string, search: Search): Promise<Input[] | null> {
  const { default: picomatch } = await import('picomatch');
  const { base, glob, isGlob, negated } = picomatch.scan(pattern, { unescape: true });
  if (!isGlob || negated) return null;
  const folder = resolve(cwd, base);
  const info = await stat(folder).catch(() => null);
  if (!info?.isDirectory()) return null;
  const shown = base === '/' ? base : base.replace(/\/+$/, '');
  const start = shown === '' || shown === '/' ? shown.length : shown.length + 1;
  const matches = picomatch(glob);
  const enters = await entersFor(glob);
  const links: { path: string; file: Parameters<typeof walk>[1] }[] = [];
  const inner: Search = {
    ...search,
    chosen: (path) => matches(path.slice(start)) && search.chosen(path),
    pattern: { links, enters: (path) => enters(path.slice(start)) },
  };
  const visited: Visited = new Set();
  const found = await walk(shown, folder, visited, inner);
  // Links that are met on the way are gathered in the same list.
  for (const { path, file } of links) for (const one of await walk(path, file, visited, inner)) found.push(one);
  return found.sort(byPath);
}
