import { BODY_END } from '../../lexicon/bodies/endings.js';
import { readUnit } from '../units.js';

/** What closes an open list and names nobody: 等部门, 等有关单位, 及相关部门. */
const OPEN_TAIL =
  /等(?:相关|有关|各有关|各相关|省直|市直|县直)?(?:职能|行业主管|主管)?(?:部门|单位|部门和单位|部委|成员单位|企业|机构|高校|学校|院校|科室|人员)?$/;
/** Marks of an open list, at the end of a piece of it. */
const OPEN =
  /等(?:相关|有关|各有关|各相关|省直|市直|县直)?(?:职能|行业主管|主管)?(?:部门|单位|部门和单位|部委|成员单位|企业|机构|高校|学校|院校|科室|人员)?(?:按照?(?:各自)?职责(?:分工)?|分别|共同)*$|(?:相关|有关|其他)(?:成员)?(?:部门|单位|科室)$/;
/** A time between names. */
const TIME = /\d{4}年|\d月|(?:底前|日前)(?:完成)?$/;
/** A nameless rest of a list. */
const NAMELESS = /^(?:其他)?(?:相关|有关)(?:部门|单位|部门和单位|部门单位)$/;
/** What stands at the end of a list and says how, not who. */
const MANNER = /(?:按照?(?:各自)?职责(?:分工)?|按分工|分别|分工|共同|具体|组织|结合实际|负责)+$/;
/** What {@link OPEN_TAIL}, {@link OPEN} and {@link MANNER} end with: most names end with none of these. */
const LAST_OF_TAIL = '等门位委业构校室员责工别同体织际';
/** Members of one name: 各市、县(区)人民政府; 各乡镇、街道. */
const SHARED_HEAD =
  /^(?:沿线|沿江|涉及|有关|相关|其他|试点)?(?:各(?:有关|相关)?|涉及|有关|相关)(?:设区市|地级以?上?市|[省市州县区旗盟乡镇]{1,2})(?:[(（〔][^()（）〔〕]*[)）〕])?$/;

/**
 * The names in a list of bodies as printed. 、 and , separate, and so do slips of the pen (. ; blank); inside brackets
 * nothing does, nor between parts that share one head.
 */
export function namesOf(list: string): string[] {
  return listOf(list).names;
}

/** No name that several areas share is longer: it would take longer and longer to see. */
const LONGEST_SHARED = 200;

/** The names of a list, and whether it is open: 等部门, 及相关单位, 其他成员单位 mean more than it names. */
export function listOf(list: string): { names: string[]; open: boolean } {
  const names: string[] = [];
  let open = false;
  for (const piece of split(list.replace(/以及/g, '、'))) {
    const name = tidy(piece);
    open ||= LAST_OF_TAIL.includes(piece.at(-1) ?? '') && OPEN.test(piece);
    if (name === '' || TIME.test(name)) continue;
    const last = names.at(-1);
    if (last !== undefined && last.length < LONGEST_SHARED && (sharesHead(last, name) || sharesTail(last, name)))
      names[names.length - 1] = `${last}、${name}`;
    else names.push(name);
  }
  joinAreas(names);
  // A nameless 相关部门 beside names is nobody.
  const named = names.length > 1 ? names.filter((name) => !NAMELESS.test(name)) : names;
  return { names: named, open: open || named.length < names.length };
}

