import { BODY_END } from '../../lexicon/bodies/endings.js';

/** Endings that close a name wherever the page breaks the line behind them; behind others an area opens the next name. */
const CLOSED =
  /(?:局|厅|办|办公室|中心|公司|集团|部门|学校|医院|委员会|政府|管委会|办事处|银行|学院|大学|法院|检察院|协会|[)）])$/;
const OPENS_NAME =
  /^(?:各|[国省市县区州旗镇乡](?!级|直|域|政府|委|人民)|[\u4e00-\u9fff]{1,3}[市县区州旗镇乡](?=[\u4e00-\u9fff]{2}))/;
const GOES_ON = /^(?:[、,，;；.。()（）及和与等的]|分局|支队|大队|党组|党委)/;

/** A body's name right behind another: what stood between them was a line end of the cell. */
const GLUED =
  /(?<=[\u4e00-\u9fff]{2}(?:局|厅|办|委|部|办公室|委员会|中心|公司|集团|政府|办事处|银行|学校|医院))(?=(?:[省市县区州旗](?![场级直域政容民属委内外])|各[省市县区州旗乡镇街])[\u4e00-\u9fff]{2,12}(?:局|厅|办|委|部|中心|公司|政府|办事处|街道|乡|镇|区|县))/g;

/** 县水务局各镇: what stands behind a closed name is the next one. */
const GLUED_MANY =
  /(?<=[\u4e00-\u9fff](?:局|厅|中心|公司|集团|银行|办公室|委员会|办事处))(?=各(?:[省市县区州旗乡镇街园村]|有关|相关))/g;

export function ungluedNames(text: string): string {
  return text.replace(GLUED, '、').replace(GLUED_MANY, '、');
}

/** The lines of a cell as one: a name that the page broke goes on, names that stand one a line are listed. */
export function joinedLines(text: string): string {
  const [first = '', ...rest] = text.split('\n').map((line) => line.trim());
  return rest.reduce((joined, line) => {
    if (line === '') return joined;
    const tail = joined.slice(-12);
    const ends = CLOSED.test(tail) || (BODY_END.test(tail) && OPENS_NAME.test(line));
    const opens =
      !GOES_ON.test(line) &&
      (OPENS_NAME.test(line) || (BODY_END.test(line.split(/[、,，]/)[0] ?? '') && line.length > 2));
    const labelled = /^(?:牵头|责任|配合|主办|协办|参与|参加)[\u4e00-\u9fff]{0,4}[:：]/.test(line);
    return `${joined}${labelled ? '；' : ends && opens ? '、' : ''}${line}`;
  }, first);
}
