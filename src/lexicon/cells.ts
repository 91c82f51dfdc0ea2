import { COLUMN_NAMES, NUMBER_CELL, PROPERTY_CELL } from './tables.js';
import { isUnitName } from './units.js';

/** What stands between two blanks of a line, as the cell of a table. */
export type CellKind = 'number' | 'dash' | 'property' | 'word';

const DASH = /^(?:[-—–―－─/／]{1,3}|…{1,2}|\.{3,6})$/;
/** [4], (9), ≥80%, 1.2—1.5, 1:1.4, -3.00 */
const SIGNED =
  /^[<>＜＞≥≤≧≦＝=±]{0,2}[[［(（〔【][<>≥≤+-]?\d[\d.,]*[%％]?[\]］)）〕】]$|^\d+(?:\.\d+)?[:∶：]\d+(?:\.\d+)?$/;
/** 下降23%以上, 累计增长5个百分点, 年均6.5%左右 */
const CHANGE =
  /^(?:五年)?(?:年均|累计|总体|平均)?(?:增长|增加|下降|降低|减少|提高|提升|上升|增|降)?(?:至|到|为|约|超过|不超过|不低于|不少于|高于|低于|达到?)?[<>≥≤]?\d[\d.,]*(?:个?百分点|[%％‰])?(?:左右|以上|以下|以内)?$/;
/** What stands where a number is still to be fixed, or is none. */
const WORDED =
  /^(?:(?:进一步|持续|稳步|逐步|不断|明显|基本|保持|总体|有所|全面|力争|较大|大幅)*(?:改善|提高|提升|稳定|好转|下降|降低|减少|增长|增加|完善|优化|达标|消除|持平|良好)|(?:按|完成|达到|控制在)?(?:国家|省|自治区|市|县|上级|省定|市定|国定).{0,8}(?:任务|目标|要求|标准|指标|范围内|以内|下达)|全覆盖|达标|待定|无|另行下达)$/;
const DIGITS = /^\d+(?:\.\d+)?$/;
const YEAR = /^(?:19|20)\d{2}(?:[-—–~～至](?:19|20)?\d{2})?年?(?:度|底|末)?(?:[（(].{1,8}[)）])?$/;
const HAN = /^[\u3400-\u9fff]$/;
/** Characters of a number in words; what is longer says more. */
const LONGEST_NUMBER = 30;
/** Characters of a head in one line. */
const LONGEST_HEAD = 200;

/** Whether a cell says how much, or not how much. */
export function cellKind(text: string): CellKind {
  if (DASH.test(text)) return 'dash';
  if (text.length > LONGEST_NUMBER) return 'word';
  if (PROPERTY_CELL.test(text)) return 'property';
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  return NUMBER_CELL.test(plain) || SIGNED.test(plain) || CHANGE.test(plain) ? 'number' : 'word';
}

/** Whether a cell of words stands where other rows have numbers: 持续改善, 完成省下达任务. */
export function isWordedValue(text: string): boolean {
  return text.length <= LONGEST_NUMBER && WORDED.test(text);
}

/** Whether a word is the name of a column that plans use, or a year. */
export function isColumnName(text: string): boolean {
  const name = text.replace(/\s/g, '');
  // Four digits are a year, or how much.
  if (/^\d/.test(name) && !/^(?:19|20)\d{2}(?!\d)/.test(name)) return false;
  return name.length <= LONGEST_NUMBER && (YEAR.test(name) || COLUMN_NAMES.some((pattern) => pattern.test(name)));
}

/** The rest of a number or a date that running text parts from its digits by a blank. */
export function isMeasure(number: string, next: string): boolean {
  return (
    DIGITS.test(number) &&
    ((isUnitName(next) && !/\d/.test(next)) ||
      /^(?:年[度底末内前中初]?|月[份底末初]?|日|号|时|[点条款章节页期])$/.test(next))
  );
}

/** Whether words are spread over a line, a blank behind every character. */
export function isSpread(pieces: readonly string[]): boolean {
  const single = pieces.filter((piece) => HAN.test(piece) && !isUnitName(piece)).length;
  return single >= 2 && single * 2 > pieces.length;
}

/** Whether a line is the head of a table that is left as text: names of columns between blanks, at least half of them known. */
export function namesColumns(line: string): boolean {
  if (line.length > LONGEST_HEAD || /[，。；：,;:]/.test(line)) return false;
  const pieces = line.trim().split(/[ \u3000]+/);
  const known = pieces.filter(isColumnName).length;
  return pieces.length > 2 && known > 1 && known * 2 >= pieces.length;
}
