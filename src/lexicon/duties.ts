/*
 * Words by which running text gives an office its work. What stands before them has the work, what stands behind them is
 * the work.
 */

const alternatives = (...lists: readonly string[]): string => lists.join('|').replace(/\s+/g, '|');

/** Who works with those before: 联合会, 联合执法 are words of their own. */
export const TOGETHER = '会同|联合(?!会|体|社|国|惩戒|执法|攻关)';
/** Who is asked: 商务局, 商会 are words of their own; behind an office 县财政局商县水务局. */
export const CONSULT = '商(?!务|信|业|会|贸|行|投|事|标|品|学|报)';
export const CONSULTS = `(?<=[局委部厅办团府])${CONSULT}`;

/** Words of office: whoever stands before them is told to do something, named or not. */
export const OFFICE_WORD = `(?:主要|具体|直接|统一|牵头|共同|分别|全面|统筹|总体)?负责(?!人(?![才口防居均类民工文机员])|同志|制(?![定订作])|任|的)|负(?:总|主要?|直接|全)责任?|牵头(?!单位|部门|领导|的)|承担(?!的|着|了)|统筹(?!规划与|协调与|兼顾)|归口(?:管理|负责)|抓总|牵总|主管(?!部门|单位|领导|副?[市县区镇局])|承办(?!单位)|会同|${CONSULTS}|组织实施|具体实施|抓好落实|各司其职|各负其责|履行(?!期|约|合同)|要(?!求|素|件|闻|点|害|么|是|领|约|塞)|应(?:当)?(?!急|用|对|届|邀|付|收|征)|须(?!知)|必须|不得|需(?!求|要求)`;

/** Adverbs and manners that open what an office does. */
const MANNERS = alternatives(
  '依法 依规 依据 依托 依职责 根据 按照 按 结合 围绕 针对 通过 采取 采用 利用 运用 定期 不定期 及时 积极 主动 切实 认真 进一步 全面 统一 具体 主要(?!领导|负责|目标|任务|指标) 分别 共同 联合 协同',
  '严格 严肃 依纪 逐步 适时 每年 每月 每季度 每半年 每学期 每周 每季 不断 持续 加快 大力 充分 广泛 深入 首先 同步 随时 立即 尽快 优先 重点 适当 科学 合理 精准 有序 稳步 扎实 着力 着重 牢固 坚决 从严 常态化 年内 年底前 进行',
);
/** Prepositions: the work stands behind what they govern. */
const PREPOSITIONS = alternatives('对 将 把 向 与 从 以 就 在 于 为 视');

/** What offices do, in plans of all sectors. */
const DEEDS = alternatives(
  '制定 制订 编制 修订 拟定 起草 研究 建立 健全 完善 组织 开展 实施 推进 推动 加强 强化 指导 监督 督促 督导 督查 审核 初审 复审 审批 审议 审查 审定 核定 核准 核实 核对 核查 复核 校准 列出 列明 携带 现场 逐户 逐项 逐一 入户 上门 备案 登记 认定 评定 评审 评估 评价 考核 考评 检查 抽查 巡查',
  '验收 发布 公布 通报 公示 公开 安排 拨付 下达 分解 落实 贯彻 执行 承办 协调 联系 衔接 对接 配合 协助 参与 参加 支持 予以 做好 抓好 搞好 管好 用好 提出 提供 出台 报送 上报 报告 汇总 收集 整理 分析 核算 测算',
  '管理 监管 监控 监测 预警 预报 预测 宣传 培训 培育 培养 引导 推广 普及 保障 确保 保证 筹措 筹集 争取 整合 统合 优化 设立 成立 组建 选派 选聘 聘请 聘用 招聘 受理 处理 处置 查处 打击 惩治 整治 治理 清理 取缔 关停',
  '维护 维持 疏导 疏通 救治 救援 救助 救护 抢险 抢修 抢通 修复 转移 安置 撤离 发放 储备 调配 调拨 调运 调度 供应 采购 划定 收购 收储 投入 增加 加大 扩大 提高 提升 降低 减少',
  '解决 化解 排查 排除 消除 防范 防控 防治 防止 杜绝 控制 限制 规范 约谈 问责 追究 奖励 表彰 激励 惩戒 签订 签署 委托 授权 指定 指派 派出 抽调 配备 配置 配齐 明确 确定 细化 梳理 建档 完成 启动 主持 召集',
  '纳入 列入 列支 给予 授予 减免 补助 补贴 发挥 畅通 搭建 打造 创建 创新 探索 示范 带动 促进 开发 开通 引进 引入 吸引 招引 扶持 帮扶 帮助 办理 办好 反馈 回应 答复 接受 征求 听取 召开 举办 承接 承诺 记录 录入 更新 采集 归集 共享 移交 送交 通知 告知 传达 检验 检测 鉴定 巡逻 值守 值班 保护 养护 管护 看护 照料 掌握 跟踪 盘活 压实 压减 拓宽 拓展 深化 把握 把好 树立 坚持 突出 注重 聚焦 提请 报请 邀请 发动 动员 号召 倡导 鼓励 严查 严控 严防 严打 责成 责令 下发 设置 划拨 划转 兑现 兑付 评选 遴选 推荐 选拔 选树 编印 编写 编报 填报 申报 上传 归档 存档 封存 销毁',
);

/** Words by which a named office is told to do something without a word of office. */
export const DEED_WORD = `${MANNERS}|${DEEDS}|${PREPOSITIONS}`;

/** Who only helps: 配合做好, 协助, 参与, 按职责协同推进. */
export const HELP_WORD =
  /^(?:要|应|应当|须|需)?(?:按照?(?:各自)?(?:职责|职能|分工)(?:职责|分工|范围)*(?:内)?|积极|主动|密切|全力|做好|共同|予以|给予|指导[和、])*(?:配合|协助|参与|参加|协同|协办|组成$|支持(?=$|配合))/;

/** What was done, what is reported and what is cited gives nobody work. */
export const NO_DUTY =
  /^(?:未经|如需|不含|除)|[\u4e00-\u9fff]{2}了(?!解)|已(?!知)|[立成办展到入加施取动改署](?:了)|曾|以来|高度重视$|被评|获评|荣获|获得|(?:建设|改造|扩建|提升|新建)(?:项目|工程)$|关于(?:印发|转发|批转|公布|下达|进一步|加强|开展|做好|加快)[^,]*(?:通知|意见|方案|决定|规划)|(?:同意|批准|审核|审定|备案)(?:通过)?后$|作出(?:的)?(?:重要|重大)?(?:决策|部署|指示)|如下$|见附件|谁[^、,]{1,6}谁|第一责任人|一把手|[任为](?:副?组长|组员|召集人|总指挥|副?主任(?!科)|副?会长|副?指挥长)/;

/** Those of whom everything is asked, and those that are no office. */
export const EVERYBODY =
  /^(?:各级(?!人民政府|政府)|各地|各有关|各相关|有关|相关|其他|全体|广大|我们|本|该|其|学校|教师|家长|学生|企业|个人|责任单位|牵头单位|配合单位|成员单位|群众|党员|干部|校长|副?校级|聘请|鼓励|形成|引导|支持|坚持|实行|大家|社会)/;
