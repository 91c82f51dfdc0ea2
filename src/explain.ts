import { type Line, lineIndex, lineNumberAt, linesOf } from './core/lines.js';
import { TARGET_RULES } from './extract/targets.js';
import { type Trace, traceOf } from './extract/trace.js';
import { type CellPlace, cellFinder, rowFound, tableRule } from './extract/trace-cells.js';
import { tokensOf } from './extract/trace-line.js';
import { clauseAt, takenByDeadline, takenByTarget } from './extract/trace-taken.js';
import { REMOVAL_REASONS } from './lexicon/changes.js';
import { TABLE_RULES, TEXT_RULES } from './lexicon/reasons.js';
import type { PlanReading } from './pipeline.js';
import type { Explanation, LineFound, LinesFound, Question, RecordFound, SectionPlace } from './schema/explanation.js';
import type { Deadline, Document, Responsibility, Section, Target } from './schema/model.js';

/** Where readers looked, with what they thought. */
interface Looked extends PlanReading {
  readonly trace: Trace;
  readonly cellAt: (offset: number) => CellPlace | undefined;
  readonly sourceSpan: (line: Line) => [number, number];
}

/**
 * Answers how records of a document came about and what became of its lines. The first answer reads the document again.
 * @returns a function that throws a RangeError for a record or a line that there is not; its message says which there are
 */
export function explainer(reading: PlanReading): (question: Question) => Explanation {
  const { document } = reading.parsed;
  const { path } = document.source;
  let known: Looked | undefined;
  const look = (): Looked => {
    if (known) return known;
    const trace = traceOf(reading.structure, document.meta);
    known = { ...reading, trace, cellAt: cellFinder(trace.tables), sourceSpan: sourceSpan(reading) };
    return known;
  };
  return (question) => {
    if ('record' in question) {
      const record = recordOf(document, question.record);
      return { path, ...explainRecord(look(), record) };
    }
    const lines = linesAsked(reading, question).map((line) => explainLine(look(), line));
    return { path, lines, removed: 'sourceLine' in question ? removedFrom(document, question.sourceLine) : [] };
  };
}

type AnyRecord = Target | Deadline | Responsibility;

function recordOf({ targets, deadlines, responsibilities, source }: Document, asked: string): AnyRecord {
  const found = [...targets, ...deadlines, ...responsibilities].find(({ id }) => id === asked.trim().toLowerCase());
  if (found) return found;
  const ids = (list: readonly AnyRecord[], names: string): string => {
    const [first, last] = [list[0]?.id, list.at(-1)?.id];
    return first === undefined ? `no ${names}` : first === last ? first : `${first} to ${last}`;
  };
  const there = [ids(targets, 'targets'), ids(deadlines, 'deadlines'), ids(responsibilities, 'responsibilities')];
  throw new RangeError(`no record "${asked}" in ${source.path || 'the plan'}; there are ${there.join(', ')}`);
}

function linesAsked(reading: PlanReading, question: Exclude<Question, { readonly record: string }>): Line[] {
  const { draft, structure } = reading;
  const original = 'sourceLine' in question;
  const number = original ? question.sourceLine : question.line;
  const all = original ? linesOf(draft.decoded) : structure.lines;
  if (!Number.isInteger(number) || number < 1 || number > all.length) {
    const what = original ? 'the original' : 'the cleaned text';
    throw new RangeError(`no line ${number}; ${what} has ${all.length} lines`);
  }
  if (!original) return structure.lines.filter((line) => line.number === number);
  const spanOf = sourceSpan(reading);
  return structure.lines.filter((line) => {
    const [first, last] = spanOf(line);
    return line.text !== '' && first <= number && number <= last;
  });
}

/** The first and the last line of the original that a line came from. */
function sourceSpan({ draft }: PlanReading): (line: Line) => [number, number] {
  const place = lineIndex(draft.decoded);
  return ({ start, end }) => {
    const source = draft.map.range(start, Math.max(end, start + 1));
    return [place(source.start).line, place(Math.max(source.start, source.end - 1)).line];
  };
}

function removedFrom({ cleaning }: Document, line: number): LinesFound['removed'] {
  return cleaning.removed
    .filter(({ lines }) => lines[0] <= line && line <= lines[1])
    .map(({ reason, text }) => ({ reason, why: REMOVAL_REASONS[reason], text }));
}

function explainLine(looked: Looked, line: Line): LineFound {
  const { structure, trace } = looked;
  const section = structure.sectionAt(line.number);
  const cell = looked.cellAt(line.start);
  return {
    line: line.number,
    text: line.text,
    source: looked.sourceSpan(line),
    section: placeOf(trace, section),
    kind: kindOf(looked, line, section),
    table: cell ? rowFound(cell, [line.start]) : null,
    tokens: tokensOf(trace, line, looked.cellAt),
  };
}

function kindOf({ structure, trace }: Looked, line: Line, section: Section | undefined): LineFound['kind'] {
  if (structure.isContents(line.number)) return 'contents';
  const views = trace.viewsOf(line.number);
  if (views.length === 0 && structure.tables.some((t) => t.firstLine <= line.number && line.number <= t.lastLine + 1))
    return 'table';
  return section?.lines[0] === line.number ? 'heading' : 'text';
}

