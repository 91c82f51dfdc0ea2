import type { View } from '../view.js';

/** Views beside the text, in the order of their tabs. */
export const VIEWS: readonly View[] = [];
