/*
 * Pages of different make around one invented plan: what sites of provinces, cities and counties, legal databases, feeds
 * of accounts, collections of documents and news portals put around a document. Every name in them is invented.
 */

/** An invented plan as its issuer wrote it, one paragraph a line. */
export const PLAN = [
  '石泉县人民政府办公室关于印发石泉县农村供水三年行动方案的通知',
  '石政办发〔2023〕18号',
  '各乡镇人民政府，县政府各部门，各有关单位：',
  '《石泉县农村供水三年行动方案》已经县政府同意，现印发给你们，请认真贯彻执行。',
  '石泉县人民政府办公室',
  '2023年5月6日',
  '（此件公开发布）',
  '石泉县农村供水三年行动方案',
  '为加快补齐全县农村供水短板，根据国家和省有关文件规定，结合我县实际，制定如下方案。',
  '一、总体目标',
  '到2025年，全县农村自来水普及率达到95%以上，规模化供水工程覆盖农村人口比例达到60%。',
  '二、主要任务',
  '（一）建设工程。2024年6月底前，新建水厂3座，改造管网120公里。（责任单位：县水务局、县财政局）',
  '（二）分享经验。每年组织现场会1次，推广典型做法。（责任单位：县水务局）',
  '三、保障措施',
  '各乡镇要加强组织领导，严厉打击破坏供水设施、聚众赌博等违法犯罪行为。',
  '联系人：韦某某，联系电话：0999-1234567。',
  '附件：1.石泉县农村供水工程任务清单',
  '抄送：县委办公室，县人大常委会办公室。',
  '石泉县人民政府办公室2023年5月6日印发',
];

/** What the page's facts say of it. */
export const FACTS = {
  title: '石泉县农村供水三年行动方案',
  issuer: '石泉县人民政府办公室',
  documentNumber: '石政办发〔2023〕18号',
  writtenOn: '2023-05-06',
};

const paragraphs = (lines: readonly string[] = PLAN): string =>
  lines.map((line) => `<p style="text-indent:2em">${line}</p>`).join('\n');
const [TITLE = ''] = PLAN;

interface Page {
  readonly make: string;
  readonly page: string;
  /** Fields of `meta` beside those of every page. */
  readonly meta?: { readonly indexNumber?: string; readonly publishedOn?: string };
}

const html = (body: string, head = ''): string =>
  `<!DOCTYPE html>\n<html><head><meta charset="utf-8">${head}</head><body>\n${body}\n</body></html>\n`;

