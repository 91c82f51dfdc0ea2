/** A year, and a period of planning, as parts of a pattern. */
export const YEAR = '(?:19|20)\\d{2}';
export const PERIOD = '[“"]?十[一二三四五六七]五[”"]?';
