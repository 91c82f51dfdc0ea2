import type { Line } from '../../core/lines.js';
import type { Responsibility } from '../../schema/model.js';
import type { PlanContext } from '../context.js';
import { fold, unfold } from '../fold.js';
import { readUnit } from '../units.js';
import { namesOf } from './names.js';

/**
 * What one sentence says of all statements: that the first body of a list leads; that those responsible lead where nobody
 * else does; that every bracket names who is responsible; that some take part everywhere.
 */
export interface Convention {
  readonly kind: 'first-listed' | 'responsible-lead' | 'plain-brackets' | 'implied';
  /** Where in the cleaned text it holds. */
  readonly from: number;
  readonly to: number;
  /** Whom it adds to every statement. */
  readonly units: readonly string[];
  readonly told: NonNullable<Responsibility['convention']>;
}

/** 列第一位的为牵头部门,下同; 第一个单位为牵头单位; 牵头单位排在首位: the first of a plain list leads. */
const FIRST_LISTED =
  /(?:第一(?!责任人)|首位|首个|首家|最前|(?:排|列)在前面?)(?:位|个|家|名)?[^。;,]{0,14}(?:为|是|系|即)[^。;,]{0,10}(?:牵头|主责|主办|汇总|主要责任|第一责任(?!人))|(?:牵头|主责|主办)(?:单位|部门)[^。;,]{0,6}(?:列|排)[^。;,]{0,4}(?:第一|首位|最前)/;
const RESPONSIBLE_LEAD =
  /(?:无|没有|未(?:明确|列|标明?|注明?))(?:明确)?牵头(?:单位|部门)的?[^。;]{0,12}责任(?:单位|部门)[^。;]{0,6}(?:即|为|牵头)/;
const PLAIN_BRACKETS =
  /括号(?:内|中|里)(?:所?[列注标]明?)?的?(?:单位|部门)?(?:即?为|是|系)(?:各?项?(?:任务|工作)的?)?(?:责任|牵头|落实|负责)/;
