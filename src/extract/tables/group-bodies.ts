import type { RawCell } from '../../structure/raw-table.js';
import { listOf } from '../responsibility/names.js';
import { noRoles, type Roles } from '../responsibility/roles.js';
import { readStatement } from '../responsibility/stated.js';
import { readUnit } from '../units.js';

/** Who a heading above rows gives them to, and where it stands. */
export interface GroupBodies {
  readonly roles: Roles;
  readonly start: number;
  readonly end: number;
}

const NUMBER =
  /^(?:[(（][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．)）]|附?[表件]\s*\d{0,2}[:：、\s]*)\s*/;
const COUNT = /[(（](?:共|计)?\d{1,3}[项个条件]?[)）]$|[:：]$/;
const YEAR = '(?:20\\d{2}(?:[-—–至~](?:20)?\\d{2})?年?度?|[“"]?十[四五六]五[”"]?(?:期间|时期)?)?';
const WORK =
  '(?:年度|重点|主要|具体|目标|改革|民生|专项|整改|工作|任务|事项|项目|工程|实事|责任|措施|举措|推进|落实|实施|计划|分解|分工|安排|清单|台账|一览|明细|表|的|及|和)*';
/** 县水务局牵头的任务, 由县财政局配合的重点工作. */
const GIVEN = new RegExp(
  `^由?(.{2,60}?)(?:负责)?(总?牵头|主办|主责|负责|承担|承办|配合|协办|参与)(?:负责|组织|推进|落实|实施|承担|办理|完成)*的?${YEAR}${WORK}$`,
);
/** 县水务局2024年重点任务清单. */
const OWNED = new RegExp(`^(.{3,40}?)${YEAR}(${WORK})$`);
/** A list of projects that an office keeps is no list of what it has to do. */
const TO_DO = /任务|工作|责任|事项|举措|措施|目标|实事/;
/** Characters; a longer text heads nothing. */
const LONGEST = 80;

/**
 * Whom a caption, a heading or a row over all columns gives what stands below it: 一、县水务局牵头的任务, 县水务局任务清单,
 * 牵头单位：县水务局, 县水务局（3项). Undefined where it names no office.
 */
export function groupBodies({ text, start, end }: RawCell): GroupBodies | undefined {
  if (text.length > LONGEST) return undefined;
  const words = text.replace(NUMBER, '').replace(COUNT, '').replace(/\s/g, '');
  const roles = /[:：]/.test(words) ? readStatement(words) : (given(words) ?? owned(words));
  return roles && { roles, start, end };
}

/** Who a heading of a group of rows says leads them: 县水务局牵头任务, in a column of groups. */
export function given(words: string): Roles | undefined {
  const match = GIVEN.exec(words);
  const { names, open } = listOf(match?.[1] ?? '');
  if (names.length === 0 || !names.every((name) => isOffice(name))) return undefined;
  const verb = match?.[2] ?? '';
  const role = /牵头|主/.test(verb) ? 'leads' : /配合|协|参与/.test(verb) ? 'partners' : 'responsible';
  return { ...noRoles(), [role]: names, open };
}

function owned(words: string): Roles | undefined {
  const [, list = '', what = ''] = OWNED.exec(words) ?? [];
  const { names, open } = listOf(list);
  return names.length > 0 &&
    (what === '' || TO_DO.test(what)) &&
    names.every((name) => isOffice(name) && !isPlace(name))
    ? { ...noRoles(), responsible: names, open }
    : undefined;
}

function isOffice(name: string): boolean {
  const unit = readUnit(name);
  return unit !== undefined && (unit.form === 'named' || unit.form === 'each');
}

/** Governments, schools and hospitals that a row or caption names alone are where something is, not who does it. */
function isPlace(name: string): boolean {
  const unit = readUnit(name);
  if (unit?.kind === 'government') return !/(?:乡|镇|街道).*(?:政府|办事处)$/.test(name);
  return unit?.kind === 'institution' || unit?.kind === 'company';
}

/** The make of a group's number: 一、 and （一） are of two levels. */
export function levelOfGroup(text: string): string {
  return (NUMBER.exec(text)?.[0] ?? '')
    .replace(/[一二三四五六七八九十]+/, '一')
    .replace(/\d+/, '1')
    .trim();
}
