import * as z from 'zod';
import { anyDate, id, itemId, lineNumber, offset, sectionId, year } from './fields.js';

/* What is read out of the text, each with its evidence. */

export const evidence = z
  .object({
    quote: z.string().min(1).describe('Exactly the slice [start, end) of the cleaned text.'),
    start: offset.describe('Where the quote begins in the cleaned text, UTF-16 units from 0.'),
    end: offset.describe('Where it ends, exclusive.'),
    line: lineNumber.describe('The line of the cleaned text in which it begins, 1-based.'),
    source: z
      .union([
        z.object({
          line: lineNumber.describe('Text and HTML: the line.'),
          column: lineNumber.describe('Text and HTML: the column, in UTF-16 units.'),
          start: offset.describe('Text and HTML: where it begins in the decoded original, UTF-16 units from 0.'),
          end: offset.describe('Text and HTML: where it ends, exclusive.'),
        }),
        z.object({
          page: lineNumber.describe('PDF: the page.'),
          line: lineNumber.describe('PDF: the line on the page.'),
        }),
        z.object({ paragraph: lineNumber.describe('Word: the paragraph.') }),
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
