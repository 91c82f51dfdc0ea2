import { nounBehind } from '../../frames.js';
import { nameOfChanging, outputVerbAt } from '../../phrase.js';
import { defineRule } from '../../rule.js';
import { slotsOf } from '../../slots.js';
import { splitNames } from '../../split-names.js';

/** 地区生产总值增长5%左右, 能耗下降16%, 近视率每年降低不少于1个百分点: the value is a change, not a level. */
export const change = defineRule({
  id: 'change',
  finds: 'a growth or a fall by a share, by points or by a factor',
  read: (frame) => {
    const quantity = frame.group[0];
    const { verb, subject } = slotsOf(frame);
    if (verb.kind !== 'change') return undefined;
    const name = nameOfChanging(subject);
    const share = quantity.kind === 'rate' || quantity.kind === 'points' || /^[倍番成]$/.test(quantity.unit);
    // 排放量减少3000吨: an amount is a change only of a subject that stands before; 增加学位300个 makes something.
    if (!share && (name.length < 2 || outputVerbAt(name) === 0 || nounBehind(frame) !== '')) return undefined;
    return {
      class: 'outcome',
      indicators: splitNames(name, frame.group.length),
      change: verb.direction,
      elliptic: name === '',
      topic: name,
    };
  },
  examples: [
    { text: '地区生产总值年均增长6%左右。', gives: ['地区生产总值 approx 6%'] },
    { text: '单位生产总值能耗累计下降13.5%。', gives: ['单位生产总值能耗 eq 13.5%'] },
    { text: '儿童近视率每年降低不少于0.5个百分点。', gives: ['儿童近视率 ge 0.5个百分点'] },
    { text: '用水总量、用水强度分别下降5%、8%以上。', gives: ['用水总量 eq 5%', '用水强度 ge 8%'] },
    { text: '化学需氧量、氨氮比2020年分别减少3000吨、200吨。', gives: ['化学需氧量 eq 3000吨', '氨氮 eq 200吨'] },
    { text: '网络零售额较2020年翻一番。', gives: ['网络零售额 eq 1番'] },
    { text: '较大事故起数下降15%。', gives: ['较大事故起数 eq 15%'] },
    { text: '2020年,全县财政收入同比增长8.2%。', gives: [] },
    { text: '固定资产投资增长较快。', gives: [] },
  ],
});
