const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/**
 * The number that Chinese numerals, Arabic digits or a circled digit stand for: 二十三 → 23, 二〇三五 → 2035, 12 → 12.
 * Undefined for anything else. Up to 9,999.
 */
export function numeral(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const circled = CIRCLED.indexOf(text);
  if (circled >= 0 && text.length === 1) return circled + 1;
  if (!/^[零〇一二两三四五六七八九十百千]+$/.test(text)) return undefined;
  if (!/[十百千]/.test(text)) return Number([...text].map((c) => DIGITS[c]).join(''));
  let total = 0;
  let digit: number | undefined;
  for (const character of text) {
    const ten = TENS[character];
    if (ten === undefined) digit = DIGITS[character];
    else {
      total += (digit ?? 1) * ten;
      digit = undefined;
    }
  }
  return total + (digit ?? 0);
}
