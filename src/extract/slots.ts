import { SHARE_NOUN } from '../lexicon/measures.js';
import { DECREASE, INCREASE, LOST_FEN, OUTPUT, REACHES } from '../lexicon/verbs.js';
import { type Frame, nounBehind } from './frames.js';
import type { Quantity } from './tokens/quantities.js';

/** What governs a value: the word of office right before it, once adverbs are taken off. */
export interface Slots {
  readonly verb: Verb;
  /** The words before the verb, or before the value where no verb stands there; adverbs at its end taken off. */
  readonly subject: string;
  /** The thing right behind the values, up to the next mark. */
  readonly object: string;
  /** Each value of the list goes to its own name or year (分别). */
  readonly distributes: boolean;
  /** One value for each of the names (均, 各). */
  readonly each: boolean;
}

type Verb =
  /** The value is where the subject arrives: 达到, 提高到, 控制在. */
  | { readonly kind: 'reach'; readonly word: string }
  /** The value is by how much it changes. */
  | { readonly kind: 'change'; readonly word: string; readonly direction: 'increase' | 'decrease' }
  /** The value counts what is made, trained, spent. */
  | { readonly kind: 'make'; readonly word: string }
  | { readonly kind: 'none'; readonly word: '' };

/** Adverbs, words of intent and measures for each one (每人每年) that stand between a verb and its value, or before the verb. */
const FILLER = new RegExp(
  `(?:分别|${LOST_FEN}|各自|各(?=$)|均|(?<![成首])都|将|(?<![主需提纪])要|应当|应该|(?<![供响对适反相效])应|(?<![内急刚])需|须|(?<![许认])可|(?<![节签集解履预])大?约|(?<!公)共|累计|合计|总计|总共|(?<!于)每(?:人|生|户|亩|床|车|学年|学期|年|月|周|天|日|季度)|(?<!每)年均|人均(?=$)|平均|力争|力求|确保|保证|争取|努力|原则上|再|也|还|继续|基本|一律|统一|稳步|逐步|预计|始终|必须|务必|务求|持续|最多|最少|至多|最高|最低|至少|剩余|其余|余下|剩下|计划|目标|左右|以上|以下|总体|全年|全[国省市州县区镇乡](?=$)|同比|的)$`,
);
const EACH = /(?:各自?|均|都)$/;
const DISTRIBUTED = new RegExp(`(?:分别|${LOST_FEN})$`);
/** No filler and no verb is longer. */
const LONGEST = 12;

const REACH_END = new RegExp(`(?:${REACHES}|要达|可达)(?:了)?$`);
const CHANGE_END = new RegExp(`(?:(${INCREASE}|翻(?=$))|(${DECREASE}))(?:幅度|比例)?(?:为|达|在|控制在|保持在)?$`);
const LIGHT_END = /(?:保持|稳定|维持|实现|完成|为|有|要|至|在)$/;
const SHARE_END = new RegExp(`(?:${SHARE_NOUN}|增速)$`);
const MAKE_END = new RegExp(`(?:${OUTPUT})(?:好|起|成|各类|一批|市级|县级|省级|国家级|了)*$`);

const known = new WeakMap<Frame, Slots>();

/** The verb that governs the values of a frame and what stands before it. */
export function slotsOf(frame: Frame): Slots {
  const before = known.get(frame);
  if (before) return before;
  const slots = read(frame);
  known.set(frame, slots);
  return slots;
}

function read(frame: Frame): Slots {
  const { kind, unit } = frame.group[0];
  const value = peel(frame.previous ? ownBefore(frame).replace(JOINED, '') : ownBefore(frame));
  const verb = verbAt(value.text, unit, kind);
  const subject = verb.word === '' ? value : peel(value.text.slice(0, value.text.length - verb.word.length));
  return {
    verb,
    subject: subject.text,
    object: nounBehind(frame),
    distributes: value.distributes || subject.distributes,
    each: value.each || subject.each,
  };
}

/** The words before a value that do not belong to the value before it: none in 10名名校长、50名名师 but the mark. */
export function ownBefore(frame: Frame): string {
  const words = frame.before.trim();
  const object = frame.previous && nounBehind(frame.previous);
  if (!object) return words;
  // 20户以上自然村通硬化路比例达到95%: what leads to a value of its own is no object.
  if (REACH_END.test(object) || SHARE_END.test(object)) return words;
  const from = words.startsWith('的') ? 1 : 0;
  return words.startsWith(object, from) ? words.slice(from + object.length) : words;
}

/** Marks that join the members of a list. */
const JOINED = /^(?:[、,]|以及|[和及与])+/;

interface Peeled {
  readonly text: string;
  readonly distributes: boolean;
  readonly each: boolean;
}

/** A phrase without the adverbs at its end. */
function peel(phrase: string): Peeled {
  let text = phrase;
  let distributes = false;
  let each = false;
  for (;;) {
    const tail = text.slice(-LONGEST);
    const filler = FILLER.exec(tail)?.[0];
    if (!filler) return { text, distributes, each };
    distributes ||= DISTRIBUTED.test(tail);
    each ||= EACH.test(tail);
    text = text.slice(0, text.length - filler.length).trimEnd();
  }
}

function verbAt(text: string, unit: string, kind: Quantity['kind']): Verb {
  const tail = text.slice(-LONGEST);
  const reach = REACH_END.exec(tail)?.[0];
  if (reach) return { kind: 'reach', word: reach };
  // 列养率必须保持100%, 增速稳定在… without 在: plain words reach a share where its noun stands before them.
  const light = kind === 'rate' ? LIGHT_END.exec(tail)?.[0] : undefined;
  if (light && SHARE_END.test(peel(text.slice(0, -light.length)).text)) return { kind: 'reach', word: light };
  const change = CHANGE_END.exec(tail);
  if (change && (unit === '番' || !change[0].startsWith('翻')))
    return { kind: 'change', word: change[0], direction: change[2] === undefined ? 'increase' : 'decrease' };
  const make = MAKE_END.exec(tail)?.[0];
  return make ? { kind: 'make', word: make } : { kind: 'none', word: '' };
}
