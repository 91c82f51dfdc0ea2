/*
 * What the names of areas look like (行政区划: 省级, 地级, 县级, 乡级), and what only looks like one.
 */

/** The short names of the provinces as titles print them: 广西水污染防治…. */
export const PROVINCES =
  /^(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)(?![省市县区州盟旗镇乡村路街]|自治|特别|大学|学院|银行|集团|日报|[\u4e00-\u9fff]{1,5}(?:族|自治)|南路|北路|东路|西路|中路)/;

/** Cities that are provinces. */
export const MUNICIPALITIES = /^(?:北京|天津|上海|重庆)市$/;

/** New areas that are districts; others belong to a city and have no level of their own. */
export const DISTRICT_AREAS = /^(?:浦东|滨海)新区$/;

/** Kinds of areas, none of them the name of one; also words that end like one. */
export const NO_PLACE =
  /(?:城市|都市|市区|辖区|[全各我本该县省]市|[上股房楼入夜超集菜门]市|[全各我本市]县|[各全我本该]省|[全各我本该市县]区|小区|社区|[主老新旧心]城区|片区|园区|景区|灌区|库区|牧区|校区|院区|厂区|街区|功能区|示范区|保护区|试验区|实验区|先行区|服务区|集聚区|集中区|棚户区|开放区|合作区|样板区|引领区|先导区|建成区|流域区|[强大小穷百]县|(?:贫困|示范|试点|先进|卫生|文明|生态|园林|重点|特色|脱贫|文化|旅游|农业|革命老区)县|(?:农村|贫困|偏远|边远|边境|民族|西部|东部|中部|沿海|周边|欠发达|革命|受灾|重点)地区|(?:贫困|高寒|丘陵|深石|革命|老)山区|(?<!神农架)林区|(?<!峰峰|井陉)矿区|[乡城村集]镇|小镇|(?:中心|重点|建制|特色|示范|卫生|强)镇|[城下返回进归水原故老]乡|九州|神州|联盟|同盟)$|^(?:城区|山区|湖区|海区|河区|地区|街道|新区|高新区|开发区|经开区)$/;

/** Words that are in no name of a place; one of them shows that words were taken for a name. */
export const NO_NAME_WORDS =
  /[的等为在各我该把被按着是不这与及局厅委办院第批]|选拔|评选|关于|根据|推进|加快|建设|发展|工作|国家|农村|城乡|经济|社会|教育|产业|企业|记者|政府|创建|打造|做好|加强|深化|支持|促进|实施|开展|规范|提升|改革|服务|管理|治理|行动|规划|计划|方案|重点|年度|人民|贯彻|落实|美丽|智慧|数字/;

/** What stands before the place in a title: 关于加快推进石泉县…的意见. */
export const BEFORE_PLACE =
  /^(?:(?:19|20)\d{2}年度?|中共|中国共产党|关于|印发|转发|批转|公布|发布|下达|进一步|加快|推进|推动|促进|支持|加强|深化|做好|开展|全面|全力|深入|扎实|大力|切实|实施|落实|贯彻|调整|建立|完善|建设|制定|编制|报送|[《〈“"「『])+/;
