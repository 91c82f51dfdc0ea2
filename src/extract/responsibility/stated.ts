import { type AnyDiagnostic, diagnostic } from '../../core/diagnostic.js';
import { BODY_END } from '../../lexicon/bodies/endings.js';
import { ROLE_LABEL, type Role, roleOfLabel } from '../../lexicon/role-labels.js';
import type { Responsibility } from '../../schema/model.js';
import type { LineView, PlanContext } from '../context.js';
import { readUnit } from '../units.js';
import type { ResponsibilityCandidate } from './candidate.js';
import { type Convention, heldFor } from './conventions.js';
import { labelledStatement } from './labels.js';
import { listOf } from './names.js';
import { officesOf } from './offices.js';
import { withoutPersons } from './persons.js';
import { addRoles, namesIn, noRoles, type Roles } from './roles.js';
import { scopesOf } from './scope.js';
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
): { records: ResponsibilityCandidate[]; diagnostics: AnyDiagnostic[] } {
  const { found, unread } = statementsIn(plan, views, conventions);
  const scopes = scopesOf(plan, found);
  const records = found.map((stated, i): ResponsibilityCandidate => {
    const { view, start, end, roles } = stated;
    const scope = scopes[i] ?? { start, end: start };
    return {
      fields: { style: 'bracket', ...assignRoles(roles, heldFor(conventions, stated)), duty: null, scope },
      line: view.line.number,
      section: view.section?.id ?? null,
      start,
      end,
    };
  });
  const leaderless = records.filter(({ fields }) => fields.leads.length === 0);
  const tell = (code: 'responsibility/unread' | 'responsibility/no-lead', start: number, end: number, line: number) =>
    diagnostic(
      code,
      'warning',
      { quote: plan.structure.text.slice(start, Math.min(end, start + 80)).replace(/\n/g, ' ') },
      line,
    );
  return {
    records,
    diagnostics: [
      ...leaderless.map(({ start, end, line }) => tell('responsibility/no-lead', start, end, line)),
      ...unread.map(({ start, end, line }) => tell('responsibility/unread', start, end, line)),
    ],
  };
}

type Unread = Readonly<{ start: number; end: number; line: number }>;

/** A label with a list behind it that names nobody known; 无 and persons are no loss. */
const SAYS_WHO = /(?:牵头|责任|配合|主责|主办|协办)(?:单位|部门)\s*[:：]\s*(?!无|暂无|待定|[-—/])[\u4e00-\u9fff]{4}/;

function statementsIn(
  plan: PlanContext,
  views: readonly LineView[],
  conventions: readonly Convention[],
): { found: Stated[]; unread: Unread[] } {
  const found: Stated[] = [];
  const unread: Unread[] = [];
  const plain = plainBrackets(views, conventions);
  const add = (stated: Stated, joins: boolean): void => {
    const last = found.at(-1);
    if (last && (joins || follows(plan, last, stated.start, stated.roles))) {
      addRoles(last.roles, stated.roles);
      last.end = stated.end;
    } else found.push(stated);
  };
  for (const [i, view] of views.entries()) {
    const lists = plain(view.line.start);
    for (const span of statementSpans(view, lists)) {
      const read = readStatement(span.inner) ?? (lists ? plainList(view, span) : undefined);
      const roles = read && knownBodies(read);
      if (!roles || !namesBodies(roles)) {
        const start = view.line.start + span.start;
        if (SAYS_WHO.test(span.inner)) unread.push({ start, end: view.line.start + span.end, line: view.line.number });
        continue;
      }
      add({ view, span, start: view.line.start + span.start, end: view.line.start + span.end, roles }, false);
    }
    const below = listBelow(view, views[i + 1], found.at(-1));
    if (!below) continue;
    const { line } = below.view;
    const span: Span = { start: 0, end: line.text.length, inner: line.text, form: 'line' };
    add({ ...below, span }, below.running);
  }
  return { found, unread };
}

const LABEL_AT_END = new RegExp(`(?:^|[。;,、\\s])(${ROLE_LABEL})\\s*:?\\s*$`);

/**
 * 责任单位: with its names on the next line, or a list that goes on there behind its last mark: the names of the next line
 * with the role that they have. `last`: the statement before, whose list may go on.
 */
function listBelow(view: LineView, next: LineView | undefined, last: Stated | undefined): Below | undefined {
  if (!next || next.line.number !== view.line.number + 1) return undefined;
  const label = LABEL_AT_END.exec(view.text.replace(/[【[\]】]/g, ' '));
  const running = last !== undefined && last.end > view.line.start && /[、,]\s*$/.test(view.text);
  if (!label && !running) return undefined;
  const { names, open } = listOf(next.line.text.replace(/[。;；]\s*$/, ''));
  if (names.length === 0 || !names.every((name) => name.length > 2 && readUnit(name) !== undefined)) return undefined;
  const role = label ? roleOfLabel(label[1] ?? '') : lastRole(last?.roles ?? noRoles());
  const roles = { ...noRoles(), open };
  roles[role === 'lead' ? 'leads' : role === 'partner' ? 'partners' : 'responsible'] = names;
  return { roles, view: next, start: view.line.start + (label?.index ?? 0), end: next.line.end, running };
}

