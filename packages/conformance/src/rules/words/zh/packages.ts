import type { RuleIdOf, RuleWords } from "../../ids/rule-ids.ts";

export const packages: Readonly<Record<RuleIdOf<"packages">, RuleWords>> = {
  "packages.readable": {
    title: "回答 `packages` 时必需字段齐全、类型正确",
    why: "缺一个必需字段，整个回答就不可用，顾客会听到商店没有回应。",
    fix: "修正所指出的位置。协议第 6 节列出全部字段，第 9 节说明各种值的写法。",
  },
  "packages.by-order": {
    title: "只返回所问订单的包裹",
    why: "别人的包裹会透露陌生人住在哪里、买了什么。",
    fix: '给出 params.order_number 时，查找该订单的包裹，并在每个包裹里写上这个 order_number。还没有包裹的订单返回 {"success": true, "object": "packages", "has_next_page": false, "packages": []}：11001 的意思是没有这个订单。',
  },
  "packages.by-number": {
    title: "能按包裹号找到包裹，而且只找到它",
    why: "发货通知里写的就是这个号码。",
    fix: "给出 params.package_number 时，返回该号码的包裹。",
  },
  "packages.by-tracking-number": {
    title: "能按快递单号找到包裹",
    why: "顾客输入的是快递单上的号码；Meetbot 会把它作为 package_number 来问。",
    fix: "把 params.package_number 同时与自己的包裹号和快递公司的单号比较。",
  },
  "packages.unknown-number": {
    title: "查询不存在号码的包裹时返回 11001",
    why: "顾客会知道没有这个包裹，并再核对一次号码。",
    fix: '以 HTTP 200 返回 {"success": false, "error": {"code": 11001, "message": "Order not found"}}：不要空列表（空列表表示订单还没有包裹），不要 404。',
  },
  "packages.number-spelling": {
    title: "包裹号大小写不同或前后有空格时也能找到",
    why: "顾客随手输入或粘贴号码。",
    fix: "去掉号码首尾空格，不分大小写比较。",
  },
  "packages.number-exact": {
    title: "包裹号的一部分或通配符什么也找不到",
    why: "号码的一部分很容易猜到；完整的号码才能证明什么。",
    fix: "用 = 比较完整号码：不用 LIKE，不按开头匹配，不做搜索。",
  },
  "packages.tracking-exact": {
    title: "用快递单号的一部分查不到任何包裹",
    why: "快递单号的末几位写在每个包裹上，很容易试出来。",
    fix: "用 = 比较完整的快递单号，绝不按内部 id 查询。",
  },
  "packages.limit": {
    title: "返回的包裹不多于 pagination.limit，并如实说明是否还有",
    why: "多出的会被 Meetbot 丢弃，而“更多”只看 has_next_page。",
    fix: "把 pagination.limit 用作查询的 LIMIT，并多取一行来填 has_next_page。",
  },
  "packages.pages": {
    title: "第 2 页的包裹与第 1 页不同，合起来就是全部",
    why: "哪一页都不显示的包裹，顾客永远看不到。",
    fix: "跳过 (page - 1) × limit 个包裹，排序的最后一项要唯一，例如包裹号。",
  },
  "packages.beyond-last-page": {
    title: "包裹超出最后一页时返回空列表",
    why: "顾客点“更多”的时候，包裹可能已经没有了。",
    fix: "返回空列表，has_next_page 为 false；这不是错误。",
  },
  "packages.number-as-string": {
    title: "包裹的各种号码写成字符串",
    why: "快递单号常有 20 位以上，JSON 数字超过 15 位会丢失精度。",
    fix: "order_number、package_number 和 tracking_number 都带引号。",
  },
  "packages.dates": {
    title: "exp_delivery 写成 YYYY-MM-DD",
    why: "它是日历上的一天。时间和时区会让它移动，不是日期的会被去掉。",
    fix: '只写日期，例如 "2017-12-12"。',
  },
  "packages.links": {
    title: "物流和图片链接是完整的 https 地址",
    why: "其他链接会被去掉，或被浏览器警告。主机名前带有用户名的链接（https://name@shop.example）也会被去掉，因为它看起来像是指向另一个网站。",
    fix: "写出 https:// 和完整地址，并填好快递单号。",
  },
  "packages.plain-texts": {
    title: "包裹的文字是纯文本，没有标记",
    why: "标记会原样显示给顾客。",
    fix: "去掉快递公司和自己页面文字里的标签，解码 &amp; 之类的实体，写成一行。",
  },
  "packages.legible-texts": {
    title: "包裹的文字没有乱码",
    why: "“é”成了“Ã©”，或者字的位置上是 �，顾客看到的就是这样。",
    fix: "以 UTF-8 读取数据库和快递公司的回答，只编码一次；已经存坏的数据请修复。",
  },
};
