import { allMatches } from '../../core/search.js';
import { FACT_LABEL, NOBODY, ROLE_LABEL, type Role, roleOfLabel } from '../../lexicon/role-labels.js';
import { readUnit } from '../units.js';
import { listOf } from './names.js';
import { addNames, addRoles, noRoles, type Roles } from './roles.js';
import { JOINS, verbStatement } from './verbs.js';

const COLON = '\\s*(?:[:：]|(?<=单位|部门)(?:分别)?(?:为|是))\\s*';
const LABEL = new RegExp(`(?:(${ROLE_LABEL})|${FACT_LABEL})${COLON}`, 'g');
/** A label of anything else behind a mark: what stands behind it is no list of bodies. */
const OTHER_LABEL = /[\s,，;；。、][\u4e00-\u9fff]{2,8}[:：]/;

/** What ends a list of names: a full stop, a remark on who leads. */
const REMARK =
  /。|[,，;；(（]\s*(?=(?:按|以)?(?:列|排)(?:在|名)?.{0,4}(?:首|第一|最前)|(?:无|没有|未明确|未列)牵头)|[,，;；(（]?(?:以)?下同/;

/** A label with the text behind it, as far as the next one. `role` is null for labels of other facts. */
export interface Labelled {
  readonly role: Role | null;
  /** In its own words. */
  readonly label: string;
  readonly start: number;
  readonly list: string;
  /** Where the list ends. */
  readonly end: number;
}

/** The labels of a text in order, each with its list. Offsets count in the text. */
export function labelsIn(text: string): Labelled[] {
  const found = allMatches(LABEL, text);
  return found.map((match, i): Labelled => {
    const from = match.index + match[0].length;
    const rest = text.slice(from, found[i + 1]?.index ?? text.length);
    const list = rest.split(REMARK)[0]?.split(OTHER_LABEL)[0] ?? '';
    const label = match[1] ?? '';
    return { role: label ? roleOfLabel(label) : null, label, start: match.index, list, end: from + list.length };
  });
}

/**
 * `牵头单位:A;责任单位:B、C,各D`: labels, each with the list behind it. Undefined where there is no label of a role, or
 * words stand before the first label.
 */
export function labelledStatement(inner: string): Roles | undefined {
  const labels = labelsIn(inner);
  const first = labels[0];
  if (!first || labels.every(({ role }) => role === null)) return undefined;
  // (县行政审批局;配合:农商银行): bodies before the first label are responsible, other words make it no statement.
  const roles = { ...noRoles(), responsible: listOf(inner.slice(0, first.start)).names };
  if (!roles.responsible.every((name) => readUnit(name) !== undefined)) return undefined;
  let doer = '';
  for (const { role, label, list } of labels) {
    if (role === null) continue;
    // 责任单位:A;落实单位:B: who is responsible is named first.
    const later =
      role === 'responsible' && doer !== '' && /责任|主管|负责/.test(doer) && /落实|实施|执行|承办|属地/.test(label)
        ? 'partner'
        : role;
    if (role === 'responsible' && list.trim() !== '') doer ||= label;
    addRoles(roles, rolesOfList(list.trim(), later));
  }
  return roles;
}

/** The bodies behind a label. Verbs in the list say more than the label: 责任单位:A牵头,B配合. */
function rolesOfList(list: string, role: Role): Roles {
  const roles = noRoles();
  if (NOBODY.test(list)) return roles;
  const own = verbStatement(list);
  // 牵头单位:县水务局会同县财政局: whom a lead works with takes part.
  const [first = '', ...joined] = own ? [] : list.split(JOINS);
  const { names, open } = own ? { names: own.responsible, open: own.open } : listOf(first);
  for (const more of joined) addNames(roles, listOf(more).names, 'partners');
  addNames(roles, names, role === 'lead' ? 'leads' : role === 'partner' ? 'partners' : 'responsible');
  roles.open = open;
  if (own) {
    roles.leads.push(...own.leads);
    roles.partners.push(...own.partners);
  }
  return roles;
}
