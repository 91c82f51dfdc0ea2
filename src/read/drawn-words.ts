import { COLUMN_NAMES, NUMBER_CELL } from '../lexicon/tables.js';

/** Characters; a longer text is no name of a column. */
const LONGEST_NAME = 24;
/** Traditional forms in the names of columns: a text is read before it is made simplified. */
const TRADITIONAL = new Map(
  [...'標單責項時進備註類號稱內規屬資預約務間額與點領導節實計劃設質積占數據産產業總圍値區'].map((c, i) => [
    c,
    [...'标单责项时进备注类号称内规属资预约务间额与点领导节实计划设质积占数据产产业总围值区'][i] ?? c,
  ]),
);
/** Years, and quarters and months of one. */
const YEAR =
  /^(?:(?:19|20)\d{2}(?:年.*|[-—–~～至](?:19|20)?\d{2}年?.*)?|第?[1-4]季度(?:目标|任务|计划)?|1?\d(?:[-—–~～至]1?\d)?月份?(?:目标|任务|计划)?)$/;
const PUNCTUATION = /[，。；！？!?…]|\.{3}/;
const QUANTITY = /(?:[数量率额值年比重积分]|人口|金额|指标|目标|价格|面积|得分|[（(][^（()）]{1,10}[)）])$/;

/** A text as the lexicon has it: simplified, without blanks. */
function folded(text: string): string {
  return [...text.replace(/\s/g, '')].map((c) => TRADITIONAL.get(c) ?? c).join('');
}

/** Whether a cell says how much, or that there is nothing to say. */
export function isNumber(text: string): boolean {
  return text.length <= 30 && NUMBER_CELL.test(text.normalize('NFKC').replace(/\s/g, ''));
}

export function isYear(text: string): boolean {
  return YEAR.test(text.replace(/\s/g, ''));
}

/** Whether a cell is a column's name that plans use. */
export function isKnownName(text: string): boolean {
  const name = folded(text);
  return name.length <= LONGEST_NAME && COLUMN_NAMES.some((pattern) => pattern.test(name));
}

/** Whether a column's name says that it holds quantities. */
export function isQuantity(text: string): boolean {
  return isYear(text) || QUANTITY.test(folded(text));
}

/** Whether texts beside each other may be the head of a table, whatever their words. */
export function mayBeHead(texts: readonly string[]): boolean {
  const names = texts.map((text) => text.replace(/\s/g, ''));
  if (names.filter((name) => name !== '').length < 2) return false;
  // 目　　录: one word, spread over the line.
  if (names.every((name) => [...name].length <= 1)) return false;
  if (names.some((name) => /^页[码次数]$|^頁[碼次數]$/.test(name))) return false;
  return names.every(
    (name, i) =>
      name.length <= LONGEST_NAME &&
      (name !== '' || i === 0) &&
      !PUNCTUATION.test(name) &&
      !/[:：]/.test(name.replace(/[（(][^（()）]{0,20}[)）]/g, '')) &&
      (isYear(name) || !isNumber(name)),
  );
}
