import { isUnitName } from '../../lexicon/units.js';

/** The name of an indicator and the unit that its label gives. */
export interface LabelName {
  readonly name: string;
  readonly unit: string;
  /** 其中：…: a part of what a row above names. */
  readonly part: boolean;
}

/** A longer one is a sentence. */
const LONGEST_LABEL = 200;

/** 1. 毛入园率（%）* → 毛入园率, %; numbers in front, 其中 and marks of notes go. 3岁以下 and 5G keep theirs. */
export function labelName(label: string): LabelName {
  if (label.length > LONGEST_LABEL) return { name: label, unit: '', part: false };
  const bare = label
    .replace(/^[\s*＊★▲△●]+/, '')
    .replace(
      /^(?:\d{1,2}(?:[、．)）]|\.(?!\d))|[(（](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[一二三四五六七八九十]{1,3}[、．.]|[①-⑳])\s*/,
      '',
    )
    .replace(/[\s*＊★▲△①-⑳]+$/, '');
  const part = /^(?:其中|[#＃]|[-—–]{1,2}(?=[\u4e00-\u9fff]))/.test(bare);
  const text = bare.replace(/^(?:其中|[#＃]|[-—–]{1,2})[:：,，\s]*/, '');
  const bracket = /[(（]([^()（）]{1,16})[)）]?$/.exec(text);
  if (bracket) {
    const inside = (bracket[1] ?? '').replace(/^单位[:：]/, '');
    const [first = ''] = inside.split(/[,，;；]/);
    // A bracket that the page cut off holds a unit or nothing.
    if (isUnitName(first)) return { name: text.slice(0, bracket.index).trim(), unit: first, part };
    if (!/[)）]$/.test(text)) return { name: text.slice(0, bracket.index).trim(), unit: '', part };
  }
  const percent = /[%％‰]$/.exec(text)?.[0];
  return percent ? { name: text.slice(0, -1).trim(), unit: percent, part } : { name: text, unit: '', part };
}

/** Measures that say nothing without the group above them: 在校生, 巩固率. */
const MEASURE =
  /^(?:在校生|在校学生|巩固率|毛入学率|总量|总数|数量|规模|面积|人数|产量|产值|床位数?$|增加值$|占比$|比例$|比重$|覆盖率$|普及率$|合格率$|达标率$|完成率$)/;

/** Parts that say nothing without the measure that they are a part of: 城镇, 小学. */
const PART =
  /^(?:城[镇市乡]|农村|乡村|县城|城区|市[区本]级?|中心城区|男性?|女性?|学前|小学|初中|高中|本科|专科|公办|民办|国有|集体|干流|支流|其他|一级|二级|三级)(?:居民|人口|地区)?$/;

/** What a name lacks: in front of it what is measured, or behind it by what. */
export function lacks(name: string): 'subject' | 'measure' | null {
  if (MEASURE.test(name)) return 'subject';
  return PART.test(name) ? 'measure' : null;
}

/** What a caption says that its table is about: 表3 石桥县2024年农村厕所改造任务分解表 → 农村厕所改造. */
export function captionTopic(title: string, region: string | null): string {
  let text = title
    .slice(0, LONGEST_LABEL)
    .replace(/^(?:附?表|附件|专栏)\s*[\d一二三四五六七八九十]{0,3}(?:[-—–.]\d{1,2})?\s*[:：、.．\s]*/, '')
    .replace(/[(（〔][^()（）〔〕]*[)）〕]/g, '')
    .replace(/(?:19|20)\d{2}(?:[-—–至~](?:19|20)?\d{2,4})?年?度?/g, '')
    .replace(/[“"]?十[一二三四五六七]五[”"]?(?:规划|期间|时期)?/g, '')
    .trim();
  if (region && text.startsWith(region)) text = text.slice(region.length);
  text = text
    .replace(
      /^[\u4e00-\u9fff]{1,5}?(?:自治[州县旗]|[市县区旗州省])(?!级|域|直|城|外|内|场|政)(?=[\u4e00-\u9fff]{4})/,
      '',
    )
    .replace(/^(?:全[省市州县区]|各[县市区乡镇、()]{1,8})/, '');
  for (let i = 0; i < 3; i++)
    text = text.replace(
      /(?:主要|重点)?(?:目标|任务|计划|指标|工作|进度|年度|责任)*(?:分解|安排|分配|明细|汇总|一览|分工|下达|规划)*(?:表|清单|名单|计划|任务|目标|指标|一览)$/,
      '',
    );
  return text.trim();
}
