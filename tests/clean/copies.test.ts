import { describe, expect, it } from 'vitest';
import { duplicates } from '../../src/clean/duplicates.js';
import { breakPage, PLAIN_SITE, seeded } from './damage-model.js';
import { after, changes } from './run.js';
import { simplifiedFixtures, traditionalWays } from './scripts.js';

const TITLE = '河湾县城乡环卫一体化三年行动方案';
const BODY = [
  '为补齐环卫短板，改善人居环境，根据《青原市环境卫生条例》和县委、县政府有关部署，结合河湾县实际，制定本方案。',
  '一、工作目标',
  '到2026年，全县生活垃圾无害化处理率达到98%以上，建成中转站12座，配备清运车辆85台，行政村保洁员配备率达到100%。',
  '二、重点任务',
  '（一）完善收运体系。按照每300人配备1名保洁员的标准组建村级队伍，垃圾日产日清，转运半径不超过20公里，沿线不落地。',
  '（二）推进分类减量。城区机关、学校、医院全面实行分类投放，2025年底前创建示范小区40个、示范村60个，厨余就地处理。',
  '（三）强化监督考核。县城管局每季度组织一次检查，结果在县级媒体公布；对连续两次排名末位的乡镇，由县政府约谈。',
  '三、保障措施',
  '各乡镇要把环卫经费列入年度预算，县财政按人均不低于30元的标准补助，鼓励社会资本参与，严禁摊派和举债建设。',
  '县城管局、县农业农村局、县财政局要建立会商机制，及时研究解决问题，重要情况向县政府报告，确保方案落到实处。',
];
const PLAN = `${[TITLE, ...BODY].join('\n')}\n`;
const TABLE = ['附件1', '任务分工表', ...BODY.flatMap((line, i) => [line, `责任单位：第${i}组`])].join('\n');

describe('what the issuer says twice stays', () => {
  const secondYear = PLAN.replace('三年行动', '新三年行动').replace('2026', '2029').replace('98%', '99%');
  const commune = (name: string): string => PLAN.replaceAll('河湾县', `${name}镇`);
  const chapter = (name: string): string => `第${name}章 发展领域之${name}\n${BODY.slice(7).join('\n')}\n`;
  it.each<[string, string]>([
    ['an annex that takes up the paragraphs of the plan', `${PLAN}${TABLE}\n`],
    ['an annex that is the plan without its title', `${PLAN}附件\n${BODY.join('\n')}\n`],
    ['an annex that is the whole plan', `${PLAN}附件2：\n${PLAN}`],
    ['an annex of the tasks alone', `${PLAN}责任清单\n${BODY.slice(4, 7).join('\n')}\n`],
    [
      'a cover that quotes the first paragraph',
      `河湾县人民政府关于印发环卫方案的通知\n各乡镇人民政府：\n${BODY[0]}\n现印发给你们，请认真贯彻执行。\n2024年3月1日\n${PLAN}`,
    ],
    ['the plans of two years', PLAN + secondYear],
    [
      'the plans of two years, the year alone differing',
      PLAN.replace(TITLE, `2024年${TITLE}`) + PLAN.replace(TITLE, `2025年${TITLE}`),
    ],
    ['the plans of two towns', commune('石桥') + commune('柳林')],
    ['two plans of one text under two titles', PLAN + PLAN.replace(TITLE, '河湾县城乡供水一体化实施方案')],
    ['safeguards in each chapter', `${PLAN}${['二', '三', '四'].map(chapter).join('')}`],
    [
      'rows under several headings',
      ['甲表', '乙表', '丙表']
        .map((name) => `${name}\n${'新建中转站及配套管网道路设施\t县城管局\t12\n'.repeat(12)}`)
        .join(''),
    ],
    [
      'a preview that is no preview: the plan takes its first paragraph up again',
      `${PLAN}四、附则\n${BODY[0]}\n${BODY[2]}\n本方案由县城管局负责解释，自印发之日起施行。\n`,
    ],
    [
      'copies whose numbers differ in several places',
      PLAN + PLAN.replace('98%', '95%').replace('12座', '15座').replace('85台', '80台'),
    ],
    ['a glossary', `${PLAN}名词解释\n${'日产日清：垃圾当日产生当日清运，不在村内过夜，由乡镇负责。\n'.repeat(3)}`],
    [
      'a paragraph more in the second',
      PLAN +
        PLAN.replace(
          '三、保障',
          '（四）建设智慧平台[试点]。县城管局牵头建设一个平台，接入全部车辆，实时监控。\n三、保障',
        ),
    ],
  ])('%s', (_, text) => {
    expect(after(duplicates, text)).toBe(text);
  });

  it.each(simplifiedFixtures())('%s', (_, text) => {
    expect(after(duplicates, text)).toBe(text);
  });
});

