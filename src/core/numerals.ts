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
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿';

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

const HAN_DIGITS = '零一二三四五六七八九';

/** The Chinese numeral as a heading prints it: 3 → 三, 10 → 十, 23 → 二十三, 105 → 一百零五. From 1 to 999. */
export function hanNumeral(number: number): string {
  const hundreds = Math.floor(number / 100);
  const tens = Math.floor((number % 100) / 10);
  const ones = number % 10;
  const head = hundreds > 0 ? `${HAN_DIGITS[hundreds]}百` : '';
  const middle = tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : HAN_DIGITS[tens]}十` : '';
  const between = hundreds > 0 && tens === 0 && ones > 0 ? '零' : '';
  return head + middle + between + (ones > 0 ? HAN_DIGITS[ones] : '');
}
