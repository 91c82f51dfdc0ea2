/*
 * What a table from traditional to simplified characters does not decide. The measure is the table of general standard
 * characters (通用规范汉字表, 2013), which also says which variants stay in names.
 */

/** How one character is simplified in some words: `at` begins with the character and looks at what stands around it. */
interface WordRule {
  readonly at: RegExp;
  readonly becomes: string;
}

/**
 * What the words around a character say of its simplified form; the first rule that fits wins, everything else is the
 * converter's. Words stand in both scripts, for converters without phrases leave half of them simplified.
 */
export const WORD_RULES: readonly WordRule[] = [
  // 著: 隨著作物 is 随着 + 作物, 發揮著作用 is 发挥着 + 作用, 配合著 goes on; to write and to be seen is 著.
  { at: /著(?<=[隨随沿接跟朝順顺繞绕靠挨伴趁]著|[配湊凑結结聯联混符整組组融迎]合著)/g, becomes: '着' },
  { at: /著(?=作[用為为業业]|名[字單单額额義义])/g, becomes: '着' },
  { at: /著(?<=[显顯卓昭名原專专編编論论土巨遺遗譯译拙合撰知]著)|著(?<=所著)(?![重力手眼想])/g, becomes: '著' },
  { at: /著(?=[於于志式白])/g, becomes: '着' },
  {
    at: /著(?=[名作述稱称錄录書书者]|有[《〈「『“])|著(?=有)(?<=(?:^|[\s，。；、：（曾還还並并後后均])著)/gm,
    becomes: '著',
  },
  // 乾: places, reigns and the trigram; given names in lists. 晾乾安全, 擦乾清洗, 晾乾務必 are dry.
  { at: /乾(?=[县縣陵隆坤卦嘉州佑潭]|元|安[县縣鎮镇大]|清[宫宮]|[務务][鎮镇]|封[县縣])|乾(?<=康乾)/g, becomes: '乾' },
  {
    at: /乾(?<=(?:^|[\s、，；：（])[王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱林何郭罗羅]乾)(?=(?:[^\s\p{P}枯涸淨净旱燥裂癟瘪])?(?:$|[\s、，；）]))/gmu,
    becomes: '乾',
  },
  // 昇 and 陞 are 升 in words; in names the standard keeps them.
  {
    at: /昇(?<=[提上晉晋回攀遞递抬躍跃爬飛飞遷東东拉騰腾初高]昇)|昇(?=[級级華华降平格值溫温高遷迁任職职空起幅天騰腾陽阳仙汞])/g,
    becomes: '升',
  },
  { at: /昇/g, becomes: '昇' },
  { at: /陞(?<=[提晉晋擢]陞)|陞(?=[遷迁任職职官級级等格])/g, becomes: '升' },
  { at: /陞/g, becomes: '陞' },
  // 么 is only Taiwan's 幺 in few words; elsewhere a simplified character that a converter left.
  { at: /么(?<=老么)|么(?=[兒儿弟妹女叔])/g, becomes: '幺' },
  { at: /么(?![麼麽])/g, becomes: '么' },
  { at: /甚(?=[麼麽么])/g, becomes: '什' },
  // 菜薹, 薹草: a plant of its own, not 苔.
  { at: /薹/g, becomes: '薹' },
  // 二噁英 is its name in standards; 噁心 alone is simplified.
  { at: /噁(?=心)/g, becomes: '恶' },
  { at: /噁/g, becomes: '噁' },
  { at: /複(?=[蓋盖])/g, becomes: '覆' },
  { at: /妳/g, becomes: '你' },
  { at: /夥(?<=[甚繁]夥)/g, becomes: '夥' },
  // Official words that the converter takes for music (徵調) or leaves: 規畫, 座標, 想像, 疏濬, 函覆, 覆核, 薰陶, 藉重.
  { at: /徵(?=[調调])(?<![宮宫商角]徵)(?!徵.式)/g, becomes: '征' },
  { at: /畫(?<=[規规企策謀谋區区]畫)/g, becomes: '划' },
  { at: /座(?=[標标](?![準准誌志識识示語语兵竿榜杆桿]))(?<![一二三四五六七八九十百千兩两几幾每\d]座)/g, becomes: '坐' },
  { at: /像(?<=想像)(?<![不也就要你我他]想像)/g, becomes: '象' },
  { at: /濬(?<=疏濬)|濬(?=[深治渫])/g, becomes: '浚' },
  { at: /覆(?=[函核查審审檢检驗验議议診诊述選选])(?<![顛颠傾倾翻]覆)|覆(?<=核覆)/g, becomes: '复' },
  { at: /薰(?=[陶染製制肉蒸])|薰(?<=[煙烟]薰)/g, becomes: '熏' },
  { at: /藉(?=[重鑑鑒鉴用力勢势])(?<![慰狼枕蘊蕴]藉)/g, becomes: '借' },
  // Variants that are common in names as well.
  { at: /鎗(?<=[手步機机水刀長长]鎗)|鎗(?=[支械擊击彈弹])/g, becomes: '枪' },
  { at: /燄(?<=[火氣气]燄)/g, becomes: '焰' },
  { at: /煖(?=[氣气爐炉化流])/g, becomes: '暖' },
  { at: /瑯(?<=[琺珐]瑯)/g, becomes: '琅' },
];

