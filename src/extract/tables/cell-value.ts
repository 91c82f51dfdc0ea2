import { DECREASE, INCREASE } from '../../lexicon/verbs.js';
import type { TargetCandidate } from '../candidates.js';
import { fold } from '../fold.js';
import { findQuantities } from '../tokens/quantities.js';
import { findTimes } from '../tokens/times.js';

type Fields = TargetCandidate['fields'];

/** The one value that a cell of a table says. */
export interface CellValue {
  readonly value: number;
  readonly valueMax: number | null;
  readonly comparator: Fields['comparator'];
  /** As the cell prints it; empty where it gives none. */
  readonly unit: string;
  readonly change: Fields['change'];
  /** 年均 stands in the cell. */
  readonly annual: boolean;
  /** [30], 累计30: over the whole period. */
  readonly cumulative: boolean;
  /** A year that the cell itself names. */
  readonly year: number | null;
}

/** Words that may stand before the number of a cell: none of them says what is counted. */
const BEFORE = new RegExp(
  `^(?:(?:比|较|与)(?:上年|上一年|去年|基期|现状|当前|目前|同期|末|底)?(?:相比)?|达到?|达至|为|约为|力争(?:达到)?|确保(?:达到)?|争取(?:达到)?|保持(?:在)?|稳定(?:在)?|维持(?:在)?|控制(?:在)?|(${INCREASE})(?:了|幅度)?|(${DECREASE})(?:了|幅度)?|提高到|提升至|提升到|增加到|增加至|扩大到|下降到|下降至|降低到|降低至|降至|减少到|压减至|` +
    '年均|平均每年|每年|年|累计|五年累计|共|总计|不|[,:])*$',
);
const TO_LEVEL = /(?:提高|提升|增加|扩大|下降|降低|降|减少|压减)(?:到|至)/;
const BEHIND =
  /^(?:以上|以下|以内|之内|左右|上下|及以上|及以下|\((?:含|年均|累计|以上|左右|以内)\)|[,()]|年均|累计|年)*$/;

/** Undefined where a cell holds no number, several, or one that counts something of its own (完成省下达的3项任务). */
export function cellValue(text: string): CellValue | undefined {
  // >7，力争高于上一时期: what stands behind the comma adds no number.
  const [first = '', rest = ''] = text.split(/[，；;、](.*)|,(?!\d)(.*)/s);
  return valueIn(rest === '' || /\d/.test(rest) ? text : first);
}

function valueIn(text: string): CellValue | undefined {
  if (text.length > 40 || !/\d|百分之/.test(text)) return undefined;
  let folded = fold(text)
    .replace(/\s/g, '')
    .replace(/^(-?[\d.,]+)-$/, '$1');
  const bracketed = /^([^[\]〔〕【】()]{0,8})[[〔【(]([^[\]〔〕【】()]{1,16})[\]〕】)]([^[\]〔〕【】()]{0,6})$/.exec(
    folded,
  );
  const outside = `${bracketed?.[1]}${bracketed?.[3]}`;
  const cumulative =
    (bracketed !== null && /\d/.test(bracketed[2] ?? '') && !/\d/.test(outside)) || /累计/.test(folded);
  if (bracketed && cumulative && !/\d/.test(outside)) folded = `${bracketed[1]}${bracketed[2]}${bracketed[3]}`;
  const sign = /^[-+±](?=\d)/.exec(folded)?.[0] ?? '';
  const positive = folded.slice(sign.length);
  const times = findTimes(positive, { year: null });
  const found = findQuantities(positive, times);
  const only = found[0];
  if (!only || found.length > 1 || only.spelled || times.length > 1) return undefined;
  const [time] = times;
  const cut = (from: number, to: number): string =>
    time && time.start >= from && time.end <= to
      ? positive.slice(from, time.start) + positive.slice(time.end, to)
      : positive.slice(from, to);
  const before = cut(0, only.start);
  const after = cut(only.end, positive.length);
  const words = BEFORE.exec(before);
  const unit =
    only.unit === '' && /^[\u4e00-\u9fffA-Za-z/]{1,4}$/.test(after) && !BEHIND.test(after) ? after : only.unit;
  if (!words || (unit === only.unit && !BEHIND.test(after)) || sign === '±') return undefined;
  const level = TO_LEVEL.test(before);
  return {
    value: sign === '-' ? -only.value : only.value,
    valueMax: only.valueMax,
    comparator: only.comparator,
    unit,
    change: level ? null : words[2] ? 'decrease' : words[1] ? 'increase' : null,
    annual: /年均|每年/.test(folded),
    cumulative,
    year: /[比较与]/.test(before) ? null : (time?.year ?? null),
  };
}
