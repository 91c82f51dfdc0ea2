import { REACHES } from '../../../lexicon/verbs.js';
import { nameOf, outputVerbAt } from '../../phrase.js';
import { defineRule } from '../../rule.js';
import { slotsOf } from '../../slots.js';

/** What is reached stands behind the share: 70%以上装备达到先进水平. */
const IN_OBJECT = new RegExp(`^[^,]{2,10}(?:${REACHES})`);

/** 毕业生实现100%就业, 完成焦化行业70%以上产能改造: the share stands between its thing and what is done with it. */
export const shareInside = defineRule({
  id: 'share-inside',
  finds: 'a share between its thing and what is to be done with it',
  anchors: /[%‰成]/,
  read: (frame) => {
    const { object, subject, verb } = slotsOf(frame);
    const [{ kind }] = frame.group;
    if (
      kind !== 'rate' ||
      frame.group.length > 1 ||
      object.length < 2 ||
      /^的?(?:目标|比例|标准|水平|以上)/.test(frame.after)
    )
      return undefined;
    const done = /^(.{2,40}?)实现$/.exec(subject)?.[1] ?? (/实现$/.test(verb.word) ? subject : undefined);
    const deed =
      verb.kind === 'none' && outputVerbAt(object) > 0
        ? /^(?:完成|实现|推动|促进)(.{2,30})$/.exec(nameOf(frame.before) || subject)?.[1]
        : undefined;
    // 重点企业70%以上装备达到先进水平.
    const reached = verb.kind === 'none' && IN_OBJECT.test(object) ? subject : undefined;
    const thing = nameOf(done ?? deed ?? reached ?? '');
    return thing.length < 2 ? undefined : { class: 'outcome', indicators: [thing + object], topic: thing + object };
  },
  examples: [
    { text: '到2025年,困难家庭毕业生实现100%就业。', gives: ['困难家庭毕业生就业 eq 100%'] },
    { text: '完成水泥行业70%以上产能超低排放改造。', gives: ['水泥行业产能超低排放改造 ge 70%'] },
    { text: '重点企业60%以上装备达到国内先进水平。', gives: ['重点企业装备达到国内先进水平 ge 60%'] },
    { text: '目前已完成全县60%的改造任务。', gives: [] },
    { text: '给予企业30%的贷款贴息。', gives: [] },
  ],
});
