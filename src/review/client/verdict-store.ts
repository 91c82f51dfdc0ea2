import type { Fields } from '../../report/expectation.js';
import type { Reviewed, Verdict } from '../../schema/verdicts.js';
import { keyOf, RECORD_KINDS } from './records.js';
import type { RecordKind } from './view.js';

/** Where verdicts are kept between visits: `false` and null where that is refused. */
export interface Keeper {
  readonly load: (sha256: string) => readonly Verdict[] | null;
  readonly save: (sha256: string, verdicts: readonly Verdict[]) => boolean;
}

/** A document that verdicts may be of, in the order of the page. */
export interface Judged {
  readonly path: string;
  readonly sha256: string;
}

interface Step {
  readonly sha256: string;
  readonly key: string;
  readonly before: Verdict | undefined;
}

/** What is found in a document, in the form of an expectation, in the order of ids. */
export type Found = { readonly [K in RecordKind]: readonly { readonly id: string; readonly fields: Fields }[] };

export interface VerdictStore {
  readonly get: (sha256: string, kind: RecordKind, id: string) => Verdict | null;
  /** Null takes a verdict back. */
  readonly set: (sha256: string, kind: RecordKind, id: string, verdict: Verdict | null) => void;
  /** The record whose verdict is as it was before; null where there is nothing to undo. */
  readonly undo: () => { readonly sha256: string; readonly key: string } | null;
  readonly count: (sha256: string) => number;
  /** Changes since the last export or the opening of the page. */
  readonly unexported: () => number;
  readonly markExported: () => void;
  /** Whether what was said last outlives the page. */
  readonly kept: () => boolean;
  /** Every document with a verdict, those of the page first, then others that were imported. */
  readonly all: () => Reviewed[];
  /**
   * Bring verdicts together with the records that there are, once they are known. Those of records that are not found any
   * more are kept and exported, and are of no record.
   * @returns how many those are.
   */
  readonly settle: (sha256: string, found: Found) => number;
  /** Forget what is known of a document, or of all, and load it anew: it was kept otherwise by another tab. */
  readonly reload: (sha256: string | null) => void;
  /** Take verdicts of a file over; what it says of a record takes the place of what was said. */
  readonly take: (documents: readonly Reviewed[]) => { readonly here: number; readonly elsewhere: number };
}

const idNumber = (id: string): number => Number(id.replace(/^\D+/, '')) || 0;

/** In the order of the lists of a document, so that the same verdicts give the same file. */
function ordered(verdicts: Iterable<Verdict>): Verdict[] {
  return [...verdicts].sort(
    (a, b) => RECORD_KINDS.indexOf(a.kind) - RECORD_KINDS.indexOf(b.kind) || idNumber(a.id) - idNumber(b.id),
  );
}

/** Verdicts on the records of the documents of a page. */
export function openVerdicts(judged: readonly Judged[], keeper: Keeper): VerdictStore {
  const opened = new Map<string, Map<string, Verdict>>();
  const others = new Map<string, Reviewed>();
  const astray = new Map<string, readonly Verdict[]>();
  const steps: Step[] = [];
  let unexported = 0;
  let kept = true;
  const of = (sha256: string): Map<string, Verdict> => {
    const known = opened.get(sha256);
    if (known) return known;
    const loaded = keeper.load(sha256) ?? [];
    const verdicts = new Map(loaded.map((verdict) => [keyOf(verdict.kind, verdict.id), verdict]));
    opened.set(sha256, verdicts);
    return verdicts;
  };
  const allOf = (sha256: string): Verdict[] => [...ordered(of(sha256).values()), ...(astray.get(sha256) ?? [])];
  const put = (sha256: string, key: string, verdict: Verdict | undefined): void => {
    const verdicts = of(sha256);
    if (verdict) verdicts.set(key, verdict);
    else verdicts.delete(key);
    kept = keeper.save(sha256, allOf(sha256));
  };
  const hashes = new Set(judged.map(({ sha256 }) => sha256));
  return {
    get: (sha256, kind, id) => of(sha256).get(keyOf(kind, id)) ?? null,
    set: (sha256, kind, id, verdict) => {
      const key = keyOf(kind, id);
      steps.push({ sha256, key, before: of(sha256).get(key) });
      put(sha256, key, verdict ?? undefined);
      unexported++;
    },
    undo: () => {
      const step = steps.pop();
      if (!step) return null;
      put(step.sha256, step.key, step.before);
      unexported++;
      return { sha256: step.sha256, key: step.key };
    },
    count: (sha256) => of(sha256).size,
    unexported: () => unexported,
    markExported: () => {
      unexported = 0;
    },
    kept: () => kept,
    all: () => {
      const told = new Set<string>();
      const here = judged.flatMap(({ path, sha256 }) => {
        // The same file under two names is judged once.
        const verdicts = allOf(sha256);
        if (told.has(sha256) || verdicts.length === 0) return [];
        told.add(sha256);
        return [{ path, sha256, verdicts }];
      });
      return [...here, ...others.values()];
    },
    settle: (sha256, found) => {
      const { verdicts, lost } = settled(allOf(sha256), found);
      opened.set(sha256, new Map(verdicts.map((verdict) => [keyOf(verdict.kind, verdict.id), verdict])));
      astray.set(sha256, lost);
      return lost.length;
    },
    reload: (sha256) => {
      // What the browser would not keep is nowhere else.
      if (!kept) return;
      for (const known of sha256 === null ? [...opened.keys()] : [sha256]) {
        opened.delete(known);
        astray.delete(known);
      }
    },
    take: (documents) => {
      let [here, elsewhere] = [0, 0];
      for (const one of documents) {
        if (!hashes.has(one.sha256)) {
          others.set(one.sha256, one);
          elsewhere += one.verdicts.length;
          continue;
        }
        for (const verdict of one.verdicts) {
          const key = keyOf(verdict.kind, verdict.id);
          steps.push({ sha256: one.sha256, key, before: of(one.sha256).get(key) });
          put(one.sha256, key, verdict);
          here++;
        }
      }
      return { here, elsewhere };
    },
  };
}

/** A record without what the links of others say of it. */
const ownWords = ({ ledBy: _, ...rest }: Fields): string => JSON.stringify(rest);

/**
 * Verdicts that were said of another reading of the same file: ids may have moved since. Each goes to the record that
 * says the same; `lost` are those of records that are not found any more.
 */
export function settled(
  verdicts: readonly Verdict[],
  found: Found,
): { readonly verdicts: Verdict[]; readonly lost: Verdict[] } {
  const lost: Verdict[] = [];
  const taken = new Set<string>();
  const now = verdicts.flatMap((verdict) => {
    const wanted = ownWords(verdict.record);
    const same = found[verdict.kind].filter(
      ({ id, fields }) => ownWords(fields) === wanted && !taken.has(keyOf(verdict.kind, id)),
    );
    const one = same.find(({ id }) => id === verdict.id) ?? same[0];
    if (!one) {
      lost.push(verdict);
      return [];
    }
    taken.add(keyOf(verdict.kind, one.id));
    return [{ ...verdict, id: one.id }];
  });
  return { verdicts: now, lost };
}
