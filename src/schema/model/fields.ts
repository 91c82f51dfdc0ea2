import * as z from 'zod';

/* What fields of several models are made of. */

export const offset = z.int().nonnegative();
export const lineNumber = z.int().positive();
export const lines = z
  .tuple([lineNumber, lineNumber])
  .describe('First and last line in the cleaned text, 1-based, inclusive.');
export const year = z.int().min(1900).max(2200);
export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** A date, or `--MM-DD` for one that recurs every year. */
export const anyDate = z.string().regex(/^(\d{4}|-)-\d{2}-\d{2}$/);
export const id = (prefix: string) => z.string().regex(new RegExp(`^${prefix}\\d+$`));
export const sectionId = id('s').nullable().describe('The section it stands in; null before the first heading.');
export const itemId = id('s')
  .nullable()
  .describe('The innermost item (一是, ——) of that section it stands in; null outside.');