/**
 * Variants, each before the form that the converter knows or the standard has. Only those with one clear form: not
 * units that are other words (吋, 呎), nor what is mostly seen in names (叡, 煇, 栢, 碁).
 */
export const VARIANTS =
  // Hong Kong and Taiwan today.
  '衞卫衹只凖准枱台敍叙揹背伕夫粧妆菓果蔴麻籐藤藷薯賸剩餽馈砲炮隄堤銲焊姪侄搆构搾榨撢掸撚捻暱昵毬球燐磷疋匹痲麻瞇眯' +
  '鼇鳌鼈鳖篠筱倣仿勗勖勦剿糢模嬝袅徬彷慇殷懃勤懽欢櫺棂涖莅繈襁糭粽荳豆蹧糟遯遁阬坑韮韭鬭斗鬪斗鬦斗鬬斗翺翱襃褒欵款粬曲' +
  '偺咱牠它玆兹瘉愈箒帚繖伞纎纤罇樽羗羌蕋蕊蘂蕊袠帙裌夹覩睹觝抵詧察謌歌譌讹讌宴酧酬醼宴鉋刨鉏锄銕铁阨厄麤粗麄粗' +
  // Old print, which naive tables and scans bring back.
  '両两刦劫刧劫刼劫劒剑効效吿告呪咒喒咱囘回囬回堿碱塲场塡填壻婿妬妒姙妊婬淫媿愧寃冤寳宝尅克岀出嶴岙帋纸幇帮廐厩厰厂廹迫' +
  '廻回徃往徧遍怳恍恠怪恡吝悤匆慙惭慽戚憇憩戹厄抝拗拏拿挿插揑捏搇揿搥捶搨拓摀捂摠总撦扯攩挡攷考擧举斈学旛幡昬昏' +
  '朶朵枏楠棃梨椶棕榢架槀稿槩概檝楫櫈凳欝郁歛敛歴历歳岁氊毡氷冰汚污湼涅濶阔烖灾烱炯煑煮煠炸牋笺牕窗犂犁犲豺猨猿玅妙' +
  '瑇玳甎砖甞尝畆亩畊耕畧略畱留疎疏痀佝皷鼓盌碗眎视矙瞰砦寨碪砧礮炮礶罐秔粳稉粳稭秸稬糯稺稚稾稿穅糠穉稚竒奇竝并竢俟' +
  '筭算籄篑粃秕糓谷紥扎紬绸緜绵緖绪縁缘縂总緫总綂统羮羹翄翅聦聪肎肯胷胸脃脆脇胁膓肠臕膘臙胭臯皋艢樯艶艳艸草莕荇萠萌葢盖' +
  '薓参蘯荡蚘蛔蛕蛔蜋螂蜨蝶螘蚁蠏蟹蠧蠹蠭蜂衇脉衂衄裠裙襍杂覇霸覔觅覰觑豓艳豘豚貭质賍赃賔宾賛赞贃赚踡蜷蹏蹄躭耽躱躲躶裸躳躬' +
  '軆体輙辄輭软轝舆辠罪辢辣迯逃遉侦醻酬鈆铅鉄铁鍫锹鎋辖鎻锁鏁锁鏥锈鑚钻鑛矿閙闹閧哄闗关関关隂阴隖坞隣邻隷隶隲骘鞌鞍鞵鞋鞾靴' +
  '韈袜韤袜頋顾頟额頼赖顋腮飃飘飇飙飈飙飜翻飡餐餙饰餠饼餧喂餹糖餻糕饍膳饟饷馿驴駞驼駮驳騐验騈骈騗骗騘骢驘骡骽腿骾鲠髙高' +
  '髩鬓鬀剃魦鲨鰕虾鱓鳝鳮鸡鵞鹅鵶鸦鸎莺鼃蛙鼔鼓齅嗅齩咬龎庞麞獐黒黑黙默硏研卽即旣既淸清郞郎鄕乡郷乡呉吴奬奖凴凭悞误';

/** Those of the variants that are in daily use: a sign of traditional text. The others come up in names. */
export const DAILY_VARIANTS = '衞枱敍揹粧餽銲軆鉄鷄縂総緖';

/**
 * Characters that simplified print keeps in names and learned words although the converter changes them: no sign of
 * traditional text, and changed in such text alone. The last line stands in GB 2312 itself.
 */
export const KEPT_IN_NAMES =
  '剋劄扞昇氾祕脩苧蒐薳谿釐陞鍾濛崑崙崐峯羣勳勛儁淩菴沖恆鎔樑榦穀鉅逕鑑鑒讎祇' +
  '乾著于於徵覆藉瞭麽夥么噁薹苔袷吒菸拚捱摺榘麴醣';

/** Simplified forms that traditional print has as well, above all in Hong Kong: no sign of simplified text. */
export const SHARED_FORMS =
  '着内吕吴争净静没册删别黄强决况减凉凑兑叁囱媪悦愠户榅氲温税脱卧台葱蜕衆鉢鈎麽冲兖馀众虚奂换唤焕遥摇瑶';
