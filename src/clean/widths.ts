import { defineStage } from '../core/draft.js';
import { type Edit, repair } from '../core/edits.js';

/**
 * Full-width digits and letters, with what holds a number or an address together: ２０２５年, １．２万, ９５％, ＧＤＰ,
 * ｗｗｗ．ａ．ｃｎ. Brackets, commas and colons of full width are Chinese punctuation and stay.
 */
const WIDE =
  /(?:[０-９Ａ-Ｚａ-ｚ]|(?<=[0-9A-Za-z])[．－／＿＠](?=[０-９Ａ-Ｚａ-ｚ]))(?:[．－／＿＠](?=[０-９0-9Ａ-Ｚａ-ｚ])|[０-９Ａ-Ｚａ-ｚ0-9])*％?/g;
/** `１．２０２５年建成…` is number 1 of a list, and the year begins the sentence. */
const NUMBERED = /^[０-９]{1,2}．(?=(?:１９|２０|19|20)[０-９0-9]{2}年)/;

/**
 * Digits and letters become ASCII, in which all numbering, years, tables and names are read. The text keeps its length.
 */
export const widths = defineStage({
  id: 'widths',
  edits: ({ text }) =>
    [...text.matchAll(WIDE)].map((match): Edit => {
      const start = match.index;
      const end = start + match[0].length;
      const opens = start === 0 || text[start - 1] === '\n';
      const number = opens ? (NUMBERED.exec(text.slice(start, start + 12))?.[0] ?? '') : '';
      const narrow = [...match[0]].map((c, i) => (i === number.length - 1 ? c : toAscii(c))).join('');
      return { ...repair(start, end, narrow, 'full-width'), aligned: true };
    }),
});

function toAscii(character: string): string {
  const code = character.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
}
