import { describe, expect, it } from 'vitest';
import { planContext, viewLines } from '../../src/extract/context.js';
import type { Meta } from '../../src/schema/model.js';
import { structureOf } from '../../src/structure/index.js';

const META: Meta = {
  title: '云岭县水利规划',
  issuer: null,
  documentNumber: null,
  indexNumber: null,
  writtenOn: null,
  publishedOn: null,
  url: null,
  period: null,
  region: null,
  regionLevel: null,
};

describe('the year that headings give', () => {
  it.each<[string, number | null]>([
    ['2024年工作安排', 2024],
    ['到二〇二四年的重点任务', 2024],
    ['“十四五”时期主要目标', 2025],
    ['2023—2025年建设任务', 2025],
    ['主要任务', null],
    ['贯彻《云岭县2030年水网规划》', null],
    ['2025年比2020年的变化', null],
  ])('%s', (heading, year) => {
    const text = `一、${heading}\n（一）供水\n新建水厂3座。`;
    const views = viewLines(planContext(structureOf(text, []), META));
    expect(views.at(-1)?.headingYear).toBe(year);
  });
});
