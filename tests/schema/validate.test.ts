import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/core/diagnostic.js';
import { document as model } from '../../src/schema/model.js';
import { findProblem, validateDocument } from '../../src/schema/validate.js';
import { sampleDocument, sampleText } from '../setup/sample.js';

type Broken = any;

function broken(change: (document: Broken) => void): Broken {
  const document = structuredClone(sampleDocument());
  change(document);
  return document;
}

describe('validateDocument', () => {
  it('gives back the very document when all is well', () => {
    const document = sampleDocument();
    expect(validateDocument(document, sampleText)).toBe(document);
  });

  it.each<[string, (document: Broken) => void, string]>([
    ['a value of another type', (d) => (d.targets[0].value = '95'), 'targets[0].value'],
    ['a field that is missing', (d) => delete d.meta.region, 'meta.region'],
    ['a word that is none of the choices', (d) => (d.targets[0].class = 'goal'), 'targets[0].class'],
    ['not a number', (d) => (d.targets[0].value = Number.NaN), 'targets[0].value'],
    ['a year out of range', (d) => (d.targets[0].year = 25), 'targets[0].year'],
    ['an empty quote', (d) => (d.deadlines[0].evidence.quote = ''), 'deadlines[0].evidence.quote'],
    ['a range of one line', (d) => (d.sections[0].lines = [2]), 'sections[0].lines'],
    ['a cell that is no text', (d) => (d.tables[0].rows[0][1] = 1.45), 'tables[0].rows[0][1]'],
    ['a date that is none', (d) => (d.meta.writtenOn = '2022/10/10'), 'meta.writtenOn'],
    ['an id twice', (d) => d.targets.push(d.targets[0]), 'targets[1].id'],
    ['a section that is not there', (d) => (d.deadlines[0].section = 's9'), 'deadlines[0].section'],
    ['a parent that is not there', (d) => (d.sections[0].parent = 's9'), 'sections[0].parent'],
    ['a part that is not there', (d) => (d.sections[0].part = 'p9'), 'sections[0].part'],
    ['a part twice', (d) => d.parts.push(d.parts[0]), 'parts[1].id'],
    ['an item that is not there', (d) => (d.deadlines[0].item = 's9'), 'deadlines[0].item'],
    ['an item that is a heading', (d) => (d.responsibilities[0].item = 's1'), 'responsibilities[0].item'],
    ['columns that are not those of the header', (d) => d.tables[0].columns.pop(), 'tables[0].columns'],
    ['a deadline that is not there', (d) => (d.targets[0].deadline = 'd9'), 'targets[0].deadline'],
    [
      'a conflict of targets that are not there',
      (d) => d.conflicts.push({ indicator: 'x', year: null, targets: ['t1', 't9'] }),
      'conflicts[0].targets',
    ],
    [
      'a target of a statement that is not there',
      (d) => d.targets[0].responsibilities.push('r9'),
      'targets[0].responsibilities',
    ],
    [
      'a deadline of a statement that is not there',
      (d) => (d.deadlines[0].responsibilities = ['r2']),
      'deadlines[0].responsibilities',
    ],
    [
      'a deadline of one statement twice',
      (d) => d.deadlines[0].responsibilities.push('r1'),
      'deadlines[0].responsibilities',
    ],
    ['a unit that the statement lacks', (d) => d.responsibilities[0].partners.pop(), 'responsibilities[0].units'],
    ['a name that is no unit', (d) => d.responsibilities[0].implied.push('县税务局'), 'responsibilities[0].units[3]'],
    [
      'a unit in another role',
      (d) => (d.responsibilities[0].units[0].role = 'partner'),
      'responsibilities[0].units[0]',
    ],
    [
      'a level that is none',
      (d) => (d.responsibilities[0].units[0].level = '县'),
      'responsibilities[0].units[0].level',
    ],
    ['a quote that is not its slice', (d) => d.targets[0].evidence.end--, 'targets[0].evidence.quote'],
  ])('names the place of %s', (_, change, path) => {
    expect(findProblem(broken(change), sampleText)?.[0]).toBe(path);
  });

  it('throws a diagnostic that names the file and the place', () => {
    const document = broken((d) => {
      d.targets[0].value = null;
    });
    let thrown: unknown;
    try {
      validateDocument(document, sampleText);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(InputError);
    const { code, args } = (thrown as InputError).diagnostic;
    expect(code).toBe('schema/invalid');
    expect(args).toEqual({ path: 'plans/a.html', problem: 'targets[0].value: is not of type number' });
  });

  it('accepts an item as the place of records', () => {
    const document = broken((d) => {
      d.sections.push({ ...d.sections[0], id: 's2', parent: 's1', kind: 'item', marker: '一是' });
      d.targets[0].item = 's2';
    });
    expect(findProblem(document, sampleText)).toBeNull();
  });

  it('accepts fields that a later version adds', () => {
    expect(findProblem({ ...sampleDocument(), novelty: 1 }, sampleText)).toBeNull();
  });

  it('finds the shape wrong exactly where zod does', () => {
    const places = pathsOf(sampleDocument());
    const values = fc.oneof(
      fc.constantFrom<unknown>(null, undefined, '', 'x', 0, -1, 1.5, 2025, true, [], {}, Number.NaN, [1, 2], ['a']),
      fc.constantFrom<unknown>('2025-01-01', '--09-30', 's1', 't1', 'eq', 'outcome', 'heading', 'html', ['t1', 't2']),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), values, (path, value) => {
        const document = broken((d) => set(d, path, value));
        const ours = findProblem(document);
        const zod = model.safeParse(document);
        // References are more than shape: zod does not know them.
        const isReference =
          ours !== null &&
          /is used twice|^no (section|part|item|deadline|target|responsibility)|for a header of|is not the (lead|partner|implied)|^are \d+ for|name a statement twice/.test(
            ours[1],
          );
        expect(ours === null || isReference, `${path.join('.')} = ${JSON.stringify(value)}`).toBe(zod.success);
      }),
      { numRuns: 2000 },
    );
  });
});

function pathsOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const parts = Object.entries(value).flatMap(([key, part]) =>
    pathsOf(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? parts : [path, ...parts];
}

function set(document: Broken, path: readonly (string | number)[], value: unknown): void {
  const last = path.at(-1) ?? '';
  const parent = path.slice(0, -1).reduce((part, key) => part[key], document);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
}
