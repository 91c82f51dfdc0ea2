import { clausesOf } from '../clauses.js';
import type { LineView } from '../context.js';
import { unfold } from '../fold.js';
import { type BodyDuty, bodyDuty, labelledDuty } from './body.js';
import type { ResponsibilityCandidate } from './candidate.js';
import { statementSpans } from './spans.js';

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

function bodyCandidate(
  view: LineView,
  section: string,
  duty: BodyDuty,
  range: { start: number; end: number },
): ResponsibilityCandidate {
  const printed = (names: readonly string[]): string[] => names.map((name) => unfold(name, view.line.text));
  const leads = printed(duty.leads);
  const partners = printed(duty.partners);
  return {
    fields: {
      ...{ style: 'body', leads, partners, duty: unfold(duty.duty, view.line.text), basis: 'body', scope: range },
      ...{ open: false, implied: [], convention: null },
    },
    line: view.line.number,
    section,
    ...range,
  };
}

const OFFICE_WORD =
  /负责|牵头|承担|统筹|会同|联合|实施|督查|由|要|应|须|不得|对|每年|每季度|每学期|每月|每半年|定期|及时/;
