import { BODY_END } from '../../lexicon/bodies/endings.js';
import { CONSULTS, TOGETHER } from '../../lexicon/duties.js';
import { listOf } from './names.js';
import { addNames, addRoles, namesIn, noRoles, type Roles } from './roles.js';

const MANNER =
  '(?:等)?(?:(?:按照?|依|根据|在)(?:各自)?(?:职责|职能|分工|权限)(?:职责|分工|范围|权限)*(?:内)?|分别|共同|具体|组织|联合|抓好|依法|协同|结合实际|督促)*';
const VERB =
  '牵头(?:负责|组织|落实|实施|推进|抓总)*|总牵头|主办|主责|负责(?:落实|实施|组织实施|推进|牵头)?|指导(?:监督|落实|实施)?|参与(?:落实|配合)?|参加|配合(?:落实|做好|实施)?|协助|协同(?:推进|配合|落实)?|协办|支持|落实|组织实施|具体实施|实施|承担|督导|督办|督促|推进|结合实际落实|具体抓落实|抓好落实|贯彻落实|分工负责|研究提出(?:落实)?意见';
const CLOSING = new RegExp(`^(.*?)(${MANNER}(?:${VERB}))$`);
/** 县水务局负责泵站建设: what is done stands behind the verb, in few words. */
const WITH_OBJECT = new RegExp(`^(.{2,40}?)(${MANNER}(?:负责|牵头|配合|协助|参与|指导))([^、,，;；]{2,24})$`);
/** Principles name nobody. */
const PRINCIPLE = /谁[^、,]{1,6}谁/;
/** Whoever else is concerned: no body that a reader could call. */
const NAMELESS = /^(?:各)?(?:其他)?(?:有关|相关)(?:部门|单位|方面|方|部门和单位)?$/;
/** 政府统筹、部门配合: a mechanism names no body. */
const NOBODY =
  /^(?:政府|部门|有关部门|相关部门|学校|社会|家庭|企业|属地|个人|教师|家长|校长|[\u4e00-\u9fff]{0,4}(?:行政|主管)部门)(?:统筹|主导|牵头|协调)?$/;
/** Governments and offices below those that a list names first. */
const BELOW = /^(?:各|地方|属地|相关|有关|涉及|县级|市级|基层)/;
/** What joins those who help to those who lead. */
export const JOINS = new RegExp(`${TOGETHER}|${CONSULTS}`);
const CONVENTION = /(?:列|排)(?:在|名)?.{0,4}(?:首|第一|最前)|下同|^以下|为牵头|不再/;

/**
 * `A、B负责` · `A牵头,B、C配合` · `A指导,B负责落实` · `A牵头、B具体负责、C协同推进`: lists closed by a verb of office.
 * `objects`: whether words of what is done may stand behind a verb. Undefined where there is no verb, where words stand in the list that name nobody, and where nobody is named but in general.
 */
export function verbStatement(inner: string, objects = true): Roles | undefined {
  if (PRINCIPLE.test(inner)) return undefined;
  const roles = noRoles();
  let open: string[] = [];
  let verbs = 0;
  for (const piece of piecesOf(inner.split('。')[0] ?? '')) {
    if (CONVENTION.test(piece)) break;
    const match = closing(piece) ?? (objects ? objected(piece) : null);
    if (!match) {
      open.push(piece);
      continue;
    }
    verbs++;
    addRoles(roles, closed([...open, match[1] ?? ''].join('、'), match[2] ?? '', namesIn(roles).length > 0));
    open = [];
  }
  if (verbs === 0) return undefined;
  // 县教育局牵头,各乡镇: who stands behind the last verb takes part, where all of it are names.
  const rest = listOf(open.join('、')).names;
  if (rest.some((name) => !BODY_END.test(name))) return undefined;
  roles[roles.leads.length > 0 ? 'partners' : 'responsible'].push(...rest);
  return namesIn(roles).every((name) => NOBODY.test(name)) ? undefined : withoutNameless(roles);
}

/** Whoever else is concerned is nobody beside those that have names. */
function withoutNameless(roles: Roles): Roles {
  const isNamed = (name: string): boolean => !NAMELESS.test(name);
  const [leads, responsible, partners] = [roles.leads, roles.responsible, roles.partners].map((names) =>
    names.filter(isNamed),
  );
  const left = { leads: leads ?? [], responsible: responsible ?? [], partners: partners ?? [], open: true };
  const named = namesIn(left).length;
  return named === 0 || named === namesIn(roles).length ? roles : left;
}

/** A verb with its manner is not longer; names may be. */
const TAIL = 60;

function closing(piece: string): RegExpExecArray | null {
  const match = CLOSING.exec(piece.slice(-TAIL));
  if (match) match[1] = piece.slice(0, -TAIL) + (match[1] ?? '');
  return match;
}

function objected(piece: string): RegExpExecArray | null {
  const match = WITH_OBJECT.exec(piece);
  return match && listOf(match[1] ?? '').names.every((name) => BODY_END.test(name)) ? match : null;
}

/** The bodies of a list by the verb that closes it; whom they work with (会同, 联合) are partners. */
function closed(list: string, verb: string, second: boolean): Roles {
  const [lead = '', ...joined] = list.split(JOINS);
  const { names, open } = listOf(lead);
  const roles = noRoles();
  roles.open = open || verb.startsWith('等');
  if (joined.length > 0) {
    const partners = listOf(joined.join('、'));
    roles.leads.push(...names);
    roles.partners.push(...partners.names.filter((name) => !NAMELESS.test(name)));
    roles.open ||= partners.open || partners.names.some((name) => NAMELESS.test(name));
    return roles;
  }
  if (/牵头|主办|主责/.test(verb)) addNames(roles, names, 'leads');
  // …按职责分工负责,各市人民政府组织落实: those below take part.
  else if (second && !/负责/.test(verb) && names.every((name) => BELOW.test(name))) addNames(roles, names, 'partners');
  else if (/参与|参加|配合|协助|协同|协办|支持|结合实际|督/.test(verb)) addNames(roles, names, 'partners');
  else addNames(roles, names, 'responsible');
  return roles;
}

/** Pieces at all marks outside of brackets. */
function piecesOf(text: string): string[] {
  const result: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? '';
    if ('(（〔[“'.includes(character)) depth++;
    else if (')）〕]”'.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && /[、,，;；\s]/.test(character)) {
      result.push(text.slice(from, i));
      from = i + 1;
    }
  }
  result.push(text.slice(from));
  return result.map((piece) => piece.trim()).filter(Boolean);
}
