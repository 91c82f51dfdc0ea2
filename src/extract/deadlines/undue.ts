import { namesColumns } from '../../lexicon/cells.js';
import { isCaption } from '../../lexicon/tables.js';
import { TITLE_END } from '../../lexicon/titles.js';
import { PAST } from '../../lexicon/verbs.js';
import type { Clause } from '../clauses.js';
import type { LineView, PlanContext } from '../context.js';
import { countUpTo, firstFrom, opensSentenceOf } from '../places.js';
import { isPlain, type TimeToken } from '../tokens/times.js';

/** Why an expression of time sets no deadline. */
export type Undue = 'past' | 'no-day' | 'title' | 'paper' | 'in-force' | 'name' | 'attribute' | 'statement' | 'rule';

interface Place {
  readonly view: LineView;
  readonly clause: Clause;
  readonly time: TimeToken;
  readonly plan: PlanContext;
  /** The words of the clause before the time and behind it. */
  readonly before: string;
  readonly after: string;
}

const REASONS: readonly (readonly [Undue, (place: Place) => boolean])[] = [
  ['no-day', ({ time }) => !time.recurring && time.year === null && !time.relative && !time.from],
  ['past', isPast],
  ['title', isTitle],
  ['paper', isPaperDate],
  ['in-force', isInForce],
  ['name', isName],
  ['rule', isRule],
  ['statement', isStatement],
  ['attribute', isAttribute],
];

/** What keeps a time from being a deadline; undefined where it is one. */
export function undue(view: LineView, clause: Clause, time: TimeToken, plan: PlanContext): Undue | undefined {
  const before = view.text.slice(Math.max(clause.start, view.bodyStart), time.start);
  const place = { view, clause, time, plan, before, after: view.text.slice(time.end, clause.end) };
  return REASONS.find(([, holds]) => holds(place))?.[0];
}

/** It has been: by its year, by its day, or by the words of the clause around it. */
function isPast({ view, clause, time, plan, before }: Place): boolean {
  if (time.status || (plan.firstYear !== null && time.year !== null && time.year < plan.firstYear)) return true;
  if (/已$/.test(before)) return true;
  if (/(?:上一?年度?|去年|上一?[季月]度?)$/.test(before)) return true;
  const written = plan.meta.writtenOn;
  if (written && /日$/.test(time.text) && time.to !== null && !time.recurring && time.to <= written) return true;
  // 十二五 is past or to come by the plan's years, which were asked above, not by its name.
  const words = withoutTimes(view, clause.start, clause.end);
  return PAST.test(words) && !/力争|确保|到/.test(before + time.text) && !/以来/.test(time.text);
}

/** The words of a stretch of a line without its expressions of time. */
export function withoutTimes(view: LineView, start: number, end: number): string {
  const pieces: string[] = [];
  let from = start;
  for (const time of view.times.slice(firstFrom(view.times, start), countUpTo(view.times, end))) {
    if (time.start < from) continue;
    pieces.push(view.text.slice(from, time.start));
    from = time.end;
  }
  pieces.push(view.text.slice(from, end));
  return pieces.join('').replace(/^[、,和及与]+/, '');
}

/** A title or caption names a plan of that time, the head of a table its columns: they set none. */
function isTitle({ view }: Place): boolean {
  const { text } = view.line;
  if (!/[,。;]/.test(view.text) && (TITLE_END.test(text) || isCaption(text))) return true;
  if (namesColumns(text)) return true;
  return view.bodyStart >= view.text.length - (/[。;,]/.test(view.text.at(-1) ?? '') ? 1 : 0);
}

