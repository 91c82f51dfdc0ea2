import { dimensionOf } from '../base-units.js';
import { unitKind } from '../units.js';
import { AGRICULTURE } from './agriculture.js';
import { CULTURE } from './culture.js';
import { EDUCATION } from './education.js';
import type { Indicator } from './entry.js';
import { ENVIRONMENT } from './environment.js';
import { GENERAL } from './general.js';
import { HEALTH } from './health.js';
import { INDUSTRY } from './industry.js';
import { lookupIn } from './lookup.js';
import { formsOf } from './names.js';
import { SOCIAL } from './social.js';
import { TRANSPORT } from './transport.js';
import { URBAN } from './urban.js';
import { WATER } from './water.js';

/** Indicators of public plans, by sector. */
export const INDICATORS_BY_SECTOR: Readonly<Record<string, readonly Indicator[]>> = {
  general: GENERAL,
  education: EDUCATION,
  health: HEALTH,
  social: SOCIAL,
  transport: TRANSPORT,
  environment: ENVIRONMENT,
  water: WATER,
  agriculture: AGRICULTURE,
  industry: INDUSTRY,
  culture: CULTURE,
  urban: URBAN,
};

export const INDICATORS: readonly Indicator[] = Object.values(INDICATORS_BY_SECTOR).flat();

let find: ((form: string) => Indicator | undefined) | undefined;

/** Kinds of units that any indicator may change by. */
const CHANGES = new Set(['rate', 'points', 'times']);
const COUNTS = new Set(['people', 'things']);

/** Whether values in `unit` can belong to an indicator that plans give in `usual`. */
function unitFits(unit: string, usual: string): boolean {
  if (unit === '' || usual === '') return true;
  const [kind, usualKind] = [unitKind(unit), unitKind(usual)];
  if (CHANGES.has(kind) || kind === 'index') return true;
  const dimension = dimensionOf(unit);
  const usualDimension = dimensionOf(usual);
  if (dimension !== null || usualDimension !== null) return dimension === usualDimension;
  if (COUNTS.has(kind)) return COUNTS.has(usualKind) || usualKind === 'index';
  return kind === usualKind || usualKind === 'index';
}

/** Names are short; what is longer is a sentence. */
const MAX_NAME = 60;

/**
 * The common name of what an indicator, as printed, measures; null where none is known, or where it cannot be measured
 * in that unit (个 for a rate).
 */
export function indicatorId(name: string, unit = ''): string | null {
  if (name.length > MAX_NAME) return null;
  const entry = entryOf(name);
  return entry && unitFits(unit, entry.unit) ? entry.id : null;
}

/** Names that were looked up: a plan says the same ones in its text, its tables and its annexes. */
const known = new Map<string, Indicator | undefined>();
const MOST_KNOWN = 2000;

function entryOf(name: string): Indicator | undefined {
  if (known.has(name)) return known.get(name);
  // Made on first use: a run that finds no target needs none.
  find ??= lookupIn(INDICATORS);
  let entry: Indicator | undefined;
  for (const form of formsOf(name)) {
    entry = find(form);
    if (entry) break;
  }
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, entry);
  return entry;
}
