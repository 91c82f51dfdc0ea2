/*
 * What the sources of a file say of it. Every room of this folder collects claims; here is who is believed first, and
 * nowhere else.
 */

/** Where a claim comes from. */
export type ClaimSource =
  /** The page's block of facts, labels that say what the document itself is: 成文日期, 发文机关, 文号, 标题. */
  | 'block'
  /** The same block, labels of the page: 发布机构 puts a document up, 发文日期 and 生成日期 say when it went out. */
  | 'page'
  /** A body's name with a date below it. */
  | 'signature'
  /** Lines above and below the title: 某县人民政府文件, 某政发〔2022〕6号, 某某令第3号. */
  | 'head'
  /** The title as the plan prints it. */
  | 'title'
  /** What the notice before the plan calls it. */
  | 'cover'
  /** What the first sentences say that is made here. */
  | 'opening'
  /** What the annexes say that they carry out. */
  | 'annexes'
  /** The line under a report: on which day it was given. */
  | 'speech'
  /** The last line of a printed document: 某县人民政府办公室 2022年10月10日印发. */
  | 'print'
  /** 来源. */
  | 'origin'
  /** `<meta>` tags and JSON-LD. */
  | 'tags'
  /** The columns beside the text in the corpus of a crawler. */
  | 'corpus'
  /** `<title>`. */
  | 'window';

/** A value and who says it; `line` is 1-based in the cleaned text, null for what was taken off the page. */
export interface Claim {
  readonly value: string;
  readonly from: ClaimSource;
  readonly line: number | null;
}

export type ClaimedField = 'title' | 'issuer' | 'documentNumber' | 'writtenOn' | 'publishedOn';

/**
 * Who is believed, first to last. The block says what it says on purpose and comes first, but for two fields: who issues
 * is who signs (a page names the office that put the text up, and shortens names), and the name of a plan is what it is
 * called by itself (a block has the notice's, a cover cuts words out of it).
 */
export const TRUST: { readonly [F in ClaimedField]: readonly ClaimSource[] } = {
  title: ['title', 'cover', 'opening', 'block', 'tags', 'corpus', 'annexes', 'window'],
  issuer: ['signature', 'block', 'title', 'head', 'page', 'origin', 'tags', 'print'],
  documentNumber: ['block', 'head'],
  writtenOn: ['block', 'signature', 'speech', 'head', 'page', 'print'],
  publishedOn: ['block', 'tags', 'corpus', 'head'],
};

/** The claim that counts: that of the most trusted source, of several the first. */
export function believed(field: ClaimedField, claims: readonly Claim[]): Claim | undefined {
  for (const source of TRUST[field]) {
    const found = claims.find(({ from }) => from === source);
    if (found) return found;
  }
  return undefined;
}
