import { describe, expect, it } from 'vitest';
import { INDICATORS, INDICATORS_BY_SECTOR, indicatorId } from '../../src/lexicon/indicators/index.js';
import { namesOf } from '../../src/lexicon/indicators/lookup.js';
import { spellings } from '../../src/lexicon/indicators/spellings.js';
import { isUnitName } from '../../src/lexicon/units.js';

describe('the list', () => {
  it('holds what plans of ten sectors set', () => {
    expect(INDICATORS.length).toBeGreaterThanOrEqual(200);
    for (const entries of Object.values(INDICATORS_BY_SECTOR)) expect(entries.length).toBeGreaterThanOrEqual(20);
    expect(Object.keys(INDICATORS_BY_SECTOR)).toHaveLength(11);
  });

  it('gives each id once, in words of the English name', () => {
    const ids = INDICATORS.map((entry) => entry.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(INDICATORS.filter((entry) => entry.english.length < 3).map((entry) => entry.id)).toEqual([]);
  });

  it('knows the units it gives', () => {
    const known = (unit: string): boolean => unit === '' || unit === '公里/百平方公里' || isUnitName(unit);
    expect(INDICATORS.filter((entry) => !known(entry.unit)).map((entry) => `${entry.id}: ${entry.unit}`)).toEqual([]);
  });

  it('gives a name to one indicator only', () => {
    const owners = new Map<string, string>();
    const shared: string[] = [];
    for (const entry of INDICATORS)
      for (const name of namesOf(entry)) {
        const owner = owners.get(name);
        if (owner) shared.push(`${name}: ${owner}, ${entry.id}`);
        owners.set(name, entry.id);
      }
    expect(shared).toEqual([]);
  });

  it('finds each indicator by all its names, with its unit', () => {
    const lost: string[] = [];
    for (const entry of INDICATORS)
      for (const name of [entry.name, entry.example, ...namesOf(entry)])
        if (indicatorId(name, entry.unit) !== entry.id) lost.push(`${name}: ${entry.id}`);
    expect(lost).toEqual([]);
  });

  it('writes patterns out', () => {
    const same = (piece: string): string => piece;
    expect(spellings('学前[三年]毛入(园|学)率', same)).toEqual([
      '学前毛入园率',
      '学前毛入学率',
      '学前三年毛入园率',
      '学前三年毛入学率',
    ]);
    expect(spellings('[国家[级]]公园', same)).toEqual(['公园', '国家公园', '国家级公园']);
    expect(() => spellings('学前[三年', same)).toThrow('stays open');
  });
});

describe('names as plans print them', () => {
  it.each<[string, string]>([
    ['全县学前三年毛入园率', 'preschool-gross-enrolment-rate'],
    ['学前教育三年毛入园率（%）', 'preschool-gross-enrolment-rate'],
    ['幼儿园毛入园率', 'preschool-gross-enrolment-rate'],
    ['公办园在园幼儿占比', 'public-kindergarten-enrolment-share'],
    ['公办幼儿园在园幼儿所占比例', 'public-kindergarten-enrolment-share'],
    ['我省九年义务教育巩固率', 'compulsory-education-retention-rate'],
    ['“双师型”教师占专业课教师总数的比例', 'dual-qualified-teacher-share'],
    ['GDP', 'gdp'],
    ['地区生产总值（增长）', 'gdp'],
    ['地区生产总值年均增速(%)', 'gdp'],
    ['云岭县地区生产总值', 'gdp'],
    ['人均GDP', 'gdp-per-capita'],
    ['单位GDP能源消耗累计降低率', 'energy-intensity'],
    ['单位地区生产总值二氧化碳排放下降', 'carbon-intensity'],
    ['细颗粒物（PM₂.₅）年均浓度', 'pm25-concentration'],
    ['ＰＭ２．５浓度', 'pm25-concentration'],
    ['空气质量优良天数比例', 'good-air-days-share'],
    ['地表水达到或好于Ⅲ类水体比例', 'surface-water-good-share'],
    ['全社会研究与试验发展（R&D）经费投入强度', 'rnd-intensity'],
    ['R&D经费支出占地区生产总值比重', 'rnd-intensity'],
    ['每千人口执业（助理）医师数（人）', 'physicians-per-thousand'],
    ['“十四五”期间城镇新增就业人数', 'urban-new-jobs'],
    ['规上工业增加值增速', 'industrial-value-added'],
    ['5G基站总数', 'fiveg-base-stations'],
    ['3.森林覆盖率', 'forest-coverage'],
    ['其中：护理型床位占比', 'nursing-bed-share'],
    ['2025年粮食总产量', 'grain-output'],
    ['肉类总产', 'meat-output'],
    ['盐城市森林覆盖率', 'forest-coverage'],
    ['成都市单位GDP能耗', 'energy-intensity'],
    ['黔东南苗族侗族自治州森林覆盖率', 'forest-coverage'],
    ['秸秆综合利用率稳定在', 'straw-utilisation-rate'],
  ])('%s is %s', (name, id) => {
    expect(indicatorId(name)).toBe(id);
  });
});

describe('neighbours are kept apart', () => {
  it.each<[string, string | null]>([
    ['城镇化率', 'urbanisation-rate'],
    ['常住人口城镇化率', 'urbanisation-rate-resident'],
    ['户籍人口城镇化率', 'urbanisation-rate-registered'],
    ['女性人均预期寿命', null],
    ['人均健康预期寿命', 'healthy-life-expectancy'],
    ['高中阶段毛入学率', 'upper-secondary-gross-enrolment-rate'],
    ['高等教育毛入学率', 'higher-education-gross-enrolment-rate'],
    ['初中阶段毛入学率', 'junior-secondary-gross-enrolment-rate'],
    ['学前一年毛入园率', null],
    ['少数民族学前三年毛入园率', null],
    ['普惠性民办幼儿园占比', null],
    ['公办幼儿园占比', 'public-kindergarten-share'],
    ['新增劳动力平均受教育年限', 'mean-years-of-schooling-new-workers'],
    ['15岁及以上人口平均受教育年限', 'mean-years-of-schooling-15-plus'],
    ['青壮年文盲率', null],
    ['农村自来水普及率', 'rural-tap-water-coverage'],
    ['城市自来水普及率', 'urban-tap-water-coverage'],
    ['农村规模化供水工程覆盖率', 'rural-scaled-water-supply'],
    ['农村集中供水率', 'rural-centralised-water-supply'],
    ['PM10浓度', 'pm10-concentration'],
    ['PM2.5浓度', 'pm25-concentration'],
    ['PM2.5达标天数', null],
    ['优良天数比率达标县占比', null],
    ['床位占比', null],
    ['养老床位', 'elderly-care-beds'],
    ['普惠型养老床位占比', null],
    ['护理型床位建设补助', null],
    ['城镇登记失业率', 'registered-urban-unemployment-rate'],
    ['新增就业', null],
    ['农村新增就业', null],
    ['新增就业困难人员', null],
    ['脱贫人口就业', null],
    ['森林面积', null],
    ['城市森林覆盖率', null],
    ['森林火灾受害率', null],
    ['林木绿化率', 'forest-greening-rate'],
    ['建成区绿化覆盖率', 'green-coverage'],
    ['建成区绿地率', 'green-space-rate'],
    ['村庄绿化覆盖率', 'rural-greening-rate'],
    ['粮食播种面积', 'grain-sown-area'],
    ['粮食综合生产能力', 'grain-production-capacity'],
    ['夏粮产量', null],
    ['粮食产量大县', null],
    ['高技术制造业增加值占规模以上工业增加值比重', 'high-tech-manufacturing-share'],
    ['高新技术产业增加值占规模以上工业增加值比重', 'high-tech-industry-share'],
    ['高技术制造业增加值', null],
    ['全部工业增加值', 'industrial-value-added-total'],
    ['规模以上工业增加值', 'industrial-value-added'],
    ['园区规模以上工业增加值', null],
    ['数字经济核心产业增加值占GDP比重', 'digital-core-share'],
    ['数字经济核心产业增加值', null],
    ['全社会研发经费投入', 'rnd-spending'],
    ['研发经费投入强度达标企业', null],
    ['企业研发投入强度', null],
    ['基础研究经费占研发经费比重', 'basic-research-share'],
    ['城镇居民人均可支配收入', 'urban-disposable-income'],
    ['农村居民人均可支配收入', 'rural-disposable-income'],
    ['脱贫县农村居民人均可支配收入', null],
    ['城乡居民人均可支配收入之比', 'urban-rural-income-ratio'],
    ['居民人均消费支出', null],
    ['城乡居民基本养老保险参保率', 'resident-pension-coverage'],
    ['基本养老保险参保人数', 'basic-pension-participants'],
    ['基本养老保险参保率', 'basic-pension-coverage'],
    ['重点人群家庭医生签约服务覆盖率', 'key-group-family-doctor-coverage'],
    ['家庭医生签约服务覆盖率', 'family-doctor-coverage'],
    ['每千人口注册护士数', 'nurses-per-thousand'],
    ['每千人口床位数', 'hospital-beds-per-thousand'],
    ['每千人口精神科床位数', null],
    ['孕产妇死亡率', 'maternal-mortality'],
    ['孕产妇系统管理率', 'maternal-management-rate'],
    ['高速公路通车里程', 'expressway-length'],
    ['高速铁路营业里程', 'high-speed-rail-length'],
    ['农村公路列养率', 'rural-road-maintenance-rate'],
    ['万元GDP用水量', 'water-use-per-gdp'],
    ['万元工业增加值用水量', 'water-use-per-industrial-value-added'],
    ['城市生活污水集中收集率', 'urban-sewage-collection-rate'],
    ['农村生活污水治理率', 'rural-sewage-treatment-rate'],
    ['农村生活垃圾分类覆盖率', null],
    ['县级市森林覆盖率', null],
    ['产粮大县粮食产量', null],
    ['特大城市人均公园绿地面积', null],
    ['5A级旅游景区', 'five-a-attractions'],
    ['国内旅游收入', null],
    ['氨氮排放总量', 'ammonia-nitrogen-emissions'],
    ['氨氮重点工程减排量', 'ammonia-nitrogen-reduction'],
    ['大宗工业固废综合利用率', 'bulk-solid-waste-utilisation'],
    ['大城市森林覆盖率', null],
    ['脱贫县森林覆盖率', null],
    ['', null],
    ['率', null],
    ['水质合格率', null],
    ['新建水厂', null],
  ])('%s: %s', (name, id) => {
    expect(indicatorId(name)).toBe(id);
  });
});

describe('a unit that cannot belong to the indicator', () => {
  it.each<[string, string, string | null]>([
    ['森林覆盖率', '个', null],
    ['森林覆盖率', '%', 'forest-coverage'],
    ['森林覆盖率', '个百分点', 'forest-coverage'],
    ['森林覆盖率', '亿元', null],
    ['粮食产量', '万吨', 'grain-output'],
    ['粮食产量', '亿斤', 'grain-output'],
    ['粮食产量', '万亩', null],
    ['粮食产量', '%', 'grain-output'],
    ['城镇新增就业', '万人', 'urban-new-jobs'],
    ['城镇新增就业', '个', 'urban-new-jobs'],
    ['城镇新增就业', '亿元', null],
    ['地区生产总值', '亿元', 'gdp'],
    ['地区生产总值', '%', 'gdp'],
    ['地区生产总值', '公里', null],
    ['人均预期寿命', '岁', 'life-expectancy'],
    ['人均预期寿命', '%', 'life-expectancy'],
    ['孕产妇死亡率', '/10万', 'maternal-mortality'],
    ['每万人口发明专利拥有量', '件', 'patents-per-ten-thousand'],
    ['新能源装机规模', '吉瓦', 'renewable-capacity'],
    ['PM2.5浓度', '微克/立方米', 'pm25-concentration'],
  ])('%s in %s: %s', (name, unit, id) => {
    expect(indicatorId(name, unit)).toBe(id);
  });
});

it('takes no longer for a hostile name', () => {
  for (const piece of ['占', '率', '(', '年均', '全县', '0', '[年]'])
    expect(indicatorId(piece.repeat(200_000))).toBeNull();
});
