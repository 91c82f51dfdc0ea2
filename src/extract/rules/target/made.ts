import { CREATE, OUTPUT } from '../../../lexicon/verbs.js';
import { type Frame, nounBehind } from '../../frames.js';
import { nameOf, outputVerbAt } from '../../phrase.js';
import { defineRule, type Reading, type Surroundings } from '../../rule.js';

const VERB_BEFORE = new RegExp(
  `(${OUTPUT})(?:好|起|成|各类|一批|不少于|至少|约|共|累计|各|每年|市级|县级|省级|国家级|了)*$`,
);
/** One verb, or several that stand together, at the start or the end of a phrase. */
const LEADING_VERBS = new RegExp(`^(?:${OUTPUT})+`);
const LEADING_VERB = new RegExp(`^(?:${OUTPUT})`);
const CLOSING_VERBS = new RegExp(`(?:${OUTPUT}){1,2}$`);
/** No verb with its adverbs is longer: only so much of what stands before a number is searched. */
const REACH_BACK = 20;
const CREATES = new RegExp(`(?:${CREATE})(?:至少|不少于|了|好|约|共)*$`);

/** 新建幼儿园6所, 培育2个优势专业, 培训教师4500人次, 投资2084万元: what is built, trained, spent. */
export const made = defineRule({
  id: 'made',
  finds: 'something to be built, trained, created or spent, with its number before or behind it',
  read: (frame, around) => {
    const quantity = frame.group[0];
    if (quantity.kind === 'rate' || quantity.kind === 'points' || quantity.unit === '' || quantity.unit === '∶')
      return undefined;
    if (quantity.kind === 'time' && !/^(?:课时|学时|小时|学分)$/.test(quantity.unit)) return undefined;
    if (quantity.kind === 'times' || /^规模/.test(frame.after)) return undefined;
    // 总投资68亿元的项目: a size of the project.
    if (quantity.kind === 'money' && /投资额?$/.test(frame.before) && /^的/.test(frame.after)) return undefined;
    return besideVerb(frame) ?? inList(frame) ?? withoutNoun(frame, around);
  },
  examples: [
    { text: '规划新建幼儿园6所,增加学位1980个。', gives: ['新建幼儿园 eq 6所', '增加学位 eq 1980个'] },
    { text: '培育2个在全市有影响力的优势专业。', gives: ['培育在全市有影响力的优势专业 eq 2个'] },
    { text: '遴选培养10名名校长、50名名师。', gives: ['遴选培养名校长 eq 10名', '遴选培养名师 eq 50名'] },
    { text: '每年培训基层医生4500人次。', gives: ['培训基层医生 eq 4500人次'] },
    { text: '建成一所高水平中职学校。', gives: ['建成高水平中职学校 eq 1所'] },
    { text: '完成老旧小区改造120个、加装电梯30部。', gives: ['完成老旧小区改造 eq 120个', '加装电梯 eq 30部'] },
    { text: '去年共新建公园3座。', gives: [] },
    { text: '建立一支高素质队伍,形成一批典型经验。', gives: [] },
    { text: '推进“五个一批”项目建设。', gives: [] },
  ],
});

const known = new WeakMap<Frame, Reading | null>();

/** The verb and the thing with the number; every further member of a list asks its neighbours for it. */
function besideVerb(frame: Frame): Reading | undefined {
  const before = known.get(frame);
  if (before !== undefined) return before ?? undefined;
  const reading = behindVerb(frame) ?? behindNoun(frame);
  known.set(frame, reading ?? null);
  return reading;
}

/** The number right behind the verb, the thing behind the number. */
function behindVerb(frame: Frame): Reading | undefined {
  const before = frame.before.trim();
  const verb = VERB_BEFORE.exec(before.slice(-REACH_BACK))?.[1];
  const duty = /(?:至少|各)$/.test(before) || frame.group[0].prefix !== '';
  if (verb === undefined) return undefined;
  if (frame.group[0].spelled && !CREATES.test(before.slice(-REACH_BACK)) && !duty) return undefined;
  const noun = nounBehind(frame) || scaledNoun(frame);
  if (noun === '') return undefined;
  const at = before.lastIndexOf(verb);
  const subject = subjectOf(before.slice(0, at));
  return {
    class: 'output',
    indicators: [subject + verbPhrase(before, at) + noun],
    verb: verbPhrase(before, at),
    topic: noun,
  };
}

