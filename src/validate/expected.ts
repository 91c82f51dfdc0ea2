import { ownFault, type Shape } from '../schema/shape.js';

/* What a schema asks for, in words. */

const PATTERNS: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^\^\(\\d\{4\}\|-\)/, 'a date such as 2025-12-31, or --12-31 for every year'],
  [/^\^\\d\{4\}-\\d/, 'a date such as 2025-12-31'],
  [/0-9a-f\]\{64\}/, '64 hexadecimal digits'],
  [/^\^\[a-z0-9\]/, 'lower-case letters and digits parted by hyphens'],
];

function wordsOfPattern(pattern: string): string {
  const id = /^\^([a-z]{1,2})\\d\+\$$/.exec(pattern)?.[1];
  if (id !== undefined) return `an id such as ${id}12`;
  return PATTERNS.find(([known]) => known.test(pattern))?.[1] ?? `text like ${pattern}`;
}

function wordsOfNumber({ minimum, maximum, exclusiveMinimum }: Shape, type: string): string {
  const what = type === 'integer' ? 'a whole number' : 'a number';
  const from = minimum ?? (exclusiveMinimum === undefined ? undefined : exclusiveMinimum + 1);
  if (from !== undefined && maximum !== undefined) return `${what} from ${from} to ${maximum}`;
  return from === undefined ? what : `${what} from ${from} on`;
}

/** What a value of this shape is, in words: `a number`, `one of eq, ge`. */
export function expectation(shape: Shape): string {
  if (shape.const !== undefined) return JSON.stringify(shape.const);
  if (shape.enum) return `one of ${shape.enum.join(', ')}`;
  if (shape.pattern !== undefined) return wordsOfPattern(shape.pattern);
  if (shape.anyOf) return shape.anyOf.map((choice) => expectation(choice)).join(' or ');
  if (Array.isArray(shape.type)) return shape.type.map((type) => expectation({ ...shape, type })).join(' or ');
  const type = String(shape.type);
  if (type === 'integer' || type === 'number') return wordsOfNumber(shape, type);
  if (type === 'string') return shape.minLength ? 'text that is not empty' : 'text';
  if (type === 'boolean') return 'true or false';
  if (type === 'null') return 'null';
  return type === 'array' ? 'a list' : 'an object';
}

/** Whether a value is as its shape wants it; what lies in it is not looked at. */
export const fits = (value: unknown, shape: Shape): boolean => ownFault(value, shape) === null;
