import type { Verdict } from '../schema/verdicts.js';
import type { Expectation, Fields, Found, Records } from './expectation.js';
import { KINDS } from './expectation.js';
import { recordFault } from './expectation-file.js';
import { canonical, changedFields, pairEqual } from './pairing.js';

/*
 * Verdicts of people made into what is expected. What was accepted must be found, what was rejected must not, what was
 * corrected must be found as corrected; where every record that is found of a kind has a verdict, the list is the whole of
 * it. What is expected already is never overwritten: a verdict that says otherwise is a conflict.
 */

type JudgedKind = Verdict['kind'];
const JUDGED: readonly JudgedKind[] = ['targets', 'deadlines', 'responsibilities'];

/** A verdict that cannot become an expectation, and why. */
interface Conflict {
  readonly kind: JudgedKind | 'failure';
  readonly id: string;
  readonly message: string;
  readonly quote: string;
}

export interface Judgement {
  readonly expectation: Expectation;
  readonly conflicts: readonly Conflict[];
  /** What the verdicts add, one line a kind. */
  readonly changes: readonly string[];
}

/** A verdict with the record that must be found by it; null where it was rejected. */
interface Said {
  readonly verdict: Verdict;
  readonly must: Fields | null;
}

/** The lists of one kind. */
interface Lists {
  readonly whole?: readonly Fields[];
  readonly contains: readonly Fields[];
  readonly excludes: readonly Fields[];
}

interface KindJudgement extends Lists {
  readonly conflicts: readonly Conflict[];
  readonly change: string | null;
}

const quoteOf = ({ record }: Verdict): string => (typeof record.quote === 'string' ? record.quote : '');
const conflictOf = (verdict: Verdict, message: string): Conflict => ({
  kind: verdict.kind,
  id: verdict.id,
  message: `${verdict.kind} ${verdict.id} was ${verdict.verdict}, ${message}`,
  quote: quoteOf(verdict),
});

/** What is wrong with a verdict itself. */
function verdictFault({ kind, verdict, record, correction }: Verdict): string | null {
  if (verdict === 'corrected' && Object.keys(correction ?? {}).length === 0) return 'and has no correction';
  if (verdict !== 'corrected' && correction !== undefined) return 'and has a correction; only "corrected" may';
  if (Object.keys(record).length === 0) return 'and its record is empty';
  const fault = recordFault(kind, { ...record, ...correction });
  return fault === null ? null : `and its record is none: ${fault}`;
}

/** Verdicts that can be used, each once. */
function usable(verdicts: readonly Verdict[]): { said: Said[]; conflicts: Conflict[] } {
  const first = new Map<string, Verdict>();
  const said: Said[] = [];
  const conflicts: Conflict[] = [];
  for (const verdict of verdicts) {
    const known = first.get(`${verdict.kind} ${verdict.id}`);
    first.set(`${verdict.kind} ${verdict.id}`, known ?? verdict);
    if (known && canonical({ ...known, note: '' }) === canonical({ ...verdict, note: '' })) continue;
    const fault = known ? `and ${known.verdict} by another verdict of the same file` : verdictFault(verdict);
    if (fault !== null) conflicts.push(conflictOf(verdict, fault));
    else
      said.push({
        verdict,
        must: verdict.verdict === 'rejected' ? null : { ...verdict.record, ...verdict.correction },
      });
  }
  return { said, conflicts };
}

/** Whether an expected record is equal to another in all that it names. */
const covers = (expected: Fields, record: Fields): boolean => changedFields(expected, record).length === 0;
const without = <T>(list: readonly T[], gone: Iterable<number>): T[] => {
  const out = new Set(gone);
  return list.filter((_, i) => !out.has(i));
};

/** The verdicts whose records must be found, and what of a list of expected records they do not account for. */
function accounted(list: readonly Fields[], said: readonly Said[]) {
  const musts = said.flatMap(({ verdict, must }) => (must ? [{ verdict, must }] : []));
  const pairs = pairEqual(
    list,
    musts.map(({ must }) => must),
  );
  return { fresh: without(musts, pairs.values()), left: without(list, pairs.keys()) };
}

/** The whole of a kind is expected already: verdicts agree with it or do not. */
function againstWhole(lists: Lists & { whole: readonly Fields[] }, said: readonly Said[], kind: string): KindJudgement {
  const { fresh, left } = accounted(lists.whole, said);
  const missing = new Set(fresh.map(({ verdict }) => verdict));
  const conflicts = said.flatMap(({ verdict }): Conflict[] => {
    const expected = verdict.verdict !== 'accepted' && left.some((one) => covers(one, verdict.record));
    if (expected) return [conflictOf(verdict, 'and expected.json expects it as it was found')];
    if (!missing.has(verdict)) return [];
    return [conflictOf(verdict, `and expected.json lists all ${kind} without it`)];
  });
  return { ...lists, conflicts, change: null };
}

