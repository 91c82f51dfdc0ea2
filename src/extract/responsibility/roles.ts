/** Who a statement names, by the word that names them. */
export interface Roles {
  leads: string[];
  /** 负责, 责任单位: leads where nobody else is said to lead. */
  responsible: string[];
  partners: string[];
  /** Whether more than the named are meant: 等部门, 及相关单位. */
  open: boolean;
}

export function noRoles(): Roles {
  return { leads: [], responsible: [], partners: [], open: false };
}

export function namesIn({ leads, responsible, partners }: Roles): string[] {
  return [...leads, ...responsible, ...partners];
}

/** A role in a bracket beside a name: 县水务局(牵头). */
export const ROLE_MARK =
  /[(（［[【〔](总?牵头|主办|主责|主|负责|责任|配合|协办|协助|协同|参与|参加|协|配)(?:单位|部门)?[)）\]］】〕]/;

/** The list that a word of role puts a name into. */
export function listOfRole(word: string): keyof Pick<Roles, 'leads' | 'responsible' | 'partners'> {
  return /牵头|主/.test(word) ? 'leads' : /责/.test(word) ? 'responsible' : 'partners';
}

/** Add names with the role that their list gives them, or their own: 县水务局(牵头). */
export function addNames(
  roles: Roles,
  names: readonly string[],
  role: keyof Pick<Roles, 'leads' | 'responsible' | 'partners'>,
): void {
  for (const printed of names) {
    const said = ROLE_MARK.exec(printed);
    const name = printed.replace(said?.[0] ?? '', '').replace(/^[★☆▲△●○■□◆◇*＊]+|[★☆▲△■□*＊]+$/g, '');
    if (name === '') continue;
    roles[said ? listOfRole(said[1] ?? '') : role].push(name);
  }
}

/** Add what another statement about the same work says. */
export function addRoles(roles: Roles, more: Roles): void {
  roles.leads.push(...more.leads);
  roles.responsible.push(...more.responsible);
  roles.partners.push(...more.partners);
  roles.open ||= more.open;
}
