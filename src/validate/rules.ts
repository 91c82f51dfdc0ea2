import type { Rule } from '../report/finding.js';

const rule = (id: string, level: Rule['level'], summary: string): Rule => ({ id: `validate/${id}`, level, summary });

/** What is asked of stored output. */
export const validateRules: readonly Rule[] = [
  rule('unreadable', 'error', 'The file, a line or a row of it cannot be read.'),
  rule('not-output', 'error', 'The file is nothing that gongwen writes.'),
  rule('file', 'error', 'A file that is listed is missing, or was changed.'),
  rule('columns', 'error', 'A table lacks a column or has one twice; columns and fields of people are noted.'),
  rule('schema', 'error', 'A value has not the type, the form or the range that the schema gives it.'),
  rule('cell', 'error', 'A spreadsheet has made something else of a cell: an error, a date, a cut text.'),
  rule('text', 'error', 'A text was stored or read in a wrong encoding.'),
  rule('reference', 'error', 'A record names another one that is not there.'),
  rule('duplicate', 'error', 'An id, a record or a document is there twice.'),
  rule('evidence', 'error', 'A quote is not where its offsets, its line and its section say.'),
  rule('source', 'error', 'The source of a document is missing or has other bytes.'),
  rule('date', 'error', 'There is no such day, or dates and years contradict each other.'),
  rule('unit', 'error', 'Values do not agree with their unit or with each other.'),
  { id: 'internal/unexpected', level: 'error', summary: 'gongwen itself failed on the file: a bug.' },
];
