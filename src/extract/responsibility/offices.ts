import { OFFICE_END } from '../../lexicon/bodies/endings.js';
import { EVERYBODY } from '../../lexicon/duties.js';
import { listOf } from './names.js';

/** The bodies that a stretch of running text names, all of them offices. */
export interface Offices {
  readonly names: string[];
  readonly open: boolean;
  /** Whether each is an office by name, with its level or place: 县水务局, not 开发建设单位. */
  readonly named: boolean;
}

const MOST = 20;
const LONGEST = 32;
/** Words before a list that are no part of its first name. */
const BEFORE = /^(?:原则上|同时|并|其中|由|经|首先|下一步|今后|此外|另外)+/;
const BEHIND = /(?:也|都|均|还|则|再|又)+$/;
const NAMED =
  /^(?:国家|中央|全国|国务院|省|自治区|市|州|盟|县|区|旗|镇|乡|街道|团[省市县区州]|人民银行|[\u4e00-\u9fff]{2,7}(?:省|自治区|市|州|盟|县|区|旗|镇|乡)(?!域|级|内)|各[省市州县区旗盟乡镇街]|[\u4e00-\u9fff、]{2,12}(?:部|总局|总署)$)/;

/** The offices of a list; undefined where one of its names is none. */
export function officesOf(list: string): Offices | undefined {
  const { names, open } = listOf(list.replace(BEFORE, '').replace(BEHIND, ''));
  if (names.length === 0 || names.length > MOST || !names.every(isOffice)) return undefined;
  return { names, open, named: names.every((name) => NAMED.test(name)) };
}

function isOffice(name: string): boolean {
  return (
    name.length <= LONGEST && OFFICE_END.test(name) && !EVERYBODY.test(name) && !/[的了把将由]|[在对](?!外)/.test(name)
  );
}

/** Whether a stretch is the name of one office. */
export function isNamedOffice(text: string): boolean {
  return isOffice(text) && NAMED.test(text);
}
