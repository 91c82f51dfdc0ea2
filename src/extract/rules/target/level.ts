import { SHARE_NOUN } from '../../../lexicon/measures.js';
import { HELD_AT, MOVES_TO } from '../../../lexicon/verbs.js';
import { type Frame, leadOf, nounBehind } from '../../frames.js';
import { nameOf, outputVerbAt } from '../../phrase.js';
import { defineRule, type Reading, type Surroundings } from '../../rule.js';
import { ownBefore, slotsOf } from '../../slots.js';
import { splitNames } from '../../split-names.js';
import type { Quantity } from '../../tokens/quantities.js';

/** The plainest words of reaching, which mean it only behind a noun that has a level. */
const LIGHT = new RegExp(
  `(?:完成|(?<=${SHARE_NOUN})(?:保持|稳定|维持|在|至|有|要)|(?<=${SHARE_NOUN}|数|量|限|制|值|标准|时间|长度|规模|面积|投资|浓度|指数)为|占[^,]{0,16}的?)$`,
);
/** Behind these even a bare number is a level. */
const REACHES_BARE = new RegExp(`^(?:达到|${MOVES_TO}|${HELD_AT})$`);

/** Nouns that say a level even without a verb: 普惠性幼儿园覆盖率90%以上. */
const LEVEL_NOUN =
  /(?:率|占比|比例|比重|覆盖面|强度|指数|浓度|寿命|年限|总量|总值|增加值|产值|收入|水平|人数|人口数|总数|在校生|保有量|时长|时限|普及度|满意度|贡献率|密度|产量|含量)(?:均|都|要|应|各|分别|在|为|每年)*$/;

/** 毛入园率达到95%, 在校生规模分别达到1500人、2000人, 覆盖率90%以上, 占比超过55%. */
export const level = defineRule({
  id: 'level',
  finds: 'a state or rate that is to be reached',
  read: (frame, around) => {
    const quantity = frame.group[0];
    const { verb, subject } = slotsOf(frame);
    const before = frame.before.trim();
    // 体质健康测试通过率提升, 学生作业完成时间: a verb that ends a noun.
    const noun = LEVEL_NOUN.test(before) || SPAN_NOUN.test(subject);
    if (verb.kind === 'change' || (verb.kind === 'make' && !noun && quantity.kind !== 'rate')) return undefined;
    if (quantity.kind === 'time' && !isSpan(frame)) return undefined;
    // 11大类37项: a second measure of the same thing.
    if (goesOn(frame) && around.last && around.lastUnit !== quantity.unit)
      return { ...around.last, indicators: [''], elliptic: true };
    const reaches = verb.kind === 'reach' || quantity.kind === 'time' || isLight(before, quantity.kind);
    // 面积稳定在20万亩、总产60万吨以上: the list goes on without its verb.
    const joined = frame.previous && around.last?.class === 'outcome' && /^[、,和及]/.test(ownBefore(frame));
    if (
      joined &&
      verb.kind === 'none' &&
      nameOf(subject).length >= 2 &&
      nounBehind(frame) === '' &&
      quantity.unit !== '' &&
      outputVerbAt(nameOf(subject)) < 0
    )
      return named(frame, subject, around);
    if (!reaches && !LEVEL_NOUN.test(before) && !isShare(frame) && !isCount(frame, around.last)) return undefined;
    if (quantity.unit === '' && !REACHES_BARE.test(verb.word)) return undefined;
    return named(frame, verb.kind === 'reach' ? subject : before, around);
  },
  examples: [
    { text: '到2025年,养老机构护理型床位占比达到55%。', gives: ['养老机构护理型床位占比 eq 55%'] },
    { text: '普惠性幼儿园覆盖率稳定在90%以上。', gives: ['普惠性幼儿园覆盖率 ge 90%'] },
    { text: '城镇调查失业率控制在5.5%以内。', gives: ['城镇调查失业率 le 5.5%'] },
    { text: '在校生规模达到2500人左右。', gives: ['在校生规模 approx 2500人'] },
    { text: '测试优良率、合格率达到55%、95%以上。', gives: ['测试优良率 eq 55%', '测试合格率 ge 95%'] },
    {
      text: '建成区绿化覆盖率40%以上,人均公园面积不低于14平方米。',
      gives: ['建成区绿化覆盖率 ge 40%', '人均公园面积 ge 14平方米'],
    },
    { text: '截至2020年底,全县农村供水保障率达到92%。', gives: [] },
    { text: '落实《某省覆盖率达到90%行动方案》。', gives: [] },
  ],
});

