import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesOf } from '../../src/extract/responsibility/names.js';

describe('names in a list of bodies', () => {
  it.each<[string, string[]]>([
    ['县教育局', ['县教育局']],
    ['县教育局、县财政局', ['县教育局', '县财政局']],
    // Slips of the pen separate all the same.
    ['县发展改革局.县财政局、县水务局', ['县发展改革局', '县财政局', '县水务局']],
    ['县发展改革局．县财政局', ['县发展改革局', '县财政局']],
    ['县工信局,县人社局', ['县工信局', '县人社局']],
    ['县工信局，县人社局；县民政局;县司法局', ['县工信局', '县人社局', '县民政局', '县司法局']],
    ['县财政局 县民政局\u3000县司法局', ['县财政局', '县民政局', '县司法局']],
    ['县教育局 、 县财政局', ['县教育局', '县财政局']],
    ['、县教育局、、县财政局、', ['县教育局', '县财政局']],
    // 和 及 与 join bodies, but are also part of names.
    ['县教育局和县财政局', ['县教育局', '县财政局']],
    ['县教育局及县财政局', ['县教育局', '县财政局']],
    ['县教育局与县文旅局', ['县教育局', '县文旅局']],
    ['县人力资源和社会保障局、县自然资源和规划局', ['县人力资源和社会保障局', '县自然资源和规划局']],
    ['县文化和旅游局和县财政局', ['县文化和旅游局', '县财政局']],
    ['省农业农村厅、省财政厅及各市（州）人民政府', ['省农业农村厅', '省财政厅', '各市（州）人民政府']],
    // Nothing separates inside brackets, nor between parts that share one head.
    ['县公安局（交警大队、治安大队）、县司法局', ['县公安局（交警大队、治安大队）', '县司法局']],
    ['“一网通办、一事联办”专班、县数据局', ['“一网通办、一事联办”专班', '县数据局']],
    ['各乡(镇)人民政府、街道办事处', ['各乡(镇)人民政府', '街道办事处']],
    ['各市、县(区)人民政府', ['各市、县(区)人民政府']],
    ['省水利厅、各市州、县（市、区）人民政府', ['省水利厅', '各市州、县（市、区）人民政府']],
    ['各乡镇（街道）人民政府（办事处）', ['各乡镇（街道）人民政府（办事处）']],
    // Open ends name nobody.
    ['县教育局、县财政局等部门', ['县教育局', '县财政局']],
    ['县教育局、县财政局等有关部门', ['县教育局', '县财政局']],
    ['县人社局、财政局等相关单位', ['县人社局', '财政局']],
    ['县教育局等', ['县教育局']],
    ['县教育局、县财政局等部门、各乡镇人民政府', ['县教育局', '县财政局', '各乡镇人民政府']],
    // Words that say how are no part of a name.
    ['由县教育局、县财政局', ['县教育局', '县财政局']],
    ['县教育局、县财政局分别', ['县教育局', '县财政局']],
    ['县教育局、县财政局按职责分工', ['县教育局', '县财政局']],
    ['县教育局、县财政局等按照职责分工', ['县教育局', '县财政局']],
    // Bodies without a name of their own are named as printed.
    ['县直有关部门', ['县直有关部门']],
    ['各有关部门、各乡镇', ['各有关部门', '各乡镇']],
    ['', []],
    ['、', []],
  ])('%s', (list, expected) => {
    expect(namesOf(list)).toEqual(expected);
  });

  it('gives back any list of plain names, whatever separates them', () => {
    const name = fc.constantFrom(
      '县教育局',
      '县财政局',
      '团县委',
      '县人力资源和社会保障局',
      '县法院',
      '某某镇人民政府',
    );
    const separator = fc.constantFrom('、', ',', '，', '.', '；', ' ', '、 ');
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 8 }), separator, (names, mark) => {
        expect(namesOf(names.join(mark))).toEqual(names);
      }),
    );
  });

  it('never gives an empty name or one with blanks at its ends', () => {
    const list = fc.string({ unit: fc.constantFrom(...'县局、,. 和及与等（）各市部门分工按由'), maxLength: 30 });
    fc.assert(
      fc.property(list, (text) => {
        for (const name of namesOf(text)) expect(name).toMatch(/^\S(?:.*\S)?$/);
      }),
    );
  });
});

describe('harder lists', () => {
  it.each<[string, string[]]>([
    ['县教育局、县文化和旅游局以及县财政局', ['县教育局', '县文化和旅游局', '县财政局']],
    ['县教育局及相关部门', ['县教育局']],
    ['县发展改革局、县大数据中心按职责分工负责', ['县发展改革局', '县大数据中心']],
  ])('%s', (list, expected) => {
    expect(namesOf(list)).toEqual(expected);
  });
});
