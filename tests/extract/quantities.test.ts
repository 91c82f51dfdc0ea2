import { describe, expect, it } from 'vitest';
import { fold } from '../../src/extract/fold.js';
import { findQuantities, type Quantity } from '../../src/extract/tokens/quantities.js';
import { findTimes } from '../../src/extract/tokens/times.js';

function quantities(text: string): Quantity[] {
  const line = fold(text);
  return findQuantities(line, findTimes(line, { year: 2022 }));
}
/** `comparator value[~max] unit`. */
const written = (q: Quantity): string =>
  `${q.comparator} ${q.value}${q.valueMax === null ? '' : `~${q.valueMax}`}${q.unit}`;

describe('quantities', () => {
  it.each<[string, ...string[]]>([
    // Arabic.
    ['达到93%', 'eq 93%'],
    ['达到４．５％', 'eq 4.5%'],
    ['死亡率控制在4.82‰', 'eq 4.82‰'],
    ['提高0.8个百分点', 'eq 0.8个百分点'],
    ['投资12524万元', 'eq 12524万元'],
    ['投资1,234.5万元', 'eq 1234.5万元'],
    ['投资1，234万元', 'eq 1234万元'],
    ['24个班1080人', 'eq 24个', 'eq 1080人'],
    ['大于10', 'gt 10'],
    // Mixed.
    ['新增就业1.2万人', 'eq 1.2万人'],
    ['贷款3亿元', 'eq 3亿元'],
    ['规模突破2万亿元', 'gt 2万亿元'],
    ['装机80万千瓦', 'eq 80万千瓦'],
    ['人口3.5万余人', 'approx 3.5万人'],
    // Spelled.
    ['建成两所', 'eq 2所'],
    ['新建十二座水厂', 'eq 12座'],
    ['三十二所学校', 'eq 32所'],
    ['提高三个百分点', 'eq 3个百分点'],
    ['十余所学校', 'approx 10所'],
    ['百分之九十五以上', 'ge 95%'],
    ['九成以上', 'ge 9成'],
    ['增长两倍', 'eq 2倍'],
    ['翻一番', 'eq 1番'],
    // Compound units.
    ['600元/生/年', 'eq 600元/生/年'],
    ['23微克/立方米', 'eq 23微克/立方米'],
    ['2000立方米/日', 'eq 2000立方米/日'],
    ['每周不少于2课时', 'ge 2课时'],
    // Ranges.
    ['1—2名教师', 'range 1~2名'],
    ['掌握1-2项技能', 'range 1~2项'],
    ['5%—5.5%', 'range 5~5.5%'],
    ['5至8所', 'range 5~8所'],
    ['5到8所', 'range 5~8所'],
    ['5～8所', 'range 5~8所'],
    ['3至5家左右', 'range 3~5家'],
    // Ratios.
    ['按1∶5的比例', 'eq 1~5∶'],
    ['按1:5的比例', 'eq 1~5∶'],
    ['师生比1：12.5', 'eq 1~12.5∶'],
    // Lists: each value by itself.
    ['分别达到78%、78.5%、79%、80%以上', 'eq 78%', 'eq 78.5%', 'eq 79%', 'ge 80%'],
    ['不低于5%、8%', 'ge 5%', 'eq 8%'],
  ])('%s', (text, ...expected) => {
    expect(quantities(text).map(written)).toEqual(expected);
  });

  it.each<[string, string]>([
    ['不低于50%', 'ge'],
    ['不少于1小时', 'ge'],
    ['不得少于1次', 'ge'],
    ['不得低于5%', 'ge'],
    ['≥95%', 'ge'],
    ['>=95%', 'ge'],
    ['70%以上', 'ge'],
    ['70%及以上', 'ge'],
    ['超过55%', 'gt'],
    ['突破2000亿元', 'gt'],
    ['高于60%', 'gt'],
    ['＞98.5', 'gt'],
    ['不超过20%', 'le'],
    ['不高于23微克/立方米', 'le'],
    ['不得超过3天', 'le'],
    ['控制在5%以内', 'le'],
    ['28微克/立方米以下', 'le'],
    ['≤5%', 'le'],
    ['低于3%', 'lt'],
    ['<3%', 'lt'],
    ['2500人左右', 'approx'],
    ['20所左右幼儿园', 'approx'],
    ['约2350亿元', 'approx'],
    ['近15万人', 'approx'],
    ['200余人', 'approx'],
    ['20多家', 'approx'],
    ['达到93%', 'eq'],
    ['完成5座', 'eq'],
  ])('the comparator of %s is %s', (text, comparator) => {
    expect(quantities(text).map((q) => q.comparator)).toEqual([comparator]);
  });

  it.each<[string, string]>([
    ['5%', 'rate'],
    ['4‰', 'rate'],
    ['3个百分点', 'points'],
    ['3亿元', 'money'],
    ['1.2万人次', 'people'],
    ['6所', 'things'],
    ['3000亩', 'size'],
    ['40课时', 'time'],
    ['2倍', 'times'],
    ['1.63', 'index'],
  ])('the kind of %s is %s', (text, kind) => {
    expect(quantities(text).map((q) => q.kind)).toEqual([kind]);
  });

  it.each([
    ['a network', '建设5G基站'],
    ['a certificate', '推行1+X证书'],
    ['an ordinal', '位居第三，第3所'],
    ['a model', 'A3幅面、PM2.5'],
    ['a kind of school', '九年一贯制学校'],
    ['a slogan without a unit', '落实双一流、六稳六保'],
    ['a year', '2025年'],
    ['a date', '2022年10月10日'],
    ['a span of years', '2021—2025年'],
    ['a period', '“十四五”期间'],
    ['a time counted from a day', '3年内'],
    ['the clause of a law', '依据第12条'],
    ['a number that is too long to count anything', '账号1234567890123456'],
    ['every one', '每一所、另一个、某一项、同一家'],
    ['no number', '一批、若干、全部'],
  ])('none: %s', (_, text) => {
    expect(quantities(text)).toEqual([]);
  });

  it('the slice of the line holds the number with what touches it', () => {
    const line = fold('到2025年，不低于９５％以上，约３万人');
    const found = findQuantities(line, findTimes(line, { year: 2022 }));
    expect(found.map((q) => line.slice(q.start, q.end))).toEqual(['不低于95%以上', '约3万人']);
  });

  it('keeps the word before the number, which may govern a list', () => {
    expect(quantities('分别不低于5%、8%').map((q) => q.prefix)).toEqual(['不低于', '']);
  });
});

describe('numbers that must not come out wrong', () => {
  it.each<[string, ...string[]]>([
    ['新建一百零八个蓄水池', 'eq 108个'],
    ['培训三千二百零五人', 'eq 3205人'],
    ['不低于百分之五', 'ge 5%'],
    ['培育三五家企业'],
    ['建成一至两所', 'range 1~2所'],
  ])('%s', (text, ...expected) => {
    expect(quantities(text).map(written)).toEqual(expected);
  });

  it.each([
    ['a document number', '云政发〔2021〕12号'],
    ['a document of the year', '落实10号文件'],
    ['a version', '智慧水务2.0'],
    ['a version with its word', '水务云平台3.0版'],
    ['a unity', '三位一体'],
    ['a single payment', '一次性补助'],
    ['the name of a place', '三门镇、五家乡'],
    ['many houses', '走进千家万户'],
  ])('none: %s', (_, text) => {
    expect(quantities(text)).toEqual([]);
  });
});
