/** Why a platform could not be queried, in the order of how far the attempt got. */
export const connectorProblems = [
  "unreachable",
  "not_this_platform",
  "unauthorized",
  "missing_scope",
  "throttled",
  "broken_answer",
  "unavailable",
] as const;

export type ConnectorProblem = (typeof connectorProblems)[number];

/** Notes for the owner about a connection that works. */
export const checkNotes = [
  "scopes_too_wide",
  "no_read_only_key",
  "last_60_days_only",
  "personal_data_withheld",
  "no_orders_yet",
] as const;

export type CheckNote = (typeof checkNotes)[number];

/** An explanation of a problem: what happened, why, and what to do. */
interface Explained {
  what: string;
  why: string;
  fix: string;
}

interface Said<Words> {
  en: Words;
  zh: Words;
}

/** What an operator reads when the platform could not be queried. */
export const problemWords = {
  unreachable: {
    en: {
      what: "The shop could not be reached.",
      why: "Nothing answers at its address, or Meetbot may not call it.",
      fix: "Open the address in a browser. If it opens there, compare it letter by letter; a shop inside your own network has to stand in MEETBOT_OUTBOUND_ALLOW.",
    },
    zh: {
      what: "无法连接到店铺。",
      why: "该地址没有响应，或者 Meetbot 不允许访问它。",
      fix: "请在浏览器中打开该地址。如果能打开，请逐字核对所填地址；店铺在内网时，需要把它加入 MEETBOT_OUTBOUND_ALLOW。",
    },
  },
  not_this_platform: {
    en: {
      what: "The address answers, but not as this platform does.",
      why: "It is the address of a web page, of another system, or lacks a part.",
      fix: "Give the address of the shop itself, as the platform's own settings show it.",
    },
    zh: {
      what: "该地址有响应，但不是这个平台的接口。",
      why: "填写的可能是普通网页或其他系统的地址，也可能地址不完整。",
      fix: "请填写平台后台显示的店铺地址。",
    },
  },
  unauthorized: {
    en: {
      what: "The shop refuses the key.",
      why: "It was mistyped, has expired or was withdrawn.",
      fix: "Make a new key in the platform's settings and put it in place of the old one.",
    },
    zh: {
      what: "店铺拒绝了密钥。",
      why: "密钥填写有误、已过期或已被撤销。",
      fix: "请在平台后台新建一个密钥，替换旧密钥。",
    },
  },
  missing_scope: {
    en: {
      what: "The key may not read what is asked.",
      why: "It lacks a permission to read orders or customers.",
      fix: "Allow the key to read orders and customers, and nothing else, then check again.",
    },
    zh: {
      what: "密钥权限不足。",
      why: "它没有读取订单或顾客的权限。",
      fix: "请为该密钥开通订单和顾客的只读权限（不必开通其他权限），然后重新检查。",
    },
  },
  throttled: {
    en: {
      what: "The shop answers no more queries for now.",
      why: "The platform's limit of queries is used up, by Meetbot or by other apps with the same key.",
      fix: "Nothing, if it passes. If it stays, give Meetbot a key of its own, or look which app asks so much.",
    },
    zh: {
      what: "店铺暂时不再接受查询。",
      why: "平台的调用额度已用完，可能是 Meetbot，也可能是使用同一密钥的其他应用。",
      fix: "通常会自行恢复。若持续出现，请为 Meetbot 单独创建密钥，或查看哪个应用调用过多。",
    },
  },
  broken_answer: {
    en: {
      what: "The shop's answer cannot be read.",
      why: "A page of HTML came in place of data, or data of another form than the platform's.",
      fix: "Look whether a maintenance page, a firewall or a plugin stands in between, or the platform was upgraded; then check again.",
    },
    zh: {
      what: "无法读取店铺返回的内容。",
      why: "返回的是网页而不是数据，或者数据格式与平台不符。",
      fix: "请确认中间没有维护页面、防火墙或插件拦截，平台是否刚升级过，然后重新检查。",
    },
  },
  unavailable: {
    en: {
      what: "The shop reports a fault of its own, or does not answer in time.",
      why: "The platform is down, restarts or is overloaded.",
      fix: "Look at the platform's status. Queries begin again by themselves as soon as it answers.",
    },
    zh: {
      what: "店铺自身出错，或未能及时响应。",
      why: "平台故障、正在重启或负载过高。",
      fix: "请查看平台的运行状态。恢复后查询会自动继续。",
    },
  },
} satisfies Readonly<Record<ConnectorProblem, Said<Explained>>>;

/** What an owner reads about a connection that works. */
export const noteWords = {
  scopes_too_wide: {
    en: "The key may do more than read. Make one that can read orders and customers only: anyone who gets hold of this one can change your shop.",
    zh: "该密钥的权限不止于读取。请换用只能读取订单和顾客的密钥：一旦泄露，别人就能改动你的店铺。",
  },
  no_read_only_key: {
    en: "The platform has no key that only reads: anyone who gets hold of this one can change your shop. Make it for Meetbot alone, and revoke it when you no longer need it.",
    zh: "该平台没有只读密钥：密钥一旦泄露，别人就能改动你的店铺。请专门为 Meetbot 新建一把，不再使用时及时撤销。",
  },
  last_60_days_only: {
    en: "The platform shows orders of the last 60 days only. Ask it for the permission to read all orders if customers ask for older ones.",
    zh: "平台只开放最近 60 天的订单。如果顾客会查询更早的订单，请向平台申请读取全部订单的权限。",
  },
  personal_data_withheld: {
    en: "The platform withholds emails and addresses, so that orders are found by their number only. Ask it for access to protected customer data.",
    zh: "平台不提供邮箱和地址，因此只能按订单号查询。请向平台申请访问受保护的顾客数据。",
  },
  no_orders_yet: {
    en: "The shop has no order yet: place one for a trial, then run all rules.",
    zh: "店铺还没有订单：请先下一张测试订单，再运行全部规则。",
  },
} satisfies Readonly<Record<CheckNote, Said<string>>>;
