import type { Comparison, Difference } from './differences.js';
import {
  type Expectation,
  FIELDS,
  type Fields,
  type Found,
  KINDS,
  type Kind,
  pick,
  RARE,
  type Records,
} from './expectation.js';

/** A difference that is known and accepted for now. `quote` is a part of the quote of the record that it is about. */
export interface Gap {
  readonly kind: string;
  readonly change: string;
  readonly quote: string;
  readonly why: string;
}

export interface Settled {
  /** Differences that nobody has accepted. */
  readonly open: readonly Difference[];
  readonly known: readonly { readonly difference: Difference; readonly gap: Gap }[];
  /** Gaps that do not occur any more. */
  readonly stale: readonly Gap[];
}

/**
 * Read the gaps of a case.json.
 * @throws Error with a sentence that says what is wrong with them.
 */
export function gapsOf(value: unknown): Gap[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Error('"gaps" must be a list');
  for (const gap of value as Partial<Record<string, unknown>>[]) {
    for (const name of ['kind', 'change', 'quote', 'why']) {
      if (typeof gap?.[name] !== 'string' || gap[name] === '') throw new Error(`every gap needs "${name}", as text`);
    }
  }
  return value as Gap[];
}

/** Set known differences apart. A gap accepts one difference: a second one of the same kind is new. */
export function settle(differences: readonly Difference[], gaps: readonly Gap[]): Settled {
  const left = new Set(gaps);
  const open: Difference[] = [];
  const known: { difference: Difference; gap: Gap }[] = [];
  for (const difference of differences) {
    const { kind, change, quote } = difference;
    const gap = [...left].find((g) => g.kind === kind && g.change === change && quote.includes(g.quote));
    if (!gap) {
      open.push(difference);
      continue;
    }
    left.delete(gap);
    known.push({ difference, gap });
  }
  return { open, known, stale: [...left] };
}

/** The fields that a list of an expectation compares: those that any of its records names, and rare ones where it names all others. */
function comparedFields(kind: Kind, records: readonly Fields[]): readonly string[] {
  const named = new Set(records.flatMap((record) => Object.keys(record)));
  const whole = FIELDS[kind].every((name) => named.has(name) || RARE.has(name));
  return whole || named.size === 0 ? FIELDS[kind] : FIELDS[kind].filter((name) => named.has(name));
}

function updatedRecords(
  kind: Kind,
  expected: readonly Fields[],
  found: readonly Fields[],
  pairs: ReadonlyMap<number, number>,
  known: readonly Difference[],
): Fields[] {
  const names = comparedFields(kind, expected);
  const slots: Fields[][] = [[], ...found.map((record) => [pick(record, names)])];
  for (const { change, expectedIndex = -1, foundIndex = -1 } of known) {
    const kept = expected[expectedIndex];
    if (change === 'extra') slots[foundIndex + 1] = [];
    if (change === 'changed' && kept) slots[foundIndex + 1] = [kept];
    if (change !== 'missing' || !kept) continue;
    // What is still not found stays behind the record that it stood behind.
    let before = expectedIndex - 1;
    while (before >= 0 && !pairs.has(before)) before--;
    slots[(pairs.get(before) ?? -1) + 1]?.push(kept);
  }
  return slots.flat();
}

/** What must or must not be found, made true: what changed as it is now, what is not so any more left out. */
function updatedPart(
  part: 'contains' | 'excludes',
  expected: Records,
  found: Found,
  open: readonly Difference[],
): Records | undefined {
  const kinds = KINDS.flatMap((kind): [Kind, Fields[]][] => {
    const ours = open.filter((d) => d.kind === kind && d.list === part);
    const records = (expected[kind] ?? []).flatMap((record, at): Fields[] => {
      const difference = ours.find((d) => d.expectedIndex === at);
      if (!difference) return [record];
      const now = difference.change === 'changed' ? found[kind]?.[difference.foundIndex ?? -1] : undefined;
      return now ? [pick(now, Object.keys(record))] : [];
    });
    return records.length > 0 ? [[kind, records]] : [];
  });
  return kinds.length > 0 ? Object.fromEntries(kinds) : undefined;
}

/**
 * The expectation that takes what was found as right, except for known differences: there what was expected stays, or
 * an accepted mistake would become the expectation. Keys and fields that were not compared are not added.
 */
export function updatedExpectation(
  expected: Expectation | null,
  found: Found,
  pairs: Comparison['pairs'],
  { known, open }: { readonly known: readonly Difference[]; readonly open: readonly Difference[] },
): Expectation {
  if (expected === null || found.failure !== undefined || expected.failure !== undefined) return found;
  const updated: { [key: string]: unknown } = {};
  for (const key of Object.keys(expected) as (keyof Expectation)[]) {
    if (key === 'meta' && expected.meta) {
      const kept = known.filter((d) => d.kind === 'meta').map((d) => d.quote);
      updated.meta = { ...pick(found.meta ?? {}, Object.keys(expected.meta)), ...pick(expected.meta, kept) };
    } else if (key === 'contains' || key === 'excludes') {
      const part = updatedPart(key, expected[key] ?? {}, found, open);
      if (part) updated[key] = part;
    } else if (key !== 'failure' && key !== 'meta') {
      const ours = known.filter((d) => d.kind === key && d.list === 'whole');
      updated[key] = updatedRecords(key, expected[key] ?? [], found[key] ?? [], pairs[key] ?? new Map(), ours);
    }
  }
  return updated;
}

/** The clean.txt that takes the found text as right, except for known differences. */
export function updatedText(lines: Comparison['lines'], known: readonly Difference[]): string {
  const kept = new Set(known.filter((d) => d.kind === 'clean').map((d) => d.expectedIndex));
  const text = lines.filter(({ change }, at) => change === 'same' || (change === 'missing') === kept.has(at));
  return text.map((line) => `${line.text}\n`).join('');
}
