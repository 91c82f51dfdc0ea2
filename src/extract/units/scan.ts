import { LAST_OF_OFFICE, NO_OFFICE_BEHIND, WORD_GOES_ON } from '../../lexicon/bodies/word-ends.js';
import { DEED_WORD, HELP_WORD, OFFICE_WORD } from '../../lexicon/duties.js';
import { readUnit, type UnitName } from './name.js';

/** No name is longer in running text; so many endings are tried at most. */
const REACH = 40;
/** Names of fields of work (县财政) are not longer. */
const LONGEST_FIELD = 10;

/** Where no name goes on: marks, blanks, words that stand in none. */
const STOP = /[,;:。!?…<>《》"“”=+%0-9\s]|负责|牵头|承担|履行|配合|协助|参与|会同|按照|根据|应当|必须|不得|以及|并/;
/** Names that hold 、 outside of brackets: 各市、县(区)人民政府. */
const LISTED_AREAS = /^(?:各|有关|相关|涉及|沿线|[省市县区州乡镇]、)/;

/**
 * The end of the longest name of one office that begins at a place of a text, in at most 40 characters: a named office
 * (县委组织部), that of each area (各乡镇人民政府), an area (各街道), an office told by its work (公安部门), a field of
 * work with its level (县财政) before what it is told to do. Verbs inside are part of it (县市场监督管理局). Undefined
 * where none begins there, and where what begins is a person of an office (县教育局局长) or another word (县委托).
 */
export function unitsAt(text: string, from: number): number | undefined {
  const window = folded(text.slice(from, from + REACH + 12));
  const ends = endsIn(window);
  let best: { end: number; unit: UnitName } | undefined;
  for (const end of ends) {
    const unit = officeIn(window, end);
    if (!unit) continue;
    if (!best) best = { end, unit };
    // 县教育局|指导实验小学: a known office and what it does, not a longer name.
    else if (best.unit.unitId === null && unit.unitId !== null && tells(window.slice(end, best.end)))
      best = { end, unit };
  }
  return best && from + best.end;
}

/** As many characters, brackets and marks of one width. */
const folded = (text: string): string =>
  !/[（〔【［[）〕】］\]，；：]/.test(text)
    ? text
    : text
        .replace(/[（〔【［[]/g, '(')
        .replace(/[）〕】］\]]/g, ')')
        .replace(/，/g, ',')
        .replace(/；/g, ';')
        .replace(/：/g, ':');

/** Places where a name may end, the farthest first. */
function endsIn(window: string): number[] {
  const listed = LISTED_AREAS.test(window);
  const ends: number[] = [];
  let depth = 0;
  const stop = STOP.exec(window)?.index ?? window.length;
  for (let end = 1; end <= Math.min(stop, REACH); end++) {
    const last = window[end - 1] ?? '';
    if (last === '(') depth++;
    else if (last === ')') depth--;
    if (depth < 0 || (depth === 0 && last === '、' && !listed)) break;
    if (depth === 0 && end > 1 && (end <= LONGEST_FIELD || LAST_OF_OFFICE.includes(last))) ends.push(end);
  }
  return ends.reverse();
}

const FORMS: ReadonlySet<UnitName['form']> = new Set(['named', 'each', 'area', 'functional', 'bare']);

function officeIn(window: string, end: number): UnitName | undefined {
  const name = window.slice(0, end);
  const behind = window.slice(end, end + 12);
  if (goesOn(name, behind)) return undefined;
  const unit = readUnit(name);
  // A remark in a bracket is no part of the name.
  if (!unit || unit.text.length !== end) return undefined;
  // 监测预警组: a group of a plan, where it is told to do something.
  if (unit.form === 'plain' && unit.kind === 'taskforce' && end > 3) return closed(behind) ? unit : undefined;
  if (!FORMS.has(unit.form)) return undefined;
  if (unit.form === 'bare' && unit.head === '') return undefined;
  return (unit.form === 'bare' || unit.form === 'area') && !closed(behind) ? undefined : unit;
}

let wordGoesOn: ReadonlyMap<string, RegExp> | undefined;

/** 县委|托, 县教育局|局长. */
function goesOn(name: string, behind: string): boolean {
  wordGoesOn ??= new Map(
    Object.entries(WORD_GOES_ON).map(([last, words]) => [last, new RegExp(`^(?:${words.replace(/ /g, '|')})`)]),
  );
  return wordGoesOn.get(name.at(-1) ?? '')?.test(behind) === true || NO_OFFICE_BEHIND.test(behind);
}

const DEED = new RegExp(`^(?:${OFFICE_WORD}|${DEED_WORD})`);

/** Whether a word ends here that may go on elsewhere: marks, conjunctions, what is told to do. */
const closed = (behind: string): boolean =>
  /^(?:$|[、,;:。!?)\s]|[和及与等](?![其])|也|都|均|分别|共同|每)/.test(behind) ||
  DEED.test(behind) ||
  HELP_WORD.test(behind);

/** Parts of an office that are named after what they do: 监督检查科, 执法大队, 指导服务中心. */
const PART = /(?:科|处|股|室|大队|支队|总队|中队|分局)$/;
const WORK_CENTRE =
  /^(?:管理|服务|指导|监督|监测|监管|执法|综合|保障|检验|检测|评估|培训|推广|应急|指挥|协调|宣传|发展|信息|技术|研究|预警|救助|救援|养护|保护|治理|整治|采购|调度|处置|稽查|督导|督查|检查|审核|审计|考核){1,4}(?:中心|所|站|办公室|办|部|组)$/;
const STRONG = /^(?:成立|组建|设立|建立|新建|推进|推动|开展|实施|落实|加强|支持|对|将|把|向|在|从|以|就|为)/;

/** Whether words behind a known office say what it does. */
function tells(rest: string): boolean {
  if (!DEED.test(rest) || /^(?:监管|管理)(?:大队|支队)/.test(rest)) return false;
  if (STRONG.test(rest) || rest.length > 10) return true;
  return !PART.test(rest) && !WORK_CENTRE.test(rest);
}
