import { createHash } from 'node:crypto';
import { STDIN } from './inputs.js';

/** The list of what a run has read and written. */
export const MANIFEST = 'manifest.json';
/** Options of the program for a folder. */
export const CONFIG = 'gongwen.config.json';
/** The folder inside of an output folder that is the program's own. */
export const STATE = '.gongwen';
/** One line for every finished document, there. */
export const JOURNAL = 'journal.jsonl';
/** Held while a run writes, there. */
export const LOCK = 'lock';
/** What is not whole yet, there. */
export const TEMPORARY = 'tmp';

/** Bytes that a name may take, well under half of the 255 of common file systems: that of a document in a file has two. */
const LONGEST = 110;
/** Names that belong to the run as a whole. */
const RESERVED = ['manifest', 'datapackage'];
/** Names that Windows keeps for devices, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

const folded = (name: string): string => name.normalize('NFC').toLowerCase();
const partsOf = (path: string): string[] => path.split('/').filter((part) => !['', '.', '..'].includes(part));

function safe(text: string): string {
  const clean = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}<>:"|?*\\/#]/gu, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '_');
  const name = DEVICE.test(clean) ? `_${clean}` : clean;
  if (Buffer.byteLength(name) <= LONGEST) return name;
  // Two long names may share their beginning; the hash keeps them apart whatever else is in the run.
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  let short = '';
  for (const character of name) {
    if (Buffer.byteLength(short + character) > LONGEST - 9) break;
    short += character;
  }
  return `${short}~${hash}`;
}

/** How many folders all paths have in common. */
function sharedDepth(paths: readonly (readonly string[])[]): number {
  const [first = []] = paths;
  let depth = 0;
  while (depth + 1 < first.length && paths.every((p) => p.length > depth + 1 && p[depth] === first[depth])) depth++;
  return depth;
}

/**
 * One file name for each path, in the same order: what is below the folder that all share, folders joined with `__`, the
 * ending kept (a plan is often there as .txt and as .html). Safe on common file systems, never equal even where case or
 * composition does not count, and never a path: nothing can be written outside the output folder.
 */
export function outputNames(paths: readonly string[]): string[] {
  const parts = paths.map((path) => partsOf(path));
  const depth = sharedDepth(parts.filter((_, i) => paths[i] !== STDIN));
  const taken = new Set(RESERVED);
  return parts.map((own, i) => {
    const wanted = paths[i] === STDIN ? 'stdin' : safe(own.slice(depth).join('__')) || 'plan';
    let name = wanted;
    for (let n = 2; taken.has(folded(name)); n++) name = `${wanted}~${n}`;
    taken.add(folded(name));
    return name;
  });
}

/**
 * Names for the documents inside of files that hold several, as they come: that of the file, `#`, and the document's own
 * with its folders joined. No other output has a `#`.
 */
export function memberNames(): (stem: string, member: string) => string {
  const taken = new Map<string, Set<string>>();
  return (stem, member) => {
    const wanted = `${stem}#${safe(partsOf(member).join('__')) || 'plan'}`;
    const names = taken.get(stem) ?? new Set();
    taken.set(stem, names);
    let name = wanted;
    for (let n = 2; names.has(folded(name)); n++) name = `${wanted}~${n}`;
    names.add(folded(name));
    return name;
  };
}