/** Every record that is found has a verdict: the list is the whole of it. */
function asWhole(lists: Lists, said: readonly Said[], kind: string): KindJudgement {
  const { left } = accounted(lists.contains, said);
  const rejected = said.filter(({ must }) => must === null);
  const musts = said.flatMap(({ must }): Fields[] => (must ? [must] : []));
  const conflicts = [
    ...said.flatMap(({ verdict, must }) =>
      must && lists.excludes.some((one) => covers(one, must))
        ? [conflictOf(verdict, 'and expected.json excludes it')]
        : [],
    ),
    ...said.flatMap(({ verdict }) =>
      verdict.verdict !== 'accepted' && left.some((one) => covers(one, verdict.record))
        ? [conflictOf(verdict, 'and expected.json expects it as it was found')]
        : [],
    ),
  ];
  // What must be found and was not judged, because it is not found now, cannot be told from what is gone for good.
  if (conflicts.length > 0 || left.length > 0) return within(lists, said, kind);
  const change = `all ${musts.length} ${kind} are expected, and no others; ${rejected.length} rejected`;
  return { whole: musts, contains: [], excludes: [], conflicts, change };
}

/** Only some records have verdicts: they must be found, or must not, whatever else is. */
function within(lists: Lists, said: readonly Said[], kind: string): KindJudgement {
  const { fresh, left } = accounted(lists.contains, said);
  const conflicts: Conflict[] = [];
  const contains = [...lists.contains];
  const excludes = [...lists.excludes];
  for (const { verdict } of said) {
    if (verdict.verdict !== 'accepted' && left.some((one) => covers(one, verdict.record)))
      conflicts.push(conflictOf(verdict, 'and expected.json expects it as it was found'));
  }
  const contradicted = new Set(conflicts.map(({ id }) => id));
  for (const { verdict, must } of fresh) {
    if (contradicted.has(verdict.id)) continue;
    if (lists.excludes.some((one) => covers(one, must)))
      conflicts.push(conflictOf(verdict, 'and expected.json excludes it'));
    else contains.push(must);
  }
  for (const { verdict, must } of said) {
    if (must !== null || contradicted.has(verdict.id)) continue;
    const record: Fields = verdict.record;
    if (said.some((other) => other.must && covers(record, other.must)))
      conflicts.push(
        conflictOf(
          verdict,
          `and one that is equal to it was not: judge all ${kind}, then the list can tell how many there are`,
        ),
      );
    else if (!excludes.some((one) => covers(one, record))) excludes.push(record);
  }
  const [more, fewer] = [contains.length - lists.contains.length, excludes.length - lists.excludes.length];
  const change = more + fewer > 0 ? `${kind}: ${more} more must be found, ${fewer} more must not` : null;
  return { contains, excludes, conflicts, change };
}

function judgeKind(
  kind: JudgedKind,
  expected: Expectation,
  said: readonly Said[],
  found: readonly Fields[],
): KindJudgement {
  const { [kind]: whole, contains = {}, excludes = {} } = expected;
  const lists = { contains: contains[kind] ?? [], excludes: excludes[kind] ?? [] };
  if (whole) return againstWhole({ ...lists, whole }, said, kind);
  const judged = pairEqual(
    found,
    said.map(({ verdict }): Fields => verdict.record),
  );
  return found.length > 0 && judged.size === found.length ? asWhole(lists, said, kind) : within(lists, said, kind);
}

/** An expectation with its keys in the order in which they are written. */
function inOrder({ failure, meta, contains, excludes, ...lists }: Expectation): Expectation {
  const some = (records: Records | undefined): Records | undefined => {
    const kept = KINDS.flatMap((kind) =>
      (records?.[kind]?.length ?? 0) > 0 ? [[kind, records?.[kind]] as const] : [],
    );
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
  };
  const whole = KINDS.flatMap((kind) => (lists[kind] ? [[kind, lists[kind]] as const] : []));
  const all = { failure, meta, ...Object.fromEntries(whole), contains: some(contains), excludes: some(excludes) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/**
 * What is expected by what people have said.
 * @param expected what was expected before; null where there was nothing.
 * @param found what is found in the document now: it tells whether all records of a kind were judged.
 */
export function judge(expected: Expectation | null, verdicts: readonly Verdict[], found: Found): Judgement {
  const { said, conflicts: faults } = usable(verdicts);
  if (expected?.failure !== undefined) {
    const message = `expected.json expects the source to be refused as ${expected.failure}, and verdicts are of its records`;
    return { expectation: expected, conflicts: [{ kind: 'failure', id: '', message, quote: '' }], changes: [] };
  }
  let next: Expectation = expected ?? {};
  const conflicts = [...faults];
  const changes: string[] = [];
  for (const kind of JUDGED) {
    const ours = said.filter(({ verdict }) => verdict.kind === kind);
    if (ours.length === 0) continue;
    const judged = judgeKind(kind, next, ours, found[kind] ?? []);
    conflicts.push(...judged.conflicts);
    if (judged.change === null) continue;
    changes.push(judged.change);
    next = {
      ...next,
      ...(judged.whole ? { [kind]: judged.whole } : {}),
      contains: { ...next.contains, [kind]: judged.contains },
      excludes: { ...next.excludes, [kind]: judged.excludes },
    };
  }
  return { expectation: changes.length > 0 ? inOrder(next) : (expected ?? {}), conflicts, changes };
}
