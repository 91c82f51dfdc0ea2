import * as z from 'zod';

/*
 * The one source of the output's types, JSON Schemas and CSV columns. The contract of major version 1: a field may be
 * added, none renamed or dropped. Offsets are UTF-16 units, lines and columns 1-based, ends exclusive.
 */

const offset = z.int().nonnegative();
const lineNumber = z.int().positive();
const lines = z
  .tuple([lineNumber, lineNumber])
  .describe('First and last line in the cleaned text, 1-based, inclusive.');
const year = z.int().min(1900).max(2200);
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** A date, or `--MM-DD` for one that recurs every year. */
const anyDate = z.string().regex(/^(\d{4}|-)-\d{2}-\d{2}$/);
const id = (prefix: string) => z.string().regex(new RegExp(`^${prefix}\\d+$`));
const sectionId = id('s').nullable().describe('The section it stands in; null before the first heading.');
const itemId = id('s').nullable().describe('The innermost item (一是, ——) of that section it stands in; null outside.');

export const evidence = z
  .object({
    quote: z.string().min(1).describe('Exactly the slice [start, end) of the cleaned text.'),
    start: offset,
    end: offset,
    line: lineNumber,
    source: z
      .union([
        z.object({ line: lineNumber, column: lineNumber, start: offset, end: offset }),
        z.object({ page: lineNumber, line: lineNumber }),
        z.object({ paragraph: lineNumber }),
      ])
      .describe(
        'The place in the decoded original; the page and the line on it for PDF, the paragraph for DOCX, all 1-based.',
      ),
  })
  .describe('The clause that states the record, with its place in the cleaned text and in the original.');

export const suspicion = z
  .enum(['glued-digits', 'lost-range', 'unbalanced', 'guessed-character', 'lost-characters'])
  .describe('Why the quote may not say what the issuer wrote; the diagnostic of that name says more.');
const suspect = suspicion.nullable();

export const encoding = z.object({
  name: z.string().describe('WHATWG or IANA name, lower case.'),
  via: z.enum(['bom', 'valid-utf8', 'declared', 'detected', 'forced']),
  confidence: z.number().min(0).max(1),
  replaced: offset.describe('Characters that could not be decoded.'),
});

export const source = z.object({
  path: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: offset,
  format: z.enum(['text', 'html', 'docx', 'pdf']),
  encoding,
  script: z.enum(['simplified', 'traditional', 'mixed']).describe('What the input was written in.'),
});

export const meta = z.object({
  title: z.string().nullable(),
  issuer: z.string().nullable(),
  documentNumber: z.string().nullable(),
  indexNumber: z.string().nullable(),
  writtenOn: isoDate.nullable(),
  publishedOn: isoDate.nullable(),
  url: z.string().nullable().describe('Where it was downloaded from, as the file or the corpus says.'),
  period: z.object({ from: year, to: year }).nullable(),
  region: z.string().nullable(),
  regionLevel: z
    .enum(['national', 'provincial', 'prefectural', 'county', 'township'])
    .nullable()
    .describe('The level of the region, of who issues where there is none; null where nothing proves it.'),
});

export const part = z
  .object({
    id: id('p'),
    kind: z
      .enum(['notice', 'plan', 'interpretation'])
      .describe('notice: a cover that brings a plan; interpretation: 解读 of one; plan: everything else.'),
    title: z.string().nullable(),
    lines,
    start: offset,
    end: offset,
  })
  .describe('One document of a file: a cover notice, a plan. Annexes belong to the part that they stand in.');

export const section = z.object({
  id: id('s'),
  parent: id('s').nullable(),
  level: z.int().positive(),
  kind: z.enum(['heading', 'annex', 'box', 'item']),
  marker: z.string(),
  title: z.string(),
  chain: z.string().describe('Markers from the root joined by "/".'),
  annex: z.int().nonnegative().describe('0 in the main text, else the number of the annex.'),
  part: id('p'),
  lines: lines.describe('From the heading to the end of the last section inside, 1-based lines of the cleaned text.'),
  start: offset,
  end: offset.describe('The section is the slice [start, end) of the cleaned text, all sections inside included.'),
});

