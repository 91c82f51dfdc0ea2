import { ROLE_LABEL } from '../../lexicon/role-labels.js';
import { bracketEnds } from '../brackets.js';
import type { LineView } from '../context.js';
import { labelsIn } from './labels.js';

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
const LABEL_AT = new RegExp(`(?:^|(?<=[\\s。;,:、)\\d.]))(?:${ROLE_LABEL})\\s*:`, 'g');
/** 责任单位 县水务局: a label and a blank may open a line. */
const BLANK_LABEL = new RegExp(`^(?:${ROLE_LABEL})\\s+(?=\\S{3})`);
const OPEN_LABEL = new RegExp(`^.(?:${ROLE_LABEL})\\s*:`);

/** The outermost brackets that speak of a role, and labels outside of them; in order. `plain` takes any bracket. */
export function statementSpans({ text, line }: LineView, plain = false): Span[] {
  if (!ROLE_WORD.test(text) && !plain) return [];
  const brackets = bracketSpans(text, line.text, plain);
  return [...brackets, ...labelSpans(text, line.text, brackets, !line.continued)].sort((a, b) => a.start - b.start);
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
const FACTS = /^[\s\d.、()]*(?:[^:。;\s]{2,10}:[^:。]{0,60}[;,\s])+$/;
