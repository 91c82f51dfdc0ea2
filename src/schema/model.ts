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
    start: offset.describe('Where the quote begins in the cleaned text, UTF-16 units from 0.'),
    end: offset.describe('Where it ends, exclusive.'),
    line: lineNumber.describe('The line of the cleaned text in which it begins, 1-based.'),
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
const suspect = suspicion.nullable().describe('A reason to doubt the quote; null where there is none.');

export const encoding = z
  .object({
    name: z.string().describe('WHATWG or IANA name, lower case.'),
    via: z
      .enum(['bom', 'valid-utf8', 'declared', 'detected', 'forced'])
      .describe(
        'What told it. bom: a byte order mark; valid-utf8: the bytes are nothing else; declared: the page, where two readings tie; detected: the characters that come out; forced: the caller, also where he gave a text that is decoded already.',
      ),
    confidence: z.number().min(0).max(1).describe('How clear the choice was, from 0 to 1; look at the text below 0.5.'),
    replaced: offset.describe('Characters that could not be decoded.'),
  })
  .describe('How the bytes were read.');

export const source = z
  .object({
    path: z
      .string()
      .describe(
        'The name that the file was given by; corpus.csv#12 and pages.zip#a/plan.html for a document inside of one.',
      ),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('SHA-256 of the bytes, 64 digits in lower case.'),
    bytes: offset.describe('Size of the document in bytes.'),
    format: z
      .enum(['text', 'html', 'docx', 'pdf'])
      .describe('What its bytes say that it is; text: Markdown too, html: web archives and mails too.'),
    encoding,
    script: z
      .enum(['simplified', 'traditional', 'mixed'])
      .describe('What the input was written in; the output is simplified.'),
  })
  .describe('The file.');

export const meta = z
  .object({
    title: z
      .string()
      .nullable()
      .describe('The title of the plan, not of the notice that brings it; null where none is found.'),
    issuer: z
      .string()
      .nullable()
      .describe('Who issued it, as the block of facts, the head or the signature says; null where none does.'),
    documentNumber: z.string().nullable().describe('发文字号, such as 桓政发〔2022〕6号; null where there is none.'),
    indexNumber: z.string().nullable().describe('索引号 of the site that published it; null where there is none.'),
    writtenOn: isoDate.nullable().describe('成文日期, YYYY-MM-DD; null where no day is given.'),
    publishedOn: isoDate.nullable().describe('发布日期, YYYY-MM-DD; null where no day is given.'),
    url: z.string().nullable().describe('Where it was downloaded from, as the file or the corpus says.'),
    period: z
      .object({ from: year.describe('First year.'), to: year.describe('Last year, inclusive.') })
      .nullable()
      .describe('The years that the plan is for; null where it does not say.'),
    region: z.string().nullable().describe('The area that it is for, as printed; null where nothing names one.'),
    regionLevel: z
      .enum(['national', 'provincial', 'prefectural', 'county', 'township'])
      .nullable()
      .describe('The level of the region, of who issues where there is none; null where nothing proves it.'),
  })
  .describe('Facts about the document.');

export const part = z
  .object({
    id: id('p').describe('p1, p2 … in the order of the text; stable for the same bytes and version, as all ids are.'),
    kind: z
      .enum(['notice', 'plan', 'interpretation'])
      .describe('notice: a cover that brings a plan; interpretation: 解读 of one; plan: everything else.'),
    title: z.string().nullable().describe('Null where it has none.'),
    lines,
    start: offset.describe('Where it begins in the cleaned text, UTF-16 units from 0.'),
    end: offset.describe('Where it ends, exclusive.'),
  })
  .describe('One document of a file: a cover notice, a plan. Annexes belong to the part that they stand in.');

