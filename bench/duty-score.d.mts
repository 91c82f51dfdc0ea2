import type { Document, Responsibility, Unit } from '../src/schema/model.js';

/** A statement as a phrase expects it; fields that it leaves out are not compared. */
type Expected = Pick<Responsibility, 'style'> & {
  readonly leads?: readonly string[];
  readonly partners?: readonly string[];
} & Partial<Pick<Responsibility, 'basis' | 'duty'>>;

/** A sentence or a few lines of a plan, with all that they say of who does what. */
export interface DutyPhrase {
  readonly id: string;
  readonly theme: string;
  readonly level: string;
  readonly title?: string;
  readonly heading?: string;
  readonly text: string;
  readonly responsibilities: readonly Expected[];
  /** May be found or not. */
  readonly optional?: readonly Expected[];
  /** Who does a target, which is named by words of its indicator. */
  readonly links?: readonly { target: string; leads?: readonly string[]; partners?: readonly string[] }[];
  readonly units?: readonly (Pick<Unit, 'name'> & Partial<Unit>)[];
  readonly implied?: readonly string[];
  readonly shows: string;
  /** What is known to be missed (-), invented (+) or wrong (~). */
  readonly gaps?: readonly string[];
}

/** Units with their roles that were wanted, found and are in both; statements, and those that are right in all. */
export interface DutyCounts {
  readonly wanted: number;
  readonly found: number;
  readonly matched: number;
  readonly records: number;
  readonly right: number;
}

export interface Facts {
  readonly wanted: number;
  readonly right: number;
}

export function compareDuties(
  phrase: Pick<DutyPhrase, 'responsibilities' | 'optional' | 'links' | 'units' | 'implied'>,
  document: Pick<Document, 'targets' | 'responsibilities'>,
): { bracket: DutyCounts; body: DutyCounts; links: Facts; units: Facts; implied: Facts; notes: string[] };
