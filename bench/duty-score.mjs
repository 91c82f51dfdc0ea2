import { alike, bare, pair } from './phrase-score.mjs';

/*
 * How far the responsibilities of a document agree with those that a careful reader takes out of a phrase
 * (fixtures/responsibility-phrases). Statements are paired by the units that they share in one role; units are counted,
 * and statements that are right in all. A phrase may also say who does which target, which units are implied, and what
 * is known of some units.
 */

const ROLES = [
  ['lead', 'leads'],
  ['partner', 'partners'],
];
const keyOf = (role, name) => `${role} ${bare(name)}`;
/** The units of a statement, each with its role; the same twice counts once. */
const rolesOf = (record) =>
  new Map(ROLES.flatMap(([role, list]) => (record[list] ?? []).map((name) => [keyOf(role, name), `${role} ${name}`])));

const shown = (r) =>
  [`${r.style} ${(r.leads ?? []).join('、') || '–'}`, (r.partners ?? []).join('、')].filter(Boolean).join(' + ') +
  (r.duty ? `: ${r.duty}` : '');

/** Below this two duties are about different work. */
const DUTY_ALIKE = 0.5;

function shared(wanted, found) {
  let count = 0;
  for (const key of wanted.keys()) if (found.has(key)) count++;
  return count;
}

/** The likeness of two statements by the units that they share in one role, 0 for none: such are no pair. */
function likeness(wanted, found) {
  const [mine, theirs] = [rolesOf(wanted), rolesOf(found)];
  const common = shared(mine, theirs);
  if (common === 0) return 0;
  const duty = wanted.duty && found.duty ? alike(wanted.duty, found.duty) : 0;
  const style = wanted.style === found.style ? 0.3 : 0;
  // Of two that are alike the one that has to be found comes first.
  return common / (mine.size + theirs.size - common) + style + duty / 2 + (wanted.optional ? 0 : 0.01);
}

/** What one list of units with roles lacks, and what it has beside another. */
function unitFaults(wanted, found) {
  return [
    ...[...wanted].filter(([key]) => !found.has(key)).map(([, text]) => `lacks ${text}`),
    ...[...found].filter(([key]) => !wanted.has(key)).map(([, text]) => `has ${text}`),
  ];
}

function faultsOf(wanted, found) {
  const faults = unitFaults(rolesOf(wanted), rolesOf(found));
  for (const field of ['style', 'basis'])
    if (wanted[field] !== undefined && wanted[field] !== found[field]) faults.push(`${field} "${found[field]}"`);
  if (wanted.duty && alike(wanted.duty, found.duty) < DUTY_ALIKE) faults.push(`duty ${JSON.stringify(found.duty)}`);
  return faults;
}

const none = () => ({ wanted: 0, found: 0, matched: 0, records: 0, right: 0 });

function compareStatements(phrase, responsibilities, notes) {
  const counts = { bracket: none(), body: none() };
  const wanted = [
    ...phrase.responsibilities,
    ...(phrase.optional ?? []).map((record) => ({ ...record, optional: true })),
  ];
  const pairs = pair(wanted, responsibilities, likeness);
  wanted.forEach((record, i) => {
    if (record.optional) return;
    const count = counts[record.style];
    const roles = rolesOf(record);
    count.wanted += roles.size;
    count.records++;
    const other = responsibilities[pairs.wanted.get(i)];
    if (!other) {
      notes.push(`- ${shown(record)}`);
      return;
    }
    const others = rolesOf(other);
    count.found += others.size;
    count.matched += shared(roles, others);
    const faults = faultsOf(record, other);
    if (faults.length === 0) count.right++;
    else notes.push(`~ ${shown(record)}: ${faults.join(', ')}`);
  });
  responsibilities.forEach((record, j) => {
    if (pairs.found.has(j)) return;
    counts[record.style].found += rolesOf(record).size;
    notes.push(`+ ${shown(record)}`);
  });
  return counts;
}

const NAME_ALIKE = 0.4;

/** Who does the targets that a phrase tells of: all of one name have to agree. */
function compareLinks(links, { targets, responsibilities }, notes) {
  const statements = new Map(responsibilities.map((record) => [record.id, record]));
  let right = 0;
  for (const link of links) {
    const scores = targets.map((target) => alike(link.target, target.indicator));
    const best = Math.max(0, ...scores);
    if (best < NAME_ALIKE) {
      notes.push(`- link ${link.target}: no such target`);
      continue;
    }
    const faults = targets.flatMap((target, i) => {
      if (scores[i] < best) return [];
      const linked = target.responsibilities.flatMap((id) => statements.get(id) ?? []);
      const leads = linked.flatMap((record) => record.leads);
      const partners = linked.flatMap((record) => record.partners).filter((name) => !leads.includes(name));
      const told = { ...(link.leads ? { leads } : {}), ...(link.partners ? { partners } : {}) };
      return unitFaults(rolesOf(link), rolesOf(told));
    });
    if (faults.length === 0) right++;
    else notes.push(`~ link ${link.target}: ${[...new Set(faults)].join(', ')}`);
  }
  return { wanted: links.length, right };
}

/** What is known of units, in the fields that a phrase tells. */
function compareUnits(wanted, responsibilities, notes) {
  const all = responsibilities.flatMap((record) => record.units);
  let right = 0;
  for (const { name, ...fields } of wanted) {
    const found = all.filter((unit) => bare(unit.name) === bare(name));
    const faults = found.flatMap((unit) =>
      Object.keys(fields)
        .filter((field) => fields[field] !== unit[field])
        .map((field) => `${field} ${JSON.stringify(unit[field])}`),
    );
    if (found.length > 0 && faults.length === 0) right++;
    else if (found.length === 0) notes.push(`- unit ${name}`);
    else notes.push(`~ unit ${name}: ${[...new Set(faults)].join(', ')}`);
  }
  return { wanted: wanted.length, right };
}

function compareImplied(wanted, responsibilities, notes) {
  const found = new Set(responsibilities.flatMap((record) => record.implied));
  const lacking = wanted.filter((name) => !found.has(name));
  for (const name of lacking) notes.push(`- implied ${name}`);
  for (const name of found) if (!wanted.includes(name)) notes.push(`+ implied ${name}`);
  return { wanted: wanted.length, right: wanted.length - lacking.length };
}

/**
 * What of a phrase's responsibilities a document gives. `notes` has a line for each that is missed (-), invented (+) or
 * wrong (~). Optional statements are neither missed nor invented. Targets and deadlines themselves are not compared.
 */
export function compareDuties(phrase, document) {
  const notes = [];
  const { bracket, body } = compareStatements(phrase, document.responsibilities, notes);
  const links = compareLinks(phrase.links ?? [], document, notes);
  const units = compareUnits(phrase.units ?? [], document.responsibilities, notes);
  const implied = compareImplied(phrase.implied ?? [], document.responsibilities, notes);
  return { bracket, body, links, units, implied, notes };
}
