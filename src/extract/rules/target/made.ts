import { CREATE, OUTPUT } from '../../../lexicon/verbs.js';
import type { Frame } from '../../frames.js';
import { nameOf, outputVerbAt } from '../../phrase.js';
import { defineRule, type Reading, type Surroundings } from '../../rule.js';
import { slotsOf } from '../../slots.js';

/** One verb, or several that stand together, at the start or the end of a phrase. */
const LEADING_VERBS = new RegExp(`^(?:${OUTPUT})+`);
const CLOSING_VERBS = new RegExp(`(?:${OUTPUT})+$`);
/** No verb with its adverbs is longer: only so much of what stands before a number is searched. */
const REACH_BACK = 20;
const CREATES = new RegExp(`(?:${CREATE})(?:至少|不少于|了|好|约|共)*$`);

/** 新建幼儿园6所, 培育2个优势专业, 培训教师4500人次, 投资2084万元: what is built, trained, spent. */
export const made = defineRule({
  id: 'made',
  finds: 'something to be built, trained, created or spent, with its number before or behind it',
  read: (frame, around) => {
    if (!isCounted(frame)) return undefined;
    const { verb, object, subject } = slotsOf(frame);
    const { kind } = frame.group[0];
    if (verb.kind === 'reach') return undefined;
    const thing = object || scaledNoun(frame);
    if (verb.kind === 'none') return behindNoun(frame) ?? listMember(frame, around);
    if (thing !== '') return behindVerb(frame, verb.word, thing);
    // 总投资2亿元: money without a thing is the size of what is told around it.
    if (verb.kind !== 'make') return undefined;
    return deed(frame, verb.word, subject) ?? (kind === 'money' ? undefined : again(verb.word, around));
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

/** A number that counts or measures what can be made. */
function isCounted(frame: Frame): boolean {
  const { kind, unit } = frame.group[0];
  if (kind === 'rate' || kind === 'points' || kind === 'times' || unit === '' || /^规模/.test(frame.after))
    return false;
  if (kind === 'time') return /^(?:课时|学时|小时|学分)$/.test(unit);
  // 总投资68亿元的项目: a size of the project.
  return !(kind === 'money' && /投资额?$/.test(frame.before) && /^的/.test(frame.after));
}

/** The number right behind the verb, the thing behind the number. */
function behindVerb(frame: Frame, word: string, thing: string): Reading | undefined {
  const before = frame.before.trim();
  const duty = /(?:至少|各)$/.test(before) || frame.group[0].prefix !== '';
  if (frame.group[0].spelled && !CREATES.test(before.slice(-REACH_BACK)) && !duty) return undefined;
  const { subject } = slotsOf(frame);
  // Verbs that stand together (遴选培养, 申报立项) are one.
  const verb = (CLOSING_VERBS.exec(subject.slice(-REACH_BACK))?.[0] ?? '') + plainVerb(word);
  return { class: 'output', indicators: [subjectOf(subject) + verb + thing], verb, topic: thing };
}

/** The verb alone, without what may stand between it and its number (建成了, 打造市级). */
function plainVerb(word: string): string {
  return LEADING_VERBS.exec(word)?.[0] ?? word;
}

/** 新建1所3000人规模的学校: the size stands between the number and the thing. */
function scaledNoun(frame: Frame): string {
  const end = frame.group.at(-1)?.end ?? 0;
  return (
    /^[\d.]+[万亿]?[\u4e00-\u9fff]{1,3}(?:左右|以上)?规模的?([^,、;。]{2,20})/.exec(frame.view.text.slice(end))?.[1] ??
    ''
  );
}

/** 沙化土地治理9万亩, 农村公路改造120公里: the deed is a noun, with its verb at the end. */
function deed(frame: Frame, word: string, subject: string): Reading | undefined {
  const noun = nameOf(subject);
  // 换热站更新十二座: a number in words counts only what it closes.
  if ((frame.group[0].spelled && !/^(?:$|[,、;。])/.test(frame.after)) || noun.length < 2) return undefined;
  const at = outputVerbAt(noun);
  const name = `${noun.slice(placeEnd(noun, at))}${plainVerb(word)}`;
  return {
    class: 'output',
    indicators: [name],
    verb: LEADING_VERBS.exec(noun.slice(Math.max(at, 0)))?.[0] ?? '',
    topic: name,
  };
}

/** 一是2022年建成4所: the thing was named before. */
function again(word: string, { last, line, topic }: Surroundings): Reading | undefined {
  const verb = plainVerb(word);
  // 建成幼儿园7所…一是2022年建成4所: what the same verb made before.
  const same = line.findLast((reading) => reading.topic && reading.verb?.startsWith(verb));
  const thing = same?.topic || last?.topic || topic;
  if (!thing) return undefined;
  return { class: 'output', indicators: [thing.startsWith(verb) ? thing : verb + thing], verb, topic: thing };
}

/** The thing between verb and number, or names of its examples (推进甲、乙等5个产业园建设). */
function behindNoun(frame: Frame): Reading | undefined {
  const { object, subject } = slotsOf(frame);
  const name = nameOf(subject);
  // 建成甲监测、乙监管等3个平台: behind names of some of them the verb is the one that opens the phrase.
  const listed = /等$|[、和及]$/.test(subject.trim());
  const at = listed && LEADING_VERBS.test(name) ? 0 : outputVerbAt(name);
  if (at < 0) return undefined;
  const verb = LEADING_VERBS.exec(name.slice(at))?.[0] ?? '';
  const noun = name.slice(at + verb.length);
  const { kind, spelled } = frame.group[0];
  // 推进甲、乙等5个产业园建设: names of some of them stand before the number, the thing behind it.
  if (object !== '' && kind !== 'money' && (listed || (/[、和]/.test(noun) && object.length >= 2))) {
    // 甲监测、乙监管等3个平台: a thing without words of its own is named by its examples.
    const named = object.length <= 2 ? noun.replace(/等$/, '') + object : object;
    return { class: 'output', indicators: [verb + named], verb, topic: object };
  }
  // 打通连接周边省区的13条公路: what stands before the number tells which.
  if (/的$/.test(subject) && object !== '' && !spelled)
    return { class: 'output', indicators: [name.slice(placeEnd(name, at)) + object], verb, topic: object };
  // 新建学校一所: a number in words counts only what it closes.
  if (spelled && (object !== '' || (frame.after !== '' && !/^[(（)）、和及]/.test(frame.after)) || noun.length < 2))
    return undefined;
  if (noun === '' && kind !== 'money' && at < 3) return undefined;
  return { class: 'output', indicators: [name.slice(placeEnd(name, at))], verb, topic: noun };
}

/** A further member of a list that shares its verb: 培养10名名校长、50名名师; 新建小学2所,中学1所; 东城、西城各1所. */
function listMember(frame: Frame, { last }: Surroundings): Reading | undefined {
  const { each, object, subject } = slotsOf(frame);
  if (!last?.verb || last.class !== 'output' || frame.group[0].kind === 'money') return undefined;
  // 为老人免费体检3万人次, 失业人员再就业1200人: what begins a phrase of its own, or tells what people do, shares no verb.
  if (/^(?:为|面向|向|对|在|由|从|给|组织)/.test(subject) || /(?:就业|入学|参保|脱贫)$/.test(subject)) return undefined;
  const noun = nameOf(subject.replace(/^(?:[、,]|以及|[和及与])+/, ''));
  if (each && noun !== '' && object === '' && last.topic)
    return { class: 'output', indicators: [noun + last.verb + last.topic], verb: last.verb, topic: last.topic };
  if (noun !== '' && object !== '') return undefined;
  const thing = noun || object;
  if (thing === '' || thing.length > 24) return undefined;
  return { class: 'output', indicators: [last.verb + thing], verb: last.verb, topic: thing };
}

/** 在县城区域新建…: where it happens, before the verb, stays only where it tells things apart. */
function placeEnd(name: string, verbAt: number): number {
  if (verbAt < 0) return 0;
  const lead = name.slice(0, verbAt);
  return /^(?:在|于|对|为|从|由|通过|依托)/.test(lead) || lead.length > 16 ? verbAt : 0;
}

/** 每个乡镇(至少建成…), 各学校(组织…): who it is that has to; other subjects are left out of the name. */
function subjectOf(before: string): string {
  const match = /(?:每[^,]{1,12}|各[^,]{1,10})$/.exec(nameOf(before));
  return match?.[0].replace(/(?:至少|要|应|须|需)$/, '') ?? '';
}
