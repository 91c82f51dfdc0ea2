/*
 * The words of page furniture. Every entry is written as it stands after conversion to simplified characters, without
 * blanks inside.
 */

/** Labels of the metadata block (索引号 block and lines under the title), with the field of `meta` that they feed. */
export const METADATA_LABELS: Readonly<Record<string, MetaField | null>> = {
  索引号: 'indexNumber',
  信息索引号: 'indexNumber',
  索取号: 'indexNumber',
  文号: 'documentNumber',
  发文字号: 'documentNumber',
  发文文号: 'documentNumber',
  文件编号: 'documentNumber',
  发布文号: 'documentNumber',
  标题: 'title',
  名称: 'title',
  文件名称: 'title',
  信息名称: 'title',
  发布机构: 'issuer',
  发文机关: 'issuer',
  发文机构: 'issuer',
  发文单位: 'issuer',
  发布单位: 'issuer',
  信息来源: 'issuer',
  来源: 'issuer',
  文章来源: 'issuer',
  成文日期: 'writtenOn',
  发文日期: 'writtenOn',
  生成日期: 'writtenOn',
  制发日期: 'writtenOn',
  印发日期: 'writtenOn',
  发布日期: 'publishedOn',
  发布时间: 'publishedOn',
  公开日期: 'publishedOn',
  公布日期: 'publishedOn',
  时间: 'publishedOn',
  日期: 'publishedOn',
  主题分类: null,
  体裁分类: null,
  组配分类: null,
  信息分类: null,
  公文种类: null,
  文种: null,
  主题词: null,
  关键词: null,
  有效性: null,
  效力状态: null,
  时效性: null,
  是否有效: null,
  服务对象: null,
  公开方式: null,
  公开类别: null,
  公开范围: null,
  公开形式: null,
  公开程序: null,
  实施日期: null,
  生效日期: null,
  失效日期: null,
  废止日期: null,
  作者: null,
  编辑: null,
  责任编辑: null,
  责编: null,
  审核: null,
  浏览次数: null,
  阅读次数: null,
  浏览量: null,
  访问量: null,
  点击数: null,
  点击率: null,
  阅读量: null,
  阅读: null,
  字数: null,
  字号: null,
  字体: null,
  '【法宝引证码】': null,
  原文链接: null,
};

/** Labels that a document uses too (时间：2023年3月至6月): they name facts of the page only above and below it. */
export const OUTER_LABELS: ReadonlySet<string> = new Set(
  '标题 名称 来源 时间 日期 作者 编辑 审核 阅读 字数 服务对象 关键词 主题词 文种'.split(' '),
);

export type MetaField = 'indexNumber' | 'documentNumber' | 'title' | 'issuer' | 'writtenOn' | 'publishedOn';

/** Whole lines that are controls of the page. */
export const WIDGET_LINES: readonly RegExp[] = [
  /^[•·|｜】【]+$/,
  /^[•·|｜【\s]*(?:字[号体][:：]?|【?字[号体][:：].*)$/,
  /^[•·|｜]*(?:繁体|简体|无障碍|关怀版|长者版)$/,
  /^[•·|｜]*[【[]?(?:打印|打印(?:本页|此页|页面|文章|正文)|关闭(?:窗口|本页|页面)?|收藏(?:本页)?|下载|全屏|保存|我要纠错|纠错|分享|返回(?:顶部|首页|上一页|列表)?|复制链接|朗读|播放|暂停|点赞|评论|转发|举报)[】\]]?$/,
  /^(?:分享到|分享至|分享|转发到|扫码分享)[:：]?.{0,30}$/,
  /^扫一扫.{0,24}$/,
  /^.{0,12}(?:手机|微信)(?:扫码|扫一扫|打开).{0,16}$/,
  /^(?:用来校验该浏览器|您的浏览器|当前浏览器).{0,60}$/,
  /^(?:附件下载|相关附件|文件下载)[:：]?$/,
  /^.{0,20}(?:begin|end)-->$/,
];

/** Whole lines that are controls above and below the document, and cells or headings inside of it. */
export const OUTER_LINES: readonly RegExp[] = [
  /^[•·|｜]*(?:大|中|小|加大|还原|减小|默认|特大|超大|T|A\+?|A-)$/,
  /^(?:二维码|微信|微博|QQ|QQ空间|新浪微博|腾讯微博|人人网|微信微博|二维码微信微博).{0,10}$/i,
  /^位置[:：]?.{0,120}$/,
  /^(?:网站首页|政务公开|政府信息公开|信息公开|政务服务|互动交流|政民互动|走进.{1,6}|登录|注册|网站地图|站内搜索|搜索|我的收藏)$/,
];

