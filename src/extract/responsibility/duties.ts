import { DEED_WORD, OFFICE_WORD } from '../../lexicon/duties.js';
import { TITLE_END } from '../../lexicon/titles.js';
import { PAST_OPENING } from '../../lexicon/verbs.js';
import { type Clause, clausesOf } from '../clauses.js';
import type { LineView, PlanContext } from '../context.js';
import { fold, unfold } from '../fold.js';
import { isUnit } from '../units.js';
import { broughtIn, type ClauseDuty, clauseDuty, SAID } from './body.js';
import type { ResponsibilityCandidate } from './candidate.js';
import { scopeOfDuty } from './duty-scope.js';
import { officesOf, stoppedLabel } from './offices.js';

/** A duty in the making: it goes on through the clauses of its sentence. Offsets count in the line. */
interface Open {
  readonly start: number;
  end: number;
  readonly leads: string[];
  readonly partners: string[];
  open: boolean;
  duty: string;
}

type Stretch = Readonly<{ start: number; end: number }>;

const BODY_CHARACTER = /[局委办厅部署院府会组班站队司团联心门构位处社所镇乡]/;
/** A clause that goes on about the office of the one before: 负责…, 统筹…, 牵头…. */
const GOES_ON = new RegExp(`^(?:${OFFICE_WORD})(?!要)`);
/** Somebody whom no rule knows has work of his own: the duty before ends. */
const OTHER_SUBJECT = /^[\u4e00-\u9fff]{4,30}(?<!并|共同|具体|主要|统一|分别|牵头|其|组织|明确|专人)负责/;
const BEGINS_DEED = new RegExp(`^(?:${DEED_WORD})`);

/**
 * Duties told in running text: one record a duty, through all clauses that say what.
 * @param stated the statements that were read, which no duty runs into
 */
export function bodyResponsibilities(
  plan: PlanContext,
  views: readonly LineView[],
  stated: readonly Stretch[],
): ResponsibilityCandidate[] {
  let next = 0;
  return views.flatMap((view) => {
    // Both stand in the order of the text.
    while (next < stated.length && (stated[next]?.end ?? 0) <= view.line.start) next++;
    const taken: Stretch[] = [];
    for (let i = next; i < stated.length && (stated[i]?.start ?? 0) < view.line.end; i++)
      taken.push(stated[i] as Stretch);
    if (view.role === 'review' || view.role === 'stance' || !BODY_CHARACTER.test(view.text)) return [];
    if (!/[。,;:]/.test(view.text) && TITLE_END.test(view.line.text)) return [];
    const duties = listed(view, taken) ?? sentences(plan, view, taken);
    return (duties.length > 0 ? duties : underOffice(plan, view, taken)).map((duty, i, all) =>
      candidate(view, duty, scopeOfDuty(plan, view, duty, { after: all[i - 1]?.end, before: all[i + 1]?.start })),
    );
  });
}

/** What a letter begins with behind those whom it is for. */
const SALUTATION = /^(?:为了?(?!.{0,12}提供)|根据|按照(?!.{0,20}[做抓])|现[将就]|经|近[年日期]|依据|《|你|兹)/;

/** `县发展改革局:负责…`, `县发展改革局。负责…`: an item of a list of duties, the unit as its label. */
function listed({ text, line }: LineView, taken: readonly Stretch[]): Open[] | undefined {
  const match = /^((?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]+\s*)?)([^,:。;]{2,60})[:。](.{4,})$/.exec(
    line.continued ? '' : text,
  );
  const label = match?.[2] ?? '';
  const group = /^[\u4e00-\u9fff]{3,8}组$/.test(label) ? { names: [label], open: false } : undefined;
  const said = (match?.[3] ?? '').replace(/[。;]$/, '');
  const stopped = match?.[0][(match[1] ?? '').length + label.length] === '。';
  const named = stopped && taken.length === 0 ? stoppedLabel(label, said, match?.[1] !== '') : undefined;
  const who = match && taken.length === 0 ? (named ?? officesOf(label) ?? group) : undefined;
  if (!match || !who) return undefined;
  // 县水务局。负责…: a full stop makes a label of an office alone, not of a sentence.
  if (stopped && !group && !named && !isUnit(label)) return undefined;
  // 各村:为提高…: a salutation; 发布机构:县水务局: a list of names behind a label is no work.
  if (
    SALUTATION.test(said) ||
    officesOf(said.split(/[;,。]/)[0] ?? '') ||
    (text.includes(':') ? said.length < 4 : !GOES_ON.test(said) && !BEGINS_DEED.test(said))
  )
    return undefined;
  if (/^由[^。;]{2,60}牵头/.test(said)) return undefined;
  const members =
    /^由[^。;]{2,200}?(?:组成|参加|任组长|为组长)[。,;](?:[^。;]{2,40}(?:任|为|担任)(?:副?组长|组长)[。,;])*/.exec(
      said,
    )?.[0];
  const duty = said.slice(members?.length ?? 0).replace(/^(?:主要职责:?)?(?:主要)?(?:牵头)?负责/, '');
  const partners = said
    .split(/[,;。]/)
    .flatMap((clause) => (/会同/.test(clause) ? (broughtIn(clause.slice(clause.indexOf('会同')))?.names ?? []) : []));
  return [{ start: (match[1] ?? '').length, end: text.length, leads: who.names, partners, open: who.open, duty }];
}

