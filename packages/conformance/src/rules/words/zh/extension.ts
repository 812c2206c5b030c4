import type { RuleIdOf, RuleWords } from "../../ids/rule-ids.ts";

export const extension: Readonly<Record<RuleIdOf<"extension">, RuleWords>> = {
  "extension.capabilities": {
    title: "用协议里的词声明自己支持什么",
    why: "拼错的词会被忽略：声明的功能一直用不上，而且没有任何提示。",
    fix: "在 `test` 的回答里写 `capabilities`，包含 accounts、context、fields 和 pushes 四个数组。可用的词见协议的扩展 1。",
  },
  "extension.context": {
    title: "带不带 `context`，查到的内容都一样",
    why: "声明之后，每个查询都会带上 `context`。写德语的顾客和写英语的顾客应当看到同样的订单。",
    fix: "`context` 只用来决定文字的语言。没有该语言的文字时，照常回答即可。",
  },
  "extension.codes": {
    title: "状态代码都是协议里有的",
    why: "不认识的代码等于没写，顾客只能看到店铺语言的原文。",
    fix: "把系统里的状态对应到扩展 1 的代码；没有合适的就不写这个字段。",
  },
  "extension.fees": {
    title: "每项附加费用都有名称和金额，并已计入 total_cost",
    why: "顾客会把各项相加。只要有一项读不出来，所有附加费用都会被忽略，否则合计对不上。",
    fix: "每项写 name 和正数 amount，并计入 total_cost：subtotal + shipping_cost + 附加费用 + 税费 - adjustments。",
  },
  "extension.tax-included": {
    title: "如实说明价格是否含税",
    why: "否则顾客看到“已含税”，总价里税却是另加的，或者正好相反。",
    fix: "total_tax 已包含在价格和 total_cost 里时，tax_included 写 true；另加时写 false。它在 `summary` 里。",
  },
  "extension.refunds": {
    title: "退款时间不在将来，退款合计不超过订单总额",
    why: "等着退款的顾客要看的就是日期和金额。",
    fix: "`at` 用 Unix 秒，金额用主要货币单位（元，不是分），每笔退款只写一次。",
  },
  "extension.events": {
    title: "物流动态都有时间，从新到旧排列，没有将来的",
    why: "第一条会当作包裹的最新位置告诉顾客。列表太长时只读开头的部分。",
    fix: "`at` 用 Unix 秒（不要再加时区），按时间倒序，每条至少有 code、text 或 place 之一。",
  },
  "extension.window": {
    title: "预计送达的起止日期写成日期，先起后止",
    why: "“12 月 3 日到 1 日送达”谁也看不懂；不是日期的会被去掉。",
    fix: "exp_delivery_from 和 exp_delivery_to 写成 YYYY-MM-DD；两个写同一天也可以。",
  },
  "extension.pickup": {
    title: "写明包裹在哪里取",
    why: "只有营业时间，顾客不知道该去哪里。",
    fix: "`pickup` 至少写 name 或 address，`until` 写成 YYYY-MM-DD。",
  },
  "extension.elements": {
    title: "各包裹里的商品数量不超过订购数量",
    why: "分几个包裹寄出时，顾客要靠它知道还有什么没到。",
    fix: "每个包裹只写这个包裹里的商品和数量，不要把整个订单的商品都写进去。",
  },
};
