import type { Responsibility } from '../../schema/model.js';

/** A statement of responsibility before it has its id. Offsets count in the cleaned text. */
export interface ResponsibilityCandidate {
  readonly fields: Omit<Responsibility, 'id' | 'units' | 'section' | 'item' | 'suspect' | 'evidence'>;
  readonly line: number;
  readonly section: string | null;
  readonly start: number;
  readonly end: number;
}
