import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import type { Node, ParseError } from 'jsonc-parser';
import { lineIndex } from '../../core/lines.js';
import { decode } from '../../read/encoding.js';
import type { Finding } from '../../report/finding.js';
import { repeats } from '../../validate/checks/repeats.js';
import { checkDocument, furtherFaults, isDocument, type JsonFault, type Told } from '../../validate/json.js';
import type { JsonPath } from '../../validate/shape-faults.js';
import { lineBytes } from '../line-bytes.js';
import type { Sources } from './sources.js';
import { StoredError } from './stored-table.js';

/** Documents of one data set by their paths and by their bytes, with the place where each was first. */
export interface Seen {
  readonly paths: Map<string, string>;
  readonly sums: Map<string, string>;
}

export const nothingSeen = (): Seen => ({ paths: new Map(), sums: new Map() });

interface Around {
  readonly file: string;
  readonly seen: Seen;
  readonly sources: Sources | null;
  readonly told: Told;
  readonly count: () => void;
}

const pointer = (path: JsonPath): string =>
  path.map((name) => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

type Locate = (path: JsonPath) => { readonly line: number; readonly column: number };

/** Finds lines and columns of values; the text is taken apart for it only where something was found. */
function locator(text: string, { parseTree, findNodeAtLocation }: typeof import('jsonc-parser')): Locate {
  let root: Node | undefined;
  const place = lineIndex(text);
  return (path) => {
    root ??= parseTree(text);
    for (let length = path.length; root && length >= 0; length--) {
      const node = findNodeAtLocation(root, path.slice(0, length) as (string | number)[]);
      if (node) return place(node.offset);
    }
    return place(0);
  };
}

const WORDS: Readonly<Record<string, string>> = {
  CommaExpected: 'a comma is missing before this',
  ColonExpected: 'a colon is missing before this',
  PropertyNameExpected: 'a name in quotation marks is expected here; a comma may be too many',
  ValueExpected: 'a value is expected here; a comma may be too many',
  CloseBraceExpected: 'the file ends in the middle of an object',
  CloseBracketExpected: 'the file ends in the middle of a list',
  UnexpectedEndOfString: 'a quotation mark is missing at the end of this text',
  InvalidCharacter: 'a character stands here that is none of JSON',
  InvalidEscapeCharacter: 'a backslash stands before a character that needs none',
  InvalidCommentToken: 'a comment stands here, JSON has none',
  EndOfFileExpected: 'something stands behind the end',
};

async function noJson(
  text: string,
  error: unknown,
): Promise<{ readonly message: string; readonly line?: number; readonly column?: number }> {
  const { parseTree, printParseErrorCode } = await import('jsonc-parser');
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (!first) return { message: `is no JSON (${error instanceof Error ? error.message : String(error)})` };
  const words = WORDS[printParseErrorCode(first.error)] ?? `no JSON (${printParseErrorCode(first.error)})`;
  return { message: `is no JSON: ${words}`, ...lineIndex(text)(first.offset) };
}

interface Placing {
  readonly locate: () => Promise<Locate>;
  /** What leads to the document in the file. */
  readonly before: JsonPath;
  /** The line of the file that the text is, where it is one. */
  readonly line?: number;
}

async function found({ path, ...fault }: JsonFault, file: string, { locate, before, line }: Placing): Promise<Finding> {
  const full = [...before, ...path];
  const place = (await locate())(full);
  return {
    ...fault,
    file,
    ...place,
    ...(line === undefined ? {} : { line }),
    ...(full.length > 0 ? { place: pointer(full) } : {}),
  };
}

/** Whether a document was there before, under the same path or with the same bytes. */
function* again(path: string, sha256: string | null, here: string, { seen }: Around): Generator<JsonFault> {
  const rule = 'validate/duplicate' as const;
  const first = seen.paths.get(path);
  if (first !== undefined)
    yield {
      rule,
      level: 'error',
      path: ['source', 'path'],
      message: `"${path}" is there already, in ${first}; expected each document once`,
    };
  const twin = sha256 === null ? undefined : seen.sums.get(sha256);
  if (first === undefined && twin !== undefined)
    yield {
      rule,
      level: 'note',
      path: ['source', 'sha256'],
      message: `was read from the same bytes as the document in ${twin}`,
    };
  if (first === undefined) seen.paths.set(path, here);
  if (sha256 !== null && twin === undefined) seen.sums.set(sha256, here);
}

async function* one(value: unknown, around: Around, placing: Placing): AsyncGenerator<Finding> {
  const { file, sources, told, count } = around;
  if (!isDocument(value)) {
    const message = 'is no document of gongwen: it lacks "schema": "gongwen/document@1"';
    yield await found({ rule: 'validate/not-output', level: 'error', path: [], message }, file, placing);
    return;
  }
  const document = checkDocument(value, told);
  for (const _ of document.records) count();
  const here = [file, placing.line ?? pointer(placing.before)].filter((part) => part !== '').join(':');
  const faults = [...document.faults, ...again(document.path, document.sha256, here, around)];
  const forced = document.known.documents.get(document.path)?.forced ?? null;
  const source = await sources?.find({ path: document.path, sha256: document.sha256, forced });
  if (source && 'problem' in source)
    faults.push({
      rule: 'validate/source',
      level: 'error',
      path: ['source', 'path'],
      message: `"${document.path}" ${source.problem}`,
    });
  faults.push(...furtherFaults(document, repeats(), source && 'text' in source ? source.text : null));
  for (const fault of faults) yield await found(fault, file, placing);
}

const lazily = (text: string): (() => Promise<Locate>) => {
  let locate: Locate | undefined;
  return async () => {
    locate ??= locator(text, await import('jsonc-parser'));
    return locate;
  };
};

/** A JSON text as what it holds: one document, or a list of them. */
async function* checkText(text: string, around: Around, line?: number): AsyncGenerator<Finding> {
  const { file } = around;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const { message, ...place } = await noJson(text, error);
    yield {
      rule: 'validate/unreadable',
      level: 'error',
      file,
      ...place,
      ...(line === undefined ? {} : { line }),
      message,
    };
    return;
  }
  const locate = lazily(text);
  const lined = line === undefined ? {} : { line };
  if (!Array.isArray(value)) return yield* one(value, around, { locate, before: [], ...lined });
  for (const [i, element] of value.entries()) yield* one(element, around, { locate, before: [i], ...lined });
}

