import { FACT_LABEL, ROLE_LABEL } from '../../lexicon/role-labels.js';
import { bracketEnds } from '../brackets.js';
import type { LineView } from '../context.js';
import { readUnit } from '../units.js';
import { labelsIn } from './labels.js';
import { namesIn } from './roles.js';
import { verbStatement } from './verbs.js';

/** A stretch of a line that may state who is responsible. Offsets count in the line. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** Its words without the brackets around them. */
  readonly inner: string;
  /** `line`: it is all that its line says; `words`: labels in running text. */
  readonly form: 'bracket' | 'line' | 'words';
}

const ROLE_WORD = /牵头|责任|配合|负责|主责|主办|承办|协办|参与|协助|协同|指导|落实|实施|督办|主管(?:单位|部门)/;
const LABEL_AT = new RegExp(
  `(?:^|(?<=[\\s。;,:、)\\d.◆◇●○■□▪•·►▶※-]))(?:${ROLE_LABEL})(?:\\s*:|(?<=单位|部门)(?:分别)?(?:为|是)(?![了否]))`,
  'g',
);
/** A list of names as far as the next mark. */
const PLAIN_LIST = /^[^,。;:的]{2,80}(?=[,。;]|$)/;
/** 责任单位 县水务局: a label and a blank may open a line. */
const BLANK_LABEL = new RegExp(`^(?:${ROLE_LABEL})\\s+(?=\\S{3})`);
const BRACKETED_LABEL = new RegExp(`[【\\[](${ROLE_LABEL}|${FACT_LABEL})[】\\]]`, 'g');
const OPEN_LABEL = new RegExp(`^.(?:${ROLE_LABEL})\\s*:`);

/** The outermost brackets that speak of a role, and labels outside of them; in order. `plain` takes any bracket. */
export function statementSpans(view: LineView, plain = false): Span[] {
  if (!ROLE_WORD.test(view.text) && !plain) return [];
  if (PAGE_FACT.test(view.text)) return [];
  const [text, printed] = [asLabels(view.text), asLabels(view.line.text)];
  const brackets = bracketSpans(text, printed, plain);
  const labels = labelSpans(text, printed, brackets, !view.line.continued);
  const sentence = labels.length === 0 ? sentenceSpan(text, printed, brackets) : [];
  return [...brackets, ...labels, ...sentence].sort((a, b) => a.start - b.start);
}

/** Lines of a page about itself have labels of offices, too. */
const PAGE_FACT = /技术支持[:：]|网站标识|ICP备|公网安备/;

/** 【牵头单位】县水务局: a label in brackets of its own, written as one with a colon; as many characters. */
function asLabels(text: string): string {
  return text.replace(BRACKETED_LABEL, (_, label: string) => ` ${label}:`);
}

/** A last sentence that is nothing but who leads and who helps: 市水务局牵头,市财政局配合。 */
function sentenceSpan(text: string, printed: string, brackets: readonly Span[]): Span[] {
  const match =
    /(?:^|[。;!])[\s—-]*(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]\s*)?([^。;由][^。;]*?(?:牵头|负责|配合|参与|参加|协助)(?:落实|实施)?)[。;]?\s*$/.exec(
      text,
    );
  const said = match?.[1];
  if (!match || said === undefined || !/牵头|负责/.test(said) || said.length > 200) return [];
  const start = match.index + match[0].lastIndexOf(said);
  const end = start + said.length;
  if (brackets.some((b) => b.start < end && start < b.end && !said.includes(b.inner))) return [];
  const roles = verbStatement(said, false);
  if (!roles || !namesIn(roles).every((name) => readUnit(name) !== undefined)) return [];
  const inner = printed.slice(start, end);
  return [{ start, end, inner, form: text.slice(0, start).trim() === '' ? 'line' : 'words' }];
}

/** An open bracket ends with its line. */
function bracketSpans(text: string, printed: string, plain: boolean): Span[] {
  const spans: Span[] = [];
  const ends = bracketEnds(text, true);
  const opening = /[(〔【[]/g;
  const add = (start: number, end: number, closed: boolean): void => {
    spans.push({ start, end, inner: printed.slice(start + 1, closed ? end - 1 : end), form: formOf(text, start, end) });
  };
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const from = match.index;
    const end = ends.get(from);
    if (end === undefined) {
      if (!OPEN_LABEL.test(text.slice(from, from + 24))) continue;
      add(from, text.length, false);
      break;
    }
    if (plain || ROLE_WORD.test(text.slice(from, end))) add(from, end + 1, true);
    opening.lastIndex = end + 1;
  }
  return spans;
}

function formOf(text: string, start: number, end: number): Span['form'] {
  return text.slice(0, start).trim() === '' && /^[。;,.\s]*$/.test(text.slice(end)) ? 'line' : 'bracket';
}

/** Labels at the beginning of a line or behind a mark, with their lists, as far as the full stop. */
function labelSpans(text: string, printed: string, brackets: readonly Span[], opens: boolean): Span[] {
  const spans: Span[] = [];
  const blank = opens ? BLANK_LABEL.exec(text) : null;
  if (blank && brackets.length === 0) {
    const inner = `${printed.slice(0, blank[0].trimEnd().length)}:${printed.slice(blank[0].length)}`;
    return labelsIn(inner).length > 0 ? [{ start: 0, end: text.length, inner, form: 'line' }] : [];
  }
  LABEL_AT.lastIndex = 0;
  for (let match = LABEL_AT.exec(text); match; match = LABEL_AT.exec(text)) {
    const { index } = match;
    const around = brackets.find((b) => b.start <= index && index < b.end);
    if (around) {
      LABEL_AT.lastIndex = around.end;
      continue;
    }
    // 责任单位为县水务局的项目: only names alone make 为 a colon.
    if (!match[0].endsWith(':') && !PLAIN_LIST.test(text.slice(LABEL_AT.lastIndex))) continue;
    const stop = text.indexOf('。', index);
    const rest = printed.slice(index, stop < 0 ? text.length : stop);
    const end = index + (labelsIn(rest).at(-1)?.end ?? 0);
    if (end <= index) continue;
    const own = /^[\s、。;,\d.()-]*$/.test(text.slice(0, index)) || FACTS.test(text.slice(0, index));
    spans.push({
      start: index,
      end,
      inner: printed.slice(index, end),
      form: own && /^[。;,.\s]*$/.test(text.slice(end)) ? 'line' : 'words',
    });
    LABEL_AT.lastIndex = end;
  }
  return spans;
}

/** 牵头领导:…; 完成时限:…: other facts with labels of their own, before the first body. */
const FACTS = /^[\s\d.、()]*(?:[^:。;,\s]{2,10}:[^:。]{0,60}[;,\s])+$/;