function sharesHead(last: string, name: string): boolean {
  const tail = last.slice(last.lastIndexOf('、') + 1);
  if (!SHARED_HEAD.test(tail) && !/^(?:市|州|县|省)$/.test(tail)) return false;
  return /^[省市州县区旗盟乡镇]{1,2}(?:两级|三级|级[市县区])?(?:[(（〔]|人民政府|政府|党委|财政部门|$)/.test(name);
}

/** 柳林、石桥、白塔等乡镇 is one name. */
function joinAreas(names: string[]): void {
  const at = names.findIndex((name) => /等(?:乡镇|镇|乡|街道|县区|区县|县|区|市|州|村)$/.test(name));
  let from = at;
  while (from > 0 && /^[\u4e00-\u9fff]{2,4}$/.test(names[from - 1] ?? '') && !BODY_END.test(names[from - 1] ?? ''))
    from--;
  if (from < at) names.splice(from, at - from + 1, names.slice(from, at + 1).join('、'));
}

/** 滨海区、岚湾区人民政府; 担保、再担保机构: parts of one name that ends behind the last. */
function sharesTail(last: string, name: string): boolean {
  const part = last.slice(last.lastIndexOf('、') + 1);
  if (/(?:人民政府|村民委员会|村委会|居委会|办事处|管委会|党委|党工委)$/.test(name)) {
    const area =
      /^[\u4e00-\u9fff]{1,8}?(?:市|州|县|区|旗|镇|乡|村|街道|园区|社区)(?=人民政府|村民|村委|居委|办事处|管委会|党)/.test(
        name,
      );
    return area && /^[\u4e00-\u9fff]{2,8}(?:市|州|县|区|旗|镇|乡|村|街道|园区|社区)$/.test(part);
  }
  return /机构$/.test(name) && !BODY_END.test(part) && /[\u4e00-\u9fff]{2}/.test(part);
}

const OPENS = '(（〔[“';
const CLOSES = ')）〕]”';
const JOINS = '和及与或';
/** What may part a list, and what joins two names of it. */
const PARTED = /[、,，.．;；／/\s和及与或]/;

function split(list: string): string[] {
  if (!PARTED.test(list)) return [list];
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < list.length; i++) {
    const character = list[i] ?? '';
    if (OPENS.includes(character)) depth++;
    else if (CLOSES.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && PARTED.test(character) && (!JOINS.includes(character) || isConjunction(list, i))) {
      pieces.push(list.slice(from, i));
      from = i + 1;
    }
  }
  pieces.push(list.slice(from));
  return pieces;
}

/** What a name ends with where 和, 及 or 与 behind it join another one. */
const ENDED =
  /(?:局|委|办|厅|部|院|行|会|公司|集团|中心|政府|处|科|室|股|心|联|科协|学校|中学|小学|医院|部门|机构|单位|街道|乡镇|园区|海关|[)）〕])$/;

/** 县政府及财政、教育部门: a field of work alone. */
const isField = (name: string): boolean => readUnit(name)?.form === 'bare';

/** 和 及 与 between two bodies; inside a name (自然资源和规划局, 各镇党委和政府) they are part of it. */
function isConjunction(list: string, i: number): boolean {
  if (!ENDED.test(list.slice(Math.max(0, i - 4), i))) return false;
  const next = /^[^、,，.．;；\s和及与或]*/.exec(list.slice(i + 1))?.[0] ?? '';
  if (/^(?:人民)?政府(?:[(（]|$)|^(?:单位|部门)$/.test(next)) return false;
  return (
    /^(?:各|其?(?:有关|相关)|其他|[省市县区州镇乡]级|全[省市县区州])/.test(next) ||
    (next.length > 1 && (BODY_END.test(tidy(next)) || isField(next)))
  );
}

function tidy(piece: string): string {
  const name = withoutTail(piece.trim());
  if (!'由以及和与并具主其'.includes(name[0] ?? '由')) return name.trim();
  return name
    .replace(/^(?:由|以及|及其?|和|与|以|并由|具体由|主要由|其(?=有关|相关|所属|他))/, (lead) =>
      lead === '其' && piece.trim().startsWith('其他') ? lead : '',
    )
    .trim();
}

/** As many characters at the end of a piece say how and who else. */
const TAIL = 60;

function withoutTail(piece: string): string {
  if (!LAST_OF_TAIL.includes(piece.at(-1) ?? '')) return piece;
  const tail = piece.slice(-TAIL);
  const bare = tail
    .replace(MANNER, '')
    .replace(OPEN_TAIL, '')
    .replace(/(?:及|和|与)?(?:其他)?(?:相关|有关)(?:部门|单位)$/, (open) =>
      piece === open || /^(?:各|[省市州县区][直级]|其他)/.test(piece) ? open : '',
    )
    .replace(MANNER, '');
  return piece.slice(0, -TAIL) + bare;
}
