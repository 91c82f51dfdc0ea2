import {
  CONSULT,
  CONSULTS,
  DEED_WORD,
  DEEDS,
  HELP_WORD,
  ISSUED,
  MANNERS,
  NO_DUTY,
  OFFICE_WORD,
  TOGETHER,
} from '../../lexicon/duties.js';
import { readUnit, unitsAt } from '../units.js';
import { listOf } from './names.js';
import { type Offices, officesOf } from './offices.js';

/** What a clause of running text says about who does what. Offsets count in the clause. */
export interface ClauseDuty {
  /**
   * `duty`: work is given; `help`: they help with the work of the clause before; `group`: one that is set up, whom the next
   * clause may be about; `named`: whom it is about; `urged`: whom the next clause tells what to do.
   */
  readonly kind: 'duty' | 'help' | 'group' | 'named' | 'urged';
  readonly leads: string[];
  readonly partners: string[];
  readonly open: boolean;
  /** The work as far as the clause says it. */
  readonly duty: string;
}

/** Offices, and what is said of them. */
type Subject = Readonly<{ who: Offices; rest: string }>;

/** A list of names at the head of a clause is not longer. */
const REACH = 140;
const OPENER = new RegExp(`(?:${OFFICE_WORD})|(?:${DEED_WORD})|:`, 'g');
const OFFICE = new RegExp(`^(?:${OFFICE_WORD})`);
/** Words of office that are only said, and no part of the work. */
export const SAID =
  /^(?:(?:主要|具体|直接|统一|共同|分别|全面|总体)?(?:牵头)?负责|牵头(?:组织)?(?=[^,]{4}|$)|承担(?=[^,]{2})|应当|应|必须|须|要|需|:)+(?:负责)?/;
/** 经县教育局会同县财政局审核: who is passed through and is told to do it with others. */
const AGENT =
  /由|交由|经(?=[^,]{2,40}(?:会同|组织))|责成|授权|移交(?:给)?|划归|交(?=[\u4e00-\u9fff]{2,12}(?:局|委|厅|部门|机关))/g;
const WITH = new RegExp(
  `${TOGETHER}|协同(?=[^,]{2,20}(?:局|委|厅|部门|单位))|^${CONSULT}|${CONSULTS}|组织(?=[^,]{2,24}(?:局|委|厅|等部门|等单位|部门|学校)(?:等(?:有关|相关)?(?:部门|单位))?(?:[^,]{2}))`,
);

const BRINGS_IN = new RegExp(`^(?:并|同时)?(${TOGETHER}|组织)`);

/** Whom a clause that goes on about an office brings in: 组织公安、教育部门…, 会同…; 成员由…组成. */
export function broughtIn(clause: string): { names: string[]; open: boolean; rest: string } | undefined {
  const members =
    /^(?:[^,由]{0,8}[及和])?(?:工作人员|成员|成员单位|组成人员|组员)(?:主要)?由(.{2,100}?)(?:等(?:有关|相关)?(?:部门|单位))?(?:相关|有关)?(?:负责人|负责同志|人员)?组成$/.exec(
      clause,
    );
  if (members) return { ...listOf(members[1] ?? ''), rest: '' };
  const joined = BRINGS_IN.exec(clause);
  if (!joined || (joined[1] === '组织' && !WITH.test(clause))) return undefined;
  const helpers = helpersOf(clause.slice(joined[0].length));
  return helpers && { ...helpers, rest: (joined[1] === '组织' ? '组织' : '') + helpers.rest };
}

/** Read one clause. Undefined where no office is named or given work; `strict`: by a word of office, not by deeds alone. */
export function clauseDuty(clause: string, strict = false): ClauseDuty | undefined {
  if (NO_DUTY.test(clause) || /由.*组成$/.test(clause)) return undefined;
  return appointed(clause) ?? bySubject(clause, strict) ?? byAgent(clause) ?? created(clause) ?? groupAlone(clause);
}

/** 县防汛工作领导小组,统筹…: a group that is named alone, before what it does. */
function groupAlone(clause: string): ClauseDuty | undefined {
  if (clause.length > 60 || !/(?:组|专班|指挥部|联席会议|委员会|办公室)(?:[(][^()]*[)])?$/.test(clause))
    return undefined;
  const who = officesOf(clause);
  const group = who?.names.length === 1 && readUnit(who.names[0] ?? '')?.kind === 'taskforce';
  return group ? { kind: 'named', leads: who.names, partners: [], open: false, duty: '' } : undefined;
}