/** What a section is for, and the outermost heading that says so. */
function placeOf({ plan }: Trace, section: Section | undefined): SectionPlace | null {
  if (!section) return null;
  const role = plan.roleOf(section.id);
  let from = section;
  for (let at = plan.parentOf(from); at && plan.roleOf(at.id) === role; at = plan.parentOf(at)) from = at;
  const { id, chain, title } = section;
  return { id, chain, title, role, roleFrom: role === 'task' ? null : from.id };
}

interface Origin {
  readonly rule: RecordFound['rule'];
  /** Where its own value, time or words stand. */
  readonly at: number;
  readonly cell: CellPlace | undefined;
  readonly taken: RecordFound['taken'];
  readonly clause: string | null;
}

function explainRecord(looked: Looked, record: AnyRecord): RecordFound {
  const { draft, parsed, structure, trace, cellAt } = looked;
  const index = Number(record.id.slice(1)) - 1;
  const origin =
    'indicator' in record
      ? targetOrigin(looked, index)
      : 'task' in record
        ? deadlineOrigin(looked, index)
        : dutyOrigin(looked, record, index);
  const line = structure.lines[lineNumberAt(structure.lines, origin.at) - 1] ?? structure.lines[0];
  const section = structure.sections.find(({ id }) => id === record.section);
  const item = parsed.document.sections.find(({ id }) => id === record.item);
  const { evidence } = record;
  const inSource = lineIndex(draft.decoded);
  const source = draft.map.range(evidence.start, evidence.end);
  const row = origin.cell && cellAt(origin.cell.cell.start);
  return {
    id: record.id,
    record,
    line: {
      line: line?.number ?? 1,
      text: line?.text ?? '',
      kind: line ? kindOf(looked, line, undefined) : 'text',
      tokens: line ? tokensOf(trace, line, cellAt) : [],
    },
    source: { ...inSource(source.start), ...source, last: inSource(source.end) },
    section: placeOf(trace, section),
    item: item ? { id: item.id, chain: item.chain, title: item.title } : null,
    clause: origin.clause,
    rule: origin.rule,
    taken: origin.taken,
    table: row ? rowFound(row, [origin.at]) : null,
  };
}

function targetOrigin({ trace, cellAt }: Looked, index: number): Origin {
  const traced = trace.targets[index];
  if (!traced) throw new RangeError(`target ${index + 1} is not read again`);
  const { given } = traced;
  const at = given.cell ?? given.at ?? given.start;
  const cell = cellAt(at);
  const taken = takenByTarget(traced, cell);
  if (given.cell !== undefined && cell) {
    const id = tableRule(cell.view, given);
    return { rule: { id, finds: TABLE_RULES[id] }, at, cell, taken, clause: null };
  }
  const finds = TARGET_RULES.find(({ id }) => id === given.rule)?.finds ?? '';
  return { rule: { id: given.rule, finds }, at, cell, taken, clause: clauseAt(trace, given.line, at) };
}

function deadlineOrigin({ trace, cellAt }: Looked, index: number): Origin {
  const found = trace.deadlines[index];
  if (!found) throw new RangeError(`deadline ${index + 1} is not read again`);
  const cell = cellAt(found.at);
  const id = trace.ofColumns(found) ? 'times' : 'time';
  const rule = { id, finds: id === 'times' ? TABLE_RULES.times : TEXT_RULES.time };
  return {
    rule,
    at: found.at,
    cell,
    taken: takenByDeadline(trace, index),
    clause: clauseAt(trace, found.line, found.at),
  };
}

function dutyOrigin({ trace, cellAt, structure }: Looked, record: Responsibility, index: number): Origin {
  const found = trace.responsibilities[index];
  if (!found) throw new RangeError(`responsibility ${index + 1} is not read again`);
  const ofTable = trace.ofColumns(found);
  const rule = ofTable
    ? { id: 'bodies', finds: TABLE_RULES.bodies }
    : { id: record.style, finds: TEXT_RULES[record.style] };
  const at = found.start;
  const { start, end } = record.scope;
  const taken = takenByConvention(record);
  const governs = record.style === 'bracket' ? structure.text.slice(start, end).replace(/^[。；;，,：:\s]+/, '') : '';
  const scope =
    governs === ''
      ? []
      : [
          {
            field: 'scope',
            value: governs,
            from: ofTable ? 'its row' : `the text ${end > found.start ? 'under' : 'before'} it`,
          },
        ];
  return { rule, at, cell: cellAt(at), taken: [...taken, ...scope], clause: ofTable ? null : record.evidence.quote };
}

/** What a statement does not say itself, but a sentence that holds for others, too. */
function takenByConvention({ basis, convention, leads, implied }: Responsibility): RecordFound['taken'] {
  const from = convention && `“${convention.quote}” in line ${convention.line}`;
  const first = from ?? (basis === 'first-listed' ? 'the document: the first of a list leads' : null);
  const added = from ?? 'the document: for all tasks';
  return [
    ...(first === null || leads.length === 0 ? [] : [{ field: 'leads', value: leads.join('、'), from: first }]),
    ...(implied.length === 0 ? [] : [{ field: 'implied', value: implied.join('、'), from: added }]),
  ];
}
