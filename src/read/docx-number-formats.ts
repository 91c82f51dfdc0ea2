/*
 * How Word writes a number of a list: ST_NumberFormat, ECMA-376 Part 1, 17.18.59. What no Chinese plan uses (Hebrew, Thai …)
 * falls back to decimal.
 */

const HAN_DIGITS = '〇一二三四五六七八九';
const LEGAL_SIMPLIFIED = '零壹贰叁肆伍陆柒捌玖';
const LEGAL_TRADITIONAL = '零壹貳參肆伍陸柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** 十二, 一百零三: `one` says whether ten and hundred have their 一 (壹拾), `zero` what stands for places that are empty. */
function counted(value: number, digits: string, places: string, one: boolean, zero: string): string {
  if (value > 9999) return `${value}`;
  let text = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) gap = text !== '';
    else {
      const bare = digit === 1 && place > 0 && text === '' && !one && (place === 1 || zero === '');
      text += `${gap ? zero : ''}${bare ? '' : digits[digit]}${place > 0 ? places[place - 1] : ''}`;
      gap = false;
    }
  }
  return text || (digits[0] ?? '');
}

const han = (value: number): string => counted(value, HAN_DIGITS, '十百千', false, '零');
const digitwise = (value: number): string => `${value}`.replace(/\d/g, (digit) => HAN_DIGITS[Number(digit)] ?? digit);

/** A, B … Z, AA, BB: Word repeats the letter. */
function letters(value: number): string {
  const times = Math.floor((value - 1) / 26) + 1;
  return times > 10 ? `${value}` : String.fromCharCode(97 + ((value - 1) % 26)).repeat(times);
}

function roman(value: number): string {
  if (value > 3999) return `${value}`;
  let rest = value;
  let text = '';
  for (const [size, sign] of ROMAN) {
    for (; rest >= size; rest -= size) text += sign;
  }
  return text;
}

/** One character of a series that begins at `first`; decimal behind its end. */
const series =
  (first: number, length: number) =>
  (value: number): string =>
    value <= length ? String.fromCharCode(first + value - 1) : `${value}`;

const circled = (value: number): string => {
  if (value <= 20) return series(0x2460, 20)(value);
  if (value <= 35) return String.fromCharCode(0x3251 + value - 21);
  return value <= 50 ? String.fromCharCode(0x32b1 + value - 36) : `${value}`;
};

const around =
  (signs: string) =>
  (value: number): string =>
    signs[(value - 1) % signs.length] ?? `${value}`;

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  chineseCounting: han,
  chineseCountingThousand: han,
  taiwaneseCounting: han,
  taiwaneseCountingThousand: han,
  japaneseCounting: (value) => counted(value, HAN_DIGITS, '十百千', false, ''),
  ideographDigital: digitwise,
  japaneseDigitalTenThousand: digitwise,
  taiwaneseDigital: digitwise,
  koreanDigital2: digitwise,
  chineseLegalSimplified: (value) => counted(value, LEGAL_SIMPLIFIED, '拾佰仟', true, '零'),
  ideographLegalTraditional: (value) => counted(value, LEGAL_TRADITIONAL, '拾佰仟', true, '零'),
  japaneseLegal: (value) => counted(value, LEGAL_TRADITIONAL, '拾佰仟', true, ''),
  ideographTraditional: around(STEMS),
  ideographZodiac: around(BRANCHES),
  ideographEnclosedCircle: series(0x3280, 10),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: series(0x2474, 20),
  decimalEnclosedFullstop: series(0x2488, 20),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalZero: (value) => `${value}`.padStart(2, '0'),
  numberInDash: (value) => `- ${value} -`,
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerLetter: letters,
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
  hex: (value) => value.toString(16).toUpperCase(),
  none: () => '',
};

function fullWidth(value: number): string {
  return `${value}`.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
}

/** A number of a list in one of Word's formats (`chineseCounting`, `decimalEnclosedCircle` …), as it is printed. */
export function formatNumber(value: number, format: string): string {
  // Lists may start at 0, which letters and Chinese counting have no sign for.
  if (value < 1) return format === 'none' ? '' : format.startsWith('chineseCounting') ? '〇' : `${value}`;
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  return write?.(value) ?? `${value}`;
}
