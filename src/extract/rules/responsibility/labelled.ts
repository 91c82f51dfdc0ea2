import { ROLE_LABELS } from '../../../lexicon/role-labels.js';
import { namesOf } from '../../bodies.js';
import type { Roles } from '../../roles.js';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const LABELS = [...ROLE_LABELS].sort((a, b) => b[0].length - a[0].length);
const LABEL = new RegExp(`(${LABELS.map(([label]) => escaped(label)).join('|')})\\s*[:：]`, 'g');

/** What may stand before the first label: nothing, or other facts with labels of their own (完成时限:…;牵头领导:…). */
const OTHER_FACTS = /^[\s,，;；]*(?:[^:：;；]{2,8}[:：][^:：;；]{0,40}[;；]\s*)*$/;
/** What ends a list of names: a full stop, a remark on who leads, another fact. */
const REMARK =
  /。|[,，;；]\s*(?=(?:列|排)(?:在|名)?.{0,4}(?:首|第一)|下同|(?:完成|办结)?时限|责任人|牵头领导|分管领导|主管领导)/;

/**
 * `牵头单位:A;责任单位:B、C,各D`: labels, each with the list behind it. Undefined where there is no label.
 * Examples: `牵头单位:县教育局;责任单位:县财政局` · `责任单位:省财政厅、省税务局` · `牵头单位:县统计局,责任单位:县教育局`
 */
export function labelledStatement(inner: string): Roles | undefined {
  const found = [...inner.matchAll(LABEL)];
  const first = found[0];
  if (!first || !OTHER_FACTS.test(inner.slice(0, first.index))) return undefined;
  const roles = { leads: [] as string[], responsible: [] as string[], partners: [] as string[] };
  found.forEach((match, i) => {
    const role = LABELS.find(([label]) => label === match[1])?.[1];
    const from = match.index + match[0].length;
    const list = (inner.slice(from, found[i + 1]?.index ?? inner.length).split(REMARK)[0] ?? '').trim();
    const names = /^(?:无|暂无|-)$/.test(list) ? [] : namesOf(list);
    if (role === 'lead') roles.leads.push(...names);
    else if (role === 'partner') roles.partners.push(...names);
    else roles.responsible.push(...names);
  });
  return roles;
}
