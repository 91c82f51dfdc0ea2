import { EVERYBODY } from '../../lexicon/duties.js';
import { readUnit, type UnitName } from '../units.js';
import { listOf } from './names.js';

/** The bodies that a stretch of running text names, all of them such as can be given work. */
export interface Offices {
  readonly names: string[];
  readonly open: boolean;
  /** Whether each is an office by name, with its level or place: 县水务局, not 开发建设单位. */
  readonly named: boolean;
}

const MOST = 20;
const LONGEST = 36;
/** Words before a list that are no part of its first name. */
const BEFORE = /^(?:原则上|同时|并|其中|由|首先|下一步|今后|此外|另外|明确|指定|授权|委托|责成|要求|请|以)+/;
const BEHIND = /(?:也|都|均|还|则|再|又|予以)+$/;
/** Words that stand in sentences about offices and in the name of none. */
const SENTENCE =
  /[的了把将由报]|[在对](?!外)|经(?!信|济|贸|开|管|发|委|营)|依法|依托|根据|按照|到(?=.{2})|后$|后要|向|为|是/;

/** The offices of a list; undefined where one of its names is none. */
export function officesOf(list: string): Offices | undefined {
  const { names, open } = listOf(list.replace(BEFORE, '').replace(BEHIND, ''));
  if (names.length === 0 || names.length > MOST) return undefined;
  let named = true;
  for (const name of names) {
    const unit = name.length > LONGEST || SENTENCE.test(name) ? undefined : readUnit(name);
    if (!unit || !isOffice(unit, name)) return undefined;
    named &&= isNamed(unit);
  }
  return { names, open, named };
}

function isOffice(unit: UnitName, name: string): boolean {
  if (unit.form === 'collective') return !EVERYBODY.test(name);
  if (unit.form === 'bare') return unit.head !== '';
  if (unit.form === 'area') return /各/.test(unit.head) || unit.place !== null;
  return unit.form !== 'plain' || name.length >= 4;
}

function isNamed({ form, head }: UnitName): boolean {
  return form === 'named' || form === 'each' || (form === 'area' && /各/.test(head)) || form === 'bare';
}
