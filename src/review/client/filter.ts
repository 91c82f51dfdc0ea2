import type { Document, Section } from '../../schema/model.js';
import type { Verdict } from '../../schema/verdicts.js';
import { RECORD_KINDS, type RecordRef, yearOf } from './records.js';
import type { RecordKind } from './view.js';

/** Which records are shown. */
export interface Filter {
  readonly kinds: ReadonlySet<RecordKind>;
  /** Of targets; others pass. */
  readonly klass: 'outcome' | 'output' | 'norm' | null;
  /** Whether a year is said. Statements of responsibility say none. */
  readonly year: 'with' | 'without' | null;
  readonly verdict: Verdict['verdict'] | 'none' | null;
  readonly suspect: boolean;
  /** Id of a section; records of the sections in it pass as well. */
  readonly section: string | null;
}

export const NO_FILTER: Filter = {
  kinds: new Set(RECORD_KINDS),
  klass: null,
  year: null,
  verdict: null,
  suspect: false,
  section: null,
};

/** How many of the filter's parts hold something back. */
export function partsInUse(filter: Filter): number {
  const { kinds, klass, year, verdict, suspect, section } = filter;
  return [kinds.size < RECORD_KINDS.length, klass, year, verdict, suspect, section].filter(Boolean).length;
}

/** A section and all that are in it. */
export function within(sections: readonly Section[], id: string): ReadonlySet<string> {
  const inside = new Set([id]);
  // Parents stand before what is in them.
  for (const { id: own, parent } of sections) if (parent !== null && inside.has(parent)) inside.add(own);
  return inside;
}

/** The records that a filter lets pass, in the given order. */
export function filtered(
  refs: readonly RecordRef[],
  filter: Filter,
  document: Pick<Document, 'sections'>,
  verdictOf: (ref: RecordRef) => Verdict['verdict'] | null,
): RecordRef[] {
  const inside = filter.section === null ? null : within(document.sections, filter.section);
  const verdictFits = (ref: RecordRef): boolean =>
    filter.verdict === null || (verdictOf(ref) ?? 'none') === filter.verdict;
  return refs.filter(
    (ref) =>
      filter.kinds.has(ref.kind) &&
      (filter.klass === null || ref.kind !== 'targets' || ref.record.class === filter.klass) &&
      (filter.year === null || (yearOf(ref) !== null) === (filter.year === 'with')) &&
      (!filter.suspect || ref.record.suspect !== null) &&
      (inside === null || inside.has(ref.record.section ?? '') || inside.has(ref.record.item ?? '')) &&
      verdictFits(ref),
  );
}
