import type { LabelEntry, LabelPlace, ValueKind } from '../core/block.js';

/*
 * The labels of a page's facts about its document (索引号 block, lines under the title, exports of legal databases), in
 * simplified characters and without blanks inside.
 */

export type MetaField =
  | 'indexNumber'
  | 'documentNumber'
  | 'title'
  | 'issuer'
  | 'publisher'
  | 'source'
  | 'writtenOn'
  | 'issuedOn'
  | 'publishedOn';

type Row = readonly [field: MetaField | null, value: ValueKind, place: LabelPlace, labels: string];

const ROWS: readonly Row[] = [
  ['indexNumber', 'code', 'page', '索引号 信息索引号 信息索引 索取号 索引码 公开索引号'],
  ['documentNumber', 'number', 'fact', '文号 发文字号 发文文号 发文号 文件编号 文件字号 发布文号 文件号 公文字号'],
  ['title', 'word', 'page', '文件名称 信息名称 文件标题 公文名称 信息标题 法规标题'],
  ['title', 'word', 'plain', '标题 名称'],
  ['issuer', 'word', 'page', '发文机关 发文机构 发文部门 发布部门 制定机关 颁布单位 颁布机关 颁布部门'],
  ['issuer', 'word', 'fact', '发文单位 发布机关 制发机关 制发单位 制定单位 印发单位 印发机关'],
  ['publisher', 'word', 'page', '发布机构 公开机构 公开单位'],
  ['publisher', 'word', 'fact', '发布单位 公开部门 信息公开单位'],
  ['source', 'word', 'page', '文章来源 稿件来源 新闻来源'],
  ['source', 'word', 'fact', '信息来源 内容来源 文件来源'],
  ['source', 'word', 'plain', '来源'],
  ['writtenOn', 'date', 'fact', '成文日期 成文时间 制发日期 签发日期 拟稿日期'],
  ['issuedOn', 'date', 'fact', '生成日期 生成时间 发文日期 发文时间 印发日期 印发时间 颁布日期 制定日期'],
  ['publishedOn', 'date', 'fact', '发布日期 发布时间 公开日期 公开时间 公布日期 公布时间 上网日期 上网时间'],
  [null, 'date', 'page', '更新时间 更新日期 录入时间 录入日期 编辑时间 上传时间 修改时间 添加时间'],
  ['publishedOn', 'date', 'plain', '时间 日期'],
  [null, 'date', 'plain', '实施日期 施行日期 生效日期 生效时间 失效日期 废止日期 截止日期 有效期'],
  [null, 'word', 'page', '主题分类 体裁分类 组配分类 信息分类 信息类别 法规类别 效力级别 公文种类 主题导航 公开目录'],
  [null, 'word', 'fact', '公开类别 公开范围 公开形式 公开程序 公开方式 公开时限 公开属性 公开责任部门 所属机构'],
  [null, 'word', 'plain', '主题词 关键词 关键字 文种 服务对象 标签 分类 栏目 所属栏目 所属分类 体裁 主题 类别'],
  [null, 'state', 'page', '效力状态 时效性 是否有效 有效状态'],
  [null, 'state', 'fact', '有效性'],
  [
    null,
    'word',
    'plain',
    '作者 编辑 审核 校对 初审 复审 终审 供稿 撰稿 记者 通讯员 监制 审签 核稿 信息员 录入员 发布者 上传者',
  ],
  [null, 'word', 'page', '责任编辑 责编 发布人 信息审核'],
  [
    null,
    'count',
    'page',
    '浏览次数 阅读次数 点击次数 访问次数 浏览量 访问量 点击数 点击率 点击量 阅读量 阅读数 浏览数',
  ],
  [null, 'count', 'plain', '阅读 浏览 点击 人气 字数 次数 评论数'],
  [null, 'word', 'page', '原文链接 本文链接 本文网址 法宝引证码 本篇引用的法宝引证码'],
  [null, 'word', 'plain', '字号 字体 链接 网址链接 原文出处'],
];

export const METADATA_LABELS: ReadonlyMap<string, LabelEntry<MetaField>> = new Map(
  ROWS.flatMap(([field, value, place, labels]) =>
    labels.split(' ').map((label): [string, LabelEntry<MetaField>] => [label, { field, value, place }]),
  ),
);

/** The names of `<meta>` tags (`name`, `property`), of JSON-LD (`ld:`), lower case, the first that is filled counts. */
export const HEAD_NAMES = {
  title: ['articletitle', 'og:title', 'dc.title', 'dcterms.title', 'ld:headline', 'ld:name'],
  publishedOn: [
    'pubdate',
    'publishdate',
    'article:published_time',
    'og:published_time',
    'og:release_date',
    'bytedance:published_time',
    'dc.date',
    'dc.date.issued',
    'dcterms.issued',
    'dcterms.date',
    'ld:datepublished',
  ],
  source: [
    'contentsource',
    'source',
    'dc.source',
    'dc.publisher',
    'dcterms.publisher',
    'ld:publisher',
    'article:author',
  ],
} as const;
