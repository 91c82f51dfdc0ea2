/*
 * Words around the name of what is measured that are no part of it. Each with what must not follow, where it begins
 * words of another kind (应急, 基本养老保险).
 */

/** Before the name: `word` or `word!x|y`, which is not taken off where x or y follows. */
const BEFORE_NAME = (
  '一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 首先 其次 再次 最后 其中 同时 此外 另外 并且 并!网|轨|购|联|行 且 以及 及!格|时|以 和!谐|平|美|睦 与!会 ' +
  '或!许 也 还!田|款|绿|湖|草|林|款 我省 我市 我州 我县 我区 我镇 我乡 本省 本市 本州 本县 本区 本镇 本乡 省内 市内 州内 县内 区内 镇内 到期末 期末 ' +
  '力争 争取!资金|项目|上级|中央|省级|国家|政策|专项 努力 确保 预计 计划!生育 拟计划 拟 目标!值 预期!寿命|性 原则上 逐步 稳步 加快 大力 积极 全面!二|两|小康|预算 ' +
  '持续!时间 不断 进一步 切实 深入 着力 着眼 统筹!地区|区 有序 优先!发展区 实现 使得 使!用 让!利 将!军 把!关 以让 以!工代|上|下|奖|旧|租|案 带动 保持 保证!金 稳定 稳固 ' +
  '要!素|点|客 应!急|用|对|届|收|聘|税 须 需!求 必须 均!衡|价|值 都!市 再!生|造|制 总计 合计 累计 分别 每年 年均 全年 之后 左右 按!揭|摩|需 按照 达到 达!标 严格 牢牢 ' +
  '主动 重点!打造|建设|培育|推进|支持|发展~ 规划!区|建设用地|面积 基本!养|医|公|农|保|药|生|建|民|服|单|殡|普|口|法 更加 分年度 分批 分期 集中!供|式|度|连片|区 同步!率 ' +
  '重新 新时期 今后 下一步 到时 届时 大约 约!束|谈 近!视|海|岸|郊|零|距 超!标|高清|低|算|限|载|长 共!同|享|建|青|管|和 '
)
  .trim()
  .split(/\s+/);

/** Behind the name. */
export const BEHIND_NAME =
  '分别|均|各|都|将|要|约|共|累计|每年均|每年|每月|年均|平均|每周|每天|力争|确保|争取|努力|原则上|水平(?=达)|比例(?=的)|可|按|也|还|再|的|[、,:(]|预计|总共|合计|由原来|' +
  '(?:[比较与])?(?:上年|去年|上一年|基期|基准年|现状|目前|同期|上年度|期初|规划期初)(?:相比|同期|末|底)?|相比|近?[一二三四五]年(?:间|内|来)?|全年|总体|大幅|逐年|同比|每人每[年月]|每生每年|每人';

const guarded = (entry: string): string => {
  const [word = '', not] = entry.split('!');
  if (not?.endsWith('~')) return `${word}(?=${not.slice(0, -1)})`;
  return not ? `${word}(?!${not})` : word;
};

/** One word that opens a phrase and is no part of the name in it. */
export const BEFORE_NAME_PATTERN = [...BEFORE_NAME]
  .sort((a, b) => b.replace(/!.*/, '').length - a.replace(/!.*/, '').length)
  .map(guarded)
  .concat(
    // Places in general; not 全民, 全县域.
    '全[国省市州县区镇乡域旗盟](?!域|域|际|制)',
    '推动(?=.{2,40}(?:达|率|比))',
    '促进(?=.{2,40}(?:达|率|比))',
    '巩固(?=.{2,40}率)',
    '通过[^,]{0,12}(?:使|让)',
    '使全[省市州县区]',
  )
  .join('|');
