import type { RecordFound, TokenFound } from '../schema/explanation.js';
import type { Deadline, Document, Responsibility, Target } from '../schema/model.js';
import { sectionText } from './explain-line.js';
import { rowText, rowTitle } from './explain-row.js';
import { amountText, colouredLine, daysText, tokenRows } from './explain-tokens.js';
import { cutTo, type Paper, paragraph, type Span, visible } from './paper.js';

const SIGNS: { readonly [C in Target['comparator']]: string } = {
  eq: '=',
  ge: '≥',
  gt: '>',
  le: '≤',
  lt: '<',
  approx: '≈',
  range: '=',
};

const LABEL = 10;

function targetTitle(target: Target): string {
  const { indicator, comparator, value, valueMax, unit, change, per, year } = target;
  const notes = [
    target.class,
    ...(change === null ? [] : [change]),
    ...(per === null ? [] : [`per ${per}`]),
    ...(year === null ? [] : [String(year)]),
  ];
  return `${visible(indicator)} ${SIGNS[comparator]} ${amountText(value, valueMax, unit)} (${notes.join(', ')})`;
}

function deadlineTitle({ text, start, end, recurring, task }: Deadline): string {
  const days = daysText(start, end, recurring) || 'no date of its own';
  return `${visible(text)} (${days}): ${visible(task)}`;
}

/** `县教育局; with 县财政局 and others`. */
function doersText({ leads, partners, implied, open }: Responsibility): string {
  const others = [...partners, ...implied];
  const list = `${leads.join('、') || 'no leader'}${others.length > 0 ? `; with ${others.join('、')}` : ''}`;
  return `${list}${open ? ' and others' : ''}`;
}

function dutyTitle(statement: Responsibility): string {
  const { duty, basis } = statement;
  return visible(`${doersText(statement)}${duty === null ? '' : `: ${duty}`} (${basis})`);
}

/** Who does the work of a record, one text a statement. */
function statementsOf(record: Target | Deadline, { responsibilities }: Document): string[] {
  const linked = new Map(responsibilities.map((statement) => [statement.id, statement]));
  return record.responsibilities.flatMap((id) => {
    const statement = linked.get(id);
    return statement ? visible(`${id} ${cutTo(doersText(statement), MOST_DOERS)} (${statement.basis})`) : [];
  });
}

/** Some names that are listed for one record, in characters. */
const MOST_DOERS = 160;
/** So many records are named of those that a statement governs. */
const MOST_GOVERNED = 8;

/** `t1 毛入园率, t2 新建幼儿园, d1 到2025年 and 3 more`; empty where a statement governs none. */
function governedText({ id }: Responsibility, { targets, deadlines }: Document): string {
  const governed = [
    ...targets.filter((t) => t.responsibilities.includes(id)).map((t) => `${t.id} ${cutTo(t.indicator, 40)}`),
    ...deadlines.filter((d) => d.responsibilities.includes(id)).map((d) => `${d.id} ${cutTo(d.text, 40)}`),
  ];
  const more = governed.length - MOST_GOVERNED;
  return visible(`${governed.slice(0, MOST_GOVERNED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`);
}

/** What links a record to others: who does it; what a statement governs. */
function linkFacts(record: RecordFound['record'], document: Document): [label: string, text: string][] {
  if ('style' in record) {
    const governed = governedText(record, document);
    return governed === '' ? [] : [['governs', governed]];
  }
  return statementsOf(record, document).map((text, i) => [i === 0 ? 'led by' : '', text]);
}

function titleOf(record: RecordFound['record']): string {
  if ('indicator' in record) return targetTitle(record);
  return 'task' in record ? deadlineTitle(record) : dutyTitle(record);
}

/** Tokens of the record's own words, the time that gives its year, and those that it was read from. */
function nearTokens({ id, record, line, table }: RecordFound): TokenFound[] {
  const { start, end } = record.evidence;
  return line.tokens.filter(
    (token) =>
      table !== null ||
      (start <= token.start && token.end <= end) ||
      token.records.includes(id) ||
      (token.kind === 'time' && token.binds.includes(id)),
  );
}

/** What is shown of a long line around the record's own words, in characters. */
const AROUND = 100;

/** The line in colours; of a long one what stands around the record. */
function lineSpans({ record, line, table }: RecordFound, tokens: readonly TokenFound[]): Span[] {
  const start = line.tokens[0] ? line.tokens[0].start - line.tokens[0].column + 1 : record.evidence.start;
  const places = [...tokens, ...(table ? [] : [record.evidence])];
  const from = Math.max(0, Math.min(line.text.length, ...places.map((place) => place.start - start)) - AROUND);
  const to = Math.min(line.text.length, Math.max(0, ...places.map((place) => place.end - start)) + AROUND);
  const inside = tokens.filter((token) => token.start - start >= from);
  const spans = colouredLine(line.text.slice(from, to), start + from, inside);
  return [{ text: from > 0 ? '…' : '' }, ...spans, { text: to < line.text.length ? '…' : '' }];
}

/** `line 6, column 4 to 31`; `line 6, column 4 to line 8, column 2`. */
function sourceText({ line, column, last }: RecordFound['source']): string {
  return `line ${line}, column ${column} to ${last.line === line ? '' : `line ${last.line}, column `}${Math.max(1, last.column - 1)}`;
}

/** For people: how a record came about. */
export function recordText(found: RecordFound, document: Document, paper: Paper): string {
  const { id, record, line, section, item, clause, rule, taken, table } = found;
  const fact = (label: string, spans: readonly Span[]): string =>
    paragraph([{ text: label.padEnd(LABEL), style: 'dim' }, ...spans], LABEL, paper);
  const plain = (label: string, text: string): string => fact(label, [{ text }]);
  const tokens = nearTokens(found);
  const more = line.tokens.length - tokens.length;
  const told = taken.map(({ field, value, from }, i) =>
    plain(i === 0 ? 'taken' : '', `${field} ${visible(cutTo(value, 80))}: ${visible(from)}`),
  );
  const facts = [
    fact('line', [{ text: `${line.line}: ` }, ...lineSpans(found, tokens)]),
    plain('original', sourceText(found.source)),
    plain('section', sectionText(section, document)),
    ...(item ? [plain('item', visible(`${item.chain} ${cutTo(item.title, 60)} (${item.id})`))] : []),
    ...(clause === null || clause === line.text ? [] : [plain('clause', visible(clause))]),
    plain('rule', `${rule.id}: ${rule.finds}`),
    ...told,
    ...('deadline' in record && record.deadline !== null ? [plain('deadline', record.deadline)] : []),
    ...linkFacts(record, document).map(([label, text]) => plain(label, text)),
    ...(record.suspect === null ? [] : [plain('suspect', record.suspect)]),
  ];
  const rows = tokens.length > 0 ? `\n${tokenRows(tokens, document, paper)}` : '';
  const hint = more > 0 ? paragraph([{ text: `  ${more} more: --line ${line.line}`, style: 'dim' }], 2, paper) : '';
  return [
    paragraph([{ text: id, style: 'bold' }, { text: ` ${titleOf(record)}` }], 2, paper),
    '\n',
    ...facts,
    ...(table ? [plain('table', rowTitle(table)), rowText(table, paper)] : []),
    rows,
    hint,
  ].join('');
}
