/** What the name of a plan, or of the notice that brings it, ends with (GB/T 9704—2012, 文种, and those of plans). */
export const TITLE_END =
  /(?:通知|意见|方案|规划|纲要|计划|办法|措施|决定|通报|报告|总结|安排|要点|细则|规定|公告|公报|批复|函|条例|规程|章程|预案|清单|行动|指南|工作思路)(?:[(（〔][^()（）〔〕]{1,20}[)）〕]){0,3}$/;

/** Endings that name a document in its first lines and may mean anything further down. */
export const TITLE_END_ABOVE =
  /(?:规则|规划文本|文本|责任书|任务书|分解表|任务|任务表|分工|名单|名录|目录|标准|政策|建议|议案|制度|机制|工程|纪要|路线图|作战图|计划表)(?:[(（〔][^()（）〔〕]{1,20}[)）〕]){0,3}$/;

/** What stands in brackets below a title and is a part of it: (试行), (2021—2025年), (征求意见稿). */
export const TITLE_SUFFIX =
  /^[(（〔](?:[^()（）。]{0,8}(?:试行|暂行|修订|修正|草案|稿|版|简本|摘要|一|二|三)[^()（）。]{0,4}|(?:19|20)\d{2}年?(?:[-—–－~～至到]{1,2}(?:(?:19|20)\d{2}|\d{2})年?)?度?|[一二][〇零○九][〇零○一二三四五六七八九]{2}年?[-—–－~～至到]{1,2}[一二][〇零○九][〇零○一二三四五六七八九]{2}年?)[)）〕]$/;

/** The cover of a plan: 关于印发…的通知. */
export const COVER_TITLE = /(?:印发|转发|发布|下发|公布).{2,80}的(?:通知|公告|决定)(?:[(（][^()（）]{1,12}[)）])?$/;

/** A notice that brings a draft, group 1: 关于公开征求《…(征求意见稿)》意见的公告. */
export const DRAFT_COVER =
  /征[求集][^《》]{0,6}《([^《》]{4,80})》[^《》]{0,8}意见[^《》]{0,4}的?(?:公告|通知|通告|函|公示|启事)$/;

/** Endings that name a document even where nothing else tells that one begins. */
export const DOCUMENT_END =
  /(?:通知|意见|方案|规划|纲要|计划|办法|决定|报告|细则|规定|条例|要点|预案|规程|章程)(?:[(（〔][^()（）〔〕]{1,20}[)）〕])?$/;

/** A title that names who or where, or opens as titles do: 白水县…, 关于…, 《…》. */
export const FULL_TITLE =
  /^(?:\d{4}年)?(?:关于|印发|《|[\u4e00-\u9fff]{0,20}?(?:[省市县区州盟旗镇乡村校厅局委院部]|自治区|街道|政府|公司|集团|办公室|中心|协会|国家|全国|中国|中共))/;

/** What explains a document to the public, and is none of its annexes. */
export const INTERPRETATION_TITLE = /(?:解读|政策问答|答记者问|起草说明|编制说明)(?:[(（][^()（）]{1,12}[)）])?$/;

/** Whom a notice speaks to. */
export const SALUTATION =
  /^(?:各|全[国省市州县区镇乡校]|[省市州县区镇乡]直|[局厅委]属|局机关|机关各|有关|驻)[^。；;]{1,180}[:：]$/;

/** A document number in a line of its own: 桓政发〔2022〕6号. */
export const DOCUMENT_NUMBER_LINE =
  /^[(（]?[\u4e00-\u9fff]{2,14}[〔[(（【](?:19|20)\d{2}[〕\])）】]第?\d{1,4}号[)）]?$/;

/** How a document closes: its date, 此件公开发布, 抄送, 印发. */
export const CLOSING_LINE =
  /^(?:(?:19|20)\d{2}年\d{1,2}月\d{1,2}日|[一二][九〇零○][〇零○一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|[(（]此件.{2,12}[)）]|抄送[:：].*|.{2,40}(?:19|20)\d{2}年\d{1,2}月\d{1,2}日印发)$/;

/** A body's name in a line of its own, above 关于…. */
export const BODY_LINE = /^[\u4e00-\u9fff“”、\s]{3,40}(?:政府|办公室|办公厅|委员会|厅|局|部|委|院|中心|办|公司|学校)$/;

/** A notice says that it brings something, group 1. */
export const ANNOUNCES =
  /《([^《》]{4,80}|[^《》]{0,40}《[^《》]{2,40}》[^《》]{0,40})》[^。]{0,40}(?:印发|转发|发布|公布|下发|施行)/;

/** What a page's title has around the name of its document: the site, its section, the publisher. */
export const SITE_NAME =
  /(?:网|网站|网页|平台|门户|频道|栏目|首页|主页|官网|资讯|新闻|要闻|动态|头条|公众号|信息公开|政务公开|政府公开|政府信息公开目录|通知公告|公告公示|公示公告|政策文件|政策法规|规范性文件|法规文件|规划计划|发展规划|专项规划|文件库|政府文件|人民政府|办公室|办公厅|委员会|[\u4e00-\u9fff][厅局])$/;
