import { defineStage } from '../core/draft.js';
import { type Edit, repair } from '../core/edits.js';

/** Letters of toned syllables: half of them are Latin-1 (à á è é ì í ò ó ù ú ü), the others lie above U+0100. */
const TONED = 'a-zA-ZàáèéìíòóùúüǎěǐǒǔāēīōūǖǘǚǜńňǹḿêɑɡÀÁÈÉÌÍÒÓÙÚÜ';
/** `規(guī)劃`: a Chinese character, then its syllable in brackets; also with the letters lost: `發()`. */
const RESIDUE = new RegExp(`(?<=[\\u3400-\\u9fff])[(（]([${TONED}]{0,7})[)）]`, 'g');
const TONE_MARK = /[àáèéìíòóùúǎěǐǒǔāēīōūǖǘǚǜńňǹ]/;

/**
 * Syllables in brackets that a page adds behind characters. A toned syllable is proof by itself; bare letters or empty
 * brackets are taken only in a text that shows toned ones, for (PPP) and (A) are the issuer's own.
 */
export const pinyinResidue = defineStage({
  id: 'pinyin-residue',
  edits: ({ text }) => {
    const found = [...text.matchAll(RESIDUE)];
    const toned = found.filter((match) => TONE_MARK.test(match[1] ?? '')).length;
    if (toned === 0) return [];
    const often = toned >= 5;
    const edits: Edit[] = [];
    for (const match of found) {
      const syllable = match[1] ?? '';
      const sure = TONE_MARK.test(syllable);
      const likely = often && (syllable === '' || /^[a-zü]{1,6}$/.test(syllable));
      if (sure || likely) edits.push(repair(match.index, match.index + match[0].length, '', 'pinyin-residue'));
    }
    return edits;
  },
});
