import { expectationOf, type Found, type FoundPlaces, placesOf } from '../report/expectation.js';
import { defineWriter, type Plan } from '../write/writer.js';

/** What a check compares of a document. */
export interface FoundPiece {
  readonly found: Found;
  readonly places: FoundPlaces;
  /** The cleaned text. */
  readonly text: string;
}

export const foundIn = ({ document, text }: Pick<Plan, 'document' | 'text'>): FoundPiece => ({
  found: expectationOf(document),
  places: placesOf(document),
  text,
});

/** No format of files: what threads send to a check. */
export const foundWriter = defineWriter<FoundPiece>({
  encode: async () => foundIn,
  open: async () => ({ add: () => [], end: () => [] }),
});
