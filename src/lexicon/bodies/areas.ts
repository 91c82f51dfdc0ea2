import type { BodyLevel } from './entry.js';

/** Words of level before the name of an office, and at the end of an area's name. 市 may be of any of three levels. */
export const LEVEL_WORDS: Readonly<Record<string, BodyLevel>> = {
  国家: 'national',
  全国: 'national',
  中央: 'national',
  中国: 'national',
  国务院: 'national',
  省: 'provincial',
  自治区: 'provincial',
  直辖市: 'provincial',
  兵团: 'provincial',
  市: 'prefectural',
  设区市: 'prefectural',
  地级市: 'prefectural',
  州: 'prefectural',
  自治州: 'prefectural',
  盟: 'prefectural',
  地区: 'prefectural',
  县: 'county',
  自治县: 'county',
  县级市: 'county',
  区: 'county',
  新区: 'county',
  旗: 'county',
  自治旗: 'county',
  镇: 'township',
  乡: 'township',
  街道: 'township',
  苏木: 'township',
  村: 'village',
  社区: 'village',
  嘎查: 'village',
};

/** Provinces by the short names that offices carry before them: 湖北银保监局. */
export const PROVINCES =
  '北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门';

/** Cities that are provinces. */
export const MUNICIPALITIES = '北京 天津 上海 重庆';