/** 县统计局负责…, 生态环境部会同有关部门…, 县财政局要…, 县水务局定期组织…. */
function bySubject(clause: string, strict: boolean): ClauseDuty | undefined {
  // 区财政局下发资金后: when something else is to be done.
  if (/(?<![售课战产事])后$/.test(clause)) return undefined;
  const found = subjectOf(clause);
  if (found && ATTRIBUTE.test(found.rest)) return undefined;
  return found && !(strict && !OFFICE.test(found.rest) && !/^将/.test(found.rest))
    ? dutyOf(found.who, found.rest, '')
    : undefined;
}

/**
 * Whoever stands at the head of a stretch, before the first word that gives work to them, and the stretch from there on.
 * @param accept who stands before such a word; undefined to look on for the next one, null where there is nobody
 */
function headed<Who>(
  text: string,
  accept: (head: string, at: number, opener: string) => Who | undefined | null,
): { who: Who; rest: string } | undefined {
  const head = text.slice(0, REACH);
  OPENER.lastIndex = 2;
  for (let match = OPENER.exec(head); match; match = OPENER.exec(head)) {
    // A word may open within another: 要 in 主要负责.
    OPENER.lastIndex = match.index + 1;
    const who = accept(head, match.index, match[0]);
    if (who === null) return undefined;
    if (who !== undefined) return { who, rest: text.slice(match.index) };
  }
  return undefined;
}

/** The offices at the head of a stretch, and what is said of them; words of office for any, other words for named ones. */
function subjectOf(text: string): Subject | undefined {
  return headed(text, (head, at, opener) => {
    const who = officesOf(head.slice(0, at));
    if (!who || who.general || (!who.byWork && !OFFICE.test(head.slice(at))) || goesOn(head, who, at)) return undefined;
    // 财政部门具体|组织实施: how, before a word of office.
    if ((opener === ':' || opener === '具体') && !who.named) return undefined;
    // 国务院办公厅印发的《…》: a paper that is cited.
    if (/^(?:印发|下发|出台|发布|公布|转发|批转)(?:的|了)?(?:\d{4}年)?[《〈“]/.test(head.slice(at))) return null;
    // 各部门在园区设立的机构: a name with words before it, and no work.
    if (/^(?:在|对|向|从|于)[^,]*的[^,的]{0,5}[^,的下中内前后时上础]$/.test(head.slice(at))) return null;
    return who;
  });
}

/** Whether the last name goes on behind the place: 县委|组织部, 县政府|教育督导委员会, 县委|组织部门. */
function goesOn(head: string, { names }: Offices, at: number): boolean {
  const last = names.at(-1) ?? '';
  const start = at - last.length;
  if (!head.startsWith(last, start)) return false;
  const kind = /^[\u4e00-\u9fff]{1,4}?(?:部门|机关|机构)/.exec(head.slice(at))?.[0] ?? '';
  const end = Math.max(unitsAt(head, start) ?? 0, at + kind.length);
  return end > at && officesOf(head.slice(start, end))?.names.length === 1;
}

/** …由县教育局统筹…, 交由县督查局通报: the agent stands behind the thing. */
function byAgent(clause: string): ClauseDuty | undefined {
  AGENT.lastIndex = 0;
  for (let match = AGENT.exec(clause); match; match = AGENT.exec(clause)) {
    if (/[自经理缘]$/.test(clause.slice(0, match.index)) && match[0] === '由') continue;
    const found = agentOf(clause.slice(match.index + match[0].length), match[0]);
    if (
      !found ||
      AGENT_ATTRIBUTE.test(found.rest) ||
      ATTRIBUTE.test(found.rest) ||
      /^会议$/.test(clause.slice(0, match.index))
    )
      continue;
    const before = clause.slice(0, match.index).replace(/^[。;\s]+|[,、]$/g, '');
    return dutyOf(found.who, found.rest, before);
  }
  return undefined;
}

/** 由县水务局牵头的项目: an attribute of what the sentence is about. */
const AGENT_ATTRIBUTE = /^[^,、的以对将把为]{2,6}的/;
/** 县民政局每年发放的津贴, 县财政下达的资金: what an office does says which thing is meant. */
const ATTRIBUTE = new RegExp(
  `^(?:(?:(?!依据|依托|依照|根据|按|结合|围绕|针对|通过|采取|采用|利用|运用)(?:${MANNERS})|按[月季年日期时]){0,4}(?:${DEEDS}|${ISSUED})的|(?:下达|拨付|下拨)[^,]{0,30}的[^,]*(?:用于|统筹)|[^,《]{2,20}的《[^》]*》(?:[(][^()]*[)])?$)`,
);

