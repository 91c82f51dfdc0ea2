import { describe, expect, it } from 'vitest';
import { pinyinResidue } from '../../src/clean/pinyin.js';
import { after, changes } from './run.js';

/** Five toned syllables: a text that shows so many is known to carry residue. */
const INFECTED = '規(guī)劃(huà)發(fā)展(zhǎn)學(xué)';

describe('pinyin residue', () => {
  it.each<[string, string, string]>([
    ['a syllable', '規(guī)劃', '規劃'],
    ['many', '教育發(fā)展規(guī)劃(huà)', '教育發展規劃'],
    ['two in a row', '類(lèi)型(xíng)', '類型'],
    ['full-width brackets', '規（guī）劃', '規劃'],
    ['mixed brackets', '規（guī)劃', '規劃'],
    ['before punctuation', '學(xué)校(xiào)，', '學校，'],
    ['at a line’s end', '規(guī)\n劃(huà)\n', '規\n劃\n'],
    ['a digit around', '2025年總(zǒng)數(shù)3萬(wàn)', '2025年總數3萬'],
  ])('goes: %s', (_, text, expected) => {
    expect(after(pinyinResidue, text)).toBe(expected);
  });

  // á à é è í ì ó ò ú ù ü are Latin-1, the others lie above U+0100: a class that forgets either finds half of them.
  it.each([...'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ'])('knows the tone letter %s', (letter) => {
    expect(after(pinyinResidue, `學(x${letter})校`)).toBe('學校');
  });

  it.each(['ā', 'ér', 'xué', 'zhōng', 'shuāng', 'chuáng', 'zhuāng', 'lǜ', 'nǚ', 'lüè'])(
    'knows the length of %s',
    (s) => {
      expect(after(pinyinResidue, `學(${s})校`)).toBe('學校');
    },
  );

  it.each<[string, string, string]>([
    ['letters that lost their tone', `${INFECTED}類(lei)型`, '規劃發展學類型'],
    ['brackets that lost their letters', `${INFECTED}類()型（）`, '規劃發展學類型'],
  ])('in a text that shows it often, also %s', (_, text, expected) => {
    expect(after(pinyinResidue, text)).toBe(expected);
  });

  it.each([
    ['abbreviations', '政府和社會資本合作(PPP)'],
    ['letters of the alphabet', '目標類型(A)'],
    ['empty brackets without any residue', '達到()以上'],
    ['lower-case letters without any residue', '單位(km)'],
    ['numbers', '規劃(2021)'],
    ['Chinese in brackets', '規劃(試行)'],
    ['a toned word that stands behind no character', '(guī) is a syllable'],
    ['more than a syllable', '規(guīhuàzhǎn)劃'],
  ])('unchanged: %s', (_, text) => {
    expect(after(pinyinResidue, text)).toBe(text);
  });

  it.each<[string, string, string]>([
    ['upper case', `${INFECTED}類(LÈI)型`, '規劃發展學類型'],
    ['tones set behind their letter', `${INFECTED}類(le\u0300i)型`, '規劃發展學類型'],
    ['ü with its tone', `${INFECTED}綠(lǜ)色`, '規劃發展學綠色'],
    ['v for ü, its tone lost', `${INFECTED}綠(lv)色`, '規劃發展學綠色'],
    ['blanks in the brackets', `${INFECTED}類( lèi )型`, '規劃發展學類型'],
    ['several syllables', `${INFECTED}類型(lèi xíng)多`, '規劃發展學類型多'],
    ['a syllable whose character is lost', `${INFECTED}?(lèi)型`, '規劃發展學?型'],
    ['full-width brackets', `${INFECTED}類（lèi）型`, '規劃發展學類型'],
  ])('in other shapes: %s', (_, text, expected) => {
    expect(after(pinyinResidue, text)).toBe(expected);
  });

  it.each<[string, string, string]>([
    ['brackets to be filled in', `${INFECTED}共( )名（　）人`, '規劃發展學共( )名（　）人'],
    ['units and abbreviations', `${INFECTED}里程(KM)酸碱度(pH)總值(GDP)`, '規劃發展學里程(KM)酸碱度(pH)總值(GDP)'],
  ])('in a text that is full of it, leaves %s', (_, text, expected) => {
    expect(after(pinyinResidue, text)).toBe(expected);
  });

  // An issuer says how a name is read; a page that adds syllables adds them all over the text, or to traditional ones.
  it.each([
    ['a rare character', '加强氟(fú)化物监测，埇(yǒng)桥区牵头'],
    ['a common character in a name', '六(lù)安市、乐(yuè)清市、番(pān)禺区'],
    ['a stress of the issuer', '重(zhòng)点工作'],
    ['a list of rare characters', '氡(dōng)、铊(tā)、铍(pī)、镉(gé)、钼(mù)、锑(tī)等重金属'],
  ])('leaves the glosses of an issuer: %s', (_, text) => {
    expect(after(pinyinResidue, text)).toBe(text);
  });

  it('takes many syllables behind common characters out of a simplified text too', () => {
    const text = '学(xué)校(xiào)建(jiàn)设(shè)规(guī)划(huà)';
    expect(after(pinyinResidue, text)).toBe('学校建设规划');
  });

  it('leaves the issuer’s own brackets in a text that is full of it', () => {
    const text = `${INFECTED}合作(PPP)模式(A)（試行）`;
    expect(after(pinyinResidue, text)).toBe('規劃發展學合作(PPP)模式(A)（試行）');
  });

  it('leaves empty brackets where only a few syllables show', () => {
    expect(after(pinyinResidue, '規(guī)劃()')).toBe('規劃()');
  });

  it('says what it took', () => {
    expect(changes(pinyinResidue, '規(guī)劃')).toEqual(['pinyin-residue:(guī)']);
  });
});
