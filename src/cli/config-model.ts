import * as z from 'zod';
import { REMOVAL_REASONS } from '../lexicon/changes.js';
import { formats } from '../write/writer.js';

/*
 * What may stand in gongwen.config.json: options that hold for every run in a folder, under their names in camel case.
 * Options that belong to one run (`--record t12`) are not here; a test holds that every option is here or is one of those.
 */

/** One or several of a few words. */
function some<const Names extends readonly [string, ...string[]]>(names: Names) {
  return z.union([z.enum(names), z.array(z.enum(names)).min(1)]);
}

const reasons = Object.keys(REMOVAL_REASONS) as [string, ...string[]];

const encoding = z.string().min(1).describe('Read as this encoding, whatever the bytes look like.');
const keep = some([...reasons, 'all']).describe(
  'Reasons of removal; what would be removed for them stays in the text.',
);
const quiet = z.boolean().describe('No summary; failures are still told.');
const out = z.string().min(1).describe('Folder that files are written into; counts from the folder of this file.');
const json = z.boolean().describe('Data instead of lines for people.');

const shared = { encoding: encoding.optional(), keep: keep.optional(), quiet: quiet.optional() };

const extract = z.strictObject({
  out: out.optional(),
  format: some(formats).describe('Formats to write; several go into a folder.').optional(),
  headers: z.enum(['en', 'zh']).describe('Language of column headers.').optional(),
  bom: z.boolean().describe('Whether CSV files open with a byte order mark.').optional(),
  ...shared,
});

const clean = z.strictObject({
  out: out.optional(),
  explain: z.boolean().describe('What was removed and repaired, instead of the text or beside it.').optional(),
  ...shared,
});

const outline = z.strictObject({
  json: json.optional(),
  items: z.boolean().describe('Also the items of lists inside paragraphs.').optional(),
  depth: z.int().min(1).describe('Levels of headings.').optional(),
  ...shared,
});

const explain = z.strictObject({ json: json.optional(), encoding: encoding.optional(), keep: keep.optional() });

/** The whole of a gongwen.config.json. What stands in the section of a command comes before what stands beside it. */
export const config = z
  .strictObject({
    $schema: z.string().describe('Where this schema is, for editors.').optional(),
    ...shared,
    extract: extract.describe('Options of gongwen extract.').optional(),
    clean: clean.describe('Options of gongwen clean.').optional(),
    outline: outline.describe('Options of gongwen outline.').optional(),
    explain: explain.describe('Options of gongwen explain.').optional(),
  })
  .describe('Options of gongwen for the folder that this file stands in and those below it.');
