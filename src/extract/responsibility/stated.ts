import { BODY_END } from '../../lexicon/bodies/endings.js';
import type { Responsibility } from '../../schema/model.js';
import type { LineView, PlanContext } from '../context.js';
import type { ResponsibilityCandidate } from './candidate.js';
import { type Convention, heldFor } from './conventions.js';
import { labelledStatement } from './labels.js';
import { namesOf } from './names.js';
import { addRoles, namesIn, noRoles, type Roles } from './roles.js';
import { scopeOf } from './scope.js';
import { type Span, statementSpans } from './spans.js';
import { verbStatement } from './verbs.js';

const LONGEST_NAME = 40;

/** A statement in one stretch, or in several that follow each other with nothing but marks between them. */
interface Stated {
  readonly view: LineView;
  readonly span: Span;
  readonly start: number;
  end: number;
  readonly roles: Roles;
}

/** The statements that close tasks, in order: in brackets, on lines of their own, or as labels at the end of a sentence. */
export function statedResponsibilities(
  plan: PlanContext,
  views: readonly LineView[],
  conventions: readonly Convention[],
): ResponsibilityCandidate[] {
  let previous = 0;
  return statementsIn(plan, views, conventions).map((stated): ResponsibilityCandidate => {
    const { view, span, start, end, roles } = stated;
    const scope = scopeOf(plan, view, span, previous);
    previous = end;
    return {
      fields: { style: 'bracket', ...assignRoles(roles, heldFor(conventions, stated)), duty: null, scope },
      line: view.line.number,
      section: view.section?.id ?? null,
      start,
      end,
    };
  });
}

function statementsIn(plan: PlanContext, views: readonly LineView[], conventions: readonly Convention[]): Stated[] {
  const found: Stated[] = [];
  const plain = conventions.filter(({ kind }) => kind === 'plain-brackets');
  for (const view of views) {
    const lists = plain.some(({ from, to }) => from <= view.line.start && view.line.start < to);
    for (const span of statementSpans(view, lists)) {
      const roles = readStatement(span.inner) ?? (lists ? plainList(span.inner) : undefined);
      if (!roles || !namesBodies(roles)) continue;
      const [start, end] = [view.line.start + span.start, view.line.start + span.end];
      const last = found.at(-1);
      if (last && follows(plan, last, start, roles)) {
        addRoles(last.roles, roles);
        last.end = end;
      } else found.push({ view, span, start, end, roles });
    }
  }
  return found;
}

/** What a bracket, a line or a cell says: labels with lists, or lists closed by verbs of office. */
export function readStatement(inner: string): Roles | undefined {
  return labelledStatement(inner) ?? verbStatement(inner);
}

/** (县水务局、县财政局) where a sentence says that the brackets name who is responsible. */
function plainList(inner: string): Roles | undefined {
  const names = namesOf(inner);
  return names.length > 0 && names.every((name) => name.length > 2 && BODY_END.test(name))
    ? { ...noRoles(), responsible: names }
    : undefined;
}

function namesBodies(roles: Roles): boolean {
  const names = namesIn(roles);
  return names.some((name) => BODY_END.test(name)) && names.every((name) => name.length <= LONGEST_NAME);
}

/** 牵头单位:… and 责任单位:… one behind the other, or a line each, are one statement; a role said twice begins a new one. */
function follows(plan: PlanContext, last: Stated, start: number, roles: Roles): boolean {
  const between = plan.structure.text.slice(last.end, start);
  if (!/^[\s。;；,，、]*$/.test(between) && !OTHER_FACTS.test(between)) return false;
  const twice =
    (last.roles.leads.length > 0 && roles.leads.length > 0) ||
    (last.roles.responsible.length > 0 && roles.responsible.length > 0) ||
    (last.roles.partners.length > 0 && roles.partners.length > 0);
  // What leads is named first: 责任单位 behind 配合单位 is of another task.
  return !twice && roles.leads.length === 0;
}

/** 完成时限:2022年6月, on a line between the labels. */
const OTHER_FACTS = /^[\s。;；,，]*(?:[\u4e00-\u9fff]{2,8}[:：][^\n:：。]{1,40}[\s。;；,，]+){1,3}$/;

/** Who leads: those named so; else, where the document says so, the first; else all that are responsible. */
export function assignRoles(
  { leads, responsible, partners, open }: Roles,
  held: readonly Convention[],
): Pick<Responsibility, 'leads' | 'partners' | 'basis' | 'open' | 'implied' | 'convention'> {
  const told = (kind: Convention['kind']) => held.findLast((convention) => convention.kind === kind)?.told ?? null;
  const named = [...leads, ...responsible, ...partners];
  const implied = [...new Set(held.flatMap(({ units }) => units))].filter((unit) => !named.includes(unit));
  const shared = { open, implied };
  if (leads.length > 0) {
    return { leads, partners: [...responsible, ...partners], basis: 'labelled', ...shared, convention: null };
  }
  const first = told('first-listed');
  if (first && responsible.length > 1) {
    const [lead = '', ...rest] = responsible;
    return { leads: [lead], partners: [...rest, ...partners], basis: 'first-listed', ...shared, convention: first };
  }
  const basis = responsible.length === 1 ? 'sole' : 'joint';
  return { leads: responsible, partners, basis, ...shared, convention: told('responsible-lead') };
}
