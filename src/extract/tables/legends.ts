import { lastIndex } from '../../core/search.js';
import type { Responsibility } from '../../schema/model.js';
import type { PlanContext } from '../context.js';
import type { Roles } from '../responsibility/roles.js';

export type RoleName = Exclude<keyof Roles, 'open'>;

/** What marks beside the names of bodies mean, and the sentence that says so. */
export interface Legend {
  readonly roles: ReadonlyMap<string, RoleName>;
  readonly told: NonNullable<Responsibility['convention']>;
}

/** Marks that stand beside names. */
export const MARKS = /[★☆▲△▼▽●○◎◆◇■□※＊*＃#√✓]/;
const MARK = `[“"‘']?(${MARKS.source})[”"’']?`;
const ROLE = '(总?牵头|主办|主责|第一责任|主要责任|责任|配合|协办|参与|协同)(?:责任)?(?:单位|部门|科室|的)?';
/** 带★的为牵头单位; ★表示牵头单位; ★牵头单位，▲配合单位. */
const MARK_FIRST = new RegExp(
  `${MARK}(?:号|标[识记志]|符号)?(?:的|者)?(?:责任)?(?:单位|部门)?(?:名称)?(?:的)?(?:[,，]?(?:即?为|是|表示|代表|指|系|[:：=－—-]))?\\s*(?:该?项?(?:任务|工作|事项)的?)?${ROLE}(?!(?:责任)?(?:单位|部门|科室|的)?[:：])`,
  'g',
);
/** 牵头单位以★标注; 牵头单位前加“*”. */
const ROLE_FIRST = new RegExp(
  `${ROLE}(?:名称)?(?:[前后])?(?:用|以|由|前|后|加|带|标|注|打|有|为|[:：])+(?:注|有|以|上)?\\s*${MARK}`,
  'g',
);
/** Characters; a longer line explains no marks. */
const LONGEST = 200;
/** Lines above and below a table where its marks are explained. */
const NEAR = 4;

/** The legends of a document by the lines (1-based) where they stand. */
export function legendsOf(plan: PlanContext): { readonly line: number; readonly legend: Legend }[] {
  return plan.structure.lines.flatMap(({ number, text }) => {
    if (text.length > LONGEST || !MARKS.test(text)) return [];
    const roles = legendIn(text);
    return roles.size === 0 ? [] : [{ line: number, legend: { roles, told: { quote: text, line: number } } }];
  });
}

export function legendIn(text: string): Map<string, RoleName> {
  const roles = new Map<string, RoleName>();
  for (const [, mark = '', role = ''] of text.matchAll(MARK_FIRST)) roles.set(mark, roleOf(role));
  for (const [, role = '', mark = ''] of text.matchAll(ROLE_FIRST)) if (!roles.has(mark)) roles.set(mark, roleOf(role));
  return roles;
}

function roleOf(word: string): RoleName {
  return /牵头|主|第一/.test(word) ? 'leads' : /责任/.test(word) ? 'responsible' : 'partners';
}

/** The legend that explains a table: in it or right beside it, else the last one above. */
export function legendFor(
  legends: ReturnType<typeof legendsOf>,
  { firstLine, lastLine }: { readonly firstLine: number; readonly lastLine: number },
): Legend | null {
  const above = lastIndex(legends.length, (i) => (legends[i]?.line ?? 0) < firstLine - NEAR);
  const near = legends[above + 1];
  return (near && near.line <= lastLine + NEAR ? near : legends[above])?.legend ?? null;
}
