import { namesOf } from '../../bodies.js';
import type { Roles } from '../../roles.js';

const MANNER = '(?:等)?(?:按照?(?:各自)?职责(?:分工)?|按分工|分别|共同|具体|组织)?';
const SEGMENT = new RegExp(
  `^(.+?)${MANNER}(牵头(?:负责|组织|落实)?|负责(?:落实|实施|组织实施)?|指导(?:监督)?|参与|参加|配合(?:落实)?|协助|协同|落实|组织实施|具体实施|实施|承担|督导|结合实际落实)$`,
);
/** Principles name nobody. */
const PRINCIPLE = /谁[^、,]{1,6}谁|^(?:政府|部门|学校|家庭|社会|企业|个人|教师|家长)(?:统筹|主导|负责|参与)?$/;

/** Whoever else is concerned: no body that a reader could call. */
const NAMELESS = /^(?:各)?(?:有关|相关)(?:部门|单位|方面)?$/;

/** 政府统筹、部门配合: a mechanism names no body. */
const NOBODY =
  /^(?:政府|部门|有关部门|相关部门|学校|社会|家庭|企业|属地|[\u4e00-\u9fff]{0,4}(?:行政|主管)部门)(?:统筹|主导|牵头|协调)?$/;

/**
 * `A、B负责` · `A牵头,B、C配合` · `A指导,B负责落实` · `A牵头,B按职责分工负责`: lists closed by a verb of office.
 * Undefined where a segment is neither a list with its verb nor a list that goes on.
 */
export function verbStatement(inner: string): Roles | undefined {
  if (PRINCIPLE.test(inner)) return undefined;
  const roles: Roles = { leads: [], responsible: [], partners: [] };
  let open = '';
  let verbs = 0;
  for (const segment of segments(inner.split('。')[0] ?? '')) {
    if (/(?:列|排).{0,4}(?:首|第一)|下同|以下|为牵头/.test(segment)) break;
    const match = SEGMENT.exec(open ? `${open}、${segment}` : segment);
    if (!match) {
      open = open ? `${open}、${segment}` : segment;
      continue;
    }
    open = '';
    verbs++;
    const verb = match[2] ?? '';
    const [lead = '', partners] = (match[1] ?? '').split(/会同|联合|商(?=[国省市县有相])/);
    if (partners !== undefined) {
      roles.leads.push(...namesOf(lead));
      roles.partners.push(...namesOf(partners).filter((name) => !NAMELESS.test(name)));
      continue;
    }
    const names = namesOf(match[1] ?? '');
    if (/^牵头/.test(verb)) roles.leads.push(...names);
    else if (/^(?:参与|参加|配合|协助|协同|结合)/.test(verb)) roles.partners.push(...names);
    else roles.responsible.push(...names);
  }
  const names = [...roles.leads, ...roles.responsible, ...roles.partners];
  return verbs > 0 && open === '' && !names.every((name) => NOBODY.test(name)) ? roles : undefined;
}

/** Segments at , and ; outside of brackets. */
function segments(text: string): string[] {
  const result: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? '';
    if (/[(（〔[“]/.test(character)) depth++;
    else if (/[)）〕\]”]/.test(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && /[,，;；]/.test(character)) {
      result.push(text.slice(from, i));
      from = i + 1;
    }
  }
  result.push(text.slice(from));
  return result.map((segment) => segment.trim()).filter(Boolean);
}