export const section = z
  .object({
    id: id('s').describe('s1, s2 … in the order of the text.'),
    parent: id('s').nullable().describe('The section around it; null at the top.'),
    level: z.int().positive().describe('Depth in the tree, 1 at the top.'),
    kind: z
      .enum(['heading', 'annex', 'box', 'item'])
      .describe('annex: 附件; box: 专栏; item: a point of a list inside of a paragraph (一是, ①, ——).'),
    marker: z
      .string()
      .describe('Its number with brackets and without points (一, (三), 1, 附件1); empty for a heading without one.'),
    title: z.string().describe('The heading without its number; of an item its first words.'),
    chain: z.string().describe('Markers from the root joined by "/".'),
    annex: z.int().nonnegative().describe('0 in the main text, else the number of the annex.'),
    part: id('p').describe('The part that it stands in.'),
    lines: lines.describe('From the heading to the end of the last section inside, 1-based lines of the cleaned text.'),
    start: offset.describe('Where its heading begins, UTF-16 units of the cleaned text.'),
    end: offset.describe('The section is the slice [start, end) of the cleaned text, all sections inside included.'),
  })
  .describe('A heading and what is below it, or a point of a list.');

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

export const table = z
  .object({
    id: id('tb').describe('tb1, tb2 … in the order of the text.'),
    section: sectionId,
    title: z.string().describe('Its caption; empty where it has none.'),
    header: z.array(z.string()).describe('The names of the columns; heads of several rows are joined to one.'),
    columns: z.array(tableColumn).describe('One for each name in the header.'),
    rows: z
      .array(z.array(z.string()))
      .describe('The cells of each row below the head, as long as the header; a cell over several rows is repeated.'),
    lines,
  })
  .describe('A table, wherever it came from: HTML, Word, PDF, drawn in text or flattened to lines.');

/** The statements of responsibility that a target or a deadline lies in the scope of. */
const responsibilityIds = z
  .array(id('r'))
  .describe(
    'The statements of responsibility whose scope holds it, the narrowest first. Of brackets and labels whose scopes lie in one another only the innermost is given: one at an item takes the place of the one at its heading. Duties of running text stand beside them.',
  );

export const target = z
  .object({
    id: id('t').describe('t1, t2 … in the order of the text.'),
    class: z
      .enum(['outcome', 'output', 'norm'])
      .describe(
        'outcome: a state or rate to be reached; output: something to be built, trained or spent; norm: a standing rule without an end.',
      ),
    indicator: z.string().min(1).describe('What is measured, in the words of the plan.'),
    indicatorId: z
      .string()
      .nullable()
      .describe('One for all names of a common indicator, to bring plans together; null for others.'),
    comparator: z
      .enum(['eq', 'ge', 'gt', 'le', 'lt', 'approx', 'range'])
      .describe(
        'eq: 达到; ge: 不低于, 以上; gt: 超过; le: 不超过, 以内; lt: 低于; approx: 左右, 约; range: value to valueMax.',
      ),
    value: z.number().describe('As printed, in unit; of a range the lower end.'),
    valueMax: z.number().nullable().describe('The upper end of a range; else null.'),
    unit: z.string().describe('As printed, 万 and 亿 included (万人); empty where nothing is counted in.'),
    valueBase: z.number().nullable().describe('The value in unitBase: 1.63 万人 is 16300 人.'),
    valueMaxBase: z.number().nullable().describe('valueMax in unitBase; else null.'),
    unitBase: z
      .string()
      .nullable()
      .describe('The unit without 万 and 亿, and under its common name; null where there is none.'),
    change: z
      .enum(['increase', 'decrease'])
      .nullable()
      .describe('The value is how much is to be added or taken away (增长5%); null where it is the state itself.'),
    per: z
      .enum(['year', 'month', 'week', 'day', 'term'])
      .nullable()
      .describe('The value is for each of them (每年); null where it is not.'),
    year: year.nullable().describe('By when, as the sentence or the table itself says; else null, see horizon.'),
    baseline: z
      .object({
        value: z.number().describe('In unit.'),
        year: year.nullable().describe('Null where it is not said.'),
      })
      .nullable()
      .describe('Where the value starts from (由A提高到B); null where that is not said beside it.'),
    baselineValueBase: z.number().nullable().describe('The value of the baseline in unitBase; else null.'),
    binding: z.enum(['binding', 'expected']).nullable().describe('约束性 or 预期性, as the plan says; else null.'),
    modality: z
      .enum(['firm', 'aspirational', 'soft'])
      .nullable()
      .describe('firm: 确保, 必须; aspirational: 力争, 争取; soft: 原则上; null without such a word.'),
    horizon: z
      .object({
        year: year.describe('The year that binds it.'),
        basis: z
          .enum(['sentence', 'table', 'heading', 'document'])
          .describe('Where that stands; document: the period of the plan.'),
      })
      .nullable()
      .describe('The year from wherever it comes; null where nothing tells, and for standing rules.'),
    deadline: id('d').nullable().describe('The deadline that its time gives; null where it gives none.'),
    responsibilities: responsibilityIds,
    section: sectionId,
    item: itemId,
    suspect,
    evidence,
  })
  .describe('A quantity that the plan commits to, for one year.');

