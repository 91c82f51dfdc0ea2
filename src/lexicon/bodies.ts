/** Labels of statements of responsibility, with the role that they give. */
export const ROLE_LABELS: readonly (readonly [string, 'lead' | 'responsible' | 'partner'])[] = [
  ['牵头责任单位', 'lead'],
  ['牵头单位', 'lead'],
  ['牵头部门', 'lead'],
  ['牵头处室', 'lead'],
  ['主责单位', 'lead'],
  ['主责部门', 'lead'],
  ['主办单位', 'lead'],
  ['主办部门', 'lead'],
  ['主要责任单位', 'lead'],
  ['第一责任单位', 'lead'],
  ['总牵头单位', 'lead'],
  ['牵头', 'lead'],
  ['责任(配合)单位', 'partner'],
  ['责任（配合）单位', 'partner'],
  ['配合单位', 'partner'],
  ['配合部门', 'partner'],
  ['协办单位', 'partner'],
  ['协办部门', 'partner'],
  ['参与单位', 'partner'],
  ['参与部门', 'partner'],
  ['参加单位', 'partner'],
  ['协同单位', 'partner'],
  ['协同配合单位', 'partner'],
  ['协助单位', 'partner'],
  ['协作单位', 'partner'],
  ['成员单位', 'partner'],
  ['配合', 'partner'],
  ['责任单位', 'responsible'],
  ['责任部门', 'responsible'],
  ['责任科室', 'responsible'],
  ['责任处室', 'responsible'],
  ['落实单位', 'responsible'],
  ['实施单位', 'responsible'],
  ['督办单位', 'partner'],
  ['责任主体', 'responsible'],
  ['实施主体', 'responsible'],
  ['负责单位', 'responsible'],
];

/** What the name of a body of government, party or public service ends with. */
export const BODY_END =
  /(?:委|局|办|厅|部|院|署|司|处|科|室|股|政府|管委会|委员会|办事处|办公室|公司|集团|银行|支行|分行|法院|检察院|大学|学院|学校|中学|小学|幼儿园|医院|中心|协会|商会|联合会|总社|联社|工会|妇联|残联|科协|侨联|文联|社科联|工商联|团[省市县区]委|贸促会|红十字会|海关|税务局|总局|分局|支队|大队|总队|街道|乡镇|镇|乡|园区|开发区|新区|高新区|部门|单位|机构|专班|领导小组|指挥部|人民团体|企业|电网|供电|编办|组|会|所|站|队|厂|港|区|县|市|州|旗|盟|省|村|社区|\))$/;

/** Endings that make a name an office that can be given work in running text: fewer than those of listed bodies. */
export const OFFICE_END =
  /(?:委|局|办|厅|部|署|政府|管委会|委员会|办公室|办事处|法院|检察院|教研室|督导室|督查室|部门|机构|领导小组|专班|指挥部|工作小组|协调小组|支队|大队|总队|队|中心|公司|集团|银行|分行|支行|分局|纪检监察组|督导组|海关|残联|妇联|团[省市县区]委|总工会|工会|科协|红十字会|贸促会|供销社|联席会议|站|县直各部门|党委|党工委|人民政府[(（][^()（）]*[)）])$/;