/** The words of controls; a line of nothing else is one. */
export const WIDGET_WORDS =
  /打印(?:本页|此页|页面|文章|正文)?|关闭(?:窗口|本页|页面)?|收藏(?:本页)?|分享(?:到|至)?|微信|微博|新浪|腾讯|QQ空间|QQ|朋友圈|字[体号]|【?[大中小]】?|加大|还原|减小|下载|全屏|返回(?:顶部|首页)?|纠错|复制链接|二维码|扫一扫|登录|注册|无障碍(?:浏览)?|长者(?:模式|版)|繁體版?|简体版?|English|RSS|设为首页|加入收藏/g;

/** Whole lines that lead elsewhere. */
export const NAVIGATION_LINES: readonly RegExp[] = [
  /^您?(?:(?:现在|当前|目前)的?(?:所在)?的?|所在的?)位置(?:是)?[:：]?.{0,120}$/,
  /^首页(?:[>＞»›/\-—|·].{0,120})?$/,
  /^[^。，,]{0,30}首页[>＞»›/][^。]{0,100}$/,
  /^(?:[^>＞»›。，,]{1,16}[>＞»›]){2,}[^。]{0,40}$/,
  /^[>＞»›]+[\u4e00-\u9fff][^。，,]{0,24}$/,
  /^欢迎(?:您)?(?:访问|光临|来到).{0,60}$/,
  /^(?:上一[篇页条]|下一[篇页条]|前一[篇页条]|后一[篇页条])[:：]?.{0,80}$/,
  /^(?:相关(?:阅读|链接|文章|报道|信息|新闻|稿件|政策|文件|解读|内容|附件)|延伸阅读|推荐阅读|热点推荐|猜你喜欢|政策解读|图解|解读文件)[:：]?$/,
];

/** What stands below the document: who runs the site. Only taken behind the last line of the document. */
export const FOOTER_LINES: readonly RegExp[] = [
  /ICP备|ICP证|公网安备|公安备案|网站标识码|政府网站标识/,
  /版权所有|Copyright|©|All Rights Reserved/i,
  /^(?:主办|承办|协办|主管|技术支持|运维|维护|建设)(?:单位|机构)?[:：]/,
  /^(?:联系(?:电话|我们|地址|方式|邮箱)|地址|邮编|邮政编码|网址|电子邮箱|传真|电话|站长|访问统计)[:：]?/,
  /^(?:关于我们|网站声明|法律声明|隐私|使用帮助|网站地图|友情链接|收藏本站|设为首页|.{0,16}专题)(?:[|｜ ].*)?$/,
  /^建议使用.{0,40}浏览/,
];

/** Phrases of search-engine spam that no issuer writes. */
export const SPAM_WORDS =
  /国产精品|亚洲(?:片|欧美|婷婷|日韩|综合|精品)|欧美日韩|无码|麻豆|AV片|av色|色综合|成人(?:网站|视频|电影)|久久(?:久|精品)|老熟|激情视频|啪啪|伦理片|黄色网|三级片|毛片|人妻|裸聊|约炮|时时彩|六合彩|北京赛车|百家乐|开户(?:送|即)|娱乐城|真人娱乐|电子游艺|老虎机|壮阳|迷药|性药|伟哥|seo优化|快速排名|手机游戏下载|单机游戏|激活码|注册机/i;

/** Trades that spam offers and that administration fights or serves: only a list of them is spam. */
export const SPAM_TRADES =
  /免费视频|在线观看|彩票(?:平台|网|注册)|棋牌(?:游戏|平台)|博彩|赌场|投注|捕鱼|私服|传奇发布|外挂|代开发票|办证|刻章|无抵押贷款|小额贷款(?:公司|平台)|网贷|快速放款|信用卡套现|代孕|减肥药|私家侦探|网站优化|代写论文|论文代发|股票配资|刷单|兼职日结|破解版/;

/** What administration does about them. */
export const SPAM_FOUGHT = /打击|整治|查处|严禁|取缔|防范|治理|规范|监管|清理|禁止|违法|犯罪/;
