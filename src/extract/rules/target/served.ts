import { nameOf, outputVerbAt } from '../../phrase.js';
import { defineRule } from '../../rule.js';

/** Words that make those who are counted a part of the deed that follows. */
const BESIDE = /(?:为|在|对|向|给|使|让|与|同|将|把|从)$/;
/** Deeds that need no verb of making. */
const DEED =
  /开展|实行|推行|实施|进行|纳入|提供|发放|接种|建立|安装|试点|参加|享受|落实|办理|达到|实现|免除|减免|调度|监管/;
/** What becomes of things that are counted first: 13条断头路将全部打通, 2000个事项实现掌上办. */
const OF_ITSELF =
  /^[\u4e00-\u9fff]{2,16}?(?:[(（][^()（）]{1,40}[)）])?(?:(?:将|要|须)?(?:全部|全面)[\u4e00-\u9fff]{2,8}$|(?:将|要|须)[\u4e00-\u9fff]{2,8}$|实现|竣工|投用|投入使用|建成|开工|投产|通车|达到|通过|完成)/;
/** A longer phrase is no name. */
const LONGEST = 40;

/** 为10万名残疾人提供康复服务, 在3所学校推行学徒制: the number counts those for whom, or where, something is done. */
export const served = defineRule({
  id: 'served',
  finds: 'a deed with the number of those that it is done for, with or at',
  anchors: /[为在对向给使让与同将把从]/,
  read: (frame) => {
    const { group, before, after, next, view, clause } = frame;
    const [quantity] = group;
    if (group.length > 1 || next || quantity.spelled || (quantity.kind !== 'people' && quantity.kind !== 'things'))
      return undefined;
    // 13条断头路将全部打通: the number opens the clause, its deed closes it.
    if (nameOf(before).length <= 4 && outputVerbAt(nameOf(before)) < 0 && OF_ITSELF.test(after)) {
      const deed = view.text.slice(quantity.end, clause.end).replace(/(?:将|要|须)(?:全部|全面|基本)?|全部|全面/, '');
      return outputVerbAt(deed) > 0 && deed.length <= LONGEST
        ? { class: 'output', indicators: [deed], topic: deed }
        : undefined;
    }
    const word = BESIDE.exec(before.trim())?.[0];
    if (word === undefined || /^(?:[、,;。]|的$)/.test(after)) return undefined;
    const deed = view.text.slice(quantity.end, clause.end);
    if (/排名|名单|范围内|之[一间中]/.test(deed)) return undefined;
    if (deed.length < 4 || deed.length > LONGEST || (outputVerbAt(deed) < 1 && !DEED.test(deed))) return undefined;
    const name = /[将把使让]/.test(word) ? deed : word + deed;
    return { class: 'output', indicators: [name], topic: deed };
  },
  examples: [
    { text: '为10万名残疾人提供基本康复服务。', gives: ['为残疾人提供基本康复服务 eq 10万名'] },
    { text: '在3所职业学校推行学徒制试点。', gives: ['在职业学校推行学徒制试点 eq 3所'] },
    {
      text: '为1000家左右社区卫生服务中心、乡镇卫生院配备智能终端。',
      gives: ['为社区卫生服务中心、乡镇卫生院配备智能终端 approx 1000家'],
    },
    { text: '逐步将20个以上康复项目纳入医保支付。', gives: ['康复项目纳入医保支付 ge 20个'] },
    { text: '到2025年,13条断头路将全部打通。', gives: ['断头路打通 eq 13条'] },
    { text: '考核分为3个等次。', gives: [] },
    { text: '对3家企业给予了表彰。', gives: [] },
  ],
});
