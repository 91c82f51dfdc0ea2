import { documentShape } from '../schema/document-shape.js';
import type { Shape } from '../schema/shape.js';
import { expectation, fits } from './expected.js';
import { shown } from './record.js';

/** Names and indexes that lead to a value in JSON. */
export type JsonPath = readonly (string | number)[];

/** A place at which a value is not as its schema wants it. */
export interface ShapeFault {
  readonly path: JsonPath;
  readonly message: string;
  /** A field that nobody knows, which is no fault: people add their own. */
  readonly unknown?: true;
}

const at = (shape: Shape, root: Shape): Shape =>
  shape.$ref === undefined ? shape : at(root.$defs?.[shape.$ref.slice('#/$defs/'.length)] ?? {}, root);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of alternatives the one that is meant: the first that the value fits with all names that it asks for. */
function chosen(value: unknown, choices: readonly Shape[]): Shape | undefined {
  const fitting = choices.filter((choice) => fits(value, choice));
  if (!isObject(value)) return fitting[0];
  return fitting.find(({ required = [] }) => required.every((name) => name in value)) ?? fitting[0];
}

function* inList(list: readonly unknown[], shape: Shape, root: Shape, path: JsonPath): Generator<ShapeFault> {
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = shape;
  if (list.length < minItems || list.length > maxItems) {
    const wanted = minItems === maxItems ? String(minItems) : `${minItems} or more`;
    yield { path, message: `has ${list.length} entries; expected ${wanted}` };
  }
  for (const [i, value] of list.entries()) {
    const own = shape.prefixItems?.[i] ?? shape.items;
    if (own) yield* faultsIn(value, own, root, [...path, i]);
  }
}

function* inObject(
  value: Readonly<Record<string, unknown>>,
  shape: Shape,
  root: Shape,
  path: JsonPath,
): Generator<ShapeFault> {
  const { properties = {}, required = [] } = shape;
  for (const [name, own] of Object.entries(properties)) {
    if (Object.hasOwn(value, name)) yield* faultsIn(value[name], own, root, [...path, name]);
    else if (required.includes(name)) {
      const message = `"${name}" is missing; expected ${expectation(at(own, root))}`;
      yield { path, message };
    }
  }
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(properties, name)) yield { path: [...path, name], message: name, unknown: true };
  }
}

function* faultsIn(value: unknown, written: Shape, root: Shape, path: JsonPath): Generator<ShapeFault> {
  let shape = at(written, root);
  if (shape.anyOf) {
    const choices = shape.anyOf.map((choice) => at(choice, root));
    const choice = chosen(value, choices);
    if (!choice) {
      const wanted = choices.map((one) => (one.type === 'null' ? 'null' : expectation(one)));
      return yield { path, message: `is ${shown(value)}; expected ${[...new Set(wanted)].join(' or ')}` };
    }
    shape = choice;
  }
  if (!fits(value, shape)) return yield { path, message: `is ${shown(value)}; expected ${expectation(shape)}` };
  if (Array.isArray(value)) yield* inList(value, shape, root, path);
  else if (isObject(value)) yield* inObject(value, shape, root, path);
}

/** Every place at which a value is no document, and every field that no document has, in the order of the schema. */
export function documentFaults(value: unknown): Generator<ShapeFault> {
  const root = documentShape();
  return faultsIn(value, root, root, []);
}
