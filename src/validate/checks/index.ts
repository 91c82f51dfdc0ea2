import type { Known } from '../known.js';
import type { Fault, StoredRecord } from '../record.js';
import { damage } from './damage.js';
import { dates } from './dates.js';
import { evidence } from './evidence.js';
import { quoted } from './quoted.js';
import { references } from './references.js';
import { units } from './units.js';

/** Everything that a record says by itself and by what is known of the others; repeats and texts aside. */
export function* faultsOf(record: StoredRecord, known: Known): Generator<Fault> {
  yield* references(record, known);
  yield* evidence(record, known);
  yield* quoted(record);
  yield* dates(record);
  yield* units(record);
  yield* damage(record, known);
}
