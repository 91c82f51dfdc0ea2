import type { Office } from './entry.js';

const force = (id: string, name: string, forms = ''): Office => ({ id, name, forms, kind: 'taskforce' });

/** Bodies of coordination. With 办公室 behind them they are that body's office: `flood-drought-headquarters-office`. */
export const TASKFORCES: readonly Office[] = [
  force(
    'flood-drought-headquarters',
    '防汛抗旱指挥部',
    '防指 防汛指挥部 防汛抗旱防台风指挥部 防汛防台抗旱指挥部 防汛防旱指挥部 防汛防台指挥部 防汛抗旱总指挥部 国家防总 防总 三防指挥部',
  ),
  force(
    'forest-fire-headquarters',
    '森林防火指挥部',
    '森林草原防灭火指挥部 森林防灭火指挥部 森防指 森林草原防火指挥部 森防指挥部 防火指挥部',
  ),
  force('earthquake-relief-headquarters', '抗震救灾指挥部', '抗指 抗震指'),
  force('geological-disaster-headquarters', '地质灾害应急指挥部', '地质灾害防治指挥部 地灾指挥部 地质灾害指挥部'),
  force('meteorological-disaster-headquarters', '气象灾害应急指挥部', '气象灾害防御指挥部'),
  force(
    'emergency-command',
    '应急指挥部',
    '突发事件应急指挥部 应急救援指挥部 应急委[员会] 突发事件应急委员会 总指挥部',
  ),
  force('epidemic-headquarters', '疫情防控指挥部', '新冠肺炎疫情防控指挥部 应对疫情工作指挥部 疫情防控领导小组'),
  force('work-safety-committee', '安全生产委员会', '安委会 安委'),
  force('fire-safety-committee', '消防安全委员会', '消安委'),
  force('road-safety-committee', '道路交通安全委员会', '道安委 交安委 道路交通安全联席会议'),
  force('food-safety-committee', '食品安全委员会', '食安委 食药安委 食品药品安全委员会'),
  force('disaster-reduction-committee', '减灾委员会', '减灾委 防灾减灾救灾委员会 防减救灾委'),
  force(
    'ecological-protection-committee',
    '生态环境保护委员会',
    '环委会 生环委 环境保护委员会 生态环境委员会 污染防治攻坚战指挥部',
  ),
  force(
    'river-chief-office',
    '河长制办公室',
    '河长办 河湖长办 河湖长制办公室 河长制工作处 总河长办公室 河湖长制工作办公室 河长制工作办公室 总河长办',
  ),
  force('forest-chief-office', '林长制办公室', '林长办'),
  force(
    'education-supervision-committee',
    '教育督导委员会',
    '政府教育督导委员会 人民政府教育督导委员会 人民政府督导委员会',
  ),
  force('patriotic-health-committee', '爱国卫生运动委员会', '爱卫会 爱卫'),
  force('reading-committee', '全民科学素质工作领导小组'),
  force('women-children-committee', '妇女儿童工作委员会', '妇儿工委'),
  force('disability-committee', '残疾人工作委员会', '残工委'),
  force('ageing-committee', '老龄工作委员会', '老龄委 老龄工委'),
  force('national-defence-education', '国防教育办公室', '国教办 国防教育委员会办公室'),
  force('double-support-office', '双拥工作领导小组', '双拥办 双拥工作领导小组办公室 双拥工作办公室'),
  force('narcotics-committee', '禁毒委员会', '禁毒委 禁毒办'),
  force('planning-committee', '规划委员会', '规委会 规划委 国土空间规划委员会 城乡规划委员会'),
  force(
    'rural-revitalisation-group',
    '乡村振兴领导小组',
    '实施乡村振兴战略领导小组 乡村振兴战略领导小组 乡村振兴指挥部 扶贫开发领导小组 脱贫攻坚指挥部 脱贫攻坚领导小组',
  ),
  force('employment-group', '就业工作领导小组', '就业促进和劳动保护工作领导小组 就业工作联席会议'),
  force('health-reform-group', '深化医药卫生体制改革领导小组', '医改领导小组 医改办 医改委'),
  force('approval-reform-group', '行政审批制度改革工作领导小组', '审改办 放管服改革领导小组 推进政府职能转变领导小组'),
  force('business-environment-group', '优化营商环境领导小组', '优化营商环境工作领导小组 优化营商环境指挥部'),
  force(
    'labour-arrears-group',
    '根治拖欠农民工工资工作领导小组',
    '治欠办 根治欠薪领导小组 治欠领导小组 根治欠薪工作领导小组',
  ),
  force(
    'civilised-city-headquarters',
    '创建全国文明城市指挥部',
    '创文办 创城办 创建办 创城指挥部 创建指挥部 创文指挥部 创卫办 创卫指挥部',
  ),
];
