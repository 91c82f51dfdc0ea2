/** What the columns of indicator and project tables are called. A flattened head is a run of such lines. */
export const COLUMN_NAMES: readonly RegExp[] = [
  /^(?:序号|编号|排序)$/,
  /^(?:类别|类型|分类|领域|项目类别|指标类别|一级指标|二级指标|目标|维度|方面)$/,
  /^(?:指标|主要指标|指标名称|具体指标|核心指标|发展指标|项目|名称|任务|工作任务|重点任务|工程|主要工程)$/,
  /^(?:项目|工程|任务|企业|园区|单位)名称(?:[(（].{1,10}[)）])?$/,
  /^(?:主要内容|建设内容|内容|建设规模|建设内容及规模|主要建设内容|建设内容和规模|工作内容|具体内容|任务要求|目标要求|指标要求)$/,
  /^(?:\d{4}年?(?:底|末)?|[“"]?十[二三四五六]五[”"]?(?:末|期间|时期)?)(?:目标值?|基数|实际值?|完成值?|现状值?|预计值?|规划值?)?$/,
  /^(?:基期|基准年|现状|目标|规划|当前|期末|期初)(?:值|数|年)$/,
  /^(?:单位|计量单位)$/,
  /^(?:属性|指标属性|性质|指标性质|备注|说明|增速|增幅|年均增速|年均增长|年均增长率|累计|变化情况|年均[[［]?累计[\]］]?)(?:[(（].{1,8}[)）])?$/,
  /^(?:牵头单位|责任单位|配合单位|牵头部门|责任部门|配合部门|实施主体|建设单位|实施单位|主管部门|责任主体|完成时限|完成时间|时间|进度安排|建设年限|建设时间|建设起止年限|起止年限|年份|重点项目|实施年份|建设周期)$/,
  /^(?:建设地点|地点|项目所在位置|所在位置|位置|建设性质|实施区域|区域|总投资|投资额?|投资规模|估算投资|计划投资|资金来源|占地面积|建筑面积|用地面积|用地规模|床位数?|规模)(?:[(（].{1,8}[)）])?$/,
];

/** A head cell that the page broke: its unit or remark in brackets stands in the next line. */
export const HEAD_CONTINUATION = /^[(（][^()（）]{1,10}[)）]$/;

/** The caption of a table: 表1 …, …一览表, …指标表. */
export function isCaption(line: string): boolean {
  if (line.length > 60 || /[。；;]/.test(line)) return false;
  return (
    /^(?:附?表\s*[\d一二三四五六七八九十]*|[\d]{1,2})[:：.．\s]?.*(?:表|清单|指标|目标|项目|任务)(?:[(（].*[)）])?$/.test(
      line,
    ) || /(?:一览表|指标表|项目表|任务表|清单|分解表|安排表|情况表|主要指标)(?:[(（].*[)）])?$/.test(line)
  );
}

/** A numbered caption, which nothing else looks like: 表1 …, 附表2：…, 续表. */
export const NUMBERED_CAPTION =
  /^(?:[附续]?表\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[-—–.．]\d{1,2})?(?:[:：.．、\s(（]|$|(?=[\u4e00-\u9fff“"]))|续表)/;

/** What ends a table: notes under it. */
export const TABLE_NOTE = /^(?:备注|注|说明|注释)[:：]/;

/** Cells of the column of properties. */
export const PROPERTY_CELL = /^(?:预期性|约束性|预期|约束)(?:指标)?$/;

/** A cell that holds a number, a comparison, a change in brackets, or nothing. */
export const NUMBER_CELL =
  /^(?:[<>＜＞≥≤≧≦]=?|约|近|不低于|不少于|高于|低于|达到?)?[[［(（【]?[-—–+]?\d[\d,]*(?:\.\d+)?(?:[-—–~～]\d+(?:\.\d+)?)?[\]］)）】]?(?:%|％|‰|以上|以下|左右|以内|万|亿|[\u4e00-\u9fff/]{0,5})?(?:以上|以下|左右|以内)?$|^[-—–/]{1,2}$/;