describe('a copy goes', () => {
  it.each<[string, string, string]>([
    ['cut off by the page', `${PLAN}${PLAN.slice(0, PLAN.indexOf('（三）'))}`, PLAN],
    ['a preview behind', `${PLAN}${[TITLE, ...BODY.slice(0, 3)].join('\n')}\n`, PLAN],
    ['a preview before', `${[TITLE, ...BODY.slice(0, 3)].join('\n')}\n${PLAN}`, PLAN],
    ['a description before, cut off', `${BODY[0]?.slice(0, 48)}...\n${BODY.join('\n')}\n`, `${BODY.join('\n')}\n`],
    ['a preview and a copy', `${[TITLE, ...BODY.slice(0, 3)].join('\n')}\n${PLAN}${PLAN}`, PLAN],
    ['with annexes that the first lacks', `${PLAN}${PLAN}附件1\n垃圾中转站名单\n`, `${PLAN}附件1\n垃圾中转站名单\n`],
    ['set to a width', PLAN + PLAN.replace(/(.{30})(?=.)/g, '$1\n'), PLAN],
    ['each sentence a line', PLAN + PLAN.replace(/([。；])(?!\n)/g, '$1\n'), PLAN],
    ['headings joined to their text', PLAN + PLAN.replace(/(目标|任务|措施)\n/g, '$1　'), PLAN],
    ['with one number that differs', PLAN + PLAN.replace('12座', '15座'), PLAN],
    ['sixteen times', PLAN.repeat(16), PLAN],
  ])('%s', (_, text, expected) => {
    expect(after(duplicates, text)).toBe(expected);
  });

  it('in the other script', async () => {
    for (const [, toTraditional] of await traditionalWays()) {
      expect(after(duplicates, PLAN + toTraditional(PLAN))).toBe(PLAN);
      expect(after(duplicates, toTraditional(PLAN) + PLAN)).toBe(toTraditional(PLAN));
    }
  });

  it('whose first is set to a width, as it stands', () => {
    const narrow = PLAN.replace(/(.{30})(?=.)/g, '$1\n');
    expect(after(duplicates, narrow + PLAN)).toBe(narrow);
  });
});

describe('the undamaged side wins', () => {
  it.each<[string, string, string]>([
    ['a lost number', '12座', '1?座'],
    ['lost words', '配备清运车辆85台，', ''],
    ['a lost end of a line', '，厨余就地处理。', ''],
    ['U+FFFD', '日产日清', '日\ufffd\ufffd清'],
  ])('%s', (_, whole, broken) => {
    const spoilt = PLAN.replace(whole, broken);
    expect(after(duplicates, spoilt + PLAN)).toBe(PLAN);
    expect(after(duplicates, PLAN + spoilt)).toBe(PLAN);
  });

  it('in different places of both', () => {
    const first = PLAN.replace('转运半径', '转?半径').replace('学校、医院', '学?医院');
    const second = PLAN.replace('每季度', '每?度').replace('严禁摊派', '严禁?派');
    expect(after(duplicates, first + second)).toBe(PLAN);
  });

  it('in a preview, for the document behind it', () => {
    const preview = [TITLE, ...BODY.slice(0, 3)].join('\n');
    expect(after(duplicates, `${preview}\n${PLAN.replace('改善人居', '改善?居')}`)).toBe(PLAN);
  });

  it('with exact edits, and no number of another value', () => {
    const first = PLAN.replace('转运半径', '转?半径');
    const found = changes(duplicates, first + PLAN.replace('12座', '15座'));
    expect(found.filter((change) => !change.startsWith('duplicate:'))).toEqual(['from-duplicate:?']);
  });

  it('never against digits that are left', () => {
    const first = PLAN.replace('98%以上', '98?以上');
    expect(after(duplicates, first + PLAN.replace('98%', '95%'))).toBe(first);
  });

  it('pinyin is left to its own stage', () => {
    const spoilt = PLAN.replaceAll('县', '县(xiàn)');
    expect(after(duplicates, spoilt + PLAN)).toBe(spoilt);
    expect(after(duplicates, PLAN + spoilt)).toBe(PLAN);
  });
});

describe('every fixture with a copy of itself is itself', () => {
  const lost = (text: string, seed: number, share: number): string => {
    const random = seeded(seed);
    return text.replace(/[\u4e00-\u9fff]/g, (character) => (random() < share ? '\ufffd' : character));
  };
  const shifted = (text: string): string => breakPage(text, PLAIN_SITE, 0.5, seeded(3)).lines.join('\n');
  const whole = (source: string): string => (source.endsWith('\n') ? source : `${source}\n`);

  it.each(simplifiedFixtures())('%s', (_, source) => {
    const text = whole(source);
    expect(after(duplicates, text + text)).toBe(text);
    expect(after(duplicates, text.repeat(3))).toBe(text);
    for (const damaged of [lost(text, 1, 0.005), lost(text, 2, 0.02)]) {
      expect(damaged).not.toBe(text);
      expect(after(duplicates, text + damaged)).toBe(text);
      expect(after(duplicates, damaged + text)).toBe(text);
    }
  });

  it('when one was read one byte off, but for one line of all', () => {
    const spoilt: string[] = [];
    for (const [, source] of simplifiedFixtures()) {
      const text = whole(source);
      expect(shifted(text)).not.toBe(text);
      expect(after(duplicates, text + shifted(text))).toBe(text);
      const lines = text.split('\n');
      const found = after(duplicates, shifted(text) + text).split('\n');
      expect(found).toHaveLength(lines.length);
      spoilt.push(...found.filter((line, i) => line !== lines[i]));
    }
    // There the damage hides words that stand again right behind it.
    expect(spoilt).toHaveLength(1);
  });
});
