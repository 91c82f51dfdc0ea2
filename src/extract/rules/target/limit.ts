import { nameOf } from '../../phrase.js';
import { clauseIndex } from '../../places.js';
import { defineRule } from '../../rule.js';
import { slotsOf } from '../../slots.js';

const SHORT_TIME = /^(?:小时|个小时|分钟|秒|天|日|个工作日|工作日|个月|周)$/;
/** What introduces the service and is no part of it. */
const INTRODUCED = /(?:实行|实施|推行|做到|确保|力争|在|于|应当?|须|必须|的)$/;

/** 诉求48小时内响应, 报修2小时内到场: how long a service may take, with the service behind the time. */
export const limit = defineRule({
  id: 'limit',
  finds: 'the longest time that a service may take',
  anchors: /内|间隔|不超过|不得超过/,
  read: (frame, around) => {
    const { group, after, view, clause } = frame;
    const [{ kind, unit, comparator, prefix }] = group;
    if (kind !== 'time' || comparator !== 'le' || !SHORT_TIME.test(unit)) return undefined;
    // 高峰期间隔不超过10分钟,平峰期不超过20分钟: the same measure goes on.
    const { subject, verb } = slotsOf(frame);
    if (prefix !== '' && around.last && around.lastUnit === unit && subject !== '' && subject.length <= 6)
      return { ...around.last, indicators: [nameOf(subject)], elliptic: true, topic: around.last.topic ?? '' };
    const service = /^[^,、;。(]{2,16}/.exec(after)?.[0] ?? '';
    if (service === '' || verb.kind === 'reach') return undefined;
    const own = nameOf(slotsOf(frame).subject.replace(/^后,?/, '').replace(INTRODUCED, ''));
    const earlier = view.clauses[clauseIndex(view.clauses, clause.start, clause.end) - 1];
    const before =
      earlier?.part === clause.part
        ? nameOf(view.text.slice(earlier.start, earlier.end).replace(/[之以]?后$/, ''))
        : '';
    // 核查、7个工作日内办结: a further step of the same service.
    const further = frame.previous && own.length < 2 ? nameOf(around.last?.topic ?? '') : '';
    const name = `${further || own || before}${service.replace(/(?:便利)?措施$/, '')}`;
    return name.length > service.length
      ? { class: 'norm', indicators: [name], topic: further || own || before }
      : undefined;
  },
  examples: [
    { text: '企业诉求48小时内响应。', gives: ['企业诉求响应 le 48小时'] },
    { text: '信访件24小时内核查、7个工作日内办结。', gives: ['信访件核查 le 24小时', '信访件办结 le 7个工作日'] },
    { text: '鲜活货物抵港后,实行6小时内放行措施。', gives: ['鲜活货物抵港放行 le 6小时'] },
    {
      text: '公交高峰期发车间隔不超过10分钟,平峰期不超过20分钟。',
      gives: ['公交高峰期发车间隔 le 10分钟', '公交高峰期发车间隔平峰期 le 20分钟'],
    },
    { text: '去年企业诉求平均36小时内响应。', gives: [] },
    { text: '一小时内车程的城市。', gives: [] },
  ],
});
