import { FLOW } from '../lexicon/comparison.js';
import { INDICATORS } from '../lexicon/indicators/index.js';
import { type Group, nameOf } from './groups.js';
import type { Quantity, Row, RowNote, Statement, Wanted } from './model.js';
import { nameSimilarity } from './names.js';
import { byUnits } from './places.js';
import { canBring, rowUnit } from './units.js';
import { isUnknownId, isWanted, wantedLabel } from './wanted.js';

/** A row before it has a number, cells and neighbours. */
export interface Draft extends Pick<Row, 'id' | 'label' | 'quantity' | 'unit' | 'bare' | 'documents'> {
  readonly statements: readonly Statement[];
  /** The spelling that similarity is counted from. */
  readonly name: string;
  readonly notes: readonly RowNote[];
}

/** The most frequent of some words; of those that are as frequent the shortest. */
function mostFrequent(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const order = [...counts].sort(([a, m], [b, n]) => n - m || a.length - b.length || byUnits(a, b));
  return order[0]?.[0] ?? '';
}

/** Plans that a row is of: of copies of the same bytes one. */
const plansOf = (statements: readonly Statement[]): number =>
  new Set(statements.map(({ compared }) => compared.document.source.sha256)).size;

/** What comes about in a year and in five years is not the same amount. */
function spansDiffer(statements: readonly Statement[]): boolean {
  const flows = statements.filter(
    ({ target, quantity }) =>
      quantity.per === null && quantity.change === null && (target.class === 'output' || FLOW.test(target.indicator)),
  );
  const lengths = flows.flatMap(({ compared: { document } }) => {
    const { period } = document.meta;
    return period ? [period.to - period.from > 0] : [];
  });
  return new Set(lengths).size > 1;
}

function notesOf(group: Group, statements: readonly Statement[]): RowNote[] {
  const classes = new Set(statements.map(({ target }) => target.class));
  const notes: [RowNote, boolean][] = [
    ['bare', statements.some(({ bare }) => bare)],
    ['spans', plansOf(statements) > 1 && spansDiffer(statements)],
    ['classes', classes.size > 1],
    ['merged', group.merged],
  ];
  return notes.flatMap(([note, holds]) => (holds ? [note] : []));
}

function draftOf(group: Group, order: ReadonlyMap<Statement, number>): Draft {
  const statements = [...group.statements].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  const first = statements[0];
  const id = first?.id ?? null;
  const known = INDICATORS.find((one) => one.id === id);
  const name = mostFrequent(statements.map((one) => one.name)) || nameOf(group);
  const printed = statements.filter((one) => one.name === name).map(({ target }) => target.indicator);
  return {
    ...{ id, name, statements },
    label: known?.name ?? mostFrequent(printed),
    quantity: first?.quantity ?? NOTHING,
    unit: rowUnit(statements),
    bare: first?.bare ?? false,
    documents: plansOf(statements),
    notes: notesOf(group, statements),
  };
}

const NOTHING: Quantity = {
  ...{ unit: '', change: null, against: null, per: null, measures: '', of: '', class: null },
};

/** Rows in order: those of several plans first, known indicators by sector, the rest as plans have them. */
export function draftsOf(groups: readonly Group[], statements: readonly Statement[]): Draft[] {
  const order = new Map(statements.map((one, i) => [one, i]));
  const sector = new Map(INDICATORS.map(({ id }, i) => [id, i]));
  const rank = ({ id }: Draft): number => (id === null ? sector.size : (sector.get(id) ?? sector.size));
  const first = ({ statements: [one] }: Draft): number => (one ? (order.get(one) ?? 0) : 0);
  return groups
    .map((group) => draftOf(group, order))
    .sort(
      (a, b) =>
        Number(b.documents > 1) - Number(a.documents > 1) ||
        (a.documents > 1 ? rank(a) - rank(b) || b.documents - a.documents : 0) ||
        first(a) - first(b),
    );
}

/** The similarity of a statement's name to that of its row; null where an id makes them the same. */
export const similarityIn = ({ id, name }: Draft, statement: Statement): number | null =>
  id === null ? nameSimilarity(name, statement.name) : null;

function emptyRow(wanted: Wanted): Draft {
  const { asked } = wanted;
  const notes: RowNote[] = [isUnknownId(asked) ? 'unknown' : 'not-found'];
  const quantity = { ...NOTHING, unit: wanted.unit ?? '' };
  const label = wantedLabel(wanted);
  return {
    id: null,
    name: asked,
    label,
    statements: [],
    quantity,
    unit: quantity.unit,
    bare: false,
    documents: 0,
    notes,
  };
}

/** A row under the name and in the unit of the list. */
function asAsked(draft: Draft, { label, unit }: Wanted): Draft {
  const named = label === null ? draft : { ...draft, label };
  if (unit === null) return named;
  if (draft.statements.every(({ target }) => canBring(target.unit, unit))) return { ...named, unit };
  // A growth is given in % whatever the unit of the level.
  return draft.quantity.change === null ? { ...named, notes: [...named.notes, 'unit-not-exact'] } : named;
}

/** Only what a list asks for, in its order; what no plan has stands in its place as an empty row. */
export function restricted(drafts: readonly Draft[], wanted: readonly Wanted[]): Draft[] {
  const taken = new Set<Draft>();
  return wanted.flatMap((one) => {
    const wants = isWanted(one);
    const found = drafts.filter((draft) => wants(draft.statements));
    const free = found.filter((draft) => !taken.has(draft));
    for (const draft of free) taken.add(draft);
    return found.length === 0 ? [emptyRow(one)] : free.map((draft) => asAsked(draft, one));
  });
}