/** Who stands behind a word of agents, and what is said of them. */
function agentOf(text: string, word: string): Subject | undefined {
  const found = subjectOf(text);
  if (word === '经') return found && PASSED.test(found.rest) ? found : undefined;
  // 移交公安机关查处: what comes of a breach is no work of the plan.
  if (found) return word.startsWith('移交') && !found.who.named ? undefined : found;
  if (word === '由') return actorOf(text) ?? partiesOf(text);
  // 将日常管护交由县照明中心: the sentence ends with the name.
  const who = word === '交由' ? officesOf(text) : undefined;
  return who && { who, rest: '' };
}

const PASSED = /^(?:会同|组织)(?![^,]*(?:合格|批准|同意|通过)?(?:后方可|的))/;

/** 由省担保集团、经办银行、地方政府按照4:3:2承担: parties to a share, of whom some are no offices. */
function partiesOf(text: string): Subject | undefined {
  const shared = /^([^,;:]{4,100}?)(?:按照?|依照?|以)?[^,、;]{0,20}(?:承担|分担|共担)/.exec(text);
  return shared?.[1] === undefined
    ? undefined
    : headed(text, (head, at) => {
        const { names, open } = listOf(head.slice(0, at));
        const bodies =
          names.length > 1 && names.every((name) => name.length <= 20 && (HELPER.test(name) || readUnit(name)));
        return bodies ? { names, open, named: false, byWork: false, general: false } : undefined;
      });
}

const GOES_ON_AS_NAME = /^(?:管理|服务|监督|监管|指挥|保障|发展|建设|监测|执法)/;

/** Any offices at the head of a stretch before any verb: 由开发建设单位依法签订…, 会同县委组织部门对…, 由财政局初审. */
function actorOf(text: string): Subject | undefined {
  return headed(text, (head, at) => {
    const who = officesOf(head.slice(0, at));
    // 由市应急管理单元决定: a field of work is no office before what its name may go on with.
    if (who && !who.byWork && GOES_ON_AS_NAME.test(head.slice(at)) && readUnit(who.names.at(-1) ?? '')?.form === 'bare')
      return undefined;
    return who && !goesOn(head, who, at) ? who : undefined;
  });
}

function dutyOf(who: Offices, rest: string, before: string): ClauseDuty | undefined {
  const { names, open } = who;
  if (before === '' && HELP_WORD.test(rest)) return helpOf(who, rest);
  const together = WITH.exec(rest);
  const helpers =
    together && together.index <= 12 ? helpersOf(rest.slice(together.index + together[0].length)) : undefined;
  const work = helpers
    ? rest.slice(0, together?.index).replace(SAID, '') + (together?.[0] === '组织' ? '组织' : '') + helpers.rest
    : rest.replace(SAID, '');
  const duty = (before + work).replace(/^[,、:\s]+/, '').trim();
  if (duty.length < 2 && !helpers && !/牵头|负责|为主|抓总/.test(rest))
    return { kind: 'named', leads: names, partners: [], open, duty: '' };
  if (/^(?:要|应当?|须|必须)?高度重视$/.test(rest))
    return { kind: 'urged', leads: names, partners: [], open, duty: '' };
  return { kind: 'duty', leads: names, partners: helpers?.names ?? [], open: open || (helpers?.open ?? false), duty };
}

/** 县财政局配合县水务局做好…: whom they help leads. */
function helpOf({ names, open }: Offices, rest: string): ClauseDuty {
  const helped = /(?:配合|协助|协同)(.*)$/.exec(rest)?.[1];
  const found = helped ? subjectOf(helped) : undefined;
  if (found) {
    return { kind: 'duty', leads: found.who.names, partners: names, open, duty: found.rest.replace(SAID, '') };
  }
  return { kind: 'help', leads: [], partners: names, open, duty: rest };
}

/** 会同县财政局、县住建局制定…: who helps, and the work behind; a nameless 有关部门 is nobody. */
function helpersOf(rest: string): { names: string[]; open: boolean; rest: string } | undefined {
  const nameless =
    /^(?:国务院|[省市县区州]直?|当地|其他|各)*(?:有关|相关)(?:职能)?(?:部门|单位|方面|地方)(?:和单位)?/.exec(rest)?.[0];
  if (nameless) return { names: [], open: true, rest: rest.slice(nameless.length) };
  const listed = /^(.{2,80}?)等(?:有关|相关|多个)?(?:职能)?(?:部门|单位)(?:和单位)?/.exec(rest);
  if (listed) return { ...listOf(listed[1] ?? ''), open: true, rest: rest.slice(listed[0].length) };
  const found = subjectOf(rest) ?? actorOf(rest) ?? anyBodies(rest);
  if (found) return { names: found.who.names, open: found.who.open, rest: found.rest };
  const whole = officesOf(rest);
  return whole && { names: whole.names, open: whole.open, rest: '' };
}

