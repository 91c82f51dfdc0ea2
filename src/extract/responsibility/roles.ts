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

/** Add what another statement about the same work says. */
export function addRoles(roles: Roles, more: Roles): void {
  roles.leads.push(...more.leads);
  roles.responsible.push(...more.responsible);
  roles.partners.push(...more.partners);
  roles.open ||= more.open;
}
