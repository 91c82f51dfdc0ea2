/*
 * Checks values against the JSON Schemas that are generated from the models. zod itself would do it too, but loading it
 * takes as long as reading a plan; a test holds that both judge alike. Only the keywords that our schemas use are known.
 */

/** The part of JSON Schema 2020-12 that the generated schemas use. */
export interface Shape {
  readonly $ref?: string;
  readonly $defs?: { readonly [name: string]: Shape };
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly prefixItems?: readonly Shape[];
  readonly items?: Shape | false;
  readonly properties?: { readonly [name: string]: Shape };
  readonly required?: readonly string[];
}

/** Keywords that say nothing about a value. */
export const ANNOTATIONS = ['$schema', '$id', 'title', 'description'] as const;
export const KEYWORDS = [
  ...['$ref', '$defs', 'type', 'const', 'enum', 'anyOf', 'pattern', 'minLength', 'minimum', 'maximum'],
  ...['exclusiveMinimum', 'minItems', 'maxItems', 'prefixItems', 'items', 'properties', 'required'],
] as const;

/** Where a value breaks its shape, as people write places in JSON (`targets[3].value`), and how. */
export type Problem = readonly [path: string, problem: string];

const patterns = new Map<string, RegExp>();

function matches(pattern: string, text: string): boolean {
  const known = patterns.get(pattern) ?? new RegExp(pattern, 'u');
  patterns.set(pattern, known);
  return known.test(text);
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return Number.isSafeInteger(value);
  if (type === 'number') return Number.isFinite(value);
  return typeof value === type;
}

function textFault(text: string, { pattern, minLength = 0 }: Shape): string | null {
  if (text.length < minLength) return `has fewer than ${minLength} characters`;
  return pattern !== undefined && !matches(pattern, text) ? `"${text}" does not match ${pattern}` : null;
}

function numberFault(value: number, { minimum, maximum, exclusiveMinimum }: Shape): string | null {
  if (minimum !== undefined && value < minimum) return `${value} is below ${minimum}`;
  if (maximum !== undefined && value > maximum) return `${value} is above ${maximum}`;
  return exclusiveMinimum !== undefined && value <= exclusiveMinimum
    ? `${value} is not above ${exclusiveMinimum}`
    : null;
}

/** What is wrong with a value itself, whatever lies in it; null where nothing is. */
export function ownFault(value: unknown, shape: Shape): string | null {
  const { type } = shape;
  if (type !== undefined && !(typeof type === 'string' ? isOfType(value, type) : type.some((t) => isOfType(value, t))))
    return value === undefined ? 'is missing' : `is not of type ${typeof type === 'string' ? type : type.join(' or ')}`;
  if (shape.const !== undefined && value !== shape.const) return `is not ${JSON.stringify(shape.const)}`;
  if (shape.enum && !shape.enum.includes(value))
    return `${JSON.stringify(value)} is not one of ${shape.enum.join(', ')}`;
  if (typeof value === 'string') return textFault(value, shape);
  if (typeof value === 'number') return numberFault(value, shape);
  return null;
}

// Paths are put together only where something is wrong: this runs for every value of every document.
function listProblem(list: readonly unknown[], shape: Shape, root: Shape): Problem | null {
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = shape;
  if (list.length < minItems || list.length > maxItems) return ['', `has ${list.length} items`];
  for (let i = 0; i < list.length; i++) {
    const own = shape.prefixItems?.[i] ?? shape.items;
    const problem = own ? problemIn(list[i], own, root) : null;
    if (problem) return [`[${i}]${problem[0]}`, problem[1]];
  }
  return null;
}

function objectProblem(value: { readonly [name: string]: unknown }, shape: Shape, root: Shape): Problem | null {
  const { properties } = shape;
  for (const name in properties) {
    const own = properties[name];
    if (!own || (value[name] === undefined && !shape.required?.includes(name))) continue;
    const problem = problemIn(value[name], own, root);
    if (problem) return [`.${name}${problem[0]}`, problem[1]];
  }
  return null;
}

function anyProblem(value: unknown, choices: readonly Shape[], root: Shape): Problem | null {
  let best: Problem | null = null;
  for (const choice of choices) {
    const problem = problemIn(value, choice, root);
    if (problem === null) return null;
    // Of alternatives that all fail, the one that fits furthest says most; then the first: the others are `null`.
    if (best === null || problem[0].length > best[0].length) best = problem;
  }
  return best;
}

function problemIn(value: unknown, shape: Shape, root: Shape): Problem | null {
  if (shape.$ref !== undefined) {
    const definition = root.$defs?.[shape.$ref.slice('#/$defs/'.length)];
    if (!definition) throw new Error(`the schema has no definition ${shape.$ref}`);
    return problemIn(value, definition, root);
  }
  if (shape.anyOf) return anyProblem(value, shape.anyOf, root);
  const fault = ownFault(value, shape);
  if (fault !== null) return ['', fault];
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) return listProblem(value, shape, root);
  return objectProblem(value as { readonly [name: string]: unknown }, shape, root);
}

/** The first place at which a value breaks a shape, in the order of the schema's properties; null where it holds. */
export function shapeProblem(value: unknown, shape: Shape): Problem | null {
  const problem = problemIn(value, shape, shape);
  return problem && [problem[0].replace(/^\./, '') || 'the whole', problem[1]];
}
