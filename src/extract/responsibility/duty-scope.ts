import type { Responsibility } from '../../schema/model.js';
import { clausesOf } from '../clauses.js';
import type { LineView, PlanContext } from '../context.js';

type Scope = Responsibility['scope'];

/** 负责以下工作: what the duty is stands behind the colon, in several parts. */
const ANNOUNCES = /(?:负责|牵头|承担|实施|落实|完成|分工|统筹|组织|任务|工作|事项|项目|内容|如下|以下)[^,。;:]{0,12}:/;
/** 新建泵站2座,由县水务局组织实施: what is done stands before those who do it. */
const WORK_BEFORE = /^(?:并|均|都|具体|统一|一律|全部)?(?:由|交由|委托|责成)/;
/** Between the time that opens a sentence and its subject. */
const TO_SUBJECT = /^(?:[,、\s]|之?前|底|以?内|期间|[由并])*(?:力争|确保)?$/;

/**
 * The text that a duty of running text governs, in the cleaned text: its own words, the time that opens its sentence, what
 * stands before 由…, and all parts of a list that it announces by a colon.
 * @param duty where it stands in the line
 * @param beside where in the line the duty before ends and the next one begins
 */
export function scopeOfDuty(
  plan: PlanContext,
  view: LineView,
  duty: { readonly start: number; readonly end: number; readonly leads: readonly string[] },
  beside: { readonly after: number | undefined; readonly before: number | undefined },
): Scope {
  const { line, text } = view;
  const aside = asideOf(text, duty);
  if (aside) return { start: line.start + aside.start, end: line.start + aside.end };
  const clauses = view.bodyStart === 0 && view.clauses.length > 0 ? view.clauses : clausesOf(text);
  const own = clauses.findLast(({ start }) => start <= duty.start) ?? clauses[0];
  const part = clauses.find((clause) => clause.part === own?.part)?.start ?? duty.start;
  const floor = Math.max(part, beside.after ?? 0, 0);
  const start = WORK_BEFORE.test(text.slice(duty.start)) ? floor : withTime(view, duty.start, floor);
  const announced = ANNOUNCES.test(text.slice(duty.start, Math.min(duty.end + 1, duty.start + 240)));
  if (!announced) return { start: line.start + Math.min(start, duty.start), end: line.start + duty.end };
  const sentence = clauses.findLast((clause) => clause.sentence === own?.sentence)?.end ?? duty.end;
  const end = /:\s*$/.test(text)
    ? endOfListBelow(plan, view)
    : line.start + Math.max(duty.end, Math.min(sentence, beside.before ?? sentence));
  return { start: line.start + Math.min(start, duty.start), end };
}

/** 每平方米20元(城区以外的由各乡镇自行确定): what a bracket inside a clause gives to somebody is said in the bracket. */
function asideOf(
  text: string,
  { start, end, leads }: { readonly start: number; readonly end: number; readonly leads: readonly string[] },
): { start: number; end: number } | undefined {
  const name = text.indexOf(leads[0] ?? '', start);
  const open = name < 0 || name >= end ? -1 : text.lastIndexOf('(', name);
  const close = text.indexOf(')', open);
  if (open <= start || close < name) return undefined;
  const mark = Math.max(open, ...[',', ';', '。'].map((one) => text.lastIndexOf(one, name)));
  return { start: mark + 1, end: close };
}

/** 2025年底前,县水务局负责…: a time before the subject is of the duty. Offsets count in the line. */
function withTime({ text, times }: LineView, at: number, floor: number): number {
  let start = at;
  for (let i = times.length - 1; i >= 0; i--) {
    const time = times[i];
    if (!time || time.start >= start) continue;
    if (time.start < floor || !TO_SUBJECT.test(text.slice(time.end, start).slice(0, 20))) break;
    start = time.start;
  }
  return start;
}

/** Where the list ends that a line announces by a colon: the parts of its section, or the items right below it. */
function endOfListBelow({ structure }: PlanContext, { line, section }: LineView): number {
  if (section?.lines[0] === line.number) return section.end;
  let end = line.end;
  for (let number = line.number + 1; ; number++) {
    const below = structure.lines[number - 1];
    const item = below && structure.itemAt(below.start + (/^[\s—–·•-]*/.exec(below.text)?.[0].length ?? 0));
    const parts = below && structure.sectionAt(number);
    const heads = parts?.lines[0] === number && parts.parent === (section?.id ?? null) && parts.kind !== 'annex';
    if (heads && section && section.lines[0] < number) return section.end;
    if (!below || !item || item.start < below.start) return end;
    end = below.end;
  }
}
