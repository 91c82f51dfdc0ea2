import { expectationShape } from '../schema/expectation-shape.js';
import { shapeProblem } from '../schema/shape.js';
import { type Expectation, FIELDS, type Fields, KINDS, type Kind, META } from './expectation.js';

/* The bytes of expected.json: read with all its mistakes told, written so that people can review it. */

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isKind = (key: string): key is Kind => key in FIELDS;

const KEYS = ['failure', 'meta', ...KINDS, 'contains', 'excludes'];

function unknownField(place: string, record: Fields, known: readonly string[]): string | null {
  const wrong = Object.keys(record).find((name) => !known.includes(name));
  return wrong === undefined ? null : `${place} has a field "${wrong}"; the fields are ${known.join(', ')}`;
}

function listFault(place: string, kind: Kind, value: unknown): string | null {
  if (!Array.isArray(value) || !value.every(isObject)) return `"${place}" must be a list of objects`;
  for (const [i, record] of value.entries()) {
    const wrong = unknownField(`${place}[${i}]`, record, FIELDS[kind]);
    if (wrong) return wrong;
  }
  return null;
}

/** What is wrong with `contains` or `excludes`. */
function partFault(part: string, value: unknown, whole: Fields): string | null {
  if (!isObject(value)) return `"${part}" must be an object of lists: { "targets": [...] }`;
  for (const [kind, records] of Object.entries(value)) {
    const place = `${part}.${kind}`;
    if (!isKind(kind)) return `"${place}" is not compared; the kinds are ${KINDS.join(', ')}`;
    const wrong = listFault(place, kind, records);
    if (wrong) return wrong;
    if (whole[kind] !== undefined)
      return `"${place}" stands beside "${kind}", which lists all of them already; leave one of the two out`;
    const empty = (records as Fields[]).findIndex((record) => Object.keys(record).length === 0);
    if (empty >= 0) return `${place}[${empty}] names no field`;
    if ((records as Fields[]).length === 0) return `"${place}" names no record; leave it out`;
  }
  return null;
}

function fault(key: string, value: unknown, whole: Fields): string | null {
  if (key === 'failure') {
    if (typeof value !== 'string') return '"failure" must be the code of a diagnostic';
    return Object.keys(whole).length > 1 ? '"failure" stands alone: a source that is refused has no records' : null;
  }
  if (key === 'meta') return isObject(value) ? unknownField('meta', value, META) : '"meta" must be an object';
  if (key === 'contains' || key === 'excludes') return partFault(key, value, whole);
  if (isKind(key)) return listFault(key, key, value);
  return `"${key}" is not compared; the keys are ${KEYS.join(', ')}`;
}

/**
 * The value of a JSON file.
 * @throws Error with a sentence.
 */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Error(`it is no JSON (${(error as Error).message})`);
  }
}

/**
 * Read an expectation.
 * @throws Error with a sentence that says what is wrong with it: a key that is not compared would hold silently, and a
 * value that no record can have would never hold.
 */
export function parseExpectation(text: string): Expectation {
  const value = jsonOf(text);
  if (!isObject(value)) throw new Error('it must be an object');
  for (const [key, part] of Object.entries(value)) {
    const wrong = fault(key, part, value);
    if (wrong) throw new Error(wrong);
  }
  const problem = shapeProblem(value, expectationShape());
  if (problem) throw new Error(`${problem[0]} ${problem[1]}`);
  return value as Expectation;
}

/** JSON with blanks after `:` and `,`, on one line. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const parts = Object.entries(value).map(([name, part]) => `${JSON.stringify(name)}: ${spaced(part)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

/** One record a line. */
function listed(value: unknown, indent: string): string {
  if (!Array.isArray(value) || value.length === 0) return spaced(value);
  return `[\n${value.map((record) => `${indent}  ${spaced(record)}`).join(',\n')}\n${indent}]`;
}

/** The bytes of expected.json: one record a line, because that is what people review and what version control shows. */
export function expectationText(expectation: Expectation): string {
  const parts = Object.entries(expectation).map(([key, value]) => {
    if (key !== 'contains' && key !== 'excludes') return `  ${JSON.stringify(key)}: ${listed(value, '  ')}`;
    const inside = Object.entries(value as Fields).map(
      ([kind, records]) => `    ${JSON.stringify(kind)}: ${listed(records, '    ')}`,
    );
    return `  ${JSON.stringify(key)}: {\n${inside.join(',\n')}\n  }`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}
