import { type Score, scoreText } from './encoding-score.js';

/** Syllables that make up some 60 % of Korean prose. Chinese bytes read as EUC-KR give rare ones. */
const FREQUENT_HANGUL =
  '이다는의에가을를하고은로한도지사으서기어자시대리나인정그들해수부일보안전제상아과여주있국원것등년만선장게면성관조신구경위습니까요';

const LABELS = ['euc-kr', 'shift_jis', 'euc-jp'] as const;

/**
 * Whether high bytes read as Korean or Japanese prose: then the share of Han characters among its letters, 0..1, else
 * null. EUC-KR overlaps GB 2312 byte for byte, so only the syllables that come out tell them apart.
 */
export function foreignShare(sample: Uint8Array): number | null {
  for (const label of LABELS) {
    const text = new TextDecoder(label).decode(sample);
    const score = scoreText(text);
    if (label === 'euc-kr' ? isKorean(text, score) : isJapanese(score)) {
      const letters = score.han + score.kana + score.hangul;
      return letters === 0 ? 0 : score.han / letters;
    }
  }
  return null;
}

function isKorean(text: string, score: Score): boolean {
  if (score.count < 4 || score.errors > score.count * 0.1 || score.hangul < score.count * 0.6) return false;
  const syllables = new Set(FREQUENT_HANGUL);
  let frequent = 0;
  for (const character of text) if (syllables.has(character)) frequent++;
  return frequent > score.hangul * 0.35;
}

/** Chinese text has next to no kana, in its own encodings; misread Big5 has some, as its commonest lead is a kana row. */
function isJapanese(score: Score): boolean {
  return score.count >= 4 && score.errors <= score.count * 0.1 && score.kana > score.count * 0.3;
}