/** The day of a paper or of a speech: 2021年12月8日 alone, …印发, …令第49号公布, 在…会议上. */
function isPaperDate({ clause, time, before, after }: Place): boolean {
  // …公司 2020年1月, …人民政府2023年9月: who signs and when.
  if (/[年月日]$/.test(time.text) && after.trim() === '' && SIGNER.test(before)) return true;
  if (!/日$/.test(time.text)) return /^(?:修订|修正|第?\d{1,4}期|\d{1,4}号)/.test(after);
  return (
    clause.end - clause.start <= time.text.length + 4 ||
    /(?:印发|公布|发布|签发|通过|批准|废止)$|^(?:发布|公布|印发|通过|批准)的|^\(此件/.test(after) ||
    /^在[^,。;]{0,60}(?:会议|大会|全会|会)上/.test(after) ||
    /(?:会议|大会)$/.test(before)
  );
}

const SIGNER = /^[\u4e00-\u9fff()]{2,40}(?:公司|政府|办公室|[局委厅部院会]|中心) *$/;

/** Entry into force, how long a paper holds, and the years that a plan is for. */
function isInForce({ view, clause, time, before, after }: Place): boolean {
  if (/印发$|施行|^(?:年|月|日|度)(?!底|末)/.test(after) && !/前/.test(time.text)) return true;
  if (/^(?:正式|开始)?(?:实施|执行|生效|失效|废止|起算)(?:$|[,。;、(])/.test(after) && !/前/.test(time.text))
    return true;
  if (/有效期|试行期|规划期限|规划期|计划期|规划年限|规划基期|基期年?/.test(before)) return true;
  const first = opensSentenceOf(view.clauses, clause);
  const lead = view.text.slice(first?.start ?? clause.start, clause.start);
  return /[近中远]期$|展望$/.test(before) && /规划期|规划年限/.test(lead);
}

/** Inside 《》, in a bracket of its own (2022), inside a slogan in quotes, or running into the name of a plan. */
function isName({ view: { text }, time, after }: Place): boolean {
  const open = text.lastIndexOf('《', time.start);
  if (open >= 0 && text.indexOf('》', open) >= time.end) return true;
  const lead = text.slice(Math.max(0, time.start - LONGEST_QUOTE), time.start);
  const quote = lead.lastIndexOf('“');
  if (quote > lead.lastIndexOf('”') && /^[^“”]{0,40}”/.test(text.slice(time.end, time.end + LONGEST_QUOTE)))
    return true;
  const bracket = /[(（]/.test(text[time.start - 1] ?? '') && /^(?:年)?[)）]/.test(text.slice(time.end, time.end + 2));
  return (
    bracket ||
    /^[”"》]/.test(after) ||
    /^[^,。;]{0,60}\.(?:docx?|xlsx?|pdf|wps|et|ofd)/i.test(after) ||
    /^[^,。;]{0,12}(?:规划|纲要|行动计划)(?:[)）》”]|实施以来|圆满)/.test(after) ||
    /^(?:目标值|基数|以来|版|级|中央|国民|政府工作报告|工作要点|工作总结|时期(?:是|,))/.test(after) ||
    (/时期$/.test(time.text) && /^(?:是|的|,|$)/.test(after))
  );
}

const LONGEST_QUOTE = 42;

/** 当年不得评优; 本年度立项经费/同期人数: what a rule or a formula counts falls into a year. */
function isRule({ view, time }: Place): boolean {
  if (isPlain(time) || /^(?:在|于)?当年$/.test(time.text)) return true;
  return (
    /^(?:本年度|本年|今年)$/.test(time.text) && /同期|上一?年度|×|÷|[/／][^,。;]{0,20}(?:数|额|量)/.test(view.text)
  );
}

const AIMS = '总体要求|总体思路|指导思想|工作思路|基本思路|工作主线|主题';

/** 今年是开局之年; 2021年工作的总体要求是:…; 到2025年,主要指标如下: — they tell, nothing is due in them. */
function isStatement({ view, clause, time, after }: Place): boolean {
  if (/^[,]?(?:是|系|正值|恰逢|适逢)/.test(after)) return true;
  if (!time.limit && new RegExp(`^[^,。;]{0,24}(?:${AIMS})(?:是|为|:)`).test(after)) return true;
  const rest = view.text.slice(time.end, Math.min(view.text.length, time.end + 40));
  return announces(rest) && clause.end >= view.text.length - 40;
}

/** All that is left of the line says that something follows. */
function announces(rest: string): boolean {
  return /^(?!.*(?:做好|抓好|实现|完成|办好|推进|落实|开展))[,、]?[^,。;:]{0,24}(?:目标|指标|任务|要求|重点|工作|成效|内容|情况|安排)[^,。;:]{0,6}:$|^(?!.*(?:完成|建成|实施|推进|建设|开展))[^。;:]{0,30}(?:如下|以下)[^,。;:]{0,10}[:。]?$/.test(
    rest,
  );
}

/** Verbs and prepositions whose object begins with the time: 贯彻2023年…部署, 关于2023年…. */
const GOVERNS =
  /(?:推动|推进|贯彻|落实|部署|做好|抓好|完成|下达|印发|制定|制订|编制|编报|拟定|对照|对标|锚定|聚焦|结合|围绕|按照?|根据|依据|(?<!成)就|对|关于|以|明确|确定(?:的)?|提出|公布|发布|列入|纳入|总结|回顾|分析|汇总|审议|研究|学习|参照|遵循|体现|把握|立足|面向|针对|涉及|属于|适用|享受|计入|考虑到?了?|安排了|高于|低于|超过|达到|保持|扣除|使用|健全|完善|优化|强化|加强|(?<!预)计算|服务|支撑|实现|全年|(?<![但还于要一二三四五六七八九十])是|(?<![限期间])为)$/;
/** Nouns that a time only says the year of, where they close the clause. */
const NOUN =
  /(?:工作|任务|目标|计划|要求|部署|情况|条件|需求|需要|实际|指标|安排|总结|要点|重点|方案|清单|名单|目录|预算|经费|数据|政策|特点|报告|内容|分解表|责任表|事项|实事|之年|机制|名称)(?:等|\([^()]*\))?$/;
/** Verbs of doing: with one of them the words behind a time are more than a name. */
const DOES =
  /完成|建成|达到?|实现|启动|出台|制定|制订|印发|报送|上报|报告?[区县市省]|落实|建立|开展|形成|提交|编制|推进|推动|做好|抓好|组织|召开|建设|新建|改造|下达|上线|投入|投用|取得|举办|开工|竣工|验收|通过|安排|培训|引进|培育|确定|公布|开始|起步|纳入|健全|完善|细化|分解/;

/** 确定的目标任务: no verb of doing. */
const GIVEN = /(?:确定|提出|明确|部署|安排|规定|下达|公布)的/g;

/** The time says of what year a noun is, not when something is to be done. */
function isAttribute({ view, clause, time, before, after }: Place): boolean {
  if (/现[将就](?:[^,。;]{0,8})?$/.test(before)) return true;
  // 2022年的目标; 5年以内的新教师. 通过3年的努力 says how long.
  if (/^的(?!时间|努力|持续|发展|奋斗|建设|实践|不懈)/.test(after)) return true;
  // 针对5年内关税减让显著的商品: whom or what it is for.
  if (time.relative && /(?:针对|对于?|凡是?|符合|属于|具有|满足)/.test(lead(view, clause, time)) && /的/.test(after))
    return true;
  if (/前$/.test(time.text) || /^(?:到|至|最迟|不晚于)/.test(time.text)) return false;
  if (time.recurring) return false;
  if (GOVERNS.test(before) && !endsWithTime(view, time)) return true;
  if (/(?:比|较|相比|与)$/.test(before) || /^(?:比|相比|的(?:基础|水平)上)/.test(after)) return true;
  const words = withoutTimes(view, time.end, clause.end).replace(/^度/, '');
  return NOUN.test(words) && !DOES.test(words.replace(NOUN, '').replace(GIVEN, '')) && !/\d/.test(words);
}

function lead(view: LineView, clause: Clause, time: TimeToken): string {
  return view.text.slice(clause.start, time.start);
}

/** 完成2022年和2023年…: a time right before it is its list's. */
function endsWithTime(view: LineView, time: TimeToken): boolean {
  const last = view.times[countUpTo(view.times, time.start) - 1];
  return last !== undefined && /^[、和及与]?$/.test(view.text.slice(last.end, time.start));
}
