/** What a manifest says of one document. `owner`: the shard that it was left to, where the run did not take it. */
export interface Listed {
  readonly path: string;
  readonly position: readonly [number, number];
  /** Null where its bytes could not be read. */
  readonly sha256: string | null;
  readonly read: boolean;
  readonly owner?: number;
}

/** The documents of one run, in its order. */
export interface Part<E extends Listed> {
  readonly folder: string;
  /** Null for a run that took everything. `list` is the same for shards of the same inputs. */
  readonly shard: { readonly index: number; readonly of: number; readonly list: string } | null;
  readonly documents: readonly E[];
}

/** Which of two documents of the same path and other bytes counts; undefined for neither. */
export type OnConflict = 'first' | 'last' | undefined;

export interface Placed<E> {
  readonly folder: string;
  readonly document: E;
}

/** Two documents of the same path and other bytes. */
export interface Conflict {
  readonly path: string;
  readonly folders: readonly [string, string];
}

export interface MergeOrder<E> {
  readonly documents: readonly Placed<E>[];
  readonly conflicts: readonly Conflict[];
  /** Shards that are not there, as `2/8`. */
  readonly absent: readonly string[];
  /** Documents that one part has left to another shard and that no part has. */
  readonly missing: readonly string[];
}

/** Shards of one list of inputs, or a run for itself, where the first of them was named. */
function groupsOf<E extends Listed>(parts: readonly Part<E>[]): Part<E>[][] {
  const groups = new Map<string, Part<E>[]>();
  for (const [index, part] of parts.entries()) {
    const key = part.shard ? `${part.shard.of} ${part.shard.list}` : `run ${index}`;
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  return [...groups.values()];
}

function inOrder<E extends Listed>(group: readonly Part<E>[]): Placed<E>[] {
  const taken = group.flatMap(({ folder, documents }) =>
    documents.filter(({ owner }) => owner === undefined).map((document) => ({ folder, document })),
  );
  const [place, within] = [(one: Placed<E>) => one.document.position[0], (one: Placed<E>) => one.document.position[1]];
  // Stable: of two at the same place the one that was named first is first.
  return taken.sort((a, b) => place(a) - place(b) || within(a) - within(b));
}

function absentOf<E extends Listed>(group: readonly Part<E>[]): string[] {
  const of = group[0]?.shard?.of ?? 0;
  const there = new Set(group.map(({ shard }) => shard?.index));
  return Array.from({ length: of }, (_, i) => i + 1)
    .filter((index) => !there.has(index))
    .map((index) => `${index}/${of}`);
}

/**
 * The documents of several runs in one order, none twice: shards of the same inputs by the place that a document has in
 * the whole, others one run after the other as they are named. The same path with the same bytes counts once, the one
 * that was read before one that failed; with other bytes it is a conflict.
 */
export function mergeOrder<E extends Listed>(parts: readonly Part<E>[], onConflict?: OnConflict): MergeOrder<E> {
  const groups = groupsOf(parts);
  const kept = new Map<string, Placed<E>>();
  const conflicts: Conflict[] = [];
  for (const placed of groups.flatMap(inOrder)) {
    const { path, sha256, read } = placed.document;
    const before = kept.get(path);
    if (!before) kept.set(path, placed);
    else if (before.document.sha256 === sha256 || before.document.sha256 === null || sha256 === null) {
      // Setting a key again does not move it: what was read takes the place of what failed.
      if (read && !before.document.read) kept.set(path, placed);
    } else {
      conflicts.push({ path, folders: [before.folder, placed.folder] });
      if (onConflict !== 'last') continue;
      kept.delete(path);
      kept.set(path, placed);
    }
  }
  const left = parts.flatMap(({ documents }) => documents.filter(({ owner }) => owner !== undefined));
  return {
    documents: [...kept.values()],
    conflicts: onConflict === undefined ? conflicts : [],
    absent: groups.flatMap(absentOf),
    missing: [...new Set(left.map(({ path }) => path))].filter((path) => !kept.has(path)),
  };
}

/** A name for each of the wanted ones, in their order; what another has already, in any case, is numbered. */
export function apart(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((own) => {
    const folded = (name: string): string => name.normalize('NFC').toLowerCase();
    let name = own;
    for (let n = 2; taken.has(folded(name)); n++) name = `${own}~${n}`;
    taken.add(folded(name));
    return name;
  });
}