interface Below {
  readonly roles: Roles;
  readonly view: LineView;
  readonly start: number;
  readonly end: number;
  /** Whether the list began in the line. */
  readonly running: boolean;
}

/** The role of the list that a statement ends with. */
function lastRole({ responsible, partners }: Roles): Role {
  return partners.length > 0 ? 'partner' : responsible.length > 0 ? 'responsible' : 'lead';
}

const PLAIN_BRACKET = /[(〔【[][^()〔〕]{3,90}[)〕】\]][。;\s]*$/;

/** Where brackets of nothing but offices are statements: a sentence says so, or several items close with them. */
function plainBrackets(views: readonly LineView[], conventions: readonly Convention[]): (at: number) => boolean {
  const told = conventions.filter(({ kind }) => kind === 'plain-brackets' || kind === 'first-listed');
  const closing = views.flatMap((view) => {
    const bracket = PLAIN_BRACKET.exec(view.text);
    const offices = bracket && officesOf(bracket[0].replace(/^.|[)〕】\]][。;\s]*$/g, '').split(REMARK)[0] ?? '');
    return offices?.named ? [offices.names.length] : [];
  });
  const several = closing.length > 1 || closing.some((names) => names > 1);
  return (at) => several || told.some(({ from, to }) => from <= at && at < to);
}

/** 市教育局 沈毅: a name of two or three characters that is no body's is a person's. */
function knownBodies(roles: Roles): Roles {
  const isBody = (name: string): boolean => name.length > 3 || BODY_END.test(name) || readUnit(name) !== undefined;
  if (!namesIn(roles).some(isBody)) return roles;
  const { leads, responsible, partners, open } = roles;
  return {
    leads: leads.filter(isBody),
    responsible: responsible.filter(isBody),
    partners: partners.filter(isBody),
    open,
  };
}

/** (联系人:李平,0431-6231111) behind a name. */
const CONTACT = /[(（](?:联系人|联络员|联系电话|电话|责任人|负责人)[^()（）]*[)）]/g;

/** What a bracket, a line or a cell says: labels with lists, or lists closed by verbs of office. */
export function readStatement(inner: string): Roles | undefined {
  const text = withoutPersons(inner.replace(CONTACT, ''), false);
  return labelledStatement(text) ?? verbStatement(text);
}

/** What a bracket says of its list: 列首位的为牵头单位,下同. */
const REMARK = /[,，;；](?=(?:按|以)?(?:列|排).{0,4}(?:首|第一|前)|(?:以)?下同)/;

/** (县水务局、县财政局) at the end of a sentence, where brackets name who is responsible. */
function plainList({ text }: LineView, { start, end, inner }: Span): Roles | undefined {
  const closes = /[。;]\s*$/.test(text.slice(0, start)) || /^\s*(?:[。;]|$)/.test(text.slice(end));
  const offices = closes ? officesOf(inner.split(REMARK)[0] ?? '') : undefined;
  return offices && !offices.general ? { ...noRoles(), responsible: offices.names, open: offices.open } : undefined;
}

function namesBodies(roles: Roles): boolean {
  const names = namesIn(roles);
  return (
    names.some((name) => BODY_END.test(name) || readUnit(name) !== undefined) &&
    names.every((name) => name.length <= LONGEST_NAME)
  );
}

/** 牵头单位:… and 责任单位:… one behind the other, or a line each, are one statement; a role said twice begins a new one. */
function follows(plan: PlanContext, last: Stated, start: number, roles: Roles): boolean {
  const between = plan.structure.text.slice(last.end, start);
  if (!/^[\s。;；,，、【】[\]◆◇●○■□▪•·►▶※-]*$/.test(between) && !OTHER_FACTS.test(between)) return false;
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
  const adds = implied.length > 0 ? told('implied') : null;
  if (leads.length > 0) {
    return { leads, partners: [...responsible, ...partners], basis: 'labelled', ...shared, convention: adds };
  }
  const first = told('first-listed');
  if (first && responsible.length > 1) {
    const [lead = '', ...rest] = responsible;
    return { leads: [lead], partners: [...rest, ...partners], basis: 'first-listed', ...shared, convention: first };
  }
  const basis = partners.length > 0 ? 'labelled' : responsible.length === 1 ? 'sole' : 'joint';
  return {
    leads: responsible,
    partners,
    basis,
    ...shared,
    convention: told('responsible-lead') ?? told('plain-brackets') ?? adds,
  };
}
