import { nameOf } from '../../phrase.js';
import { defineRule } from '../../rule.js';

/** 超过80%的镇建立社区教育机构: the share stands first, what it is a share of behind it. */
export const shareFirst = defineRule({
  id: 'share-first',
  finds: 'a share before the thing that it is a share of',
  anchors: /[%‰成]/,
  read: ({ group, before, after }) => {
    const quantity = group[0];
    if (group.length > 1 || quantity.kind !== 'rate' || !/^的[^比标准]/.test(after)) return undefined;
    if (nameOf(before) !== '' && !/(?:推动|实现|确保|保证|使|让|力争)$/.test(before)) return undefined;
    const name = nameOf(after.slice(1));
    return name.length >= 4 ? { class: 'outcome', indicators: [name] } : undefined;
  },
  examples: [
    { text: '到2025年,超过80%的镇(街道)建成综合养老服务中心。', gives: ['镇(街道)建成综合养老服务中心 gt 80%'] },
    { text: '力争90%以上的行政村通客车。', gives: ['行政村通客车 ge 90%'] },
    { text: '确保95%的规模以上企业完成安全评估。', gives: ['规模以上企业完成安全评估 eq 95%'] },
    { text: '目前已有60%的村建成文化礼堂。', gives: [] },
  ],
});
