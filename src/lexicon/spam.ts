/* The words of injected spam, in simplified characters and without blanks inside. */

/** Phrases of search-engine spam. An issuer may name one of them (国产精品, 一区二区), never a row of them. */
export const SPAM_PHRASES =
  /国产(?:精品|自拍|偷拍|在线)|亚洲(?:片|欧美|婷婷|日韩|综合|精品|无码|成人)|(?:日韩|欧美)(?:日韩|精品|无码|在线|综合)|无码(?!头)|麻豆|AV(?:片|在线|电影|女优)|av色|色综合|成人(?:网站|视频|电影|小说)|久久(?:久|精品|综合)|婷婷五月|老熟女|激情(?:视频|小说|五月)|啪啪|伦理片|黄色(?:网站|视频|小说|片)|三级片(?!区)|毛片|人妻|一区二区|免费观看视频|北京赛车|pk10|时时彩|(?:澳门|葡京|威尼斯人|金沙|永利|银河)(?:娱乐|赌场|官网|网址|平台|app)|真人(?:娱乐|荷官|百家乐)|电子游艺|(?:亚博|开云|九游|乐鱼|华体会|爱游戏|皇冠|ng)(?:体育(?![馆场局中公])|娱乐|官网|app|电竞)|华体会|九游会|注册送\d*|开户送|首存|(?:世界杯|足球|欧洲杯)(?:投注|买球|下注)|买球(?:app|网|平台)|性药|伟哥|迷情|seo(?:优化|排名|推广)|快速排名|(?:手机|单机|破解版?)游戏下载|传奇(?:私服|发布)|激活码|注册机(?![构关])/gi;

/** Vices that administration fights: named alone they are a task, with an offer they are spam. */
export const SPAM_VICES =
  /六合彩|百家乐|老虎机|娱乐城|赌场|博彩|下注|裸聊|约炮|一夜情|壮阳|迷药|代开(?:发票|各类)|办证刻章|刻章办证|(?:毕业|学历|学位|资格)证书?(?:办理|代办|制作|定制|购买|样本)|(?:办理|代办|制作|定制|购买).{0,4}(?:毕业|学历|学位|资格)证|假(?:证|文凭)|代孕|减肥药|私家侦探|代写论文|论文代写|论文代发|信用卡套现|私服|外挂|刷单/gi;

/** Trades that administration licenses, serves and uses. */
export const SPAM_TRADES =
  /免费视频|在线观看|彩票|棋牌|投注|捕鱼|办证|刻章|无抵押|小额贷款|网贷|快速放款|当天放款|秒到账|信用卡代还|网站(?:优化|建设|推广)|股票配资|兼职日结|破解版|手机版|app下载|官网|安卓版|最新网址|备用网址|注册登录|客户端下载/gi;

/** What makes an offer of them: ways to get in touch, calls to act. */
export const SPAM_OFFERS =
  /(?:QQ|微信|V信|薇信|扣扣)[:：]?[A-Za-z\d]{5,}|1[3-9]\d{9}|加(?:微信|QQ|v)|www\.|https?:|\.(?:com|cc|vip|top|xyz)|入口|注册送|点击进入|咨询热线|诚信经营|专业代办|无需担保|哪里有|多少钱|当天(?:放款|下款)|24小时在线/i;

/** What administration does about vices. */
export const SPAM_FOUGHT =
  /打击|整治|查处|严禁|取缔|防范|治理|监管|清理|禁止|违法|犯罪|不得|严厉|坚决|防止|抵制|案件|整改|专项行动/;

/** What administration does with trades. */
export const SPAM_SERVED = /规范|宣传|教育|发展|支持|服务|推广|解决|推进|建设|提供|加强|完善/;

/** The name of a place, as lists for search engines string them together. */
export const PLACE_NAME = /^[\u4e00-\u9fff]{1,10}(?:自治[县州旗]|[县市区旗州盟])$/;
