import type { Document, Responsibility, Unit } from './model.js';

/** Who does the work that a target or a deadline is of. */
export interface Doers {
  /** As printed, those of the narrowest statement first. */
  readonly leads: readonly string[];
  /** As printed; who leads by one statement is no partner by another. Implied units are none. */
  readonly partners: readonly string[];
}

/** For records of a document those who lead and take part, by all statements that they are linked to. */
export function doersIn({
  responsibilities,
}: Pick<Document, 'responsibilities'>): (record: { readonly responsibilities: readonly string[] }) => Doers {
  const statements = new Map(responsibilities.map((statement) => [statement.id, statement]));
  return (record) => {
    const linked = record.responsibilities.flatMap((id) => statements.get(id) ?? []);
    const leads = new Set(linked.flatMap((statement) => statement.leads));
    const partners = new Set(linked.flatMap((statement) => statement.partners));
    return { leads: [...leads], partners: [...partners].filter((name) => !leads.has(name)) };
  };
}

/** A statement with one of its units; without one where it names none. */
export type UnitRow = Responsibility & { readonly unit: Unit | null };

/** One row per unit and role; a statement that names no unit keeps one row, so that it is not lost. */
export function unitRows(statement: Responsibility): UnitRow[] {
  const { units } = statement;
  return units.length === 0 ? [{ ...statement, unit: null }] : units.map((unit) => ({ ...statement, unit }));
}
