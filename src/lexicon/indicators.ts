/** Indicators that many plans set, under one name, so that rows of different plans line up. */
interface IndicatorEntry {
  readonly id: string;
  readonly pattern: RegExp;
  readonly example: string;
}

export const INDICATORS: readonly IndicatorEntry[] = [
  { id: 'preschool-gross-enrolment-rate', pattern: /(?:学前|幼儿园).{0,8}毛入[园学]率/, example: '学前三年毛入园率' },
  { id: 'inclusive-kindergarten-coverage', pattern: /普惠性?幼儿园.{0,4}覆盖率/, example: '普惠性幼儿园覆盖率' },
  {
    id: 'public-kindergarten-enrolment-share',
    pattern: /公办(?:幼儿)?园.{0,4}在园幼儿占比/,
    example: '公办幼儿园在园幼儿占比',
  },
  { id: 'compulsory-education-retention-rate', pattern: /义务教育巩固率/, example: '九年义务教育巩固率' },
  { id: 'upper-secondary-gross-enrolment-rate', pattern: /高中阶段.{0,4}毛入学率/, example: '高中阶段毛入学率' },
  { id: 'mean-years-of-schooling', pattern: /平均受教育年限/, example: '劳动年龄人口平均受教育年限' },
  { id: 'gdp', pattern: /^(?:地区|国内)生产总值$|^GDP$/, example: '地区生产总值' },
  { id: 'urbanisation-rate', pattern: /城镇化率/, example: '常住人口城镇化率' },
  { id: 'surveyed-urban-unemployment-rate', pattern: /城镇调查失业率/, example: '城镇调查失业率' },
  { id: 'urban-new-jobs', pattern: /城镇新增就业/, example: '城镇新增就业' },
  { id: 'life-expectancy', pattern: /(?:人均|平均)预期寿命/, example: '人均预期寿命' },
  { id: 'forest-coverage', pattern: /森林覆盖率/, example: '森林覆盖率' },
  { id: 'grain-output', pattern: /粮食(?:总)?(?:产量|综合生产能力)/, example: '粮食产量' },
  { id: 'rural-tap-water-coverage', pattern: /农村自来水普及率/, example: '农村自来水普及率' },
  { id: 'nursing-bed-share', pattern: /护理型床位占比/, example: '养老机构护理型床位占比' },
  { id: 'straw-utilisation-rate', pattern: /秸秆综合利用率/, example: '秸秆综合利用率' },
  { id: 'manure-utilisation-rate', pattern: /畜禽粪污综合利用率/, example: '畜禽粪污综合利用率' },
  { id: 'rnd-intensity', pattern: /(?:研发|R&D).{0,8}(?:强度|占.{0,8}比)/, example: '全社会研发投入强度' },
];

/** The common name of an indicator; null where none is known. */
export function indicatorId(name: string): string | null {
  return INDICATORS.find((entry) => entry.pattern.test(name))?.id ?? null;
}