export const PAGES: readonly Page[] = [
  {
    make: 'a province: facts in a table, breadcrumb, widgets, footer',
    meta: { indexNumber: '000014349/2023-00018', publishedOn: '2023-05-08' },
    page: html(
      `<div class="top"><a href="/">设为首页</a> | <a href="/">加入收藏</a> | <a href="/">繁体</a> | <a href="/">无障碍浏览</a></div>
<div class="menu"><ul><li><a href="/">网站首页</a></li><li><a href="/">政务公开</a></li><li><a href="/">政务服务</a></li><li><a href="/">走进石泉</a></li></ul></div>
<div class="bread">您现在所在的位置：<a href="/">首页</a> &gt; <a href="/">政务公开</a> &gt; <a href="/">规划计划</a></div>
<table class="xxgk"><tr><td>索 引 号：</td><td>000014349/2023-00018</td><td>主题分类：</td><td>水利、水务</td></tr>
<tr><td>发文机关：</td><td>石泉县人民政府办公室</td><td>成文日期：</td><td>2023年05月06日</td></tr>
<tr><td>标　　题：</td><td colspan="3">${TITLE}</td></tr>
<tr><td>发文字号：</td><td>石政办发〔2023〕18号</td><td>发布日期：</td><td>2023年05月08日</td></tr>
<tr><td>主 题 词：</td><td></td><td>有 效 性：</td><td>有效</td></tr></table>
<div class="tools">字号：[<a>大</a> <a>中</a> <a>小</a>] <a>打印</a> <a>分享到：</a></div>
<div id="UCAP-CONTENT">${paragraphs()}</div>
<div>扫一扫在手机打开当前页</div>
<div>【打印本页】 【关闭窗口】</div>
<div class="related"><h3>相关解读</h3><ul><li><a href="/1">一图读懂石泉县农村供水行动</a></li><li><a href="/2">《方案》政策解读</a></li></ul></div>
<div class="footer"><p>主办：石泉县人民政府办公室 承办：石泉县大数据中心</p><p>联系地址：石泉县城关镇人民路1号 联系电话：0999-7654321</p>
<p>网站标识码：5299990001 石ICP备12345678号-1 石公网安备 52999900000001号</p><p>建议使用1280*800分辨率，IE9.0以上浏览器浏览本站</p></div>`,
      `<title>${TITLE}_规划计划_石泉县人民政府</title><meta name="ArticleTitle" content="${TITLE}"><meta name="PubDate" content="2023-05-08 09:00">`,
    ),
  },
  {
    make: 'a city: facts as dl, side bar in the middle, related policies with dates, list of friendly sites',
    meta: { indexNumber: 'SQ00-2023-0018', publishedOn: '2023-05-08' },
    page: html(`<header><h1 class="logo"><a href="/">石泉县人民政府</a></h1><form>请输入关键字<input><button>搜索</button></form></header>
<nav class="crumb"><a href="/">主页</a> » <a href="/">信息公开</a> » <a href="/">政策文件</a></nav>
<dl><dt>索引号</dt><dd>SQ00-2023-0018</dd><dt>发布机构</dt><dd>石泉县人民政府办公室</dd><dt>成文日期</dt><dd>2023-05-06</dd><dt>文号</dt><dd>石政办发〔2023〕18号</dd><dt>公开日期</dt><dd>2023-05-08</dd><dt>有效性</dt><dd>有效</dd></dl>
<h2 class="article-title">${TITLE}</h2>
<div class="content">${paragraphs(PLAN.slice(0, 10))}</div>
<div class="sidebar"><h4>热点推荐</h4><ul><li><a href="/a">石泉县召开水利工作会议</a></li><li><a href="/b">县领导调研供水工程</a></li><li><a href="/c">全县防汛工作部署会召开</a></li></ul></div>
<div class="content">${paragraphs(PLAN.slice(10))}</div>
<div class="list"><div>相关政策</div><ul><li><a href="/p1">石泉县节约用水办法</a><span>2022-11-02</span></li><li><a href="/p2">石泉县河湖保护规划</a><span>[2021-07-15]</span></li></ul></div>
<p>上一篇：<a href="/x">石泉县2023年工作要点</a></p><p>下一篇：没有了</p>
<div class="links"><select><option>国务院部门网站</option></select><ul><li><a href="/">青石县</a></li><li><a href="/">临溪县</a></li><li><a href="/">国务院部门网站</a></li><li><a href="/">省政府网站</a></li></ul></div>
<footer><p>版权所有：石泉县人民政府</p><p>地址：石泉县城关镇</p><p>邮编：999999</p><p>Copyright © 2023 All Rights Reserved</p></footer>`),
  },
  {
    make: 'a county: facts in a list, date before source, comment form, counter',
    meta: { indexNumber: '520999-2023-18', publishedOn: '2023-05-08' },
    page: html(`<div>当前位置：首页 - 政府信息公开 - 文件</div>
<ul class="info"><li><b>索引号：</b>520999-2023-18</li><li><b>信息分类：</b>其他文件</li><li><b>发布机构：</b>石泉县人民政府办公室</li><li><b>文号：</b>石政办发〔2023〕18号</li></ul>
<h1>${TITLE}</h1>
<div class="sub">2023-05-08 10:20 来源：石泉县人民政府办公室 浏览次数：<span id="hits">加载中</span> 次</div>
<div>语音播报</div><div>【字体：大 中 小】</div>
<div id="zoom">${paragraphs()}</div>
<div>责任编辑：某某</div><div>分享到：微信 微博 QQ空间</div>
<div id="pl"><p>我要评论</p><p>用户名：</p><p>验证码：</p><p>网友评论仅供其表达个人看法，并不代表本站立场</p><p>共有0条评论</p></div>
<div>主办单位：石泉县人民政府</div><div>技术支持：某某科技有限公司</div><div>ICP备12345678号</div><div>您是第 102938 位访问者</div>`),
  },
  {
    make: 'a text: one line with several labels, menus, footer',
    meta: { indexNumber: 'A001-2023-18', publishedOn: '2023-05-08' },
    page: [
      '石泉县人民政府门户网站',
      '首页 政务公开 政务服务 互动交流 走进石泉',
      '首页 → 政务公开 → 政策文件 → 正文',
      '索引号：A001-2023-18 主题分类：水利 发布机构：石泉县人民政府办公室 发文日期：2023年05月06日 公开日期：2023年05月08日 有效性：有效',
      TITLE,
      '大 中 小 打印 关闭 收藏',
      ...PLAN,
      '附件下载：',
      '打印',
      '关闭',
      '相关链接',
      '石泉县水利“十四五”规划政策解读',
      '一图读懂：农村供水三年行动',
      '石泉县召开供水工作推进会 2023-04-28',
      '关于我们 | 网站声明 | 网站地图 | 联系我们',
      '主办：石泉县人民政府办公室',
      '电话：0999-7654321 邮箱：sq@example.com',
      '石ICP备12345678号 网站标识码5299990001',
      '',
    ].join('\n'),
  },
  {
    make: 'a text: labels and values in lines of their own',
    meta: { indexNumber: 'B7/2023-0018', publishedOn: '2023-05-08' },
    page: [
      '•[ 索引号 ]',
      '•B7/2023-0018',
      '•[ 发文字号 ]',
      '•石政办发〔2023〕18号',
      '•[ 有效性 ]',
      '•[ 发布机构 ]',
      '•石泉县人民政府办公室',
      '•[ 发布日期 ]',
      '•2023-05-08',
      ...PLAN,
      '上一条：石泉县水资源论证办法',
      '下一条：石泉县水价改革方案',
      '分享',
      '',
    ].join('\n'),
  },
  {
    make: 'a text: labels in one row, values in the next',
    meta: { indexNumber: 'C-2023-0018', publishedOn: '2023-05-08' },
    page: [
      '索引号',
      '文号',
      '发布机构',
      '发布日期',
      'C-2023-0018',
      '石政办发〔2023〕18号',
      '石泉县人民政府办公室',
      '2023-05-08',
      ...PLAN,
      '',
    ].join('\n'),
  },
  {
    make: 'an article of an account, hidden until its script runs',
    meta: { publishedOn: '2023-05-08' },
    page: html(
      `<div id="page-content"><h1 class="rich_media_title" id="activity-name">${TITLE}</h1>
<div id="meta_content"><span>原创</span> <a>石泉发布</a> <em>2023-05-08 18:30</em></div>
<div>点击上方蓝字关注我们</div>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;">${paragraphs()}</div>
<p>来源：石泉县人民政府办公室</p><p>编辑：某某</p><p>审核：某某</p>
<div>预览时标签不可点</div><div>阅读原文</div><div>微信扫一扫<br>关注该公众号</div><div>继续滑动看下一个</div><div>分享 收藏 点赞 在看</div></div>`,
      '<meta property="og:title" content="某某"><meta property="article:published_time" content="2023-05-08">',
    ),
  },
  {
    make: 'an export of a legal database',
    meta: { publishedOn: '2023-05-08' },
    page: [
      '【法宝引证码】 CLI.14.9999999',
      '原文链接：https://www.example.com/lar/0.html',
      '【发布部门】 石泉县人民政府办公室',
      '【发文字号】 石政办发〔2023〕18号',
      '【发布日期】 2023.05.08',
      '【时效性】 现行有效',
      '【效力级别】 地方规范性文件',
      '【法规类别】 水利',
      ...PLAN,
      '©某某法宝：（www.example.com）专业提供法律信息、法学知识和法律软件领域各类解决方案。',
      '',
    ].join('\n'),
  },
  {
    make: 'a collection of documents with spun sentences and spam all over',
    page: html(`<div style="display:none">国产精品一区二区三区，久久精品，亚洲综合</div>
<div style="position:absolute;left:-9999px"><a href="/">石泉县代开发票</a><a href="/">石泉县办理毕业证</a></div>
<div style="font-size:0">石泉县贷款 石泉县网贷 石泉县私家侦探</div>
<marquee>欢迎加入某某交流群</marquee>
<div>当前位置：范文网 &gt; 工作方案 &gt; 正文</div>
<p>本文由某某范文网整理，更多范文请点击查看</p>
${paragraphs(PLAN.slice(0, 9))}
<p>石泉县哪里有专业代办毕业证的，咨询微信abc12345</p>
<p>澳门娱乐官网|真人百家乐|注册送88|开云体育app</p>
${paragraphs(PLAN.slice(9))}
<p>第1页 共3页</p><p>下载word文档到电脑，方便收藏和打印</p>
<div>猜你喜欢</div><ul><li><a href="/1">农村供水工作总结</a></li><li><a href="/2">水务局年度计划</a></li></ul>
<p>热门标签：方案 总结 计划</p>
<p>青石县| 临溪县| 石泉县| 云岭县| 桐江市| 柳湾区| 白水县| 南坪县| 北塘区|</p>`),
  },
  {
    make: 'a news portal: hot lists with numbers, declaration, long list of sites',
    meta: { publishedOn: '2023-05-08' },
    page: html(`<div class="nav"><a href="/">新闻</a> <a href="/">时政</a> <a href="/">地方</a> <a href="/">图片</a></div>
<div><a href="/">某某网</a>&gt;&gt;<a href="/">地方</a>&gt;&gt;<a href="/">要闻</a></div>
<h1>${TITLE}</h1>
<p>2023年05月08日08:15 | 来源：<a href="/">某某日报</a> 小字号 | 大字号</p>
${paragraphs()}
<p>（责任编辑：某某）</p>
<div class="hot"><h3>热门排行</h3><ol><li><a href="/">1 全县经济运行情况发布</a></li><li><a href="/">2 石泉县今年新建学校</a></li></ol></div>
<p>免责声明：本网转载内容不代表本站观点，未经授权不得转载。</p>
<p>友情链接</p><p><a href="/">青石在线</a> <a href="/">临溪新闻网</a></p><p>Copyright © 某某网 版权所有</p>`),
  },
];
