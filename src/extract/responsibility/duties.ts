import { OFFICE_WORD } from '../../lexicon/duties.js';
import { type Clause, clausesOf } from '../clauses.js';
import type { LineView } from '../context.js';
import { unfold } from '../fold.js';
import { broughtIn, type ClauseDuty, clauseDuty } from './body.js';
import type { ResponsibilityCandidate } from './candidate.js';
import { officesOf } from './offices.js';

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

const BODY_CHARACTER = /[局委办厅部署院府会组班站队司团联心门构位处]/;
/** A clause that goes on about the office of the one before: 负责…, 统筹…, 牵头…. */
const GOES_ON = new RegExp(`^(?:${OFFICE_WORD})(?!要)`);

/** Duties told in running text: one record a duty, through all clauses that say what. `stated`: statements that were read. */
export function bodyResponsibilities(
  views: readonly LineView[],
  stated: readonly Stretch[],
): ResponsibilityCandidate[] {
  return views.flatMap((view) => {
    if (view.role === 'review' || view.role === 'stance' || !view.section || !BODY_CHARACTER.test(view.text)) return [];
    const taken = stated.filter(({ start, end }) => start < view.line.end && view.line.start < end);
    return (listed(view) ?? sentences(view, taken)).map((duty) => candidate(view, duty));
  });
}

/** `县发展改革局:负责…`: an item of a list of duties, the unit as its label. */
function listed({ text, line }: LineView): Open[] | undefined {
  const match = /^((?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]+\s*)?)([^,:。;]{3,60}):(.{4,})$/.exec(
    line.continued ? '' : text,
  );
  const who = match && officesOf(match[2] ?? '');
  if (!match || !who || !/[^局委办厅部]$|.{12}/.test(match[3] ?? '')) return undefined;
  const duty = (match[3] ?? '').replace(/^(?:主要)?(?:牵头)?负责/, '').replace(/[。;]$/, '');
  return [{ start: (match[1] ?? '').length, end: text.length, leads: who.names, partners: [], open: who.open, duty }];
}

function sentences(view: LineView, taken: readonly Stretch[]): Open[] {
  const { text, line } = view;
  const found: Open[] = [];
  let record: Open | undefined;
  let named: ClauseDuty | undefined;
  let last: Clause | undefined;
  for (const clause of view.clauses.length > 0 ? view.clauses : clausesOf(text)) {
    if (last && last.sentence !== clause.sentence) record = named = undefined;
    else if (last && last.part !== clause.part && !GOES_ON.test(words(view, clause).text)) record = undefined;
    last = clause;
    if (taken.some((t) => t.start < line.start + clause.end && line.start + clause.start < t.end)) {
      record = undefined;
      continue;
    }
    const { text: said, start } = words(view, clause);
    if (said.length < 2) continue;
    const duty = clauseDuty(said);
    const more = record && duty?.kind !== 'duty' ? broughtIn(said) : undefined;
    if (record && more) {
      record.partners.push(...more.names);
      record.open ||= more.open;
      record.end = clause.end;
      record.duty += text.slice(clause.start - 1, clause.start) + said;
    } else if (duty?.kind === 'help' && record) {
      record.partners.push(...duty.partners);
      record.open ||= duty.open;
      record.end = clause.end;
    } else if (duty?.kind === 'duty') {
      record = { start, end: clause.end, ...duty, leads: [...duty.leads], partners: [...duty.partners] };
      found.push(record);
      named = duty;
    } else if (duty?.kind === 'named') {
      named = duty;
      record = undefined;
      if (duty.duty !== '' || duty.partners.length > 0) {
        record = { start, end: clause.end, ...duty, leads: [...duty.leads], partners: [...duty.partners] };
        found.push(record);
      }
    } else if (record) {
      record.end = clause.end;
      record.duty += text.slice(clause.start - 1, clause.start) + said;
    } else if (named && GOES_ON.test(said)) {
      record = {
        start,
        end: clause.end,
        leads: [...named.leads],
        partners: [...named.partners],
        open: named.open,
        duty: said,
      };
      found.push(record);
    }
  }
  return found;
}

/** The words of a clause behind a heading's number and the time that opens it. */
function words(view: LineView, clause: Clause): { text: string; start: number } {
  let start = Math.max(clause.start, view.bodyStart);
  for (const time of view.times)
    if (time.start <= start + 1 && start < time.end && time.end < clause.end) start = time.end;
  const said = view.text.slice(start, clause.end);
  const lead = /^(?:[。;\s]|[一二三四五六七八九十]是|之?前|底|[,、])*/.exec(said)?.[0].length ?? 0;
  return { text: said.slice(lead), start: start + lead };
}

function candidate(view: LineView, duty: Open): ResponsibilityCandidate {
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
      duty: unfold(duty.duty, view.line.text),
      basis: 'body',
      scope: range,
      open: duty.open,
      implied: [],
      convention: null,
    },
    line: view.line.number,
    section: view.section?.id ?? null,
    ...range,
  };
}