export const deadline = z
  .object({
    id: id('d').describe('d1, d2 … in the order of the text.'),
    text: z.string().min(1).describe('The words of the time, as printed.'),
    start: anyDate
      .nullable()
      .describe(
        'The first day of a period, YYYY-MM-DD, or --MM-DD for one of every year; null where only an end is set.',
      ),
    end: anyDate
      .nullable()
      .describe('The last day on which it is in time; null where the words give no date (自印发之日起30日内).'),
    recurring: z
      .enum(['yearly', 'half-yearly', 'quarterly', 'monthly', 'termly', 'weekly', 'daily'])
      .nullable()
      .describe('How often it is due; null for once.'),
    task: z.string().describe('What is due, in the words of the plan; may be empty.'),
    responsibilities: responsibilityIds,
    section: sectionId,
    item: itemId,
    suspect,
    evidence,
  })
  .describe('A time by which or in which something is to be done.');

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

export const responsibility = z
  .object({
    id: id('r').describe('r1, r2 … in the order of the text.'),
    style: z
      .enum(['bracket', 'body'])
      .describe('bracket: in brackets, on a labelled line or in a table; body: in running text.'),
    leads: unitNames.describe('Who leads, as printed.'),
    partners: unitNames.describe('Who takes part, as printed.'),
    implied: unitNames.describe(
      'Units that the statement does not name, but a sentence that holds for all tasks (具体任务均涉及相关市(州)人民政府).',
    ),
    units: z.array(unit).describe('One for each name of leads, partners and implied, in that order.'),
    open: z.boolean().describe('Whether more than the named are meant: 等部门, 相关部门.'),
    duty: z.string().nullable().describe('What is to be done, for style body; null for brackets.'),
    basis: z
      .enum(['labelled', 'first-listed', 'sole', 'joint', 'body'])
      .describe(
        'Why those lead who lead. labelled: a label or a verb tells them from those who help; first-listed: a convention says so; sole: only one is named; joint: several are named alike; body: a sentence gives them the work.',
      ),
    convention: z
      .object({
        quote: z.string().min(1).describe('The sentence.'),
        line: lineNumber.describe('Its line in the cleaned text, 1-based.'),
      })
      .nullable()
      .describe(
        'The sentence that the reading rests on, in the statement or elsewhere (列第一位的为牵头部门,下同; for implied units alone: what adds them); line of the cleaned text.',
      ),
    scope: z
      .object({
        start: offset.describe('UTF-16 units of the cleaned text, from 0.'),
        end: offset.describe('Exclusive.'),
      })
      .describe(
        'The cleaned text that it governs: its item, back to the statement before it in the paragraph, or what is below the heading that it stands at; of a duty its own words with their time. Scopes may lie in one another.',
      ),
    section: sectionId,
    item: itemId,
    suspect,
    evidence,
  })
  .describe('A statement of who does what.');

export const conflict = z
  .object({
    indicator: z.string().describe('What is measured.'),
    year: year.nullable().describe('The year; null where they hold for every year.'),
    targets: z.array(id('t')).min(2).describe('The targets that cannot all be true.'),
  })
  .describe('Outcomes of one indicator and year that contradict each other.');

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
