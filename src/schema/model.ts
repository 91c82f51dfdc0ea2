import * as z from 'zod';
import { lineNumber, lines } from './model/fields.js';
import { type encoding, meta, part, section, source, table, type tableColumn } from './model/file.js';
import {
  conflict,
  deadline,
  type evidence,
  responsibility,
  type suspicion,
  target,
  type unit,
} from './model/records.js';

/*
 * The one source of the output's types, JSON Schemas and CSV columns. The contract of major version 1: a field may be
 * added, none renamed or dropped. Offsets are UTF-16 units, lines and columns 1-based, ends exclusive.
 */

export { encoding, meta, part, section, source, table, tableColumn } from './model/file.js';
export { conflict, deadline, evidence, responsibility, suspicion, target, unit } from './model/records.js';

export const cleaning = z
  .object({
    removed: z
      .array(
        z.object({
          reason: z
            .enum(['spam', 'navigation', 'metadata', 'widget', 'footer', 'duplicate'])
            .describe('Why; --keep leaves it in.'),
          lines: lines.describe('First and last line in the decoded original, 1-based, inclusive.'),
          text: z.string().describe('What was removed.'),
        }),
      )
      .describe('What is no text of the document, in the order of the file.'),
    repaired: z
      .array(
        z.object({
          kind: z.string().describe('What kind of damage; more kinds may come with a version.'),
          line: lineNumber.describe('Line in the decoded original, 1-based.'),
          before: z.string().describe('As the file has it.'),
          after: z.string().describe('As the cleaned text has it.'),
          guessed: z.boolean().optional().describe('True where a character is a guess: compare it with the original.'),
        }),
      )
      .describe('Damage that was undone, in the order of the file.'),
  })
  .describe('What the cleaning changed, layout and script apart.');

export const diagnostic = z
  .object({
    code: z.string().describe('What kind of finding it is, as docs/diagnostics.md lists them.'),
    severity: z
      .enum(['error', 'warning', 'info'])
      .describe('error: the file gave nothing; warning: a reader should look; info: good to know.'),
    message: z.string().describe('What is wrong and what mends it, one line of English.'),
    line: lineNumber.optional().describe('The line of the cleaned text, 1-based, where it has one.'),
  })
  .describe('Something that a reader should know about the document.');

export const document = z
  .object({
    schema: z.literal('gongwen/document@1').describe('The format and its major version.'),
    source,
    meta,
    parts: z.array(part).describe('The documents of the file, in order.'),
    sections: z.array(section).describe('Headings and items, in the order of the text.'),
    tables: z.array(table).describe('All tables.'),
    targets: z.array(target).describe('All targets.'),
    deadlines: z.array(deadline).describe('All deadlines.'),
    responsibilities: z.array(responsibility).describe('All statements of responsibility.'),
    conflicts: z.array(conflict).describe('Contradictions between targets.'),
    cleaning,
    diagnostics: z.array(diagnostic).describe('What a reader should know.'),
  })
  .describe('What gongwen reads out of one plan.');

/** The clause that states a record, with its place in the cleaned text and in the original. */
export type Evidence = z.infer<typeof evidence>;
/** Why a quote may not say what the issuer wrote. */
export type Suspicion = z.infer<typeof suspicion>;
/** How bytes were read. */
export type Encoding = z.infer<typeof encoding>;
/** The file that a document was read from. */
export type Source = z.infer<typeof source>;
/** Facts about a document: title, issuer, dates, period, region. */
export type Meta = z.infer<typeof meta>;
/** One document of a file: a cover notice, a plan. */
export type Part = z.infer<typeof part>;
/** A heading and what is below it, or a point of a list. */
export type Section = z.infer<typeof section>;
/** How a column of a table is read. */
export type TableColumn = z.infer<typeof tableColumn>;
/** A table, wherever it came from. */
export type Table = z.infer<typeof table>;
/** A quantity that the plan commits to, for one year. */
export type Target = z.infer<typeof target>;
/** A time by which or in which something is to be done. */
export type Deadline = z.infer<typeof deadline>;
/** An office or body that a statement of responsibility names. */
export type Unit = z.infer<typeof unit>;
/** A statement of who does what. */
export type Responsibility = z.infer<typeof responsibility>;
/** Outcomes of one indicator and year that contradict each other. */
export type Conflict = z.infer<typeof conflict>;
/** What the cleaning removed and repaired. */
export type Cleaning = z.infer<typeof cleaning>;
/** Something that a reader should know about a document, in words. */
export type DiagnosticRecord = z.infer<typeof diagnostic>;
/** What gongwen reads out of one plan. `docs/format.md` says what every field means. */
export type Document = z.infer<typeof document>;
