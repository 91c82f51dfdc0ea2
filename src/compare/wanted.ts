import { INDICATORS, indicatorId } from '../lexicon/indicators/index.js';
import { canonicalName } from '../lexicon/indicators/names.js';
import { GENERAL_LEAD } from '../lexicon/subjects.js';
import type { Statement, Wanted } from './model.js';

/** What may be asked for: the id of a known indicator, or any name. */
const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$|^[a-z]{2,}$/;

const known = (asked: string) => INDICATORS.find(({ id }) => id === asked);

/** Whether something looks like the id of an indicator and is none. */
export const isUnknownId = (asked: string): boolean => ID.test(asked) && !known(asked) && indicatorId(asked) === null;

/** The name that a line of the list goes by, where it gives none of its own. */
export const wantedLabel = ({ asked, label }: Wanted): string => label ?? known(asked)?.name ?? asked;

/** Whether statements of one row are of the indicator that was asked for, whatever their quantity. */
export function isWanted({ asked }: Wanted): (statements: readonly Statement[]) => boolean {
  const id = known(asked)?.id ?? indicatorId(asked);
  if (id !== null) return (statements) => statements[0]?.id === id;
  const name = canonicalName(asked.replace(GENERAL_LEAD, ''));
  return (statements) => statements.some((one) => one.id === null && one.name === name);
}