/** The longest text that there can be. */
const LONGEST = 0x1fffffe8;

/** JSON is in UTF-8; an editor may have saved it otherwise. */
async function textOf(bytes: Buffer): Promise<string> {
  const text = isUtf8(bytes) ? bytes.toString() : (await decode(bytes)).text;
  return text.replace(/^\uFEFF/, '');
}

/** Check a JSON file: one document, or a list of them. */
export async function* checkJson(path: string, around: Around): AsyncGenerator<Finding> {
  const bytes = await readFile(path);
  if (bytes.length > LONGEST)
    throw new StoredError(around.file, 'is too large for one JSON text; write JSON Lines (--format jsonl)');
  yield* checkText(await textOf(bytes), around);
}

/** Check JSON Lines, one document after the other. */
export async function* checkJsonl(path: string, around: Around): AsyncGenerator<Finding> {
  let number = 0;
  for await (const bytes of lineBytes(path)) {
    number++;
    // UTF-16 has NULs between the letters: its lines are none.
    if (number === 1 && bytes.subarray(0, 64).includes(0)) {
      const text = await textOf(await readFile(path));
      for (const [i, line] of text.split('\n').entries()) if (line.trim() !== '') yield* checkText(line, around, i + 1);
      return;
    }
    const text = await textOf(bytes);
    if (text.trim() !== '') yield* checkText(text, around, number);
  }
}
