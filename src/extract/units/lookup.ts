import { COMPETENCES } from '../../lexicon/bodies/competences.js';
import type { Competence, Office } from '../../lexicon/bodies/entry.js';
import { INSTITUTIONS, ORGANISATIONS, ORGANS, PARTY_OFFICES } from '../../lexicon/bodies/party.js';
import { TASKFORCES } from '../../lexicon/bodies/taskforces.js';
import { CHAINS, NATIONAL, VERTICALS } from '../../lexicon/bodies/verticals.js';
import { spellings } from '../../lexicon/indicators/spellings.js';

/** The tables of offices by every spelling, made on first use. */
interface Tables {
  readonly offices: ReadonlyMap<string, Office>;
  readonly party: ReadonlyMap<string, Office>;
  readonly national: ReadonlyMap<string, Office>;
  readonly chains: ReadonlyMap<string, Office>;
  readonly verticals: ReadonlyMap<string, Office>;
  readonly taskforces: ReadonlyMap<string, Office>;
  readonly institutions: ReadonlyMap<string, Office>;
  /** Words of competences with the place of the competence in its table. */
  readonly words: ReadonlyMap<string, number>;
  /** Names of departments that hold their ending: 教委. */
  readonly whole: ReadonlyMap<string, Competence>;
}

let made: Tables | undefined;

const listed = (forms: string | undefined): string[] =>
  (forms ?? '')
    .split(' ')
    .filter((form) => form !== '')
    .flatMap((form) => spellings(form, (piece) => piece));

function byName(...tables: (readonly Office[])[]): Map<string, Office> {
  const map = new Map<string, Office>();
  for (const office of tables.flat())
    for (const form of [office.name, ...listed(office.forms)]) if (!map.has(form)) map.set(form, office);
  return map;
}

/** All tables of the lexicon of bodies. */
export function tables(): Tables {
  if (made) return made;
  const words = new Map<string, number>();
  const whole = new Map<string, Competence>();
  COMPETENCES.forEach((competence, index) => {
    for (const form of [competence.name, ...listed(competence.forms)]) if (!words.has(form)) words.set(form, index);
    for (const form of listed(competence.whole)) whole.set(form, competence);
  });
  made = {
    offices: byName(ORGANS, ORGANISATIONS),
    party: byName(PARTY_OFFICES),
    national: byName(NATIONAL),
    chains: byName(CHAINS),
    verticals: byName(VERTICALS),
    taskforces: byName(TASKFORCES),
    institutions: byName(INSTITUTIONS),
    words,
    whole,
  };
  return made;
}

/** Words of a stem: which competences it is made of, and whether all of them are single characters. */
export interface Competences {
  readonly unitId: string;
  readonly ministry: boolean;
  /** Written with single characters alone: 教体, 文广旅. */
  readonly short: boolean;
}

const LONGEST_STEM = 24;
const LONGEST_WORD = 12;

/**
 * The competences that a stem is made of without remainder: 教育体育, 文化广电和旅游, 住建和交通. A single character counts
 * only beside others.
 */
export function competencesOf(stem: string): Competences | undefined {
  if (stem === '' || stem.length > LONGEST_STEM) return undefined;
  const { words } = tables();
  // For every place the reading of what stands before it that has the fewest words.
  const best: (readonly { index: number; length: number }[] | undefined)[] = [[]];
  for (let end = 1; end <= stem.length; end++) {
    for (let length = 1; length <= Math.min(end, LONGEST_WORD); length++) {
      const before = best[end - length];
      if (!before) continue;
      const piece = stem.slice(end - length, end);
      const joint = length > 1 && before.length > 0 ? piece.replace(/^[和与及、]/, '') : piece;
      const index = words.get(joint);
      if (index === undefined || (joint !== piece && joint.length === 1)) continue;
      const known = best[end];
      if (!known || before.length + 1 < known.length) best[end] = [...before, { index, length: joint.length }];
    }
  }
  const parts = best[stem.length];
  if (!parts || (parts.length === 1 && parts[0]?.length === 1)) return undefined;
  const order = [...new Set(parts.map(({ index }) => index))].sort((a, b) => a - b);
  return {
    unitId: order.map((index) => COMPETENCES[index]?.id ?? '').join('-'),
    ministry: COMPETENCES[order[0] ?? 0]?.ministry === true,
    short: parts.every(({ length }) => length === 1),
  };
}
