import type { Clause } from '../clauses.js';
import type { LineView } from '../context.js';
import type { Frame } from '../frames.js';
import { outputVerbAt } from '../phrase.js';
import { clauseIndex, endsOfPart } from '../places.js';
import type { Reading } from '../rule.js';

const KIND =
  '项目|工程|幼儿园|学校|小学|中学|高中|学院|医院|卫生院|中心|公园|水库|园区|产业园|基地|场馆|线路|道路|公路|大桥|泵站|水厂|电厂|电站|码头|机场|车站|枢纽|客运站|停车场|管廊|管网|灌区|污水处理厂|通道|隧道|立交|服务区|物流园|体育馆|图书馆|文化馆|博物馆|养老院|福利院|小区|公寓|市场|大厦|综合体|新馆|新院区|校区|院区';
const PROJECT = new RegExp(
  `([\\u4e00-\\u9fff“”A-Za-z0-9—-]{2,30}?(?:${KIND}))(?:(?:建设|改造|新建|扩建|迁建|改扩建)?(?:项目|工程)?)(?:[(（][^)）]*[)）])?$`,
);
const LABEL = new RegExp(`^(?:\\d+[.、]|[(（]\\d+[)）])?\\s*([^,。;:]{3,28}(?:${KIND}))[:：]`);
/** 对某某进行改扩建: the project stands in the middle. */
const TREATED = /对([^,]{3,24}?)(?:[(（][^)）]*[)）])?进行/;
const SECTOR = /^[\u4e00-\u9fff]{1,10}?(?:产业|行业|经济)/;

/** 学校一所, 水厂2座: how many of the project there are. */
const COUNTED = /(?:[一二两]|\d{1,3})(?:所|座|个|处|家|条|栋|期)$/;

const projects = new WeakMap<Clause, string>();

interface Near {
  readonly reading: Reading;
  readonly frame: Frame;
}

/** What a frame is about: the project or trade that a clause before it names, else what the reading before counted. */
export function topicOf(frame: Frame, near: Near | undefined): { project: string; topic: string } {
  const { view, clause } = frame;
  for (let i = clauseIndex(view.clauses, clause.start, clause.end) - 1; i >= 0; i--) {
    const earlier = view.clauses[i];
    if (earlier?.part !== clause.part) break;
    const project = projectIn(view, earlier);
    if (project !== '') return { project, topic: project };
  }
  // 东港片区安置房项目:总投资9.2亿元: the label of the list names the project.
  const label = LABEL.exec(view.text.slice(view.bodyStart, frame.group[0].start))?.[1];
  if (label) return { project: label, topic: label };
  const opening = endsOfPart(view.clauses, clause)?.first;
  const words = opening && opening !== clause ? view.text.slice(opening.start, opening.end) : '';
  const sector = SECTOR.exec(words)?.[0];
  return { project: sector ?? '', topic: near?.reading.topic || sector || '' };
}

/** The project that a clause names; empty where it names none. Every number behind the clause asks for it. */
function projectIn({ text, bodyStart }: LineView, clause: Clause): string {
  const known = projects.get(clause);
  if (known !== undefined) return known;
  const clauseWords = plainWords(text.slice(Math.max(clause.start, bodyStart), clause.end)).replace(COUNTED, '');
  // 在园区内新建九年一贯制学校: the project stands behind its verb.
  const at = outputVerbAt(clauseWords);
  const words = at > 0 ? plainWords(clauseWords.slice(at)) : clauseWords;
  const project = TREATED.exec(clauseWords)?.[1] ?? PROJECT.exec(words)?.[1] ?? '';
  projects.set(clause, project);
  return project;
}

/** The clause without its item number, its time and the verb that begins the project. */
function plainWords(text: string): string {
  return text
    .replace(/^.*[:：]/, '')
    .replace(/^[一二三四五六七八九]是/, '')
    .replace(
      /^(?:(?:到|在|于)?\d{4}年?(?:\d{1,2}月)?(?:底|前|底前)*)?(?:启动|开工|加快|推进|实施|建设|新建|改扩建|扩建|规划|完成|分别是)*/,
      '',
    );
}
