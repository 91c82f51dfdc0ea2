/*
 * The names of those who issue documents, as titles, signatures and a page's block print them.
 */

/** What the name of a body that signs ends with. */
export const ISSUER_END =
  /(?:政府|国务院|中央|办公室|办公厅|委员会|管委会|党委|党组|工委|纪委|[省市县区州盟旗镇乡]委|厅|局|署|司|部|委|院|办|所|处|站|中心|领导小组|工作组|指挥部|联席会议|专班|街道|公司|集团|银行|大学|学院|学校|中学|小学|医院|总队|支队|大队|协会|学会|联合会|总工会|合作社)$/;

/** Papers, stations and sites: they bring a document and issue none. */
export const MEDIA =
  /网|日报|晚报|晨报|时报|报社|杂志|新闻|新华社|融媒|传媒|广播|电视|电台|公众号|微信|微博|文库|本站|原创|转载|小编|佚名|管理员/;

/** Lines of bodies that are named and sign nothing. */
export const NAMED_ONLY = /^(?:各|有关|附|抄送|主送|报送|分送|责任|牵头|配合|联系|来源|作者|编辑)/;

/** National bodies whose names name no place. */
export const NATIONAL_BODY =
  /^(?:中共中央|中央|国务院|全国|国家|中国|中华|最高人民|(?:外交|国防|教育|科技|科学技术|工业和信息化|工信|公安|民政|司法|财政|人力资源和?社会保障|自然资源|生态环境|环境保护|住房和?城乡建设|交通运输|水利|农业农村|农业|商务|文化和旅游|文化|退役军人事务|应急管理|铁道|卫生)部|审计署|海关总署|(?:国家)?(?:税务|市场监督管理|广播电视|体育)总局|国家[\u4e00-\u9fff]{2,14}[局委办署]|中国人民银行)/;