/** A line below a heading that is the name of an office: 县林业局 / 1.组织种苗质量检查。 */
function underOffice(plan: PlanContext, { text, line, section }: LineView, taken: readonly Stretch[]): Open[] {
  if (!section || line.continued || taken.length > 0) return [];
  const opens = section.lines[0] === line.number;
  const heading = opens ? plan.parentOf(section) : section;
  const who =
    heading && heading.kind !== 'annex'
      ? officesOf(heading.title.replace(/(?:主要)?(?:工作)?(?:职责|任务|责任)$/, ''))
      : undefined;
  const start = opens ? Math.max(0, text.indexOf(fold(section.title))) : 0;
  const said = text.slice(start).replace(/[。;]$/, '');
  if (!who?.named || said.length < 4 || !(GOES_ON.test(said) || BEGINS_DEED.test(said))) return [];
  return [{ start, end: text.length, leads: who.names, partners: [], open: who.open, duty: said.replace(SAID, '') }];
}

function sentences(plan: PlanContext, view: LineView, taken: readonly Stretch[]): Open[] {
  const { text, line } = view;
  const strict = !isPlan(plan);
  // The clauses of a heading's line leave out its title, which may give work, too: 1.县水务局负责以下任务:.
  const whole = view.bodyStart === 0 && view.clauses.length > 0 ? view.clauses : clausesOf(text);
  let told = newSentence();
  let last: Clause | undefined;
  const found: Open[] = [];
  for (const clause of partsOf(text, whole)) {
    if (last?.sentence !== clause.sentence)
      told = { ...newSentence(), past: isReport(text.slice(clause.start, clause.end)) };
    const { text: said, start } = words(view, clause);
    if (last && last.part !== clause.part && !GOES_ON.test(said) && !told.listing) told.record = undefined;
    last = clause;
    if (taken.some((t) => t.start < line.start + clause.end && line.start + clause.start < t.end))
      told.record = undefined;
    else if (said.length >= 2 && !told.past && !isPast(plan, view, clause)) {
      const mark = text.slice(clause.start - 1, clause.start);
      const opened = take(told, { said, start, end: clause.end, mark }, clauseDuty(said, strict));
      if (opened) found.push(opened);
    }
  }
  // 县水务局具体负责: what it is stands in a sentence around.
  return found.map((one) =>
    one.duty === '' && one.partners.length === 0
      ? { ...one, duty: text.slice(one.start, one.end).replace(one.leads.join('、'), '') }
      : one,
  );
}

/** What a sentence has told so far. */
interface Sentence {
  /** The duty that goes on. */
  record: Open | undefined;
  /** The last one, which helpers may still join. */
  latest: Open | undefined;
  /** Whom the next clause may be about. */
  named: (ClauseDuty & { readonly start: number }) | undefined;
  /** 由县水务局负责:A;B: a list of works. */
  listing: boolean;
  readonly past: boolean;
}

const newSentence = (): Sentence => ({
  record: undefined,
  latest: undefined,
  named: undefined,
  listing: false,
  past: false,
});

/** The words of a clause, their place in the line, and the mark before the clause. */
type Words = Readonly<{ said: string; start: number; end: number; mark: string }>;

/** Take a clause into its sentence: it opens a duty, which is given back, joins the one before, goes on with it, or ends it. */
function take(told: Sentence, words: Words, duty: ClauseDuty | undefined): Open | undefined {
  const { said, start, end, mark } = words;
  const { record, latest, named } = told;
  const more = latest && duty?.kind !== 'duty' ? (broughtIn(said) ?? helping(duty)) : undefined;
  if (latest && more) {
    latest.partners.push(...more.names);
    latest.open ||= more.open;
    latest.end = end;
    if (more.rest !== '') latest.duty += mark + more.rest;
  } else if (latest && duty?.kind === 'duty' && isBelow(latest, duty)) {
    // 由市民政局牵头,各街道具体实施: those below take part.
    latest.partners.push(...duty.leads);
    latest.end = end;
  } else if (duty?.kind === 'duty') {
    told.named = { ...duty, start };
    told.listing = /(?:负责|牵头|承担|职责|要|应)[^:,]{0,8}:/.test(said);
    return open(told, duty, start, end);
  } else if (duty?.kind === 'named' || duty?.kind === 'urged' || (duty?.kind === 'group' && !record)) {
    told.named = { ...duty, start };
    told.record = undefined;
  } else if (record && OTHER_SUBJECT.test(said)) {
    told.record = told.latest = undefined;
  } else if (record) {
    record.end = end;
    record.duty += record.duty === '' ? said.replace(SAID, '') : mark + said;
  } else if (named && (GOES_ON.test(said) || (named.kind === 'urged' && BEGINS_DEED.test(said)))) {
    return open(told, { ...named, partners: [], duty: said.replace(SAID, '') }, named.start, end);
  }
  return undefined;
}