/** Bodies that are no offices may help: 组织小学、初中学校做好移交工作. */
function anyBodies(text: string): { who: Pick<Offices, 'names' | 'open'>; rest: string } | undefined {
  return headed(text, (head, at) => {
    const who = listOf(head.slice(0, at));
    const may = who.names.every((name) => name.length <= 12 && (HELPER.test(name) || readUnit(name)));
    return may ? who : undefined;
  });
}

const HELPER =
  /(?:学校|小学|中学|医院|企业|公司|机构|部门|单位|村|社区|银行|院校|高校|协会|卫生院|力量|人员|基金|集团|担保)$/;

/** 明确县水务局为牵头单位, 县财政局为配合单位, 试点城市政府是责任主体. */
function appointed(clause: string): ClauseDuty | undefined {
  const head = clause.slice(0, REACH);
  const turned = /(?:单位|部门|主体)[是为]/.test(head) ? TURNED.exec(head) : null;
  if (turned) return ownedBy(turned[1] ?? '', turned[2] ?? '');
  if (!/(?:单位|部门|主体|机构|平台)$/.test(head)) return undefined;
  const match =
    /^(.{0,30}?)(?:明确|确定|指定|以|由)?([^,:]{2,60}?)(?:作为|为|是)(?:[^,]{0,16}?的)?(总?牵头|主管|直接责任|主要责任|第一责任|责任|主责|主体责任|主体|[\u4e00-\u9fff]{2,4}主体|实施|组织实施|落实|配合|参与|协同|协办|成员)(?:单位|部门|主体|机构)$/.exec(
      head,
    );
  const who = match && (officesOf(match[2] ?? '') ?? officesOf((match[1] ?? '') + (match[2] ?? '')));
  if (!match || !who) return toldByWork(head);
  if (!/牵头|责任|实施|落实|主责|主管/.test(match[3] ?? ''))
    return { kind: 'help', leads: [], partners: who.names, open: who.open, duty: '' };
  const of = /(?:作为|为|是)(.{2,30}?)的?(?:(?:直接|主要)?责任|牵头|实施)(?:单位|部门|主体)$/.exec(clause)?.[1] ?? '';
  return { kind: 'duty', leads: who.names, partners: [], open: who.open, duty: of };
}

function toldByWork(clause: string): ClauseDuty | undefined {
  const who = officesOf(TOLD_BY_WORK.exec(clause)?.[1] ?? '');
  return who && { kind: 'named', leads: who.names, partners: [], open: who.open, duty: '' };
}

/** 乡道养护的责任主体是各乡镇人民政府: the office stands at the end. */
const TURNED =
  /^(.{2,40}?)的?(?:总?牵头|主要责任|第一责任|直接责任|责任|主责|实施|落实)(?:单位|部门|主体)(?:是|为)([^,:]{2,80})$/;

function ownedBy(work: string, list: string): ClauseDuty | undefined {
  const who = officesOf(list);
  return who && { kind: 'duty', leads: who.names, partners: [], open: who.open, duty: work.replace(/的$/, '') };
}

/** 县交通运输局是全县农村公路的行政主管部门, 县应急中心作为处置平台: the next clause says what it does. */
const TOLD_BY_WORK =
  /^([^,:]{2,60}?)(?:作为|是)[^,]{0,40}?(?:主管|管理|监管|监督|职能|办事|经办|执法|指挥|服务|协调|议事)(?:部门|机构|平台|单位)$/;

/** 成立县供水工作领导小组, 领导小组办公室设在县水务局: the next clause says what they do. */
function created(clause: string): ClauseDuty | undefined {
  if (!/设|挂靠|成立|组建|建立/.test(clause)) return undefined;
  const seated = /^([^,]{0,36}?(?:办公室|专班|秘书处))(?:设在|设于|挂靠)/.exec(clause)?.[1];
  const made =
    seated ??
    /(?:成立|设立|组建|建立|下设|设)(?:由[^,]{2,40}?(?:任|担任|为)[^,]{1,8}的)?((?:[^,的]{2,36}?(?:领导小组|工作组|工作小组|专班|指挥部|委员会|联席会议|办公室)|(?<=下设)办公室))(?:制度)?(?:,|$|[(])/.exec(
      clause,
    )?.[1];
  if (made === undefined) return undefined;
  return { kind: seated ? 'named' : 'group', leads: [made], partners: [], open: false, duty: '' };
}
