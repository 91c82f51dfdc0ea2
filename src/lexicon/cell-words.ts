import { BODY_END } from './bodies/endings.js';
import { PERIOD, YEAR } from './periods.js';
import { unitKind } from './units.js';

const VALUE =
  /^(?:[<>＜＞≥≤≧≦±＋+=]{1,2}|约|近|超过?|突破|不低于|不少于|不高于|不超过|不大于|不小于|高于|低于|大于|小于|达到?|增长|下降|提高|降低|减少|增加|年均|累计|新增|力争|控制在|第){0,2}[[［(（【]?[-—–+－]?\d[\d,，]{0,15}(?:\.\d{1,6})?[%％‰]?(?:[-—–~～至:：∶]{1,2}[-—–]?\d[\d,]{0,15}(?:\.\d{1,6})?)?[\]］)）】]?([^\d\s]{0,9}?)(?:以上|以下|左右|以内|[↑↓])?(?:[(（[［][^()（）[\]［］]{1,10}[)）\]］])?$/;

/** A number with all that plans write around it in a column of values, and with a unit at most. */
export function isValueCell(text: string): boolean {
  const unit = VALUE.exec(text)?.[1];
  return unit !== undefined && (unit === '' || /^[万亿]$/.test(unit) || isUnitCell(unit));
}

/** What stands for the cell above: 同上, 〃, →. */
export const SAME_AS_ABOVE = /^[(（]?(?:同上|同前|上同|〃|″|＂|"|”|“|''|→|↑|↓)[)）]?$/;

/** What stands for nothing: —, /, 无. */
export const BLANK_CELL = /^(?:[-—–－─]{1,3}|[/／\\]|无|…{1,2}|\.{3,6}|-{2,3}|\*)$/;

/** What a column of values says in words. */
export const GOAL_CELL =
  /^(?:完成|达到|达标|保持|持续|稳步|逐步|不断|基本|全面|实现|优于|不低于|高于|低于|不高于|控制在|降至|提升|提高|下降|降低|增长|上升|翻|动态|按(?:照|规定|要求|标准|计划|需)|高出|全覆盖|全部|明显|显著|有所|大幅|进一步|只增不减|零(?:增长|发生|事故|容忍)?$|待定|好于|力争|居(?:全|前|第)|进入(?:全|前)|前列|与.{1,10}(?:持平|同步|相当)|视.{0,6}(?:情况|而定)|(?:国家|省|市|上级)(?:级|定)?(?:下达|平均|要求|标准|考核|控制|任务|规定)|[一二三四五六七八九十两]倍|较(?:\d|上|现|基))(?![^。；;，]{0,14}(?:工程|项目|行动|率|数|量|比例|比重|面积|中心|系统|平台|建设|[)）])$)[^。；;，]{0,14}$/;

const DAY =
  '(?:(?:年|[./-])(?:\\d{1,2}(?:月|[./-])?(?:\\d{1,2}日?)?)?)?(?:上半年|下半年|上旬|中旬|下旬|第?[一二三四1-4]季度|年?[底末初])?(?:之?前|起|止)?';

/** A cell that says when. */
export const TIME_CELL = new RegExp(
  `^(?:(?:到|至|截至|于)?${YEAR}${DAY}(?:[-—–~～至到]{1,2}(?:(?:20|19)?\\d{2}${DAY}|\\d{1,2}月(?:底|末)?|长期))?(?:完成|启动|开工|建成|竣工|实施|印发)?|${YEAR}(?:[、,，/]${YEAR}){1,5}年?|\\d{1,2}月(?:\\d{1,2}日)?(?:底|中旬|上旬|下旬)?(?:之?前)?(?:完成)?|长期(?:坚持|推进|实施|任务|执行)?|持续(?:推进|实施|开展|推动|进行)?|每年(?:度|底|\\d{1,2}月底?前?)?|每季度|每月|全年|常态化(?:推进|开展|实施)?|近期|远期|中期|当年|年底前?|年内|按(?:季度|月|年度?)(?:推进)?|${PERIOD}(?:末|期间|时期|前期|中期|末期)?|立即|即时|按时间节点(?:完成)?|适时|长期\\(?.{0,6}\\)?)$`,
);

/** Cells of columns that say how binding an indicator is. */
export const PROPERTY = /^(?:预期性|约束性|预期|约束|引导性|指导性|监测性|参考性|预测性)(?:指标)?$/;

/** A note below a table: 注：, 资料来源：. */
export const NOTE_BELOW = /^[*※]?\s*(?:备注|注|说明|注释|附注|注解|资料来源|数据来源|来源|填表说明)\s*\d{0,2}\s*[:：]/;

/** A cell that says whether a thing is built new. */
export const NATURE_CELL =
  /^(?:(?:新建|改建|扩建|改扩建|续建|迁建|重建|新开工|拟建|在建|前期|储备|技改|技术改造|改造|新增|购置|维修|提升|完工|竣工|已建|已开工|未开工|谋划|筹建|异地新建|拆建|恢复|改造提升|提升改造|结转)[、/+和及]?){1,3}(?:类|项目|工程)?$/;

/** What columns of remarks say, and labels do not. */
export const REMARK_CELL =
  /^(?:新增|已|拟|待|暂|含|不含|见|详见|同上|结转|跨年度|分期|另行|正在|原|仅|其中含|包括|不包括|由|纳入|列入|续建|争取|按.{1,10}(?:口径|标准|计算|执行|统计)|[省市县国].{0,4}(?:重点|级项目|定|考核|下达|口径))[^。]{0,18}$|口径$|(?:统计|测算|预计)数$/;

/** The label of a row of sums. */
export const TOTAL_CELL =
  /^(?:[一二三四五六七八九十]、)?(?:总?合计|总计|共计|小计|汇总|总和|全[县市区省镇乡]合计|全[县市区省镇乡]总计)(?:[(（][^()（）]{1,12}[)）])?$/;

/** A cell that names a unit of measure alone. */
export function isUnitCell(text: string): boolean {
  if (text.length > 12) return false;
  const unit = text.replace(/^[(（]|[)）]$/g, '');
  if (/^(?:[%％‰]|个百分点|百分比|百分点)$/.test(unit)) return true;
  const known = (name: string): boolean => unitKind(name) !== 'index';
  if (/^[万亿千百]$/.test(unit)) return false;
  return (
    known(unit) ||
    (/[/／]/.test(unit) && known(unit.split(/[/／]/)[0] ?? '')) ||
    /^(?:平方|立方)(?:公里|米)$|^标准煤吨$|^吨标煤/.test(unit)
  );
}

/** A list of bodies' names alone, such as the columns 责任单位 hold. */
export function isBodyList(text: string): boolean {
  if (text.length > 200 || /[。；;]/.test(text)) return false;
  const names = text.replace(/等$|等(?:有关|相关)?(?:部门|单位)$/, '').split(/[、,，\s]+/);
  const ended = names.filter(
    (name) => name !== '' && (BODY_END.test(name) || /(?:社|党委|工委|供电所)$/.test(name)) && name.length <= 24,
  ).length;
  return ended > 0 && ended >= names.filter(Boolean).length * 0.8;
}

/** A place, or a stretch of land. */
export const PLACE_CELL =
  /^[^。；;，：:]{2,20}(?:镇|乡|村|街道|社区|区|县|市|园|流域|沿线|境内|路|片|组|沿岸|河段|湖|库区)$|^全[县市区域境]$|^相关[^。]{1,8}$|^各[^。；;，]{1,14}$/;
