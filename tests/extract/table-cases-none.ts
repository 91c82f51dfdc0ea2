import type { TableWithout } from './table-page.js';

/** Tables that set nothing, and why they say so; null where nothing in them looks like a value. */
export const TABLES_WITHOUT_RECORDS: readonly TableWithout[] = [
  {
    shows: 'history of the same shape',
    around: {},
    rows: ['指标 | 2016年 | 2020年 | 变化情况', '供水率（%） | 70 | 88 | +18'],
    why: 'past',
  },
  {
    shows: 'history by its caption',
    around: { lead: ['表1 “十三五”主要指标完成情况表'] },
    rows: ['指标 | “十三五”目标 | 2020年完成', '供水率（%） | 85 | 88'],
    why: 'past',
  },
  {
    shows: 'history without years, in a caption of years',
    around: { lead: ['表1 “十三五”供水主要指标'] },
    rows: ['指标 | 目标值 | 期末值', '供水率（%） | 85 | 88'],
    why: 'past',
  },
  {
    shows: 'goals beside what came of them',
    around: {},
    rows: ['指标 | 目标值 | 完成值 | 完成率', '供水率（%） | 85 | 88 | 103'],
    why: 'past',
  },
  {
    shows: 'goals in a chapter that looks back',
    around: { heading: '一、发展回顾' },
    rows: ['指标 | 2015年 | 目标值', '供水率（%） | 70 | 85'],
    why: 'unplanned',
  },
  {
    shows: 'scoring',
    around: {},
    rows: ['考核内容 | 目标值 | 分值 | 得分', '供水率（%） | 85 | 10 | 9'],
    why: 'scores',
  },
  {
    shows: 'scoring by caption',
    around: { lead: ['2025年供水工作考核评分表'] },
    rows: ['指标 | 2025年 | 要求', '供水率（%） | 85 | 逐项核对'],
    why: 'scores',
  },
  {
    shows: 'statistics of towns',
    around: { lead: ['表3 2020年全县水资源统计表'] },
    rows: ['乡镇 | 水资源总量（万立方米） | 人口（万人）', '石桥镇 | 1200 | 3', '柳溪乡 | 900 | 2'],
    why: 'past',
  },
  {
    shows: 'statistics of towns without a year',
    around: { lead: ['表3 全县水资源分布表'] },
    rows: ['乡镇 | 水资源总量（万立方米） | 人口（万人）', '石桥镇 | 1200 | 3', '柳溪乡 | 900 | 2'],
    why: 'unplanned',
  },
  {
    shows: 'years of the past by station',
    around: {},
    rows: ['站点 | 2018年 | 2019年 | 2020年', '石桥站 | 820 | 910 | 870'],
    why: 'past',
  },
  {
    shows: 'a year of the past a row',
    around: {},
    rows: ['年份 | 降雨量（毫米） | 径流量（亿立方米）', '2018年 | 820 | 3.1', '2019年 | 910 | 3.4'],
    why: 'past',
  },
  {
    shows: 'fees',
    around: { lead: ['收费项目及标准表'] },
    rows: ['收费项目 | 收费标准（元） | 依据', '垃圾处理费 | 8 | 发改价格'],
    why: 'unplanned',
  },
  {
    shows: 'a budget',
    around: { lead: ['2022年部门预算表'] },
    rows: ['项目 | 2022年预算数（万元） | 上年执行数', '人员经费 | 1200 | 1100'],
    why: 'unplanned',
  },
  {
    shows: 'a list of what there is',
    around: { lead: ['全县医疗机构一览表'] },
    rows: ['序号 | 医院名称 | 床位数（张） | 职工人数（人）', '1 | 县人民医院 | 500 | 620', '2 | 县中医院 | 300 | 310'],
    why: 'unplanned',
  },
  {
    shows: 'a directory',
    around: { lead: ['联络员通讯录'] },
    rows: ['单位 | 姓名 | 联系电话', '县水务局 | 张明 | 8812301', '县财政局 | 李强 | 8812302'],
    why: null,
  },
  {
    shows: 'standards of equipment',
    around: { lead: ['卫生设施配置标准表'] },
    rows: ['设施类别 | 服务人口（人） | 建筑面积（平方米）', '村卫生室 | 1000 | 60', '社区服务站 | 3000 | 150'],
    why: 'unplanned',
  },
  {
    shows: 'levels of response',
    around: { title: '石桥县防汛应急预案', date: '2022-01-01' },
    rows: ['级别 | 降雨量（毫米） | 水位（米）', 'Ⅰ级 | 250 | 45', 'Ⅱ级 | 180 | 44'],
    why: null,
  },
  {
    shows: 'indicators of an assessment without values',
    around: { lead: ['表1 医院考核指标'] },
    rows: [
      '序号 | 指标 | 指标属性 | 计算方法',
      '1 | 门诊次均费用增幅 | 定量 | （本年度－上年度）÷上年度×100%',
      '2 | 平均住院日 | 定量 | 出院者占用床日数÷出院人数',
    ],
    why: null,
  },
  {
    shows: 'explanations of indicators',
    around: {},
    rows: ['指标 | 指标解释', '供水率 | 指供水人口占总人口的比例，按100人计算'],
    why: null,
  },
  {
    shows: 'a list of papers',
    around: { lead: ['政策文件清单'] },
    rows: ['序号 | 文件名称 | 文号 | 印发时间', '1 | 关于支持工业的意见 | 石政发〔2021〕5号 | 2021年5月'],
    why: null,
  },
  {
    shows: 'duty by day',
    around: { lead: ['防汛值班表'] },
    rows: ['日期 | 带班领导 | 值班人员 | 电话', '6月1日 | 张某 | 李某 | 1234567'],
    why: null,
  },
  {
    shows: 'cells without numbers',
    around: {},
    rows: [
      '指标 | 2020年 | 2025年',
      '水质达标率 | — | 稳步提升',
      '管网覆盖 | 初步覆盖 | 全覆盖',
      '节水型单位 | / | 完成上级下达任务',
    ],
    why: null,
  },
  {
    shows: 'one value over two indicators',
    around: {},
    rows: ['指标 | 2025年', '供水率（%） | 95', '合格率（%） | ^'],
    why: 'unplanned',
  },
];
