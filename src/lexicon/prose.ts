import { ECONOMY } from './prose/economy.js';
import { GENERAL } from './prose/general.js';
import { LAND } from './prose/land.js';
import { PAIRS } from './prose/pairs.js';
import { SOCIETY } from './prose/society.js';
import { WORDS } from './prose/words.js';

/*
 * How official Chinese reads, written from knowledge of the genre and taken from no document: it ranks guesses where a page
 * lost a character, beside the document itself, and never changes a text by itself. To teach it a word, write it where
 * its sector stands, with the characters that usually stand before and behind it. Load it with `import()`: few texts need it.
 */
export const PROSE = [GENERAL, SOCIETY, ECONOMY, LAND].join('\n');
export const PROSE_PAIRS = PAIRS;
/** Words, each with a blank behind it. */
export const PROSE_WORDS = WORDS;
