import type { Statement } from './model.js';
import { mayBeOne, nameSimilarity, nearPairs } from './names.js';
import { byUnits } from './places.js';
import { quantityKey } from './statements.js';

/** Statements that are to stand in one row. */
export interface Group {
  /** Sorts groups and names them; the same for the same statements. */
  readonly key: string;
  readonly statements: Statement[];
  /** Whether names of different spelling were taken for one. */
  merged: boolean;
}

/** What a name that says too little is told apart by: the plan that it stands in. */
function keyOf({ id, name, quantity, bare, compared }: Statement): string {
  const what = id === null ? `=${name}` : `#${id}`;
  return [what, quantityKey(quantity), bare ? compared.id : ''].join('|');
}

/** Statements by what they measure: by id, else by the spelling of the name, and then by its likeness. */
export function groupsOf(statements: readonly Statement[], similarity: number): Group[] {
  const groups = new Map<string, Group>();
  for (const statement of statements) {
    const key = keyOf(statement);
    const group = groups.get(key);
    if (group) group.statements.push(statement);
    else groups.set(key, { key, statements: [statement], merged: false });
  }
  const sorted = [...groups.values()].sort((a, b) => byUnits(a.key, b.key));
  return similarity >= 1 ? sorted : mergedByName(sorted, similarity);
}

/** The name that stands for a group before it is merged: all its statements have it. */
export const nameOf = (group: Group): string => group.statements[0]?.name ?? '';

/**
 * Groups of names that are nearly the same, as one. Complete linkage: of a merged group every two names are as alike as
 * asked, and the most alike are merged first, so that the order of the inputs changes nothing.
 */
function mergedByName(groups: readonly Group[], similarity: number): Group[] {
  const blocks = new Map<string, Group[]>();
  for (const group of groups) {
    const [first] = group.statements;
    if (!first || first.id !== null || first.bare) continue;
    const key = quantityKey(first.quantity);
    const block = blocks.get(key);
    if (block) block.push(group);
    else blocks.set(key, [group]);
  }
  const gone = new Set<Group>();
  for (const block of blocks.values()) mergeBlock(block, similarity, gone);
  return groups.filter((group) => !gone.has(group));
}

function mergeBlock(block: readonly Group[], similarity: number, gone: Set<Group>): void {
  const names = block.map(nameOf);
  const pairs: { readonly a: number; readonly b: number; readonly alike: number }[] = [];
  for (const [a, b] of nearPairs(names)) {
    const alike = nameSimilarity(names[a] ?? '', names[b] ?? '');
    if (alike >= similarity && mayBeOne(names[a] ?? '', names[b] ?? '')) pairs.push({ a, b, alike });
  }
  pairs.sort((one, other) => other.alike - one.alike || one.a - other.a || one.b - other.b);
  const members = block.map((_, i) => [i]);
  const fits = (one: number, other: number): boolean => {
    const [a, b] = [names[one] ?? '', names[other] ?? ''];
    return nameSimilarity(a, b) >= similarity && mayBeOne(a, b);
  };
  for (const { a, b } of pairs) {
    const [left, right] = [members[a], members[b]];
    if (!left || !right || left === right) continue;
    if (!left.every((one) => right.every((other) => fits(one, other)))) continue;
    left.push(...right);
    for (const i of right) members[i] = left;
  }
  for (const all of new Set(members)) {
    const [first, ...others] = [...all].sort((a, b) => a - b);
    const group = block[first ?? -1];
    if (!group || others.length === 0) continue;
    group.merged = true;
    for (const i of others) {
      const other = block[i];
      if (!other) continue;
      group.statements.push(...other.statements);
      gone.add(other);
    }
  }
}
