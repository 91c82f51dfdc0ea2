import type { Frame } from '../frames.js';
import type { Quantity } from '../tokens/quantities.js';

const FROM = /(?:从|由)(?:目前|现在|现状|当前|原来|原有|现有|原|上年|去年|年|底|末)*的?$/;
const REACHES =
  /^[^,。;]{0,16}?(?:提高|提升|增加|增长|上升|升|扩大|下降|降低|降|减少|压减|压缩|缩短|缩减|缩小|扩容|扩建|拓展|提|调整)(?:到|至|为)/;
const FROM_PART = new RegExp(
  '(?:从|由)[^,从由]*?(?=(?:[\\u4e00-\\u9fff]{0,4})(?:提高|提升|增加|增长|上升|升|扩大|下降|降低|降|减少|压减|压缩|缩短|缩减|缩小|扩容|提|调整)(?:到|至|为)[^,]*$)',
);

/** Whether a frame states where things stand: 由(6个班)提升至24个班, 从目前的(93.2%)提高到95%. */
export function isBaseline(frame: Frame, previousIsBaseline: boolean): boolean {
  const { view, clause, group } = frame;
  const behind = view.text.slice(group.at(-1)?.end ?? group[0].end, clause.end);
  if (!REACHES.test(behind)) return false;
  return FROM.test(frame.before) || (previousIsBaseline && /^[^,从由]{0,6}$/.test(frame.before));
}

/** The words before a value without 由…: 办学规模由原来的6个班提升至 → 办学规模提升至. */
export function withoutFrom(before: string): string {
  return before.replace(FROM_PART, '');
}

/** The stated value that a target starts from: one with the same unit, before it in the clause. */
export function baselineFor(quantity: Quantity, stated: readonly Quantity[]): number | undefined {
  return stated.find((q) => q.end <= quantity.start && q.unit === quantity.unit)?.value;
}
