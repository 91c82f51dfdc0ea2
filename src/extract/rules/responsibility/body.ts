import { OFFICE_END } from '../../../lexicon/bodies/endings.js';
import { namesOf } from '../../bodies.js';
import type { RuleExample } from '../../rule.js';

/** A duty told in running text. Offsets count in the clause that was read. */
export interface BodyDuty {
  readonly leads: string[];
  readonly partners: string[];
  readonly duty: string;
  readonly start: number;
}

/** Words of office: what stands before them has the work, what stands behind them is the work. */
const OFFICE =
  '(?:主要|具体|直接|统一|牵头|共同|分别|全面)?负责(?!人|同志|制(?![定订作])|任)|牵头(?!单位|部门)|承担(?!的|着)|统筹(?!规划与|协调与)|会同|联合(?!会|体)|督查(?!室|局|组)|组织实施|具体实施|要(?!求|素|件|闻|点|害|么|是)|应(?:当)?(?!急|用|对|届)|须(?!知)|不得|对(?=.{2,30}(?:开展|进行|实施|给予|组织))|(?:每年|每季度|每学期|每月|每半年|定期|及时)(?=[^,]{0,12}(?:开展|组织|召开|通报|报送|举办|公布))';
const SUBJECT = new RegExp(`^(由)?([^,;:。]{2,60}?)(等(?:有关|相关)?(?:职能)?(?:部门|单位)?)?(${OFFICE})(.*)$`);
const BY =
  /(?:^|[^自经])由([^,;:。由]{2,50}?)(等(?:有关|相关)?部门)?(?:按照?[^,]{0,10})?(?:主要|具体|统一|负责)*(牵头|负责|统筹|会同|组织|承担|制定|汇总|审核|审批|落实|实施|统一|根据|定期|进行|研究|提出|拨付|安排|纳入|处理|依法|依规|严肃)([^。;]*)$/;
/** Those of whom everything is asked, and those that are no office. */
const EVERYBODY =
  /^(?:各级|各地|各有关|有关|相关|其他|全体|广大|我们|本|该|其|学校|教师|家长|学生|企业|个人|群众|党员|干部|校长|副?校级|聘请|根据|鼓励|形成|支持|引导|推动|建立|完善|加强|坚持|实行|落实)/;
const PRINCIPLE = /谁[^、,]{1,6}谁|第一责任人|一把手/;

/** Read one clause. Undefined where no office is given work in it. */
export function bodyDuty(clause: string): BodyDuty | undefined {
  if (PRINCIPLE.test(clause)) return undefined;
  return bySubject(clause) ?? byAgent(clause);
}

/** `县发展改革局:负责…`: an item of a list of duties, the unit as its label. */
export function labelledDuty(line: string): (BodyDuty & { readonly marker: number }) | undefined {
  const match = /^((?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]+)?)([^,:。;]{3,40}):(.{4,})$/.exec(line);
  if (!match || /^(?:牵头|责任|配合|主责|参与)/.test(match[2] ?? '')) return undefined;
  const leads = offices(match[2] ?? '');
  const duty = (match[3] ?? '').replace(/^(?:主要)?(?:牵头)?负责/, '').replace(/[。;]$/, '');
  return leads && { leads, partners: [], duty, start: 0, marker: (match[1] ?? '').length };
}

/** 县统计局负责…, 生态环境部会同有关部门…, 县财政局要…. */
function bySubject(clause: string): BodyDuty | undefined {
  const match = SUBJECT.exec(clause);
  if (!match) return undefined;
  const leads = offices(match[2] ?? '');
  const word = match[4] ?? '';
  const rest = match[5] ?? '';
  if (!leads || rest.trim().length < 2) return undefined;
  const joined = /^(?:会同|联合)(.*)$/.exec(/^(?:会同|联合)$/.test(word) ? word + rest : rest)?.[1];
  if (joined === undefined) return { leads, partners: [], duty: tidyDuty(word, rest), start: 0 };
  const helpers = helpersOf(joined);
  return { leads, partners: helpers.names, duty: helpers.rest, start: 0 };
}

