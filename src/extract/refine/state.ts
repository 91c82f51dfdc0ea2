import { STATE } from '../../lexicon/verbs.js';
import type { PlanContext } from '../context.js';
import type { Frame } from '../frames.js';
import { opensSentenceOf } from '../places.js';
import { slotsOf } from '../slots.js';

const FORWARD = /力争|确保|计划|争取|将|要|拟|目标|实现|新建|新增|再|到20|“?十[四五六]五/;

const FACT =
  /(?:总面积|总户数|总人口|村民小组|国土面积|辖区面积|版图面积|海岸线长|年降[水雨]量|平均气温|平均降[水雨]量)(?:约|近)?$/;

/** How things are: 全县现辖12个乡镇,总人口46万人; 尚有17处; 停车位缺口3000个. */
export function isState(frame: Frame, plan: PlanContext): boolean {
  const { view, clause, group } = frame;
  const own = view.text.slice(clause.start, group[0].start) + group[0].prefix;
  if (STATE.test(own) && !FORWARD.test(own)) return true;
  // 总面积120平方公里: facts of a place, where nothing says when or that it is to be.
  if (view.role !== 'goal' && FACT.test(own) && view.dated.length === 0 && group[0].comparator === 'eq') return true;
  // What goes on bare behind such a clause tells the same: no verb, no comparison, no year.
  const sentence = opensSentenceOf(view.clauses, clause);
  const words = view.text.slice(sentence?.start ?? clause.start, clause.start);
  if (!STATE.test(words) || FORWARD.test(words + own) || slotsOf(frame).verb.kind !== 'none') return false;
  const { firstYear } = plan;
  return !view.dated.some(
    (t) => t.start >= (sentence?.start ?? 0) && t.end <= group[0].start && (t.year ?? 0) >= (firstYear ?? 0),
  );
}
