import type { Words } from '../words.js';

/** Words of the views beside the text. */
export const VIEW_WORDS = {} satisfies Words;
