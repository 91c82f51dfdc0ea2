import { BODY_END } from '../lexicon/bodies/endings.js';
import type { Responsibility } from '../schema/model.js';
import { bracketEnds } from './brackets.js';
import { clausesOf } from './clauses.js';
import type { LineView, PlanContext } from './context.js';
import { unfold } from './fold.js';
import type { Roles } from './roles.js';
import { type BodyDuty, bodyDuty, labelledDuty } from './rules/responsibility/body.js';
import { labelledStatement } from './rules/responsibility/labelled.js';
import { verbStatement } from './rules/responsibility/verbs.js';

/** A statement of responsibility before it has its id. Offsets count in the cleaned text. */
export interface ResponsibilityCandidate {
  readonly fields: Omit<Responsibility, 'id' | 'section' | 'item' | 'suspect' | 'evidence'>;
  readonly line: number;
  readonly section: string | null;
  readonly start: number;
  readonly end: number;
}

/** 列第一位的为牵头部门,下同: from there on the first of a plain list leads. */
export const FIRST_LISTED =
  /(?:列|排)(?:名|在)?(?:第一位?|首位|首|最前)(?:位)?的?[^。;]{0,8}(?:为|是)(?:该项工作的?)?(?:牵头|主办|主责|汇总)|第一(?:个|家)?(?:责任)?(?:单位|部门)为牵头/;

/** The statements that close tasks, in order: in brackets, or on a line of their own. */
export function statedResponsibilities(_plan: PlanContext, views: readonly LineView[]): ResponsibilityCandidate[] {
  const found: ResponsibilityCandidate[] = [];
  let firstListed = false;
  // Where the text begins that the next statement governs: behind the one before in the same line.
  let from = 0;
  for (const view of views) {
    if (!view.line.continued) from = view.line.start + view.bodyStart;
    for (const span of statementSpans(view)) {
      const inner = view.line.text.slice(span.start, span.end).replace(/^[(（〔【[]|[)）〕】\]]$/g, '');
      if (FIRST_LISTED.test(inner)) firstListed = true;
      const roles = labelledStatement(inner) ?? verbStatement(inner);
      if (!roles || !namesBodies(roles)) continue;
      found.push({
        fields: {
          style: 'bracket',
          ...assignRoles(roles, firstListed),
          duty: null,
          scope: { start: from, end: view.line.start + span.start },
        },
        line: view.line.number,
        section: view.section?.id ?? null,
        start: view.line.start + span.start,
        end: view.line.start + span.end,
      });
      from = view.line.start + span.end;
    }
    if (FIRST_LISTED.test(view.text)) firstListed = true;
  }
  return found;
}

function namesBodies(roles: Roles): boolean {
  const names = [...roles.leads, ...roles.responsible, ...roles.partners];
  return names.length > 0 && names.some((name) => BODY_END.test(name)) && names.every((name) => name.length <= 40);
}

/** Who leads: those named so; else, by the document's rule, the first; else all that are responsible. */
export function assignRoles(roles: Roles, firstListed: boolean): Pick<Responsibility, 'leads' | 'partners' | 'basis'> {
  const { leads, responsible, partners } = roles;
  if (leads.length > 0) return { leads, partners: [...responsible, ...partners], basis: 'labelled' };
  if (firstListed && responsible.length > 1 && partners.length === 0) {
    return { leads: responsible.slice(0, 1), partners: responsible.slice(1), basis: 'first-listed' };
  }
  if (responsible.length === 0) return { leads: [], partners, basis: 'joint' };
  return { leads: responsible, partners, basis: responsible.length === 1 ? 'sole' : 'joint' };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const ROLE_WORD = /牵头|责任(?:单位|部门|科室|处室|主体)|配合|负责|主责|主办|协办|参与|指导|落实单位|实施单位|督办/;
const OWN_LINE = /^(?:牵头|责任|配合|主责|主办|协办|参与|落实|实施)(?:责任)?(?:单位|部门|科室|处室)[:]/;

/** The outermost brackets that speak of a role, and lines that open with a label. An open bracket ends with its line. */
function statementSpans({ text, line }: LineView): Span[] {
  if (!ROLE_WORD.test(text)) return [];
  if (!line.continued && OWN_LINE.test(text)) return [{ start: 0, end: text.length }];
  const spans: Span[] = [];
  const ends = bracketEnds(text, true);
  const opening = /[(〔【[]/g;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const from = match.index;
    const end = ends.get(from);
    if (end === undefined) {
      if (!/^.(?:牵头|责任|配合)(?:单位|部门):/.test(text.slice(from, from + 8))) continue;
      spans.push({ start: from, end: text.length });
      break;
    }
    if (ROLE_WORD.test(text.slice(from, end))) spans.push({ start: from, end: end + 1 });
    opening.lastIndex = end + 1;
  }
  return spans;
}

/** Duties told in running text: one record a clause that names an office and gives it work with a word of office. */
export function bodyResponsibilities(views: readonly LineView[]): ResponsibilityCandidate[] {
  const found: ResponsibilityCandidate[] = [];
  for (const view of views) {
    if (view.role === 'review' || view.role === 'stance' || !OFFICE_WORD.test(view.text)) continue;
    const item = view.section && !view.line.continued && labelledDuty(view.text);
    if (item && view.section) {
      const start = view.line.start + item.marker;
      const end = view.line.end;
      found.push(bodyCandidate(view, view.section.id, item, { start, end }));
      continue;
    }
    const brackets = statementSpans(view);
    const clauses = view.clauses.length > 0 ? view.clauses : clausesOf(view.text);
    clauses.forEach((clause, i) => {
      const start = Math.max(clause.start, view.bodyStart);
      if (start >= clause.end || brackets.some((b) => b.start < clause.end && start < b.end)) return;
      // 由县教育局牵头,组织…: the work stands in the next clause.
      const next = clauses[i + 1];
      const short = next?.part === clause.part && /(?:牵头|统筹|负责)$/.test(view.text.slice(start, clause.end));
      const end = short && next ? next.end : clause.end;
      const words = view.text.slice(start, end).replace(/^[。\s]+/, '');
      const duty = OFFICE_WORD.test(words) ? bodyDuty(words) : undefined;
      if (!duty || !view.section) return;
      const range = { start: view.line.start + end - words.length, end: view.line.start + end };
      found.push(bodyCandidate(view, view.section.id, duty, range));
    });
  }
  return found;
}

function bodyCandidate(view: LineView, section: string, duty: BodyDuty, range: Span): ResponsibilityCandidate {
  const printed = (names: readonly string[]): string[] => names.map((name) => unfold(name, view.line.text));
  const leads = printed(duty.leads);
  const partners = printed(duty.partners);
  return {
    fields: { style: 'body', leads, partners, duty: unfold(duty.duty, view.line.text), basis: 'body', scope: range },
    line: view.line.number,
    section,
    ...range,
  };
}

const OFFICE_WORD =
  /负责|牵头|承担|统筹|会同|联合|实施|督查|由|要|应|须|不得|对|每年|每季度|每学期|每月|每半年|定期|及时/;