/** …由县教育局统筹…, 由县督查局进行通报: the agent stands behind the thing. */
function byAgent(clause: string): BodyDuty | undefined {
  const match = BY.exec(clause);
  const leads = match && offices(match[1] ?? '');
  if (!match || !leads) return undefined;
  const word = match[3] ?? '';
  const rest = match[4] ?? '';
  const before = clause.slice(0, clause.indexOf(`由${match[1]}`)).replace(/[由]$/, '');
  if (word === '会同') {
    const helpers = helpersOf(rest);
    return { leads, partners: helpers.names, duty: before + helpers.rest, start: 0 };
  }
  return { leads, partners: [], duty: before + tidyDuty(word, rest), start: 0 };
}

/** The names of a list, where every one of them is an office. */
function offices(list: string): string[] | undefined {
  const text = list
    .replace(/^(?:原则上|同时|并|其中|由|经)+/, '')
    .replace(/(?:每年|每月|定期|按照?职责(?:分工)?|进一步|切实|认真|也|都|均|还)+$/, '');
  const names = namesOf(text.replace(/(?:和|及|与)(?=[省市县区州各])/g, '、'));
  if (names.length === 0 || names.length > 15) return undefined;
  if (
    !names.every(
      (name) => name.length <= 24 && OFFICE_END.test(name) && !EVERYBODY.test(name) && !/[的了在把将对由]/.test(name),
    )
  )
    return undefined;
  return names;
}

/** 会同县财政局、县住建局制定…: who helps, and the work behind; a nameless 有关部门 is nobody. */
function helpersOf(rest: string): { names: string[]; rest: string } {
  const match =
    /^((?:[^、,]{2,20}、)*[^、,]{2,24}?(?:局|厅|委|办|部(?!门)|政府|委员会|部门|机关|中心|工会|妇联|残联|科协|团[省市县区]委|银行(?![^、,]{1,8}[支分]行)|支行|分行|公司|集团|方面|单位|队))(?:等(?:有关|相关)?部门)?(.*)$/.exec(
      rest,
    );
  if (!match) return { names: [], rest };
  const names = namesOf(match[1] ?? '').filter((name) => !/^(?:有关|相关|各有关)/.test(name));
  return { names, rest: match[2] ?? '' };
}

function tidyDuty(word: string, rest: string): string {
  const own = /负责|要|应|须|牵头|承担/.test(word) ? '' : word;
  return (own + rest).replace(/^[,、:]+/, '').trim();
}

export const BODY_EXAMPLES: readonly RuleExample[] = [
  { text: '县统计局负责统计核定年度结果。', gives: ['县统计局 |  : 统计核定年度结果'] },
  {
    text: '省水利厅会同省财政厅、省农业农村厅制定实施细则。',
    gives: ['省水利厅 | 省财政厅+省农业农村厅 : 制定实施细则'],
  },
  { text: '新建泵站由市水务局统筹建设。', gives: ['市水务局 |  : 新建泵站统筹建设'] },
  { text: '县人社局、县教育局要做好教师招聘工作。', gives: ['县人社局+县教育局 |  : 做好教师招聘工作'] },
  { text: '由县卫生健康局牵头,组织开展义诊活动。', gives: ['县卫生健康局 |  : 组织开展义诊活动'] },
  { text: '生态环境部会同有关部门对试点工作进行评估。', gives: ['生态环境部 |  : 对试点工作进行评估'] },
  { text: '县住房城乡建设局负责制定年度计划。', gives: ['县住房城乡建设局 |  : 制定年度计划'] },
  { text: '省交通运输厅要会同省统计局完善统计体系。', gives: ['省交通运输厅 | 省统计局 : 完善统计体系'] },
  { text: '县水务局负责人参加会议。', gives: [] },
  { text: '广大教师要爱岗敬业。', gives: [] },
  { text: '坚持谁主管谁负责的原则。', gives: [] },
  { text: '各级各部门要高度重视。', gives: [] },
  { text: '县教育局主要负责同志参加会议。', gives: [] },
  { text: '学校要加强管理。', gives: [] },
];
