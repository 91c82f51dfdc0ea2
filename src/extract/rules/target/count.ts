import { leadOf, nounBehind } from '../../frames.js';
import { nameOf } from '../../phrase.js';
import { defineRule } from '../../rule.js';
import { splitNames } from '../../split-names.js';

/** Nouns and words that make a sentence with a number a description, a condition or a rule of payment. */
const NO_TASK =
  /辖|现有|拥有|共有|位于|地处|距|总人口|考核|总分|评分|得分|分值|奖励|补助|补贴|给予|予以|最高|满分|罚款|处以|注册资本|年龄|学历|工龄|教龄|以来|超过.{0,12}的$|符合|不足|仅有|只有|平均每|序号/;

/**
 * 入驻企业突破100家, 接入设备2万台: in what plans say of the future a thing with its number at the end of the clause is
 * promised, whatever the verb. Tried last: it knows no verbs, only the shape.
 */
export const count = defineRule({
  id: 'count',
  finds: 'a thing and its number at the end of a clause',
  read: (frame, around) => {
    const quantity = frame.group[0];
    const countable =
      quantity.kind === 'people' || quantity.kind === 'things' || quantity.kind === 'size' || quantity.kind === 'money';
    if (!countable || quantity.unit === '' || quantity.spelled || frame.bracketed) return undefined;
    if (
      nounBehind(frame) !== '' ||
      NO_TASK.test(leadOf(frame)) ||
      /^(?:的|[^,。;]{0,6}(?:奖励|补助|补贴))/.test(frame.after)
    )
      return undefined;
    // 学生1000名以上至少配备1名教师: the first number says for whom.
    const { view, clause } = frame;
    if (/至少|配备|设立|配置/.test(view.text.slice(quantity.end, clause.end))) return undefined;
    const name = nameOf(frame.before);
    if (name.length < 3 || /^[\d、]/.test(name)) return undefined;
    const reached = /突破|超过|达到?|不少于|不低于|保持|稳定/.test(quantity.prefix + frame.before.slice(-4));
    return {
      class: reached || around.last?.class === 'outcome' ? 'outcome' : 'output',
      indicators: splitNames(name, frame.group.length),
      topic: name,
    };
  },
  examples: [
    { text: '产业园入驻企业突破100家。', gives: ['产业园入驻企业 gt 100家'] },
    { text: '到2025年,园区在孵企业60家。', gives: ['园区在孵企业 eq 60家'] },
    { text: '接入物联感知设备2万台。', gives: ['接入物联感知设备 eq 2万台'] },
    {
      text: '2024年、2025年规模以上企业分别新增不少于60家、70家。',
      gives: ['规模以上企业新增 ge 60家', '规模以上企业新增 ge 70家'],
    },
    { text: '考核体系由质量、效率等4个方面的指标构成。', gives: [] },
    { text: '到2025年,评价内容包括管理、服务、满意度三个方面。', gives: [] },
    { text: '全县辖12个乡镇,总人口46万人。', gives: [] },
    { text: '对新认定的企业给予一次性奖励10万元。', gives: [] },
  ],
});
