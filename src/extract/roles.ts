/** Who a statement names, by the word that names them. */
export interface Roles {
  readonly leads: string[];
  /** 负责, 责任单位: leads where nobody else is said to lead. */
  readonly responsible: string[];
  readonly partners: string[];
}
