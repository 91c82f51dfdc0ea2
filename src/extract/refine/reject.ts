import { PAST } from '../../lexicon/verbs.js';
import type { PlanContext } from '../context.js';
import type { Frame } from '../frames.js';
import { nameOf } from '../phrase.js';
import { countUpTo, opensSentenceOf } from '../places.js';
import type { TimeToken } from '../tokens/times.js';

/** Why a quantity that looks like a target is none. */
export type Rejection = 'role' | 'past' | 'name' | 'threshold' | 'condition' | 'aside' | 'measure';

/**
 * Numbers that commit to nothing: in chapters that look back, told as done, inside names and slogans, thresholds of who
 * is meant, conditions, ages, and the same size said again in another unit.
 */
export function rejection(frame: Frame, plan: PlanContext): Rejection | undefined {
  const { view, clause } = frame;
  if (view.role === 'review' || view.role === 'stance') return 'role';
  if (insideName(frame)) return 'name';
  if (isThreshold(frame)) return 'threshold';
  if (/^(?:岁|周岁)$/.test(frame.group[0].unit) && !/寿命|年龄/.test(frame.lead)) return 'measure';
  if (/^(?:分|秒|级)$/.test(frame.group[0].unit)) return 'measure';
  if (/考核|总分|评分|得分|分值/.test(frame.before.slice(-10))) return 'measure';
  if (
    /(?:最高|一次性|给予|予以|奖励|补助)[^,]{0,8}$/.test(frame.before) &&
    /奖励|补助|补贴|奖补/.test(view.text.slice(clause.start, clause.end)) &&
    !/每|标准/.test(frame.lead)
  )
    return 'condition';
  // 由4个方面的指标构成, 分为3个部分: tells what something is made of.
  if (
    /^[^,。;]{0,14}(?:构成|组成)(?:$|[,。;])/.test(frame.after) ||
    (/由[^,。;]{2,40}$/.test(frame.before) && /^[^,。;]{0,14}(?:构成|组成)/.test(frame.after))
  )
    return 'measure';
  // 质量、效率、安全三个方面: how many kinds there are of what was just listed.
  if (/^(?:方面|环节|层面|维度|阶段|步骤|部分|层次|角度|要素)/.test(frame.after)) return 'measure';
  if (/^的基础上/.test(frame.after)) return 'condition';
  const sentence = opensSentenceOf(view.clauses, clause);
  const words = view.text.slice(sentence?.start ?? clause.start, frame.group[0].start);
  if (PAST.test(words.slice(-60)) && !/力争|确保|计划/.test(words.slice(-30)) && !looksAhead(frame, plan))
    return 'past';
  if (pastYear(frame, plan)) return 'past';
  if (
    /(?:凡|对于?|符合|满足|达到|超过)[^,]{0,20}$/.test(frame.before) &&
    /^(?:[^,]{0,12})(?:的$|的,|给予|予以|奖励|补助|补贴)/.test(frame.after)
  ) {
    return 'condition';
  }
  if (/(?:合|约合|合约|折合|约)$/.test(frame.before) && frame.bracketed) return 'aside';
  if (
    frame.bracketed &&
    frame.group[0].comparator === 'approx' &&
    /[(（](?:合|折)?约?$/.test(view.text.slice(0, frame.group[0].start + 1))
  )
    return 'aside';
  return undefined;
}

/** A year of the plan stands in the sentence before the number: 到2024年,…累计完成…. */
function looksAhead(frame: Frame, plan: PlanContext): boolean {
  const { view, clause, group } = frame;
  const from = opensSentenceOf(view.clauses, clause)?.start ?? clause.start;
  return view.times.some(
    (t) =>
      t.start >= from && t.end <= group[0].start && t.limit && !t.status && (t.year ?? 0) >= (plan.firstYear ?? 9999),
  );
}

/** Inside 《》, or inside quotes that hold a short name. */
function insideName(frame: Frame): boolean {
  const { text } = frame.view;
  const at = frame.group[0].start;
  const book = text.lastIndexOf('《', at);
  if (book >= 0 && text.indexOf('》', book) > at) return true;
  const quote = text.lastIndexOf('“', at);
  const close = text.indexOf('”', quote);
  return quote >= 0 && close > at && close - quote <= 14;
}

/** 3万人以上的乡镇, 教龄5年以上的教师, 500万元及以下的: who or what is meant, not how much is to be. */
function isThreshold(frame: Frame): boolean {
  const last = frame.group.at(-1) ?? frame.group[0];
  if (/^[\u4e00-\u9fff]{1,4}以[上下]的/.test(frame.after)) return true;
  const bounded = last.comparator !== 'eq' && last.comparator !== 'range';
  if (!bounded || frame.group.length > 1) return false;
  if (/^(?:且[^,]{1,12})?(?:的(?!.{0,2}(?:目标|要求|比例|标准))|规模的)/.test(frame.after)) {
    if (last.kind === 'rate' && nameOf(frame.before) === '') return false;
    return !/(?:建成|新建|建设|打造|培育|培养|引进|达到|完成|创建|实施|改造)(?:至少|不少于|约)?$/.test(frame.before);
  }
  // 规模1000人以上学校: a threshold that runs straight into its noun, where another number of the clause is the target.
  return (
    /^(?:学校|企业|乡镇|村|社区|园区|项目|河流|水库|景区)/.test(frame.after) &&
    last.comparator !== 'gt' &&
    last.kind !== 'things'
  );
}

/** The only year that governs the number lies before the plan. */
function pastYear(frame: Frame, plan: PlanContext): boolean {
  if (plan.firstYear === null) return false;
  const { clause, view } = frame;
  const compared = (start: number, end: number): boolean =>
    /(?:比|较|与|同|由|从)$/.test(view.text.slice(Math.max(0, start - 1), start)) ||
    /^(?:相比|的)/.test(view.text.slice(end));
  const from = opensSentenceOf(view.clauses, clause)?.start ?? clause.start;
  // The clause's own years decide; where it has none, the last one that the sentence named before it.
  const deciding: TimeToken[] = [];
  for (let i = countUpTo(view.times, clause.end) - 1; i >= 0; i--) {
    const time = view.times[i];
    if (!time || time.start < from || (time.start < clause.start && deciding.length > 0)) break;
    if (time.year !== null && !compared(time.start, time.end)) deciding.push(time);
    if (time.start < clause.start && deciding.length > 0) break;
  }
  return deciding.length > 0 && deciding.every((t) => (t.year ?? 0) < (plan.firstYear ?? 0) || t.status);
}
