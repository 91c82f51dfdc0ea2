/** A line that heads a table of contents, of tables, of boxes. */
export const CONTENTS_TITLE =
  /^[【[(（]?\s?(?:附?[表图件]|图表|插图|专栏|专题|章节|正文)?\s?目\s{0,4}[录次]\s?[】\])）]?\s?[:：]?\s?(?:contents)?$|^(?:table of )?contents$/i;

/** What fills a line of contents up to its page; replaced by LEADER before anything is looked for. */
export const LEADERS = /[.．·・•⋯‥…_＿—─-]+/g;
export const LEADER = '\u0001';

/** A number of a heading, as contents print it. */
export const HEADING_NUMBER =
  /^(?:第\s?[一二三四五六七八九十百零\d]{1,5}\s?(?:[编篇章节条]|部分)|[一二三四五六七八九十]{1,3}\s?[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:\.\d{1,2}){0,3}[.、．\s]?(?=\D)|附[件表录图]\s?[一二三四五六七八九十\d]{0,3}|(?:专栏|专题|[表图])\s?[一二三四五六七八九十\d]{1,3}(?:-\d{1,2})?)[:：\s]?/;

/** The first number of the first level, with which contents begin that have no word above them. */
export const FIRST_NUMBER =
  /^(?:第\s?[一1]\s?(?:[编篇章节]|部分)|一\s?[、.．]|1\s?(?=[\u4e00-\u9fff])|1[.．]1(?![\d.．]))/;

/** A title of a chapter whose number is lost. */
export const CHAPTER_WORDS = /^[\u4e00-\u9fff]{2}[\u4e00-\u9fff、（）()]{0,18}$/;
