import { leadOf, nounBehind } from '../../frames.js';
import { nameOf } from '../../phrase.js';
import { clauseIndex } from '../../places.js';
import { defineRule } from '../../rule.js';

const PER_ONE =
  /每\d*[一二三两]?(?:所|个|名|位|镇|乡|县|校|村|班|人|生|户|家|区|街|座|项|次|学校|乡镇|社区|医院)|每[\d.]*[十百千万]+(?:人|户|亩|公里|平方|平米|张|床|车|名|个)|每\d+(?:公里|亩|平方公里|公顷|张|辆)|各(?:学校|中小学|乡镇|镇|县|区|级|单位|部门|地|市|幼儿园|医院|村)|人人/;
const PER_TIME = /每(?:两|\d(?:-\d)?)?(?:年|月|周|天|日|学期|学年|季度|半年)/;
/** The measure of time is carried by `per` and no part of the name. */
const EACH_TIME = /每(?:学)?年|每个?月|每周|每天|每日|每学期|每季度/g;
const OBLIGED =
  /至少|不少于|不低于|不得少于|不超过|不得超过|配备|配置|开设|掌握|设立|有|安排|召开|开展|组织|参加|培训|接受|听取|实训|家访|研训|授课|教研|学习|活动/;
/** 每5万人口, 每50公里农村公路: the measure has a number of its own and belongs to the name. */
const MEASURE = /每[\d.]*(?:[十百千万]|\d)(?:人|户|亩|公里|平方|平米|张|床|车|名|个|公顷|辆)[^,;]*$/;
const MEETING = /^(?:课时|学时|小时|次|节|天|场|学分|分钟|人次|期|轮)$/;

/** 每5所幼儿园配备1名责任督学, 每周不少于1课时, 每名学生掌握1—2项技能: so much for each, or each time. */
export const each = defineRule({
  id: 'each',
  finds: 'a quantity for each of something, or for each week, term or year',
  anchors: /每|各|学制|人人/,
  read: (frame) => {
    const quantity = frame.group[0];
    const { clause, view } = frame;
    const words = view.text.slice(clause.start, clause.end);
    const sentence = view.clauses
      .filter((c) => c.part === clause.part)
      .map((c) => view.text.slice(c.start, c.end))
      .join(',');
    const timed =
      PER_TIME.test(words) && quantity.kind !== 'people' && (MEETING.test(quantity.unit) || quantity.prefix !== '');
    if (!PER_ONE.test(words) && !timed && !(PER_ONE.test(sentence) && quantity.prefix !== '')) return undefined;
    // 每5所…: the number of the measure itself.
    if (/每$/.test(frame.before) || quantity.kind === 'rate') return undefined;
    if (!OBLIGED.test(words) && quantity.prefix === '' && !MEETING.test(quantity.unit)) return undefined;
    const behind = nounBehind(frame).replace(/^标准(?=.{3})/, '');
    // 每周听课不少于2课时、每学期不少于40课时: the second measure is of the same thing.
    if (frame.previous && nameOf(frame.before).length < 2 && behind === '') {
      return { class: classOf(words, quantity.unit), indicators: [''], elliptic: true };
    }
    const measure = MEASURE.exec(view.text.slice(clause.start, quantity.start))?.[0];
    const name =
      nameOf((measure ?? leadOf(frame)).replace(EACH_TIME, '').replace(/至少|不少于|不低于|不得少于|不超过/g, '')) +
      behind;
    // 对学校开展督导,每月不少于1次: the clause before names what is done so often.
    const before = view.clauses[clauseIndex(view.clauses, clause.start, clause.end) - 1];
    const earlier = before?.part === clause.part ? before : undefined;
    const named =
      name.length >= 2 || !timed || !earlier
        ? name
        : nameOf(view.text.slice(Math.max(earlier.start, view.bodyStart), earlier.end));
    if (named.length < 2) return undefined;
    return { class: classOf(words, quantity.unit), indicators: [named], topic: behind };
  },
  examples: [
    { text: '每5所幼儿园配备1名责任督学。', gives: ['每5所幼儿园配备责任督学 eq 1名'] },
    { text: '劳动教育课每周不少于1课时。', gives: ['劳动教育课 ge 1课时'] },
    { text: '每个社区至少建成1个养老服务站。', gives: ['每个社区建成养老服务站 ge 1个'] },
    { text: '每5万人口配置1辆救护车。', gives: ['每5万人口配置救护车 eq 1辆'] },
    { text: '每50公里农村公路配备不少于1名专职路管员。', gives: ['每50公里农村公路配备专职路管员 ge 1名'] },
    { text: '督学对学校开展督导,每月不得少于1次。', gives: ['督学对学校开展督导 ge 1次'] },
    { text: '每两年召开一次表彰大会。', gives: ['每两年召开表彰大会 eq 1次'] },
    { text: '每逢重大节日开展慰问。', gives: [] },
  ],
});

function classOf(words: string, unit: string): 'outcome' | 'output' | 'norm' {
  if (/的标准/.test(words)) return 'norm';
  if (/建成|建有|新建|设立|培养|培育|打造|建设|创建/.test(words)) return 'output';
  if (/组织.*场|举办.*场/.test(words) && unit === '场') return 'output';
  if (/掌握|具有|有\d|拥有/.test(words)) return 'outcome';
  return 'norm';
}
