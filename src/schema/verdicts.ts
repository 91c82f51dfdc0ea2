import * as z from 'zod';

/*
 * What a person has said of the records of plans: written by the review page, read by `gongwen check --update --from`.
 */

const fields = z.record(z.string(), z.unknown());

const verdict = z
  .object({
    kind: z.enum(['targets', 'deadlines', 'responsibilities']),
    id: z.string().describe('The id of the record in the document that was reviewed.'),
    verdict: z.enum(['accepted', 'rejected', 'corrected']),
    record: fields.describe(
      'The record as it was found: the fields that an expectation compares, with the chain of its section and its quote.',
    ),
    correction: fields.optional().describe('Fields of the record that should be otherwise; of `corrected` alone.'),
    note: z.string().optional(),
  })
  .describe('What a person has said of one record.');

const reviewed = z
  .object({
    path: z.string().describe('`source.path` of the document.'),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('Of the bytes that were read: verdicts are of these and no others.'),
    verdicts: z.array(verdict),
  })
  .describe('One document and what was said of its records; records without a verdict are not judged.');

export const verdicts = z
  .object({
    schema: z.literal('gongwen/verdicts@1'),
    documents: z.array(reviewed),
  })
  .describe('What a person has said of the records of plans in the review page.');

export type Verdict = z.infer<typeof verdict>;
export type Reviewed = z.infer<typeof reviewed>;
export type Verdicts = z.infer<typeof verdicts>;
