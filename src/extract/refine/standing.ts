import type { Target } from '../../schema/model.js';
import type { Frame } from '../frames.js';
import { opensSentenceOf } from '../places.js';
import type { Reading } from '../rule.js';
import { slotsOf } from '../slots.js';
import type { Quantity } from '../tokens/quantities.js';

/** Measures that are limits by nature: how long a service may take, what it may cost, how far it may be. */
const LIMITED =
  /(?:费率|利率|时限|办结时间|审批时间|办理时间|放行时间|时长|间隔|时间|药量|服务半径|路面宽度|底价|厚度)$/;
/** The share of a fund that goes to something. */
const SHARE_OF_FUND = /(?:经费|资金|支出|公益金|收益|补贴|保费).{0,18}(?:比例|占比)$/;
const MADE =
  /^(?:累计|既有\S{2,8})?(?:新增|净增|新建|新改建|改扩建|改造|筹集|加装|建成|培训|引进|招聘|治理|发放|完成|创建|建设|培育|实施)(?!率|面|后|期|规模(?!以上)|水平)/;
/** What a whole place counts at the end of a year, though a verb of making stands in its name: 城镇新增就业. */
const STATE_OF_MANY =
  /新增(?:城镇)?就业|转移就业|留.{0,3}就业|就业人数|参保人数|常住人口|户籍人口|(?:实际)?(?:使用|利用|到位)(?:外资|内资)|进出口|零售总?额|接待(?:国内外)?(?:游客|旅游)|存栏|出栏|播种面积|产业(?:规模|产值)/;
const AS_A_RULE = /原则上|一般(?:不|应|为|控制)/;

/**
 * The class that the words around a reading give it: a limit that binds no year stands without an end (norm); a number
 * of new things is a number of things made (output), also behind 分别 and 突破.
 */
export function classOf(
  reading: Reading,
  name: string,
  quantity: Quantity,
  frame: Frame,
  dated: boolean,
  comparator: Target['comparator'],
): Target['class'] {
  if (reading.class === 'output' && STATE_OF_MANY.test(name)) return 'outcome';
  if (reading.class !== 'outcome' || reading.change) return reading.class;
  const compared = comparator !== 'eq' && comparator !== 'approx';
  const words = frame.view.text.slice(frame.clause.start, quantity.start) + quantity.prefix;
  if (!dated && /学制$/.test(name)) return 'norm';
  if (!dated && isRequired(frame)) return 'norm';
  if (!dated && compared && (AS_A_RULE.test(words) || LIMITED.test(name) || SHARE_OF_FUND.test(name))) return 'norm';
  return isMade(name, quantity.kind) && !STATE_OF_MANY.test(name) ? 'output' : 'outcome';
}

/** Without a year or a will, a bound behind a plain noun is a standard that is to be kept: 辅导室面积不小于30平方米. */
function isRequired(frame: Frame): boolean {
  const { clause, group, view } = frame;
  if (view.role === 'goal' || group[0].kind === 'rate' || slotsOf(frame).verb.kind !== 'none') return false;
  if (!/^(?:不[低少小]于|不[高多大]于|不超过|不得|至少|最[多少]|至多)/.test(group[0].prefix)) return false;
  const sentence = opensSentenceOf(view.clauses, clause);
  return !/力争|确保|争取|目标|到20|提[高升]|达到|稳定|保持|新增|新建(?!住宅|小区|建筑)/.test(
    view.text.slice(sentence?.start ?? clause.start, clause.end),
  );
}

/** Whether a name opens with a deed and its number counts what the deed makes: 新增企业60家, but not 新建住宅占比95%. */
export function isMade(name: string, kind: Quantity['kind']): boolean {
  return kind !== 'rate' && kind !== 'points' && MADE.test(name);
}
