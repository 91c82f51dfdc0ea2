import type { TimeToken } from './token.js';

/* What the words around a time make of it: a baseline, a part of a name, a member of a list. */

/** 比2020年下降17%, 与2020年相比, 以2020年为基期, 在2020年基础上: where it is measured from, not when it is due. */
export function isCompared(line: string, { start, end }: TimeToken): boolean {
  const before = line.slice(Math.max(0, start - 3), start);
  const behind = line.slice(end, end + 8);
  return (
    /(?<![可计相对占同环配])[比较](?:之)?$/.test(before) ||
    /^(?:的?(?:同期)?(?:水平(?=$|[,。;、上以])|基础之?上|实绩|基数)|(?:同期)?相比|为(?:基[期数准年]|参照))/.test(behind)
  );
}

/** In 到2023年、2025年、2027年 the first word holds for all of them. */
export function inheritLimits(line: string, tokens: readonly TimeToken[]): TimeToken[] {
  const result: TimeToken[] = [];
  for (const token of tokens) {
    const last = result.at(-1);
    const joined = last !== undefined && /^[、,和及与]?$/.test(line.slice(last.end, token.start));
    result.push(joined && last.limit && !token.limit && token.to ? { ...token, limit: true, from: null } : token);
  }
  return result;
}

/** Says of places that follow each other whether they stand inside 《》. */
export function titledRanges(line: string): (place: number) => boolean {
  let open = line.indexOf('《');
  let close = open < 0 ? -1 : line.indexOf('》', open);
  return (place) => {
    while (open >= 0 && close >= 0 && close < place) {
      open = line.indexOf('《', close);
      close = open < 0 ? -1 : line.indexOf('》', open);
    }
    return open >= 0 && open < place && place < close;
  };
}

/** 2035年远景目标纲要, 2024年中央一号文件: the year belongs to a name. */
export function isPartOfName(line: string, token: TimeToken): boolean {
  if (token.limit) return false;
  return /^(?:远景目标|(?:国民经济|政府工作|中央)[^,。;]{0,8}(?:规划|纲要|计划|总结|要点|报告|文件))/.test(
    line.slice(token.end, token.end + 16),
  );
}