export const tableColumn = z
  .object({
    kind: z
      .enum([
        ...['index', 'group', 'label', 'unit', 'value', 'change', 'property', 'time'],
        ...['lead', 'responsible', 'partner', 'place', 'size', 'content', 'note', 'other'],
      ] as const)
      .describe('What the cells of a column say; other where its name does not tell.'),
    year: year.nullable().describe('The year that the values of a column are of.'),
    state: z.enum(['baseline', 'target']).nullable().describe('As the head says it (现状值, 目标值).'),
    unit: z.string().nullable().describe('The unit that the head gives for all cells.'),
  })
  .describe('How a column is read.');

export const table = z.object({
  id: id('tb'),
  section: sectionId,
  title: z.string(),
  header: z.array(z.string()),
  columns: z.array(tableColumn).describe('One for each name in the header.'),
  rows: z.array(z.array(z.string())),
  lines,
});

/** The statements of responsibility that a target or a deadline lies in the scope of. */
const responsibilityIds = z
  .array(id('r'))
  .describe(
    'The statements of responsibility whose scope holds it, the narrowest first. Of brackets and labels whose scopes lie in one another only the innermost is given: one at an item takes the place of the one at its heading. Duties of running text stand beside them.',
  );

export const target = z.object({
  id: id('t'),
  class: z.enum(['outcome', 'output', 'norm']),
  indicator: z.string().min(1),
  indicatorId: z.string().nullable(),
  comparator: z.enum(['eq', 'ge', 'gt', 'le', 'lt', 'approx', 'range']),
  value: z.number(),
  valueMax: z.number().nullable(),
  unit: z.string(),
  valueBase: z.number().nullable().describe('The value in unitBase: 1.63 万人 is 16300 人.'),
  valueMaxBase: z.number().nullable(),
  unitBase: z
    .string()
    .nullable()
    .describe('The unit without 万 and 亿, and under its common name; null where there is none.'),
  change: z.enum(['increase', 'decrease']).nullable(),
  per: z.enum(['year', 'month', 'week', 'day', 'term']).nullable(),
  year: year.nullable(),
  baseline: z.object({ value: z.number(), year: year.nullable() }).nullable(),
  baselineValueBase: z.number().nullable(),
  binding: z.enum(['binding', 'expected']).nullable(),
  modality: z.enum(['firm', 'aspirational', 'soft']).nullable(),
  horizon: z.object({ year, basis: z.enum(['sentence', 'table', 'heading', 'document']) }).nullable(),
  deadline: id('d').nullable(),
  responsibilities: responsibilityIds,
  section: sectionId,
  item: itemId,
  suspect,
  evidence,
});

export const deadline = z.object({
  id: id('d'),
  text: z.string().min(1),
  start: anyDate.nullable(),
  end: anyDate.nullable(),
  recurring: z.enum(['yearly', 'half-yearly', 'quarterly', 'monthly', 'termly', 'weekly', 'daily']).nullable(),
  task: z.string(),
  responsibilities: responsibilityIds,
  section: sectionId,
  item: itemId,
  suspect,
  evidence,
});

const unitNames = z.array(z.string().min(1));

export const unit = z
  .object({
    name: z.string().min(1).describe('As printed.'),
    role: z.enum(['lead', 'partner', 'implied']).describe('The list of the statement in which it is named.'),
    fullName: z
      .string()
      .min(1)
      .describe('With what the list carries over (县人社局、财政局: 县财政局 for the second); else the name.'),
    unitId: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .nullable()
      .describe('One for all variants of an office: 县教体局 and 市教育和体育局; null where the office is not known.'),
    level: z
      .enum(['national', 'provincial', 'prefectural', 'county', 'township', 'village'])
      .nullable()
      .describe('The level of government that it belongs to; null where neither its name nor the plan tells.'),
    place: z.string().nullable().describe('The area, where the name prints it: 青岚县 of 青岚县教育局.'),
    kind: z
      .enum([
        ...['party', 'congress', 'government', 'department', 'judicial', 'organisation', 'institution'],
        ...['company', 'taskforce', 'division', 'collective', 'other'],
      ] as const)
      .describe(
        'organisation: 工会, 妇联; institution: 学校, 医院, 中心; company: also banks and grids; taskforce: 领导小组, 专班; division: 科, 处 inside an office; collective: no office of its own (各部门, 有关单位).',
      ),
  })
  .describe('An office or body that a statement of responsibility names.');

