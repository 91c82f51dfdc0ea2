import type { Evidence } from '../../src/schema/model.js';

/** The place of a record in a file that has lines: no PDF, no DOCX. */
export function linePlace({ source }: Evidence) {
  if (!('column' in source)) throw new Error(`no line and column but ${JSON.stringify(source)}`);
  return source;
}
