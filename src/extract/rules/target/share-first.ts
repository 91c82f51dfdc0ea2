import { OUTPUT, REACHES } from '../../../lexicon/verbs.js';
import type { Frame } from '../../frames.js';
import { nameOf } from '../../phrase.js';
import { defineRule } from '../../rule.js';
import { slotsOf } from '../../slots.js';

/** Where what they do or get begins behind the thing that a share is taken of. */
const PREDICATE = new RegExp(`(?:${OUTPUT}|${REACHES}|实现|通(?!用|信|道)|具备|享受|参加|签订|签约|纳入|落户|由)`);
/** So many members of a list are followed to its verb. */
const LONGEST_LIST = 6;

/** 超过80%的镇建立社区教育机构: the share stands first, what it is a share of behind it. */
export const shareFirst = defineRule({
  id: 'share-first',
  finds: 'a share before the thing that it is a share of',
  anchors: /[%‰成]/,
  read: (frame) => {
    const { group, after } = frame;
    const [{ kind, comparator }] = group;
    if (group.length > 1 || kind !== 'rate') return undefined;
    const { verb, subject } = slotsOf(frame);
    if (verb.kind !== 'none' || (nameOf(subject) !== '' && !/(?:推动|实现|确保|保证|使|让|力争)$/.test(subject)))
      return undefined;
    // 75%以上科技人员落户企业: without 的 only where more or less than a share is said.
    const plain = comparator !== 'eq' && PREDICATE.test(after) && !/^[、,]/.test(after);
    if (!/^的[^比标准]/.test(after) && !plain) return undefined;
    const name = nameOf(sharing(frame));
    return name.length >= 4 ? { class: 'outcome', indicators: [name], topic: name } : undefined;
  },
  examples: [
    { text: '到2025年,超过80%的镇(街道)建成综合养老服务中心。', gives: ['镇(街道)建成综合养老服务中心 gt 80%'] },
    { text: '力争90%以上的行政村通客车。', gives: ['行政村通客车 ge 90%'] },
    { text: '确保95%的规模以上企业完成安全评估。', gives: ['规模以上企业完成安全评估 eq 95%'] },
    {
      text: '到2024年,60%的乡镇、40%以上的行政村建成规模化供水工程。',
      gives: ['乡镇建成规模化供水工程 eq 60%', '行政村建成规模化供水工程 ge 40%'],
    },
    { text: '九成以上的乡镇实现三级公路连通。', gives: ['乡镇实现三级公路连通 ge 9成'] },
    { text: '目前已有60%的村建成文化礼堂。', gives: [] },
    { text: '给予50%的贷款贴息。', gives: [] },
  ],
});

/** What a share is of, with what all members of its list do: 60%的乡镇、40%的行政村建成…. */
function sharing(frame: Frame): string {
  const own = frame.after.replace(/^的/, '');
  if (!/(?:[、,]|和|及)$/.test(own)) return own;
  let last = frame.next;
  for (let i = 0; i < LONGEST_LIST && last?.next && /(?:[、,]|和|及)$/.test(last.after); i++) last = last.next;
  const end = last?.after.replace(/^的/, '') ?? '';
  const at = end.search(PREDICATE);
  return own.replace(/(?:[、,]|和|及)$/, '') + (at > 0 ? end.slice(at) : '');
}
