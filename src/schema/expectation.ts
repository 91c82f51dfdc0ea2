import * as z from 'zod';
import * as model from './model.js';

/*
 * What may stand in the expected.json of a fixture. Every field may be left out, and what is left out is not compared;
 * `src/report/expectation.ts` says which fields there are, a test that it says the same.
 */

const chain = z
  .string()
  .describe('Markers of the section from the root, joined by "/"; empty before the first heading.');
const item = z
  .string()
  .describe('The chain of the innermost item that it stands in; left out where it stands in none.');
const quote = z.string().min(1).describe('The clause that states it, as it stands in the cleaned text.');
const names = z.array(z.string().min(1));
const ledBy = names.describe('Who leads, by the statements of responsibility that it is linked to.');

const { part, section, table, target, deadline, responsibility } = model;

/** Records of every kind, field by field. */
export const expectedRecords = {
  parts: z.strictObject(part.pick({ kind: true, title: true, lines: true }).partial().shape),
  sections: z.strictObject(
    section.pick({ chain: true, level: true, kind: true, marker: true, title: true, annex: true }).partial().shape,
  ),
  tables: z.strictObject({
    section: chain.optional(),
    ...table.pick({ title: true, header: true, rows: true }).partial().shape,
  }),
  targets: z.strictObject({
    section: chain.optional(),
    ...target
      .pick({
        ...{ class: true, indicator: true, comparator: true, value: true, valueMax: true, unit: true, change: true },
        ...{ per: true, year: true, baseline: true, binding: true, suspect: true },
      })
      .partial().shape,
    ledBy: ledBy.optional(),
    item: item.optional(),
    quote: quote.optional(),
  }),
  deadlines: z.strictObject({
    section: chain.optional(),
    ...deadline.pick({ text: true, start: true, end: true, recurring: true, task: true, suspect: true }).partial()
      .shape,
    ledBy: ledBy.optional(),
    item: item.optional(),
    quote: quote.optional(),
  }),
  responsibilities: z.strictObject({
    section: chain.optional(),
    ...responsibility
      .pick({ style: true, leads: true, partners: true, implied: true, open: true, duty: true, suspect: true })
      .partial().shape,
    fullNames: z
      .record(z.string(), z.string())
      .describe('Names that the list completes (县人社局、财政局), each with its whole name.')
      .optional(),
    convention: z.string().describe('The sentence that the reading rests on.').optional(),
    item: item.optional(),
    quote: quote.optional(),
  }),
};

/** A list of every kind that is named. */
function lists(what: string, least: number) {
  const entries = Object.entries(expectedRecords).map(([kind, record]) => [
    kind,
    z.array(record).min(least).describe(what.replace('%', kind)).optional(),
  ]);
  return Object.fromEntries(entries) as { [kind: string]: z.ZodType };
}

export const expectation = z
  .strictObject({
    failure: z
      .string()
      .describe('The code of the diagnostic with which the source must be refused; stands alone.')
      .optional(),
    meta: z
      .strictObject(model.meta.omit({ url: true }).partial().shape)
      .describe('Facts of the document.')
      .optional(),
    ...lists('All % of the document: one that is missing, one more and one that differs all fail.', 0),
    contains: z
      .strictObject(lists('% that must be found, each equal in the fields that it names; others may be found too.', 1))
      .describe('Kinds of which only some records are expected.')
      .optional(),
    excludes: z
      .strictObject(lists('% that must not be found: none may be equal in all fields that are named here.', 1))
      .describe('Records that must not be found, of kinds that are not listed as a whole.')
      .optional(),
  })
  .describe('What a fixture expects of its source. What is left out is not compared.');
