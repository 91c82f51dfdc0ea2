import { isUnitName } from '../units.js';

/** Spellings of the same words. */
const SAME: Readonly<Record<string, string>> = {
  国内生产总值: 'GDP',
  地区生产总值: 'GDP',
  生产总值: 'GDP',
  规模以上: '规上',
  研究与试验发展: 'R&D',
  研究与实验发展: 'R&D',
  研发: 'R&D',
  细颗粒物: 'PM2.5',
  可吸入颗粒物: 'PM10',
  二氧化碳: 'CO2',
  化学需氧量: 'COD',
  及以上: '以上',
  固体废弃物: '固废',
  固体废物: '固废',
  三岁: '3岁',
  五岁: '5岁',
  六十五岁: '65岁',
};
const SAME_WORDS = new RegExp(
  Object.keys(SAME)
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'g',
);
/** 细颗粒物(PM2.5)浓度 says it twice. */
const TWICE = /(GDP|R&D|PM2\.5|PM10|CO2|COD)\1/g;
const NO_SIGNS = /[\s“”"'‘’「」『』《》·•*#()[\]【】〔〕的]/g;
/** 占比, 所占比例, 比重 and 率 say the same of a name. */
const SHARE = /(?:所?占)?(?:总)?(?:比[例重率]|百分比|比值)$|占比率?$/;
const COUNT = /(?:总数|数量|个数|数)$/;

/** One spelling for all ways to print words: full and half width, quotes, brackets, 地区生产总值 and GDP. */
export function canonicalWords(text: string): string {
  const plain = text.normalize('NFKC').toUpperCase().replace(NO_SIGNS, '');
  return plain.replace(SAME_WORDS, (word) => SAME[word] ?? word);
}

/** What may end a name in several ways, by its last two characters: most names are done with a look at those. */
const ENDS = new Set(['总产', '比例', '比重', '比率', '分比', '占比', '比值', '数量', '总数', '个数']);

/** And for the end of a name: 占比 and 率, 数 and 数量, 总产 and 总产量. */
export function canonicalEnd(words: string): string {
  if (!words.endsWith('数') && !ENDS.has(words.slice(-2))) return words;
  return words.replace(SHARE, '率').replace(COUNT, '').replace(/总产$/, '总产量');
}

/** One spelling for all ways to print a name. */
export const canonicalName = (text: string): string => canonicalEnd(canonicalWords(text).replace(TWICE, '$1'));

/** What a bracket at the end says about the value, not about what is measured. */
const NOTE =
  /^(?:\d{4}年?)?(?:年均|累计|同比|预计|五年|5年|年度|按|以)*(?:增长|增速|增幅|增长率|下降|降低|提高|累计|年均|[不可]变?比?价|现价|当年价|可比价)?(?:率|幅度|[%‰])?$/;
const LAST_BRACKET = /[([【〔]([^()[\]【】〔〕]{0,12})[)\]】〕]$/;

/** Without a unit, a year, 增长 and the like in brackets at the end. */
function withoutNotes(text: string): string {
  let rest = text.normalize('NFKC').trim();
  for (let i = 0; i < 3; i++) {
    const found = LAST_BRACKET.exec(rest);
    const inside = found?.[1]?.trim() ?? '';
    if (!found || !(NOTE.test(inside) || isUnitName(inside))) break;
    rest = rest.slice(0, found.index).trim();
  }
  return rest;
}

const RANK = /^(?:[(（]?\d{1,2}[)）]|\d{1,2}[.、](?!\d))/;
/** Words before a name that say whose or when, or that it is to be reached; the measure is the same without them. */
const LEADING =
  /^(?:[全我本](?:国|省|自治区|市|县|区|州|盟|旗|镇|乡|村|域)|市域|省域|境内|辖区内?|区域内?|[省市县区]内|到?\d{4}年末?底?|到?十[二三四五六]五(?:时期|期间|末期|末)?|五年|累计|年均|每年|年度|全年|当年|年末|年底|年|力争|努力|实现|确保|保持|推动|促进|预计|预期|总体|整体|全面|基本|主要|其中:?|地方|全社会|使|将)/;
const PLACE = /^(?:[\u4e00-\u9fff]{2,3}(?:省|市|县|州)|[\u4e00-\u9fff]{2,8}自治[区州县旗])/;
/** 县级市, 特大城市, 产粮大县, 脱贫县: kinds of places, so that what is measured is only a part. 盐城市, 成都市 are places. */
const KIND_OF_PLACE =
  /^(?:.{0,2}[级各]市|[大中小各]城市|[特超]大城市|中[小等]城市|[大新]都市|现代都市|.{0,2}(?:大|各|脱贫|贫困|困难|示范|试点|重点|边境|经济强)县)$/;
/** Words behind a name that say how its value moves or that it is one to reach. */
const TRAILING =
  /(?:(?:年均|累计|同比|平均|年)*(?:增长率?|增速|增幅|增长速度|涨幅|下降率?|降低率?|降幅|减少|上升|提高|提升|增加)(?:率|幅度)?|(?:年均|累计)|达标?到|目标值?|指标值?|(?:稳定|保持|控制|维持)在?)$/;

function withoutPlace(name: string): string {
  const place = PLACE.exec(name)?.[0];
  return place && !KIND_OF_PLACE.test(place) ? name.slice(place.length) : name;
}

/** A name without one word before it; the same where there is none. */
const withoutLead = (name: string): string => {
  const rest = name.replace(LEADING, '');
  return rest === name ? withoutPlace(name) : rest;
};

/** Leading words are taken off one by one, since some names begin with the like (年均气温, 全社会用电量). */
function leadless(name: string): string[] {
  const forms = [name];
  for (let i = 0; i < 5; i++) {
    const rest = withoutLead(forms.at(-1) ?? '');
    if (rest === forms.at(-1)) break;
    forms.push(rest);
  }
  return forms;
}

/** The forms of a printed name to look up, from the whole name to the barest, in one spelling each. */
export function formsOf(printed: string): string[] {
  const words = canonicalWords(withoutNotes(printed.replace(RANK, ''))).replace(TWICE, '$1');
  const moved = words.replace(TRAILING, '');
  const forms = [...leadless(words), ...(moved === words ? [] : leadless(moved))];
  return [...new Set(forms.map(canonicalEnd))].filter((form) => form.length > 1);
}