export const responsibility = z.object({
  id: id('r'),
  style: z.enum(['bracket', 'body']),
  leads: unitNames,
  partners: unitNames,
  implied: unitNames.describe(
    'Units that the statement does not name, but a sentence that holds for all tasks (具体任务均涉及相关市(州)人民政府).',
  ),
  units: z.array(unit).describe('One for each name of leads, partners and implied, in that order.'),
  open: z.boolean().describe('Whether more than the named are meant: 等部门, 相关部门.'),
  duty: z.string().nullable(),
  basis: z
    .enum(['labelled', 'first-listed', 'sole', 'joint', 'body'])
    .describe(
      'Why those lead who lead. labelled: a label or a verb tells them from those who help; first-listed: a convention says so; sole: only one is named; joint: several are named alike; body: a sentence gives them the work.',
    ),
  convention: z
    .object({ quote: z.string().min(1), line: lineNumber })
    .nullable()
    .describe(
      'The sentence that the reading rests on, in the statement or elsewhere (列第一位的为牵头部门,下同; for implied units alone: what adds them); line of the cleaned text.',
    ),
  scope: z
    .object({ start: offset, end: offset })
    .describe(
      'The cleaned text that it governs: its item, back to the statement before it in the paragraph, or what is below the heading that it stands at; of a duty its own words with their time. Scopes may lie in one another.',
    ),
  section: sectionId,
  item: itemId,
  suspect,
  evidence,
});

export const conflict = z.object({ indicator: z.string(), year: year.nullable(), targets: z.array(id('t')).min(2) });

export const cleaning = z.object({
  removed: z.array(
    z.object({
      reason: z.enum(['spam', 'navigation', 'metadata', 'widget', 'footer', 'duplicate']),
      lines: lines.describe('First and last line in the decoded original, 1-based, inclusive.'),
      text: z.string(),
    }),
  ),
  repaired: z.array(
    z.object({
      kind: z.string(),
      line: lineNumber.describe('Line in the decoded original, 1-based.'),
      before: z.string(),
      after: z.string(),
      guessed: z.boolean().optional(),
    }),
  ),
});

export const diagnostic = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  line: lineNumber.optional(),
});

export const document = z
  .object({
    schema: z.literal('gongwen/document@1'),
    source,
    meta,
    parts: z.array(part),
    sections: z.array(section),
    tables: z.array(table),
    targets: z.array(target),
    deadlines: z.array(deadline),
    responsibilities: z.array(responsibility),
    conflicts: z.array(conflict),
    cleaning,
    diagnostics: z.array(diagnostic),
  })
  .describe('What gongwen reads out of one plan.');

export type Evidence = z.infer<typeof evidence>;
export type Suspicion = z.infer<typeof suspicion>;
export type Encoding = z.infer<typeof encoding>;
export type Source = z.infer<typeof source>;
export type Meta = z.infer<typeof meta>;
export type Part = z.infer<typeof part>;
export type Section = z.infer<typeof section>;
export type TableColumn = z.infer<typeof tableColumn>;
export type Table = z.infer<typeof table>;
export type Target = z.infer<typeof target>;
export type Deadline = z.infer<typeof deadline>;
export type Unit = z.infer<typeof unit>;
export type Responsibility = z.infer<typeof responsibility>;
export type Conflict = z.infer<typeof conflict>;
export type Cleaning = z.infer<typeof cleaning>;
export type DiagnosticRecord = z.infer<typeof diagnostic>;
export type Document = z.infer<typeof document>;
