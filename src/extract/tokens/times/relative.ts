import { matchAt, type TimeToken, tokenOf } from './token.js';

/* Times counted from a day that the words do not name: 3-5年内, 今后五年, 自发布之日起30日内. */

const COUNT = '(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})';
const SPELL = `(?:${COUNT}(?:(?:-{1,2}|~|至|到|、)${COUNT})?)`;
const INSIDE = '(?:之内|以内|内(?![部容蒙在涵地陆外需河生控涝科设]))';

/** 3-5年内, 两年时间: how long, with a word that makes a term of it. */
const TERM = new RegExp(`${SPELL}(?:年|个月)(?:左右)?(?:的)?(?:时间(?:${INSIDE})?|${INSIDE})`, 'y');
/** 力争通过3-5年的持续发展: what leads it makes a term of it. */
const LED = new RegExp(`${SPELL}年(?:左右)?(?:(?:的)?时间)?(?!期|级|制|限|以上|以下|来|前|度)`, 'y');
const LEADS =
  /(?:力争|争取)?(?:通过|(?<![使费利应采适信试通租引选聘任录作])用|再用|经过)(?:的)?$|(?:力争|争取|计划|确保)$/;
const TERM_LEADS =
  /(?:力争|争取)?(?:通过|(?<![使费应采适信试租引选聘任录作])用|利用|经过|在|力争|争取|未来|今后)(?:的)?$/;
/** What has been: 近三年内, 连续5年. */
const PAST =
  /(?:(?:控制|保持|稳定|维持|缩短|压缩|压减|不超过|不少于|不低于)[在到至]?|近|过去|以往|前|连续|最近|上|满|第|每|达|为|有)$/;

const AHEAD = new RegExp(`(?:今后|未来|接下来|此后)(?:的)?${SPELL}年(?:内|时间|左右)?`, 'y');
const ORDINAL = /第[一二三四五](?:[、,][一二三四五])*年(?=[,实完基])/y;
/** 自发布之日起30日内; 印发后10个工作日内. */
const SINCE_EVENT =
  /(?:之日起?(?:的)?|后(?:的)?|起)(?:\d{1,3}|[一二两三四五六七八九十]{1,3})个?(?:工作日|自然日|日|天|周|月|年)(?:内|之内|以内)/y;
const EVENT = /[^,。;、:()《》“”]{1,14}$/;
/** How long an office may take is a norm of its service. */
const SERVICE = /受理|申请|收到|材料齐全|报案|投诉|举报/;
/** 10个工作日内: a term of its own only where something is handed in or decided. */
const WORKDAYS = new RegExp(
  `${COUNT}(?:个工作日|日|天|周)(?:内|之内|以内)(?=[^,。;]{0,16}(?:报|提交|反馈|制定|出台|提出|印发|回复|备案))`,
  'y',
);

/** The term that begins at a place with its number, 今后, 第 or the mark of the event that it is counted from. */
export function relativeAt(line: string, at: number): TimeToken | undefined {
  const ahead = matchAt(AHEAD, line, at) ?? matchAt(ORDINAL, line, at);
  if (ahead) return tokenOf(line, at, at + ahead[0].length, { relative: true });
  const event = matchAt(SINCE_EVENT, line, at);
  if (event) return sinceEvent(line, at, at + event[0].length);
  const before = line.slice(Math.max(0, at - 6), at);
  if (PAST.test(before)) return undefined;
  const term = matchAt(TERM, line, at) ?? matchAt(WORKDAYS, line, at);
  if (term) {
    const lead = TERM_LEADS.exec(before)?.[0].length ?? 0;
    return tokenOf(line, at - lead, at + term[0].length, { relative: true });
  }
  const led = LEADS.exec(before);
  const match = led && matchAt(LED, line, at);
  return match ? tokenOf(line, at - led[0].length, at + match[0].length, { relative: true }) : undefined;
}

function sinceEvent(line: string, at: number, end: number): TimeToken | undefined {
  const words = EVENT.exec(line.slice(Math.max(0, at - 16), at))?.[0];
  if (!words || SERVICE.test(words)) return undefined;
  const opening = Math.max(words.lastIndexOf('自'), words.lastIndexOf('从'), words.lastIndexOf('在'));
  const event = opening >= 0 ? words.length - opening : Math.min(2, words.length);
  return tokenOf(line, at - event, end, { relative: true });
}
