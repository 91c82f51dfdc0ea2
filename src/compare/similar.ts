import type { Similar, Statement } from './model.js';
import { differTellingly, nameSimilarity, nearPairs } from './names.js';
import { quantityKey, saysNothing } from './statements.js';

/** What is proposed of a row, before rows have numbers. */
export interface Proposing {
  readonly id: string | null;
  readonly label: string;
  readonly bare: boolean;
  readonly statements: readonly Statement[];
}

/** Less alike names are strangers. */
const LEAST = 0.6;
const MOST = 3;
/** So many spellings of a row are looked at. */
const SPELLINGS = 8;

interface Proposal {
  readonly other: number;
  readonly similarity: number;
  readonly otherQuantity: boolean;
}

const documentsOf = ({ statements }: Proposing): Set<string> => new Set(statements.map(({ compared }) => compared.id));

const quantityOf = ({ statements: [first] }: Proposing): string => (first ? quantityKey(first.quantity) : '');

/** Together they say something of two plans. */
function acrossPlans(a: Proposing, b: Proposing): boolean {
  const all = new Set([...documentsOf(a), ...documentsOf(b)]);
  return all.size > 1;
}

/** For each row those that may be the same, the most alike first, as indices. */
function proposals(rows: readonly Proposing[]): Proposal[][] {
  const names: string[] = [];
  const owners: number[] = [];
  for (const [i, row] of rows.entries()) {
    for (const name of [...new Set(row.statements.map((one) => one.name))].slice(0, SPELLINGS)) {
      if (row.bare && saysNothing(name)) continue;
      names.push(name);
      owners.push(i);
    }
  }
  const best: Map<number, Proposal>[] = rows.map(() => new Map());
  const offer = (from: number, other: number, similarity: number, otherQuantity: boolean): void => {
    const known = best[from]?.get(other);
    if (!known || known.similarity < similarity) best[from]?.set(other, { other, similarity, otherQuantity });
  };
  for (const [a, b] of nearPairs(names)) {
    const [i = -1, j = -1] = [owners[a], owners[b]];
    const [one, other] = [rows[i], rows[j]];
    if (i === j || !one || !other) continue;
    const [left = '', right = ''] = [names[a], names[b]];
    const sameId = one.id !== null && one.id === other.id;
    const similarity = sameId ? 1 : nameSimilarity(left, right);
    if (similarity < LEAST || !acrossPlans(one, other)) continue;
    // Two known indicators of different ids are known to be two things.
    if (!sameId && ((one.id !== null && other.id !== null) || differTellingly(left, right))) continue;
    const otherQuantity = quantityOf(one) !== quantityOf(other);
    offer(i, j, similarity, otherQuantity);
    offer(j, i, similarity, otherQuantity);
  }
  return best.map((found) =>
    [...found.values()].sort((a, b) => b.similarity - a.similarity || a.other - b.other).slice(0, MOST),
  );
}

/** Rows that may be the same as each, without their numbers. */
export function similarRows(rows: readonly Proposing[]): (Omit<Similar, 'row'> & { readonly other: number })[][] {
  return proposals(rows).map((found) =>
    found.map(({ other, ...rest }) => ({ ...rest, other, label: rows[other]?.label ?? '' })),
  );
}
