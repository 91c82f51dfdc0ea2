import { weightOf } from '../core/chinese-score.js';
import { defineStage } from '../core/draft.js';
import { type Edit, repair } from '../core/edits.js';
import { repertoire } from '../core/repertoire.js';
import { PROSE_PAIRS } from '../lexicon/prose.js';

/** Letters of toned syllables: half of them are Latin-1 (à á è é ì í ò ó ù ú ü), the others lie above U+0100; and tones set behind their letter. */
const LETTER = 'a-zàáèéìíòóùúüǎěǐǒǔāēīōūǖǘǚǜńňǹḿêɑɡ\\u0300\\u0301\\u0304\\u0308\\u030c';
/** `規(guī)劃`: a Chinese character, or what is left of one, then its syllable in brackets; also with the letters lost: `發()`. */
const SYLLABLE = `[${LETTER}]{1,7}`;
const RESIDUE = new RegExp(
  `(?<=[\\u3400-\\u9fff?\\ufffd])[(（][ \\u00a0\\u3000]{0,2}((?:${SYLLABLE}(?:[ '’·-]${SYLLABLE}){0,3})?)[ \\u00a0\\u3000]{0,2}[)）]`,
  'gi',
);
const TONE_MARK = /[àáèéìíòóùúǎěǐǒǔāēīōūǖǘǚǜńňǹḿ]|\u0300|\u0301|\u0304|\u030c/i;
/** So many toned syllables are no issuer's. */
const MANY = 5;
/** Common characters whose reading an issuer has reason to say: they have two, or another one in names of places. */
const READ_TWICE = /[重行长乐调朝传得地还好和会降教角看空六中数种当间更发干大区市任单台宁石曾车都率]/;

/**
 * Syllables in brackets that a page adds behind characters. A toned syllable goes in a text where pages put them: where one
 * stands behind a common traditional character, or many behind common ones. A handful behind simplified or rare
 * characters is the issuer's, who says how a name is read (埇(yǒng)桥区). Bare letters or empty brackets are taken only in
 * a text that shows toned ones often, for (PPP) and (A) are the issuer's own.
 */
export const pinyinResidue = defineStage({
  id: 'pinyin-residue',
  edits: ({ text }) => {
    const found = [...text.matchAll(RESIDUE)];
    const toned = found.filter((match) => TONE_MARK.test(match[1] ?? ''));
    if (toned.length === 0 || !isResidue(toned.map((match) => text[match.index - 1] ?? ''))) return [];
    const often = toned.length >= MANY;
    const edits: Edit[] = [];
    for (const match of found) {
      const syllable = match[1] ?? '';
      const sure = TONE_MARK.test(syllable);
      const likely = often && !/[?\ufffd]/.test(text[match.index - 1] ?? '') && isBare(match[0], syllable);
      if (sure || likely) edits.push(repair(match.index, match.index + match[0].length, '', 'pinyin-residue'));
    }
    return edits;
  },
});

/** A syllable without its tone, or brackets without their letters; blanks in them are there for filling in. */
function isBare(brackets: string, syllable: string): boolean {
  return syllable === '' ? brackets.length === 2 : /^[a-zü]{1,6}$/.test(syllable);
}

/** Whether syllables behind these characters were put there by a page. */
function isResidue(glossed: readonly string[]): boolean {
  const simplified = new Set(repertoire('gb2312'));
  const frequent = new Set(repertoire('big5-level-1'));
  if (glossed.some((c) => frequent.has(c) && !simplified.has(c))) return true;
  // Nobody says how 规 is read, and nobody at all twice.
  if (new Set(glossed.filter((c) => weightOf(c.charCodeAt(0)) >= 0.5 && !READ_TWICE.test(c))).size >= 2) return true;
  return glossed.length >= MANY && glossed.filter((c) => PROSE_PAIRS.includes(c)).length * 2 > glossed.length;
}