/** 新建1所3000人规模的学校: the size stands between the number and the thing. */
function scaledNoun(frame: Frame): string {
  const end = frame.group.at(-1)?.end ?? 0;
  return (
    /^[\d.]+[万亿]?[\u4e00-\u9fff]{1,3}(?:左右|以上)?规模的?([^,、;。]{2,20})/.exec(frame.view.text.slice(end))?.[1] ??
    ''
  );
}

/** The thing between verb and number. */
function behindNoun(frame: Frame): Reading | undefined {
  const name = nameOf(frame.before);
  const at = outputVerbAt(name);
  if (at < 0 || (name.length - at < 3 && at < 3) || frame.group[0].spelled) return undefined;
  const verb = LEADING_VERBS.exec(name.slice(at))?.[0] ?? '';
  const noun = name.slice(at + verb.length);
  // 沙化土地治理9万亩: the verb closes its own phrase.
  if (noun === '' && frame.group[0].kind !== 'money' && at < 3) return undefined;
  return { class: 'output', indicators: [name.slice(placeEnd(name, at))], verb, topic: noun };
}

/** 一是2022年建成4所; 东城、西城各1所: the thing was named before. */
function withoutNoun(frame: Frame, around: Surroundings): Reading | undefined {
  const { last } = around;
  const { kind } = frame.group[0];
  if (!last?.topic || nounBehind(frame) !== '' || kind === 'money' || kind === 'size') return undefined;
  const before = frame.before.trim();
  const verb = VERB_BEFORE.exec(before.slice(-REACH_BACK))?.[1];
  if (verb !== undefined) return { class: 'output', indicators: [verb + last.topic], verb, topic: last.topic };
  const places = /^(.{2,40})各$/.exec(before)?.[1];
  if (!places || !last.verb) return undefined;
  return { class: 'output', indicators: [nameOf(places) + last.verb + last.topic], verb: last.verb, topic: last.topic };
}

/** So many members of a list are followed back to its verb. */
const LONGEST_LIST = 12;

/** A further member of a list that shares its verb: 培养10名名校长、50名名师; 新建小学2所、中学1所. */
function inList(frame: Frame, reach = LONGEST_LIST): Reading | undefined {
  if (reach === 0) return undefined;
  const first = frame.previous ? (besideVerb(frame.previous) ?? inList(frame.previous, reach - 1)) : undefined;
  if (!first?.verb || !frame.previous) return undefined;
  const between = frame.before.replace(nounBehind(frame.previous), '');
  const noun = nameOf(between.replace(/^[、和及与]+/, ''));
  const behind = /^(?:[、和及与]|以及)?$/.test(between.trim()) ? nounBehind(frame) : noun;
  if (behind === '' || behind.length > 24) return undefined;
  return { class: 'output', indicators: [first.verb + behind], verb: first.verb, topic: behind };
}

/** 在县城区域新建…: where it happens, before the verb, stays only where it tells things apart. */
function placeEnd(name: string, verbAt: number): number {
  const lead = name.slice(0, verbAt);
  return /^(?:在|于|对|为|从|由|通过|依托)/.test(lead) || lead.length > 16 ? verbAt : 0;
}

/** 每个乡镇(至少建成…), 各学校(组织…): who it is that has to; other subjects are left out of the name. */
function subjectOf(before: string): string {
  const match = /(?:每[^,]{1,12}|各[^,]{1,10})$/.exec(nameOf(before));
  return match?.[0].replace(/(?:至少|要|应|须|需)$/, '') ?? '';
}

/** Verbs that stand together (遴选培养, 申报立项) are one. */
function verbPhrase(before: string, at: number): string {
  const joined = CLOSING_VERBS.exec(before.slice(0, at).slice(-REACH_BACK))?.[0] ?? '';
  const verb = LEADING_VERB.exec(before.slice(at))?.[0] ?? '';
  return joined + verb;
}
