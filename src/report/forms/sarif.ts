import type { Finding, ReportAbout, ReportTools, ReportWriting, Rule } from '../finding.js';
import { sentenceOf } from './text.js';

/* SARIF 2.1.0 (OASIS), in the part that GitHub code scanning and editors read. Numbers in brackets are its sections. */

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
/** Paths count from the root of the repository, where CI runs; readers know it by this name. */
const ROOT = '%SRCROOT%';
const FINGERPRINT = 'gongwenFinding/v1';

const LONE_SURROGATE = /\p{Cs}/gu;

/** A path as a URI reference (RFC 3986): relative to the root, or `file:` where it is absolute [3.4.4]. */
export function uriOf(path: string): { uri: string; uriBaseId?: string } {
  const slashed = /^[A-Za-z]:[\\/]/.test(path) ? `/${path.replaceAll('\\', '/')}` : path;
  const parts = slashed.replace(LONE_SURROGATE, '\ufffd').split('/');
  // `./` says nothing, and two slashes in a row would name a host.
  const kept = parts.filter((part, i) => part !== '.' && (part !== '' || (i === 0 && parts.length > 1)));
  const uri = kept.map(encodeURIComponent).join('/');
  return slashed.startsWith('/') ? { uri: `file://${uri}` } : { uri: uri || '.', uriBaseId: ROOT };
}

function locationOf({ file, line, column, place }: Finding) {
  const region = line === undefined ? {} : { region: { startLine: line, ...(column ? { startColumn: column } : {}) } };
  const logical = place === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: place }] };
  return { physicalLocation: { artifactLocation: uriOf(file), ...region }, ...logical };
}

/** Names of findings that stay the same when lines are put in above them [3.27.17]; equal ones are numbered. */
function fingerprints(hash: ReportTools['hash']): (finding: Finding) => string {
  const times = new Map<string, number>();
  return ({ rule, file, message }) => {
    const name = hash(JSON.stringify([rule, file, message])).slice(0, 32);
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return `${name}:${time}`;
  };
}

/** Rules that findings name, those that nobody has described last. */
function rulesOf(known: readonly Rule[], findings: readonly Finding[]): Rule[] {
  const ids = new Set(known.map(({ id }) => id));
  const more: Rule[] = [];
  for (const { rule, level } of findings) {
    if (ids.has(rule)) continue;
    ids.add(rule);
    more.push({ id: rule, level, summary: rule });
  }
  return [...known, ...more];
}

const described = ({ id, level, summary }: Rule) => ({
  id,
  shortDescription: { text: summary },
  fullDescription: { text: summary },
  defaultConfiguration: { level },
  properties: { tags: ['data-quality'] },
});

/** A SARIF log with one run; given as a whole at the end, for its rules stand before its results. */
export function sarifReport({ command, version, rules }: ReportAbout, { hash }: ReportTools): ReportWriting {
  const findings: Finding[] = [];
  return {
    add: (checked) => {
      findings.push(...checked.findings);
      return '';
    },
    end: ({ data }) => {
      const all = rulesOf(rules, findings);
      const index = new Map(all.map(({ id }, i) => [id, i]));
      const fingerprint = fingerprints(hash);
      const driver = { name: `gongwen ${command}`, version, rules: all.map(described) };
      const results = findings.map((finding) => ({
        ruleId: finding.rule,
        ruleIndex: index.get(finding.rule),
        level: finding.level,
        message: { text: [sentenceOf(finding), ...(finding.details ?? [])].join('\n') },
        locations: [locationOf(finding)],
        partialFingerprints: { [FINGERPRINT]: fingerprint(finding) },
      }));
      const base = { [ROOT]: { description: { text: 'The root of the repository.' } } };
      const run = {
        tool: { driver },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: base,
        results,
        properties: data,
      };
      return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
    },
  };
}
