import type { View } from '../view.js';
import { matrix } from './matrix.js';
import { paths } from './paths.js';
import { tables } from './tables.js';
import { timeline } from './timeline.js';

/** Views beside the text, in the order of their tabs. */
export const VIEWS: readonly View[] = [tables, timeline, paths, matrix];
