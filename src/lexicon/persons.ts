/** Surnames of one character, common ones first, and of two. */
const SURNAME =
  '[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边闫宫胥巩敖荆佟]|(?:欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒)';
/** Offices of persons, before or behind their names. */
const OFFICE =
  '(?:党[组委工]{1,2}(?:副?书记|成员|委员)|[一二三四]级(?:调研员|主任科员)|(?:常务)?副?(?:[省市州县区旗镇乡局厅处科股院校所站队部会行馆台署司社组]长|书记|主任|主席|总经理|经理|董事长|秘书长|委员|专员|司令员|政委|检察官|法官)|(?:[省市州县区旗]委)?常委|同志)';

/** 王明, 张某某, 欧阳明; 副县长王明, 王明局长; 县委常委. Short names of places and fields of work look alike: 石桥, 安全. */
export const PERSON_NAME = new RegExp(
  `^(?:(?:${OFFICE}、?){0,3}(?:${SURNAME})(?:某{1,2}|[\\u4e00-\\u9fff]{1,2})(?:${OFFICE}){0,2}|(?:${OFFICE}){1,2})$`,
);

/** 王 明: a short name set to the width of others. */
export const SPACED_NAME = new RegExp(
  `(?<![\\u4e00-\\u9fff])(${SURNAME})[ \\u3000]{1,2}([\\u4e00-\\u9fff])(?![\\u4e00-\\u9fff])`,
  'g',
);

/** 责任人：…, 联系领导：…: a label of persons with what stands behind it. */
export const PERSON_LABEL =
  /(?<![及和、/或])(?:[省市县区镇]|责任|负责|联系|牵头|分管|包保|具体|直接|第一|主要)*(?:领导|责任人|负责人|联系人|联络员)\s*[:：]\s*[^;；\n:：。]{0,30}?(?=$|[;；\n。]|[,，、\s]?(?:责任|牵头|配合|主办|协办|实施)(?:单位|部门))/g;

/** Numbers of telephones, with the mark before them. */
export const PHONE = /[,，、\s]?(?<!\d)(?:1[3-9]\d{9}|(?:0\d{2,3}[-—])?\d{7,8})(?!\d)/g;
