import { nameOf } from '../../phrase.js';
import { defineRule } from '../../rule.js';
import { coordinated, splitNames } from '../../split-names.js';

const SHARE_OF =
  /^(.{2,40}?)(?:原则上)?(分别|均|各)?(?:达到|应?达|占|不得低于|不得少于|不得高于|不得超过|不低于|不高于|不超过|不少于|超过)([^,、]{2,30}的)$/;
/** So many things share a value at most. */
const MOST = 4;

/** 床位数、门诊量均达到全市总量的15%, 租金不高于市场租金的90%: the whole that a share is taken of stands before it. */
export const shareOf = defineRule({
  id: 'share-of',
  finds: 'a share of a whole that is named before it',
  anchors: /[%‰成]/,
  read: ({ before, group }) => {
    if (group.length > 1 || group[0].kind !== 'rate') return undefined;
    const [, thing, each = '', whole = ''] = SHARE_OF.exec(before.trim()) ?? [];
    const name = nameOf(thing ?? '');
    if (name.length < 2) return undefined;
    const parts = each === '' ? 1 : coordinated(name).length;
    const names = parts > 1 && parts <= MOST ? splitNames(name, parts) : [name];
    return { class: 'outcome', indicators: names.map((part) => `${part}占${whole.replace(/的$/, '')}`), each: true };
  },
  examples: [
    {
      text: '民办机构床位数、门诊量均达到全市总量的15%。',
      gives: ['民办机构床位数占全市总量 eq 15%', '门诊量占全市总量 eq 15%'],
    },
    { text: '租金不高于同地段市场租金的90%。', gives: ['租金占同地段市场租金 le 90%'] },
    { text: '抽检费用不得超过项目总额的5%。', gives: ['抽检费用占项目总额 le 5%'] },
    { text: '去年收费达到全省平均水平的80%。', gives: [] },
  ],
});
