import { LEVEL_WORDS } from '../../lexicon/bodies/areas.js';
import type { BodyLevel } from '../../lexicon/bodies/entry.js';
import { MANY, NO_STEM, VERB_HEAD } from '../../lexicon/bodies/shapes.js';

/** Many bodies under one word: 各有关部门, 县直各单位, 企业. */
export interface Many {
  readonly level: BodyLevel | null;
  readonly word: string | null;
}

const LONGEST = 40;
/** 该工作由县直机关, 哪个部门, 均包括各县: no name begins or goes on so. */
const ASIDE = /^(?:该|此|其(?![他它])|这|那|哪|何|某|谁|若|凡|不(?!动产)|也|均|如[需有果])|由|均包括|不含|是否|包括/;

/** 各, 有关, 县直: words that make a name that of many. */
const QUANTIFIER =
  /各|有关|相关|涉及|其他|其它|所有|全体|成员单位|牵头单位|责任单位|参与单位|配合单位|主管部门|主管单位|[省市县区州旗镇乡](?:直|属|级)(?:机关|部门|单位|企业|国有|国企|相关|有关|各)|(?:建设|施工|业主|用人|开发|设计|监理|运营|经营|管护|养护|实施|使用|产权|责任|帮扶|联系|承建|承办|主办|责任|参建|勘察|监管|督导|结对|驻村|派出|定点|项目|供水|供电|供气|被督导|被检查|试点)(?:建设)?单位/;

/** Nouns that are many without any word before them. */
const GENERIC =
  /^(?:全[省市县区]|[省市县区]域内|辖区内?|本地|当地|大型|中小|小微|规上|规模以上|重点|龙头|骨干|国有|民营|平台|外贸|农业|工业|建筑|生产|经营|科技|金融|房地产|开发|施工|供水|供电|供气|供热|电信|通信|基础电信|快递|物流|互联网|食品|药品|医药|制药|保险|证券|融资担保|行业|社会|市场|新型农业经营|新型经营|经营|市场经营|用人|科研|高等|中等|职业|公办|民办|公立|私立|义务教育|学前教育|特殊教育|基层医疗卫生|医疗卫生|医疗|养老|教育|培训|检测|认证|中介|服务|银行业|保险业|非银行业|投资|创投|托育|村级|基层|新闻|宣传|社区|试点|农村|城市|经办|主流|国有林场|农民|政府性|融资|再担保|、)*(?:企业|企事业单位|事业单位|学校|院校|高校|高等学校|中小学校?|初中|高中|小学|中学|初级中学|中心学校|幼儿园|医院|金融机构|银行机构|银行|保险机构|保险公司|医疗机构|卫生机构|担保机构|培训机构|科研机构|科研院所|研究机构|养老机构|托育机构|中介机构|行业协会|协会商会|社会组织|社会团体|人民团体|群团组织|群众组织|社会力量|社会各界|经营主体|市场主体|合作社|家庭农场|平台企业|新闻媒体|媒体|运营商|电信运营商|通信运营商|单位|公司|部门|机构|村(?:\(社区\))?|行政村|村居|社区|村组|国有林场|国企|央企|开发商|物业服务企业|物业公司|用人单位|业主单位|施工单位|建设单位|监理单位|社会资本|企业主体|责任主体|实施主体)$/;

/** By their work, with a noun of many: 教育督导机构, 医学设备管理部门. */
const BY_WORK = /^[\u4e00-\u9fff、()]{2,24}(?:部门|单位|机构)$/;
const ROLE_NOUN = /(?:牵头|责任|配合|参与|主管|成员|主办|协办|承办|督办)(?:单位|部门)/g;

const LEVEL_OF = /^(?:全|各|我|本)?([省市州县区旗镇乡])(?!场|民|政|容)/;

/** What a name of many bodies says; undefined where it names one, or none. */
export function manyOf(name: string): Many | undefined {
  if (name.length > LONGEST || ASIDE.test(name)) return undefined;
  const generic =
    GENERIC.test(name) ||
    /^各?试点(?:城市|地区|县|省|市|县市|单位)$|^(?:各|有关|相关)(?:地|地方|方面|级|方|地区|级各部门|行业)$/.test(name);
  if (!generic) {
    const many = QUANTIFIER.test(name) && MANY.test(name);
    if (!many && (!BY_WORK.test(name) || VERB_HEAD.test(name))) return undefined;
    const stem = name.replace(ROLE_NOUN, '').replace(/^.*?(?:各|有关|相关|涉及|其他|其它)/, '');
    if (NO_STEM.test(stem.replace(/组织(?=部|机构)/g, ''))) return undefined;
  }
  const word = LEVEL_OF.exec(name)?.[1] ?? null;
  return { word, level: word ? (LEVEL_WORDS[word] ?? null) : null };
}