function open(told: Sentence, duty: ClauseDuty, start: number, end: number): Open {
  const opened = { start, end, ...duty, leads: [...duty.leads], partners: [...duty.partners] };
  told.record = told.latest = opened;
  return opened;
}

const isReport = (words: string): boolean => PAST_OPENING.test(words.trim()) || REPORTS.test(words);

function helping(duty: ClauseDuty | undefined): { names: string[]; open: boolean; rest: string } | undefined {
  return duty?.kind === 'help' ? { names: duty.partners, open: duty.open, rest: '' } : undefined;
}

/** News and letters give offices work by words of office alone. */
function isPlan({ structure, meta }: PlanContext): boolean {
  return (
    structure.sections.some(({ kind, marker }) => kind !== 'item' && marker !== '') || TITLE_END.test(meta.title ?? '')
  );
}

/** What a sentence that tells of the past begins with. */
const REPORTS = /^[。;\s]*(?:截至|截止|近年来|今年以来|去年以来|一年(?:多)?来|自?.{2,12}以来|上半年,|前三季度)/;

/** Whether areas and offices below carry out what the one before leads. */
function isBelow({ duty }: Open, below: ClauseDuty): boolean {
  const theirs = /^(?:具体|分别|负责)*(?:组织)?(?:实施|落实)$/.test(below.duty);
  return duty === '' && theirs && below.leads.every((name) => /^(?:各|属地|相关|有关)/.test(name));
}

/** 2020年县水务局建成…: what a sentence dates before the plan is no duty of it. */
function isPast({ firstYear }: PlanContext, view: LineView, clause: Clause): boolean {
  if (firstYear === null || view.dated.length === 0) return false;
  const first = view.clauses.find(({ sentence }) => sentence === clause.sentence);
  const before = view.dated.findLast((time) => time.end <= clause.end && time.start >= (first?.start ?? 0));
  return before !== undefined && Number((before.to ?? before.from ?? '').slice(0, 4)) < firstYear;
}

/** 由县教育局牵头、县财政局配合: a verb of office before 、 closes its part, where another body begins behind. */
function partsOf(text: string, clauses: readonly Clause[]): Clause[] {
  return clauses.flatMap((clause) => {
    const parts: Clause[] = [];
    let from = clause.start;
    PART_END.lastIndex = clause.start;
    for (let match = PART_END.exec(text); match && match.index < clause.end; match = PART_END.exec(text)) {
      const next = NEXT_PART.exec(text.slice(PART_END.lastIndex, Math.min(clause.end, PART_END.lastIndex + 60)));
      // 县市场监督管理局、县水务局: a word of office in a name closes nothing.
      if (!next || !officesOf(next[1] ?? '') || officesOf(text.slice(from, PART_END.lastIndex - 1))) continue;
      parts.push({ ...clause, start: from, end: PART_END.lastIndex - 1 });
      from = PART_END.lastIndex;
    }
    return [...parts, { ...clause, start: from }];
  });
}

const PART_END = /(?:牵头|负责|承担|指导|监督|实施|组织|统筹|协调|为主|抓总|配合|协助|参与)[\u4e00-\u9fff]{0,12}、/g;
const NEXT_PART =
  /^([^,。;:]{2,40}?)(?:按照?职责|分别|具体|共同|积极)*(?:牵头|负责|承担|配合|参与|参加|协助|协同|协办|实施|监督|指导)/;

/** The words of a clause behind a heading's number and the time that opens it. */
function words(view: LineView, clause: Clause): { text: string; start: number } {
  let start = Math.max(clause.start, markerEnd(view));
  for (const time of view.times)
    if (time.start <= start + 1 && start < time.end && time.end < clause.end) start = time.end;
  const said = view.text.slice(start, clause.end);
  const lead =
    /^(?:[。;\s]|[一二三四五六七八九十]是|之?前|底|[,、]|(?:责任|职责|任务|工作|部门)?分工:)*/.exec(said)?.[0].length ??
    0;
  return { text: said.slice(lead), start: start + lead };
}

/** Where the words begin behind the number of a heading: its title may be a sentence of its own. */
function markerEnd({ section, line, bodyStart }: LineView): number {
  if (bodyStart === 0 || !section) return bodyStart;
  return Math.min(bodyStart, Math.max(0, line.text.indexOf(section.title)));
}

function candidate(
  view: LineView,
  duty: Open,
  scope: ResponsibilityCandidate['fields']['scope'],
): ResponsibilityCandidate {
  const printed = (names: readonly string[]): string[] => [
    ...new Set(names.map((name) => unfold(name, view.line.text))),
  ];
  const range = { start: view.line.start + duty.start, end: view.line.start + duty.end };
  const leads = printed(duty.leads);
  return {
    fields: {
      style: 'body',
      leads,
      partners: printed(duty.partners).filter((name) => !leads.includes(name)),
      duty: unfold(duty.duty.replace(/^[,;、:\s]+/, ''), view.line.text),
      basis: 'body',
      scope,
      open: duty.open,
      implied: [],
      convention: null,
    },
    line: view.line.number,
    section: view.section?.id ?? null,
    ...range,
  };
}
