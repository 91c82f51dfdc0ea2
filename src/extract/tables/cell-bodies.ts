import { BODY_END } from '../../lexicon/bodies/endings.js';
import { TOGETHER } from '../../lexicon/duties.js';
import { NOBODY } from '../../lexicon/role-labels.js';
import { listOf } from '../responsibility/names.js';
import { withoutPersons } from '../responsibility/persons.js';
import { listOfRole, noRoles, ROLE_MARK, type Roles } from '../responsibility/roles.js';
import { readStatement } from '../responsibility/stated.js';
import { readUnit } from '../units.js';
import { joinedLines, ungluedNames } from './cell-lines.js';
import { type Legend, MARKS } from './legends.js';

export type RoleColumn = 'lead' | 'responsible' | 'partner';

/** What the column and the table say of a cell's bodies. */
export interface CellContext {
  readonly kind: RoleColumn;
  /** Whether the column names persons beside the bodies: 责任单位及责任人. */
  readonly persons: boolean;
  /** What marks beside names mean: ★ leads. */
  readonly legend: Legend | null;
}

/** The bodies of a cell, and whether a mark of the legend told who leads. */
export interface CellBodies {
  readonly roles: Roles;
  readonly marked: boolean;
}

/** Whether a cell names nobody. */
export function isNobody(text: string): boolean {
  return NOBODY.test(text.replace(/\s/g, ''));
}

/** The bodies that a cell of a column of roles names, with what it says of itself: 牵头：…, （牵头）, …配合. */
export function cellBodies(printed: string, context: CellContext): CellBodies {
  const plain = withoutPersons(unnumbered(printed), context.persons);
  const text = ungluedNames(joinedLines(plain)).trim();
  const stated = STATED.test(text) ? readStatement(text) : undefined;
  if (stated) return { roles: inColumn(stated, context.kind), marked: false };
  const [first = '', ...joined] = dutiesLeftOut(text).split(WITH);
  const read = listed(first, context);
  for (const more of joined) {
    const { roles } = listed(more, { ...context, kind: 'partner' });
    read.roles.partners.push(...roles.partners, ...roles.responsible);
    read.roles.open ||= roles.open;
  }
  return read;
}

const STATED =
  /[:：]|(?:牵头|配合|负责|承担)|(?:协助|参与|协同|协办|承办|主办|指导|督导|支持|组织实施|实施|落实)(?:[,，;；、。\s]|$)/;
const WITH = new RegExp(TOGETHER);

/** 责任单位 of a statement in a column 牵头单位 lead, in one 配合单位 they take part. */
function inColumn(stated: Roles, kind: RoleColumn): Roles {
  const roles = noRoles();
  roles.open = stated.open;
  roles.leads.push(...stated.leads);
  roles.partners.push(...stated.partners);
  const own = kind === 'lead' && stated.leads.length === 0 ? 'leads' : kind === 'partner' ? 'partners' : 'responsible';
  roles[own].push(...stated.responsible);
  return roles;
}

/** When, not who: 2024年6月底前 in a column 责任单位及时限. */
const A_TIME = /\d{4}年|\d月|^(?:长期|全年|持续)|[底年月日]前$/;

function listed(text: string, { kind, legend }: CellContext): { roles: Roles; marked: boolean } {
  const roles = noRoles();
  const list = listOf(text);
  roles.open = list.open;
  let marked = false;
  for (const printed of list.names.flatMap(apart)) {
    const said = ROLE_MARK.exec(printed);
    const bare = printed.replace(said?.[0] ?? '', '');
    const mark = legend ? MARKS.exec(bare)?.[0] : undefined;
    const meant = mark === undefined ? undefined : legend?.roles.get(mark);
    const name = bare.replace(new RegExp(`^(?:${MARKS.source})+|(?:${MARKS.source})+$`, 'g'), '').trim();
    if (name === '' || isNobody(name) || A_TIME.test(name)) continue;
    marked ||= meant !== undefined;
    if (said) roles[listOfRole(said[1] ?? '')].push(name);
    else if (meant) roles[meant].push(name);
    else roles[kind === 'lead' ? 'leads' : kind === 'partner' ? 'partners' : 'responsible'].push(name);
  }
  return { roles, marked };
}

/** 县委宣传部县妇联: two names that are known, with nothing between them; 县委县政府 is said as one. */
function apart(name: string): string[] {
  if (name.length < 6 || name.length > 40 || /^.?[省市县区]委.?[省市县区]政府/.test(name) || readUnit(name)?.unitId)
    return [name];
  for (let at = 3; at <= name.length - 2; at++) {
    if (!BODY_END.test(name.slice(0, at)) || !readUnit(name.slice(0, at))?.unitId) continue;
    const next = readUnit(name.slice(at));
    const known = next !== undefined && next.head !== '' && (next.form === 'each' || next.unitId !== null);
    if (known || /^各(?:镇|乡|县|区|市|街道)/.test(name.slice(at)))
      return [name.slice(0, at), ...apart(name.slice(at))];
  }
  return [name];
}

/** Numbers of a list at its beginning, behind a mark or right behind a name: 1.县水务局 2.县财政局; （1）…（2）…; ①…. */
const NUMBER =
  /(^|[\s、，,；;。]|(?<=[\u4e00-\u9fff)）]))(?:[(（]\d{1,2}[)）]|\d{1,2}[.．、)）]|[①-⑳])\s*(?=[\u4e00-\u9fff★☆▲△])/gu;
const CHINESE_NUMBER =
  /(^|[\s；;。])(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）])(?=[\u4e00-\u9fff])/g;

/** The numbers of a list in a cell part its names as 、 would. */
export function unnumbered(text: string): string {
  const parted = (before: string, at: number): string => {
    if (at === 0 && before === '') return '';
    return before === '\n' ? '\n' : before === '' || /\s/.test(before) ? '、' : before;
  };
  return text
    .replace(NUMBER, (_, before: string, at: number) => parted(before, at))
    .replace(CHINESE_NUMBER, (_, before: string, at: number) => parted(before, at));
}

/** 县水务局：负责泵站建设；县财政局：负责资金保障 → the bodies before the colons. */
function dutiesLeftOut(text: string): string {
  if (!/[:：]/.test(text)) return text;
  return text
    .split(/[;；。]/)
    .flatMap((part) => {
      const [body = '', ...duty] = part.split(/[:：]/);
      if (duty.length === 0) return part;
      return listOf(body).names.every((name) => readUnit(name)) ? body : [];
    })
    .join('、');
}
