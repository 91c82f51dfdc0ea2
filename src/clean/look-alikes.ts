import { defineStage } from '../core/draft.js';
import { type Edit, repair } from '../core/edits.js';

/**
 * What PDF and Word exports put for Chinese characters that look the same: Kangxi radicals (⽅ for 方) and compatibility
 * ideographs, by Unicode's own mapping (NFKC). The twelve of that block that are characters of their own (﨑) stay.
 */
const MAPPED = /[\u2e9f\u2ef3\u2f00-\u2fd5\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufad9]/;
/** The radicals beyond it that exports write for whole characters. Unicode has ⼾ as 戶; fonts of the mainland mean 户. */
const ALIKE: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'⼾户⺠民⺝月⺓幺⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙'.matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, radical = '', character = '']) => [radical, character]),
);
const RUN = new RegExp(`(?:[${Object.keys(ALIKE).join('')}]|${MAPPED.source})+`, 'g');

export const radicals = defineStage({
  id: 'radicals',
  edits: ({ text }) =>
    [...text.matchAll(RUN)].map(({ index, 0: run }): Edit => {
      const after = [...run].map((c) => ALIKE[c] ?? c.normalize('NFKC')).join('');
      return { ...repair(index, index + run.length, after, 'radical'), aligned: after.length === run.length };
    }),
});

/** Latin letters whose accents are characters of their own, as macOS and some editors store them: gui\u0304 for guī. */
const COMBINED = /[A-Za-z][\u0300-\u036f]{1,3}/g;

export const accents = defineStage({
  id: 'accents',
  edits: ({ text }) =>
    [...text.matchAll(COMBINED)].map(({ index, 0: run }) =>
      repair(index, index + run.length, run.normalize('NFC'), 'accent'),
    ),
});

/** Symbol fonts of Word keep their bullets at U+F020–F0FF, where nobody else sees more than a box. */
const BULLET = /^[ \t\u00a0\u3000]*([\uf020-\uf0ff])/gm;

export const bullets = defineStage({
  id: 'bullets',
  edits: ({ text }) =>
    [...text.matchAll(BULLET)].map((match) => {
      const end = match.index + match[0].length;
      return repair(end - 1, end, '•', 'bullet');
    }),
});
