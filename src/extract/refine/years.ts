import { DISTRIBUTES } from '../../lexicon/verbs.js';
import type { PlanContext } from '../context.js';
import type { Frame } from '../frames.js';
import { countUpTo, endsOfPart, firstFrom } from '../places.js';
import type { TimeToken } from '../tokens/times.js';

/** The year of a value, with where it comes from and the time expression that states it. */
export interface BoundYear {
  readonly year: number | null;
  /** How many years stood in the list that did not fit the values; the reading is then a guess. */
  readonly unpaired?: number;
  readonly basis: 'sentence' | 'table' | 'heading' | 'document' | null;
  readonly time: TimeToken | undefined;
}

/** The years that the lines above leave to those below. */
export interface YearScope {
  /** Of the paragraph's opening or of its last item: holds for the sentences behind it. */
  readonly paragraph: TimeToken | undefined;
  /** The list of years that a 分别 of the next sentence takes up again. */
  readonly list: readonly TimeToken[];
  /** Of the lead sentence of a section of goals, or of a table's caption: holds for all below it. */
  readonly section: { readonly year: number; readonly basis: 'sentence' | 'table' } | null;
}

const NONE: BoundYear = { year: null, basis: null, time: undefined };

/** One year for each value of the group. */
export function bindYears(frame: Frame, scope: YearScope, plan: PlanContext, recurring: boolean): BoundYear[] {
  const { group, view, clause } = frame;
  const first = group[0];
  const part = endsOfPart(view.clauses, clause);
  const partStart = part?.first.start ?? clause.start;
  const partEnd = part?.last.end ?? clause.end;
  const dated = view.dated
    .slice(firstFrom(view.dated, partStart), countUpTo(view.dated, partEnd))
    .filter((t) => inPlan(t, plan) && !isStart(t, view.text));
  const before = dated.slice(0, countUpTo(dated, first.start));
  const list = lastList(before, view.text);
  if (group.length > 1 && list.length === group.length) return list.map(stated);
  // 2024年、2025年各完成1500户: as much in each of them.
  if (group.length === 1 && list.length > 1 && /各[^,]{0,6}$/.test(frame.before)) return list.map(stated);
  const distributes = DISTRIBUTES.test(frame.before);
  if (group.length > 1 && list.length === 0 && distributes && scope.list.length === group.length) {
    return scope.list.map(stated);
  }
  const all = (bound: BoundYear): BoundYear[] => group.map(() => bound);
  const nearest = before.at(-1);
  const later =
    SIZES.has(first.kind) &&
    dated.find((t) => t.start >= first.end && t.end <= partEnd && isDone(view.text.slice(t.end, t.end + 14)));
  // 2026年改扩建…,2027年投入使用: the sizes are there when the work is done, not when it begins.
  const closed = nearest !== undefined && completes(view.text.slice(nearest.end, nearest.end + 14));
  if (later && !closed && (!nearest || (later.year ?? 0) > (nearest.year ?? 0))) return all(stated(later));
  if (nearest) {
    const unpaired = group.length > 1 && list.length > 1 ? { unpaired: list.length } : {};
    return all({ ...stated(nearest), ...unpaired });
  }
  // 6月底前完成…: the year is not said, but it is the document's.
  const implied = view.times.findLast(
    (t) => t.implied && t.year !== null && t.start >= partStart && t.end <= first.start && inPlan(t, plan),
  );
  if (implied) return all({ year: implied.year, basis: 'document', time: implied });
  const paragraph = scope.paragraph;
  if (!recurring && paragraph && paragraph.end <= first.start) return all(stated(paragraph));
  if (scope.section !== null) return all({ year: scope.section.year, basis: scope.section.basis, time: undefined });
  return all(NONE);
}

function stated(time: TimeToken): BoundYear {
  return { year: time.year, basis: 'sentence', time };
}

function inPlan(time: TimeToken, plan: PlanContext): boolean {
  return plan.firstYear === null || (time.year ?? 0) >= plan.firstYear;
}

/** Kinds of units that a project is measured in. Rates belong to no project. */
const SIZES: ReadonlySet<string> = new Set(['money', 'people', 'things', 'size', 'time']);

/** The project itself is done or begun at that time, not another thing: 投入使用, but not 建成示范县. */
function isDone(words: string): boolean {
  return /^,?(?:前|底前|底)?[^,。;]{0,6}(?:投入使用|投用|竣工|完工|投产|通车|启用|招生|达产|(?:建成)?(?:对外)?开放|交付|投运|运营|(?:全部|全面)?完成(?:所有|全部|上述)?(?:项目|工程|主体)*(?:建设|施工)|(?:建成|完成|开工)(?=$|[,。;(并投通启交运]))/.test(
    words,
  );
}

/** 由2020年的93.2%提高到95%: where a value starts from is never the year that it is due. */
function isStart({ start, end, text: said }: TimeToken, text: string): boolean {
  if (!/^的?约?\d/.test(text.slice(end, end + 4))) return false;
  return /^[从自]/.test(said) || /[由从]$/.test(text.slice(Math.max(0, start - 1), start));
}

/** What happens at a time that stands behind the sizes of a project. */
function completes(words: string): boolean {
  return /^,?(?:前|底前|底)?[^,。;]{0,6}(?:投入使用|建成|完成|投用|竣工|完工|投产|通车|启用|开工|招生|达产|对外开放|交付|投运)/.test(
    words,
  );
}

/** The last run of times that stand together: 到2023年、2025年、2027年2030年. */
function lastList(times: readonly TimeToken[], text: string): TimeToken[] {
  const list = times.slice(listStart(times, times.length, text));
  return list.length > 1 ? list : [];
}

/** The index where the run of times begins whose last one stands before `end`. */
export function listStart(times: readonly TimeToken[], end: number, text: string): number {
  let from = Math.max(0, end - 1);
  for (; from > 0; from--) {
    const [last, time] = [times[from - 1], times[from]];
    if (!last || !time || !/^[、,和及与]?$/.test(text.slice(last.end, time.start))) break;
  }
  return from;
}
