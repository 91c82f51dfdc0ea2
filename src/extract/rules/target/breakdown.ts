import { OUTPUT } from '../../../lexicon/verbs.js';
import { type Frame, nounBehind } from '../../frames.js';
import { nameOf, outputVerbAt } from '../../phrase.js';
import { clauseIndex } from '../../places.js';
import { defineRule, type Reading } from '../../rule.js';
import { ownBefore } from '../../slots.js';

const ONLY_VERBS = new RegExp(`^(?:${OUTPUT}|新造|新植)+$`);

const LEADING_VERB = new RegExp(`^(?:${OUTPUT})`);

/** Parts that say where, not what. */
const PLACE = /(?:小区|镇|乡|村|县|区|市|街道|城区|农村|园区|片区|地区|山区|小学|初中|高中|学段|线|段|其余|其他)$/;

/** 招聘教师495名(专任教师245名、保育员250名), 其中小学2150个、初中2600个: parts of a total that was just named. */
export const breakdown = defineRule({
  id: 'breakdown',
  finds: 'the parts of a total',
  read: (frame, around) => {
    const opened =
      frame.bracketed || /其中/.test(frame.view.text.slice(Math.max(0, frame.clause.start - 4), frame.group[0].start));
    const quantity = frame.group[0];
    if (!opened || quantity.kind === 'rate') return undefined;
    if (!around.last) return ofUncounted(frame);
    const words = frame.previous ? ownBefore(frame) : frame.before;
    const part = nameOf(words.slice(words.search(/[(（][^(（]*$/) + 1));
    if (part.length > 16) return undefined;
    // 其中2023年40公里、2024年50公里: the years alone tell the parts apart.
    if (part === '') return frame.previous && around.last.label ? undefined : { ...around.last };
    // 其中2022年、2023年分别新造1.2万亩、1.8万亩: the deed alone stands for what was named with it before.
    const same = ONLY_VERBS.test(part) && around.earlier.findLast((reading) => reading.indicators[0]?.includes(part));
    if (same) return { ...same, indicators: [same.indicators[0] ?? part] };
    // 1950人(小学30个班1350人): the sizes of a part.
    const { label, topic: owner = '' } = around.last;
    const object = nounBehind(frame);
    if (label && owner !== '' && owner !== label) {
      const ofPart = owner + part;
      const name =
        object === '' ? ofPart + label.replace(owner, '') : ofPart + (object.length === 1 ? `${object}数` : object);
      return { class: around.last.class, indicators: [name], topic: ofPart, label: ofPart + label.replace(owner, '') };
    }
    const whole = around.last.verb ?? '';
    // 其中引进社会资本3亿元: a part with a verb of its own.
    const own = LEADING_VERB.exec(part)?.[0] ?? '';
    if (own !== '' && part.length - own.length >= 3) {
      return { class: 'output', indicators: [part], verb: own, topic: part.slice(own.length) };
    }
    // 其中国家级小巨人企业: a part that names its own kind needs no help.
    const topic = around.last.topic ?? '';
    const complete = topic.length >= 2 && part.length > 4 && part.endsWith(topic.slice(-2));
    // 其中新住宅小区2000户: a place is where, 其中医生30名: a kind is who or what.
    const placed = PLACE.test(part) && topic !== '';
    const name = complete ? part : placed ? part + whole + topic : whole ? whole + part : part + topic;
    return { class: around.last.class, indicators: [name], verb: whole, topic: around.last.topic ?? part };
  },
  examples: [
    {
      text: '计划招聘医务人员80名(医生30名、护士50名)。',
      gives: ['招聘医务人员 eq 80名', '招聘医生 eq 30名', '招聘护士 eq 50名'],
    },
    {
      text: '完成投资28亿元,其中引进社会资本3亿元。',
      gives: ['完成投资 eq 28亿元', '引进社会资本 eq 3亿元'],
    },
    {
      text: '完成农村公路改造,其中2023年40公里、2024年50公里。',
      gives: ['完成农村公路改造 eq 40公里', '完成农村公路改造 eq 50公里'],
    },
    { text: '推进“三北”工程(含林草项目)建设。', gives: [] },
    {
      text: '增加学位4750个,其中小学2150个、初中2600个。',
      gives: ['增加学位 eq 4750个', '小学增加学位 eq 2150个', '初中增加学位 eq 2600个'],
    },
  ],
});

/** 完成农村公路改造,其中2023年40公里、2024年50公里: the whole has a name and no number. */
function ofUncounted({ before, clause, previous, view }: Frame): Reading | undefined {
  const earlier = view.clauses[clauseIndex(view.clauses, clause.start, clause.end) - 1];
  if (nameOf(before) !== '' || previous || earlier?.part !== clause.part) return undefined;
  const whole = nameOf(view.text.slice(Math.max(earlier.start, view.bodyStart), earlier.end));
  if (whole.length < 3 || outputVerbAt(whole) < 0) return undefined;
  return { class: 'output', indicators: [whole], topic: whole };
}
