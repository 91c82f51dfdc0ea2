import { DECREASE, INCREASE } from '../../../lexicon/verbs.js';
import { nameOfChanging } from '../../phrase.js';
import { defineRule } from '../../rule.js';
import { splitNames } from '../../split-names.js';

const CHANGES = new RegExp(
  `(?:(${INCREASE})|(${DECREASE}))(?:幅度)?(?:要|应|力争|确保|为|达到?|在|保持在|控制在|约)?$`,
);

/** 地区生产总值增长5%左右, 能耗下降16%, 近视率每年降低不少于1个百分点: the value is a change, not a level. */
export const change = defineRule({
  id: 'change',
  finds: 'a growth or a fall by a share, by points or by a factor',
  read: ({ group, before }) => {
    const quantity = group[0];
    if (quantity.kind !== 'rate' && quantity.kind !== 'points' && !/^[倍番成]$/.test(quantity.unit)) return undefined;
    const match = CHANGES.exec(before.trim());
    if (!match) return undefined;
    // 比2020年下降: the comparison is no part of the name.
    const subject = before.slice(0, match.index).replace(/(?:比|较|与).{0,14}?(?:相比|末|年|期)?(?:分别)?$/, '');
    const name = nameOfChanging(subject);
    const direction = match[2] !== undefined ? 'decrease' : 'increase';
    return {
      class: 'outcome',
      indicators: splitNames(name, group.length),
      change: direction,
      elliptic: name === '',
      topic: name,
    };
  },
  examples: [
    { text: '地区生产总值年均增长6%左右。', gives: ['地区生产总值 approx 6%'] },
    { text: '单位生产总值能耗累计下降13.5%。', gives: ['单位生产总值能耗 eq 13.5%'] },
    { text: '儿童近视率每年降低不少于0.5个百分点。', gives: ['儿童近视率 ge 0.5个百分点'] },
    { text: '用水总量、用水强度分别下降5%、8%以上。', gives: ['用水总量 eq 5%', '用水强度 ge 8%'] },
    { text: '2020年,全县财政收入同比增长8.2%。', gives: [] },
    { text: '固定资产投资增长较快。', gives: [] },
  ],
});
