import type { Document } from '../src/schema/model.js';

/** A sentence or a few lines of a plan, with the records that a careful reader takes out of them. */
export interface Phrase {
  readonly id: string;
  readonly sector: string;
  readonly level: string;
  readonly title?: string;
  readonly heading?: string;
  readonly text: string;
  readonly targets: readonly object[];
  readonly deadlines: readonly object[];
  readonly shows: string;
  /** What is known to be missed (-), invented (+) or wrong in a field (~). */
  readonly gaps?: readonly string[];
}

export interface Counts {
  readonly wanted: number;
  readonly found: number;
  readonly matched: number;
  readonly right: number;
}

/** Of what kind they are the reader knows: what a folder holds is not looked at. */
export function readPhrases<P = Phrase>(folder: URL): P[];
export function planOf(phrase: Pick<Phrase, 'title' | 'heading' | 'text'>): string;
export function compare(
  phrase: Phrase,
  document: Pick<Document, 'targets' | 'deadlines'>,
): { targets: Counts; deadlines: Counts; notes: string[] };
export function figures(counts: Pick<Counts, 'wanted' | 'found' | 'matched'>): { p: number; r: number; f: number };