/** 各县(市、区)人民政府负责具体落实,不再列出; 各项任务均需各乡镇政府配合,下同. */
const IMPLIED =
  /(?:^|[。;,:(〔\s])([^,。;:〔]{2,70}),?[^,。;]{0,8}(?:(?:不再|不另|不一一|不逐一)(?:一一|逐一|逐项|单独|另行|重复)*(?:列|分工|标|注|做|作|明确|说明)|(?<=(?:均|都)(?:需|须|由|涉及)[^,。;]{2,60}[,;])下同)/;
/** Around the bodies that such a sentence names: what they take part in, and what they do. */
const ALL_TASKS =
  /^(?:(?:上述|以上|以下|各项|具体|所有|下列|有关)*(?:工作|任务|事项|内容|措施|分工)*)?(?:均|都|需|须|要)*(?:涉及(?=[^的]{0,6}(?:各|相关|有关))|由|需由)?/;
const THEIR_PART =
  /(?:均|都|要|应|须|需)*(?:按照?(?:各自)?职责(?:分工)?|负责|具体|结合实际|抓好|组织|配合|参与|落实|做好|承担|分别)[^、]*$/;
const SAME_BELOW = /下同|下文同|以下(?:各项)?(?:均)?同/;

const KINDS = [
  ['first-listed', FIRST_LISTED],
  ['responsible-lead', RESPONSIBLE_LEAD],
  ['plain-brackets', PLAIN_BRACKETS],
  ['implied', IMPLIED],
] as const;

/** All conventions that the lines of a document state, with the text that they hold for. */
export function conventionsOf(plan: PlanContext): Convention[] {
  const { lines, isContents } = plan.structure;
  const told = lines.flatMap((line) => {
    if (!MAY_TELL.test(line.text) || line.text.length > LONGEST_LINE || isContents(line.number)) return [];
    const text = fold(line.text);
    return KINDS.flatMap(([kind, pattern]) => {
      const match = pattern.exec(text);
      return match ? conventionOf(plan, line, text, kind, match) : [];
    });
  });
  return told.slice(0, MOST);
}

/** Every statement is held against all of them: a text that says so more often is no plan. */
const MOST = 200;

/** One cheap look at every line before the patterns. */
const MAY_TELL = /[列排居署首]|下同|第一|牵头(?:单位|部门)的|括号|不再|不另|不一一|不逐一/;
/** A longer line is no sentence that somebody wrote to explain others. */
const LONGEST_LINE = 4000;

function conventionOf(
  plan: PlanContext,
  line: Line,
  text: string,
  kind: Convention['kind'],
  match: RegExpExecArray,
): Convention[] {
  const start = lastOf(text, '。;,(〔[【', match.index) + 1;
  const said = match.index + match[0].length;
  const end = said + (/^[^。;)〕\]】]*/.exec(text.slice(said))?.[0].length ?? 0);
  const clause = (match[1] ?? '').replace(/^\s*(?:\d{1,3}[.、]|[一二三四五六七八九十]{1,3}、)/, '');
  const units = kind === 'implied' ? namesOf(clause.replace(ALL_TASKS, '').replace(THEIR_PART, '')) : [];
  if (
    kind === 'implied' &&
    (units.length === 0 ||
      !units.every((name) => AREA_BODY.test(name) && (readUnit(name) !== undefined || name.endsWith('政府'))))
  )
    return [];
  const below = /^(?:以下|下列)/.test(clause);
  const same = SAME_BELOW.test(text.slice(start, end + 6));
  const above = /^(?:以上|上述)/.test(clause);
  // A remark inside a statement, without 下同, is about that statement.
  const bracket = inBracket(text, match.index) ? lastOf(text, '(〔[【', match.index) : start;
  const own = !same && kind === 'first-listed' && /负责|落实|[局委办厅部]、/.test(text.slice(bracket, match.index));
  const [from, to] = [line.start + (own ? bracket : start), line.start + end];
  const held = above
    ? { from: 0, to }
    : below
      ? { from: to, to: plan.structure.text.length }
      : own
        ? { from, to }
        : heldIn(plan, line, from, same);
  return [
    {
      kind,
      ...held,
      units: units.map((name) => unfold(name, line.text)),
      told: { quote: line.text.slice(start, end), line: line.number },
    },
  ];
}

/** Who can take part everywhere: governments of areas, offices. */
const AREA_BODY = /(?:[省市州县区旗乡镇街]|街道|政府|部门|单位|委|局|办|园区|开发区|[)）])$/;

/** Where the last of some marks stands before a place; -1 for none. */
function lastOf(text: string, marks: string, at: number): number {
  return Math.max(...[...marks].map((mark) => text.lastIndexOf(mark, at)));
}

function inBracket(text: string, at: number): boolean {
  return lastOf(text, '(〔[【', at) > lastOf(text, ')〕]】', at);
}

/**
 * The head of a table speaks for the table, a note for the table above it, too. 下同 holds from there on; a sentence in an annex for the annex, elsewhere for the whole document.
 */
function heldIn(plan: PlanContext, line: Line, at: number, onwards: boolean): { from: number; to: number } {
  const { text, tables, lines } = plan.structure;
  const startOf = (number: number): number => lines[number - 1]?.start ?? 0;
  const table = tables.findLast(({ firstLine }) => firstLine <= line.number);
  if (table && line.number <= table.lastLine)
    return { from: startOf(table.firstLine), to: lines[table.lastLine - 1]?.end ?? at };
  const noted = table && line.number - table.lastLine <= 3 && /^[(（\s]*(?:备?注|说明)/.test(line.text);
  if (onwards) return { from: noted ? startOf(table.firstLine) : at, to: text.length };
  for (let around = plan.structure.sectionAt(line.number); around; around = plan.parentOf(around)) {
    if (around.kind === 'annex') return { from: around.start, to: around.end };
  }
  return { from: 0, to: text.length };
}

/** The conventions that hold for a stretch of the text. */
export function heldFor(
  conventions: readonly Convention[],
  { start, end }: { start: number; end: number },
): Convention[] {
  return conventions.filter(({ from, to }) => from < end && start < to);
}