/** Nothing but a mark stands between this value and the one before, and nothing that could be counted behind it. */
function goesOn(frame: Frame): boolean {
  return (
    frame.previous !== undefined &&
    /^[、,]?(?:共计?|合计|总长)?$/.test(frame.before.trim()) &&
    nounBehind(frame) === '' &&
    frame.group[0].kind !== 'rate'
  );
}

/** The measure at the end of a name: 每周开放时间, 设备值, 发车间隔. */
const MEASURED =
  /(?:每[周月日天年])?[\u4e00-\u9fff]{0,6}?(?:率|比例|比重|占比|时间|间隔|值|标准|面积|规模|浓度|费用|补助|补贴|产量|数量)$/;

/** 完成 and 占, too: but only a share is taken of something, 占地面积 is a size. */
function isLight(before: string, kind: Quantity['kind']): boolean {
  const word = LIGHT.exec(before)?.[0];
  return word !== undefined && (!word.startsWith('占') || kind === 'rate');
}

/** Nouns of which a length of time is the measure. */
const SPAN_NOUN = /(?:年限|寿命|学制|时限|周期|时间|时长|用时|工期|期限|年龄|间隔|时效|耗时|药量|用药量|储备量?)$/;

/** 受教育年限, 审批时限: a length of time that is itself the thing measured. */
function isSpan(frame: Frame): boolean {
  const { verb, subject } = slotsOf(frame);
  const { prefix } = frame.group[0];
  if (verb.kind === 'reach') return SPAN_NOUN.test(subject) || subject === '' || /(?:达到|提高到)$/.test(verb.word);
  const light = /为$/.test(subject);
  const noun = light ? subject.slice(0, -1) : subject;
  return SPAN_NOUN.test(noun) && (light || prefix !== '' || /(?:年限|寿命|学制)$/.test(noun));
}

/** Deeds of which a share is to be done: 大班额消除50%以上; shares of something: 达到在校学生人数的50%以上. */
const SHARE_VERB =
  /(?:消除|化解|覆盖|普及|达标|接入|通过|使用|配备|完成改造)(?:率)?$|(?:达到|占|不低于|超过|不超过|不高于|不得[超低高少]?[过于]|达)[^,]{2,30}的?$/;

/** 接待游客突破500万人次: a count that is passed without being made. */
function isCount(frame: Frame, last: Reading | undefined): boolean {
  const { prefix, kind } = frame.group[0];
  if (!/超|突破|不低于|不少于|不超过|不高于/.test(prefix) || kind === 'rate' || nounBehind(frame) !== '') return false;
  if (/每[年月周天日学季个]/.test(leadOf(frame))) return false;
  const name = nameOf(slotsOf(frame).subject);
  // 增长8%以上、力争突破2.5万元: what was measured before goes on.
  if (name.length < 3) return last?.class === 'outcome' || /^(?:首期|一期)$/.test(name);
  return outputVerbAt(name) < 0;
}

function isShare(frame: Frame): boolean {
  if (frame.group[0].kind === 'rate' && SHARE_VERB.test(frame.before.trim())) return true;
  return (
    frame.group[0].kind === 'rate' &&
    /(?:不低于|不少于|不超过|不高于|超过|高于)/.test(frame.group[0].prefix) &&
    nameOf(frame.before) !== ''
  );
}

function named(frame: Frame, before: string, { last, lastUnit, topic }: Surroundings): Reading | undefined {
  const name = nameOf(before);
  const clean = /^(?:完成|实现)/.test(name) ? nameOf(name.replace(/^(?:完成|实现)/, '')) : name;
  // 文化馆不少于56小时, 初中达到3800元: a short subject goes on with the measure before it.
  const tail =
    clean.length >= 2 &&
    clean.length <= 8 &&
    !MEASURED.test(clean) &&
    !LEVEL_NOUN.test(clean) &&
    lastUnit === frame.group[0].unit
      ? MEASURED.exec(last?.indicators.at(-1) ?? '')?.[0]
      : undefined;
  if (tail && last?.class === 'outcome' && frame.group.length === 1)
    return { ...last, indicators: [clean + tail], topic: clean + tail };
  return {
    class: 'outcome',
    indicators: splitNames(clean, frame.group.length),
    elliptic:
      clean === '' ||
      /^占/.test(clean) ||
      /^(?:首期|一期|产值|产业规模|规模|总产值|占比|比重|增加值|其中)$/.test(clean),
    topic: clean || topic,
  };
}
