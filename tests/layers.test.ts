import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

interface Import {
  /** Path below src of the file that imports. */
  readonly file: string;
  /** Path below src of what it imports, `.ts`; a package or `node:…` as written. */
  readonly target: string;
  /** Types only: gone when the program runs. */
  readonly types: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replaceAll('\\', '/'))
  .sort();
const source = new Map(files.map((file) => [file, readFileSync(join(SRC, file), 'utf8')]));

/** Static and lazy imports of a file, and re-exports. */
function importsOf(file: string): Import[] {
  const text = source.get(file) ?? '';
  const found = [
    ...text.matchAll(/^(?:import|export)\s+(type\s+)?([^'";]*?)from\s+'([^']+)'/gm),
    ...text.matchAll(/^import\s+()()'([^']+)'/gm),
    ...text.matchAll(/\bimport\(()()'([^']+)'\)/g),
  ];
  return found.map(([, type, names = '', path = '']) => ({
    file,
    target: path.startsWith('.')
      ? relative(SRC, resolve(SRC, dirname(file), path))
          .replaceAll('\\', '/')
          .replace(/\.js$/, '.ts')
      : path,
    types: Boolean(type) || /^\{(?:\s*type\s+[\w\s]+,?)+\}\s*$/.test(names.trim()),
  }));
}

const imports = files.flatMap(importsOf);
const inside = imports.filter(({ target }) => source.has(target));
const room = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : path);
const told = ({ file, target }: Import): string => `${file} → ${target}`;

it('the imports of the sources are read', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(imports.length).toBeGreaterThan(150);
  // Every path that begins with a point leads to a file: the reading above is right.
  expect(imports.filter(({ target }) => target.endsWith('.ts') && !source.has(target)).map(told)).toEqual([]);
});

describe('rooms import only what lies below them', () => {
  /** What a room may import of src, besides itself. `schema` gives types; `lexicon` words. */
  const BELOW: Readonly<Record<string, readonly string[]>> = {
    core: [],
    schema: ['core'],
    lexicon: ['core', 'schema'],
    read: ['core', 'schema', 'lexicon'],
    clean: ['core', 'schema', 'lexicon'],
    structure: ['core', 'schema', 'lexicon'],
    extract: ['core', 'schema', 'lexicon', 'structure'],
    write: ['core', 'schema', 'lexicon', 'report'],
    report: ['core', 'schema', 'lexicon'],
    compare: ['core', 'schema', 'lexicon', 'report', 'write'],
    review: ['core', 'schema', 'lexicon', 'report'],
    validate: ['core', 'schema', 'lexicon', 'report', 'write'],
    'doubts.ts': ['core', 'schema', 'clean', 'extract'],
    'conflicts.ts': ['core', 'schema', 'lexicon'],
    'links.ts': ['schema'],
    'assemble.ts': [
      'core',
      'schema',
      'lexicon',
      'read',
      'clean',
      'structure',
      'extract',
      'report',
      'doubts.ts',
      'conflicts.ts',
      'links.ts',
    ],
    'pipeline.ts': ['core', 'schema', 'lexicon', 'read', 'clean', 'structure', 'extract', 'report', 'assemble.ts'],
    'explain.ts': ['core', 'schema', 'lexicon', 'extract', 'pipeline.ts'],
    'many.ts': ['core', 'schema', 'report', 'pipeline.ts'],
    'index.ts': ['core', 'schema', 'lexicon', 'write', 'report', 'pipeline.ts', 'explain.ts', 'many.ts'],
  };

  it('every room has its place', () => {
    const rooms = [...new Set(files.map(room))].filter((name) => name !== 'batch' && name !== 'cli');
    expect(rooms.filter((name) => !(name in BELOW))).toEqual([]);
  });

  it.each(Object.entries(BELOW))('%s', (name, below) => {
    const wrong = inside.filter(
      ({ file, target }) => room(file) === name && room(target) !== name && !below.includes(room(target)),
    );
    expect(wrong.map(told)).toEqual([]);
  });

  it('nothing below batch imports batch, nothing but cli imports cli', () => {
    const wrong = inside.filter(
      ({ file, target }) =>
        (room(target) === 'cli' && room(file) !== 'cli') ||
        (room(target) === 'batch' && !['batch', 'cli'].includes(room(file))),
    );
    expect(wrong.map(told)).toEqual([]);
  });

  it('the lexicon takes types alone from elsewhere: words are data', () => {
    const wrong = inside.filter(
      ({ file, target, types }) => room(file) === 'lexicon' && room(target) !== 'lexicon' && !types,
    );
    expect(wrong.map(told)).toEqual([]);
  });

  it('and rooms that work on text take only types from the schema', () => {
    const rooms = ['read', 'clean', 'structure', 'extract'];
    const wrong = inside.filter(
      ({ file, target, types }) => rooms.includes(room(file)) && room(target) === 'schema' && !types,
    );
    expect(wrong.map(told)).toEqual([]);
  });
});

describe('siblings know nothing of each other', () => {
  const stages = files.filter((file) => file.startsWith('clean/') && /defineStage\(/.test(source.get(file) ?? ''));
  const rules = files.filter((file) => file.startsWith('extract/rules/'));

  it.each([
    ['stages of the cleaning', stages],
    ['rules of the extraction', rules],
  ])('%s', (_, siblings) => {
    expect(siblings.length).toBeGreaterThan(5);
    expect(inside.filter(({ file, target }) => siblings.includes(file) && siblings.includes(target)).map(told)).toEqual(
      [],
    );
  });
});

it('no file imports in a circle, types aside', () => {
  const edges = new Map(
    files.map((file) => [file, inside.filter((i) => i.file === file && !i.types).map((i) => i.target)]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file) || path.includes(file)) return;
    for (const next of edges.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  expect(circles).toEqual([]);
});

describe('only cli and batch touch the world', () => {
  // What runs in the review page has a browser around it.
  const pure = files.filter((file) => !['cli', 'batch'].includes(room(file)) && !file.startsWith('review/client/'));
  /** Code without its comments and strings. */
  const code = (file: string): string =>
    (source.get(file) ?? '').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').replace(/'(?:[^'\\\n]|\\.)*'/g, "''");

  /** Bytes, decoders and hashes are arithmetic; still no browser has these modules. */
  const ARITHMETIC = ['node:buffer', 'node:crypto'];
  /** Where they are used: what browsers do by other files (`browser` in package.json), and formats that are written. */
  const WITH_NODE = ['read/platform.ts', 'read/encoding-tables.ts', 'read/docx-package.ts'];
  /** Rooms that make or check output, in no browser: they may use the same modules. */
  const WRITING = ['write', 'report', 'compare', 'review', 'validate'];

  it('modules of Node', () => {
    const wrong = imports.filter(
      ({ file, target }) =>
        pure.includes(file) &&
        target.startsWith('node:') &&
        !((WITH_NODE.includes(file) || WRITING.includes(room(file))) && ARITHMETIC.includes(target)),
    );
    expect(wrong.map(told)).toEqual([]);
    expect(
      pure.filter(
        (file) => !WITH_NODE.includes(file) && !WRITING.includes(room(file)) && /\bBuffer\./.test(code(file)),
      ),
    ).toEqual([]);
  });

  it('what browsers read with has another file for each of them, or is behind one', () => {
    const { browser } = JSON.parse(readFileSync(join(SRC, '../package.json'), 'utf8')) as {
      browser: Record<string, string>;
    };
    const swapped = Object.entries(browser).map(([from, to]) =>
      [from, to].map((path) => path.replace(/^\.\/dist\/(.*)\.js$/, '$1.ts')),
    );
    expect(swapped.flat().filter((file) => !source.has(file))).toEqual([]);
    const swaps = new Map(swapped as [string, string][]);
    const seen = new Set<string>();
    const walk = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const next of inside) if (next.file === file && !next.types) walk(swaps.get(next.target) ?? next.target);
    };
    walk('index.ts');
    expect(seen.size).toBeGreaterThan(200);
    expect(WITH_NODE.filter((file) => seen.has(file))).toEqual([]);
  });

  it.each<[string, RegExp]>([
    ['the process', /\bprocess\s*[.[]/],
    ['the console', /\bconsole\./],
    ['the clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\s*\./],
    ['chance', /\bMath\.random\b/],
    ['the network', /\bfetch\(/],
    ['timers', /\bset(?:Timeout|Interval|Immediate)\(/],
  ])('%s', (_, pattern) => {
    expect(pure.filter((file) => pattern.test(code(file)))).toEqual([]);
  });
});

it('packages that are slow to load are loaded when they are needed', () => {
  const heavy =
    /^(?:cheerio|opencc-js|iconv-lite|chardet|zod|csv-stringify|csv-parse|yauzl|commander|write-excel-file|fflate|node-sqlite3-wasm|hyparquet|mammoth|unpdf|tinypool|picomatch|saxes|jsonc-parser)\b/;
  const allowed = ['schema/', 'cli/', 'batch/worker.ts', 'review/client/'];
  const eager = files.flatMap((file) =>
    [...(source.get(file) ?? '').matchAll(/^import\s+(?!type\b)[^'";]*?from\s+'([^']+)'/gm)]
      .filter(([, path = '']) => heavy.test(path) && !allowed.some((start) => file.startsWith(start)))
      .map(([, path]) => `${file} → ${path}`),
  );
  expect(eager).toEqual([]);
});
