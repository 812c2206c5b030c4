import type { RuleIdOf, RuleWords } from "../../ids/rule-ids.ts";

export const orders: Readonly<Record<RuleIdOf<"orders">, RuleWords>> = {
  "orders.readable": {
    title: "回答 `orders` 时必需字段齐全、类型正确",
    why: "缺一个必需字段，整个回答就不可用，顾客会听到商店没有回应。",
    fix: "修正所指出的位置。协议第 5 节列出全部字段，第 9 节说明各种值的写法。",
  },
  "orders.account-found": {
    title: "能找到所给账号的订单",
    why: "三个列表都是空的，看上去就像页码从 0 数起、filter 从不匹配，或账号写法不同：没有数据就无从测试，顾客也会听到自己没有订单。",
    fix: "请给出一个有订单的账号。如果它确实有订单，请检查偏移量是不是 (page - 1) × limit，以及每个 filter 选出了什么。",
  },
  "orders.by-number": {
    title: "列表中的每个订单都能按单号找到，而且只找到它",
    why: "顾客在列表里看到单号，然后用它来问。",
    fix: "给出 params.order_number 时，返回该单号的那一个订单，单号与列表中一致。",
  },
  "orders.same-order": {
    title: "按单号查到的与列表里的是同一个订单",
    why: "同一单号下金额或收件人不同，就是另一个订单，也许是别的顾客的。",
    fix: "两种查询用同一段代码读取订单；地址和商品行按订单自己的主键关联。",
  },
  "orders.unknown-account": {
    title: "对不存在的账号没有任何数据",
    why: "“没有这个账号”是一个回答；出错则会被当作商店不可用。",
    fix: '以 HTTP 200 返回 {"success": false, "error": {"code": 10001, "message": "User not found"}}。',
  },
  "orders.unknown-account-code": {
    title: "账号不存在时返回 10001",
    why: "空列表会让顾客以为邮箱没错、订单都已完成。",
    fix: "以代码 10001 拒绝；空列表只用于存在的账号。",
  },
  "orders.unknown-number": {
    title: "单号不存在时明确回答没有",
    why: "顾客会知道没有这个订单，并再核对一次单号。",
    fix: '以 HTTP 200 返回 {"success": false, "error": {"code": 11001, "message": "Order not found"}}：不要空列表，不要 404。',
  },
  "orders.discreet-refusals": {
    title: "拒绝时不重复所查的账号或单号",
    why: "message 会留在投递日志里，也常常留在你自己的日志里：那里不该有个人信息。",
    fix: "不论查的是什么都写同一句话，例如“User not found”。",
  },
  "orders.account-spelling": {
    title: "账号大写或前后有空格时也能找到",
    why: "顾客怎么输入邮箱，全看键盘。",
    fix: "比较之前去掉首尾空格并把 ASCII 字母转为小写；数据库里也这样保存。",
  },
  "orders.account-exact": {
    title: "通配符、账号的一部分或包含该账号的文字都查不到订单",
    why: "如果 % 和 _ 代表任意字符，或只比较开头，拥有这种邮箱的人就能读到别人的订单。",
    fix: "用 = 比较完整的账号：不用 LIKE，不做搜索。",
  },
  "orders.account-mailbox": {
    title: "点、+ 标签、连字符或主机不同就是不同的账号",
    why: "在多数邮箱服务商那里，s.mith@ 与 smith@，或另一个主机上的同名地址，是两个邮箱：一个主人会读到另一个人的订单。",
    fix: "不要删改地址里的任何字符：只有首尾空格和 ASCII 字母的大小写可以忽略。",
  },
  "orders.account-accents": {
    title: "区分只差一个重音符号或一个形似字母的账号",
    why: "jose@ 和 josé@ 是两个邮箱：一个主人会读到另一个人的订单。字母与它的全角形式、k 与开尔文符号、i 与土耳其语的 ı 也一样。",
    fix: "只把 ASCII 字母转为小写，不做规范化（NFKC）；使用区分重音的排序规则，或按字节比较（MySQL 用 utf8mb4_bin，值统一小写）。",
  },
  "orders.account-itself": {
    title: "只按账号查订单，账号处填姓名或单号都查不到",
    why: "姓名不是秘密；知道一个单号，也不应看到该账号的全部订单。",
    fix: "params.user_account 只与订单的账号（邮箱或手机号）比较，不与其他列比较。",
  },
  "orders.other-account": {
    title: "同一个订单不会出现在两个账号的列表里",
    why: "否则证明了一个账号的人能读到另一个账号的订单。",
    fix: "检查列表的 WHERE：不论 filter 是什么都要限定账号，每个 OR 都要加括号；缓存的键要包含账号、filter 和页码；不要把查询内容存进共享变量。",
  },
  "orders.number-spelling": {
    title: "单号大小写不同或前后有空格时也能找到",
    why: "顾客随手输入或粘贴单号。",
    fix: "去掉单号首尾空格，不分大小写比较。",
  },
  "orders.number-exact": {
    title: "不能用部分单号、通配符、多出字符的单号或内部 id 查到订单",
    why: "单号的一部分很容易猜到，1、2、3 更是首先会被试的；完整的单号才能证明什么。",
    fix: "把单号当作文本，用 = 比较完整单号：不用 LIKE，不按开头匹配，不做搜索，不转成整数（MySQL 会把“123abc”读成 123），绝不按内部 id 查询。",
  },
  "orders.limit": {
    title: "返回的订单不多于 pagination.limit",
    why: "多出的会被 Meetbot 丢弃，而下一页从它们之后开始：顾客永远看不到。",
    fix: "把 pagination.limit 用作查询的 LIMIT。",
  },
  "orders.pages": {
    title: "不论 limit 是多少，逐页翻下去每个订单都恰好出现一次",
    why: "重复上一页看起来像故障；哪一页都没有的订单，顾客永远看不到。",
    fix: "跳过 (page - 1) × limit 个订单，排序的最后一项要唯一，例如单号。",
  },
  "orders.has-next-page": {
    title: "如实说明是否有下一页",
    why: "Meetbot 只根据 has_next_page 提供“更多”。",
    fix: "向数据库多取一行（limit + 1）：最后一行是否存在就是 has_next_page。",
  },
  "orders.beyond-last-page": {
    title: "超出最后一页时返回空列表",
    why: "顾客点“更多”的时候，订单可能已经没有了。",
    fix: "返回空列表，has_next_page 为 false；这不是错误。",
  },
  "orders.defaults": {
    title: "缺少 filter 时按 open，缺少 pagination 时按第 1 页",
    why: "协议允许两者都不出现。",
    fix: "缺少时使用 open、第 1 页、limit 10。",
  },
  "orders.filter": {
    title: "不同的 filter 返回不同的订单",
    why: "如果忽略 filter，顾客会在进行中的订单里看到已送达和未付款的订单。",
    fix: "读取 params.filter 并据此筛选：open、unpaid 或 past。",
  },
  "orders.newest-first": {
    title: "最新的订单排在最前",
    why: "顾客问的多半是最近买的东西。",
    fix: "按下单时间降序排列。",
  },
  "orders.filters-apart": {
    title: "每个订单只出现在一个 filter 之下",
    why: "同一个订单既进行中又已结束，会让找它的人困惑。",
    fix: "open：已付款、进行中。unpaid：等待付款。past：已送达、已取消或已退款。",
  },
  "orders.unpaid-apart": {
    title: "open 里没有写着未付款的订单",
    why: "未付款的订单有自己的 filter。",
    fix: "把等待付款的订单移出 open（货到付款属于 open）。",
  },
  "orders.finished-apart": {
    title: "open 和 unpaid 里没有写着已送达、已取消或已退款的订单",
    why: "顾客在 open 里找的是还没到的东西。",
    fix: "把已送达、已取消和已退款的订单归入 past；如果确实还在进行，请在 status 里写明还在等什么。",
  },
  "orders.number-as-string": {
    title: "订单号写成字符串",
    why: "在多数语言里，JSON 数字超过 15 位会丢失精度，也会丢掉开头的零。",
    fix: '写成 "order_number": "12345678902"，带引号。',
  },
  "orders.line-prices": {
    title: "各行价格之和等于小计",
    why: "`price` 是整行的价格：两件 25 的衬衫是 50。",
    fix: "price 填数量乘以单价（折扣之前），总和填入 summary.subtotal。",
  },
  "orders.totals": {
    title: "各项金额相加等于 total_cost",
    why: "顾客会自己加一遍，对不上就会来问。",
    fix: "subtotal + shipping_cost + total_tax - adjustments = total_cost；价格已含税的不加 total_tax。不知道的部分就不写。",
  },
  "orders.discounts": {
    title: "折扣写成正数",
    why: "adjustments 会被减去：负数看起来像加价。",
    fix: "金额不带负号。",
  },
  "orders.minor-units": {
    title: "金额以主单位书写",
    why: "把 76 元写成 7600，顾客看到的就是七千六百元。",
    fix: "数据库或支付平台以分计数的，除以 100 再写：76 或 76.00。",
  },
  "orders.whole-units": {
    title: "日元、韩元等没有小数的货币，金额写成整数",
    why: "日元没有小数：1980 被除以 100 就成了 19.80，顾客看到的只有价格的百分之一。",
    fix: "只有带小数的货币才除以 100（JPY、KRW、VND、CLP、XOF 等不除），税费取整。",
  },
  "orders.timestamps": {
    title: "下单时间是 Unix 秒，而且在过去",
    why: "顾客看到的是日期；毫秒、重复加时区和零都会显示错误的日期。",
    fix: '以字符串写 UTC 的 Unix 秒，例如 "1428444852"。',
  },
  "orders.currencies": {
    title: "货币代码符合 ISO 4217",
    why: "不认识的代码只能原样显示，没有货币符号。",
    fix: "使用三个字母的代码，例如 USD、EUR、CNY 或 JPY。",
  },
  "orders.links": {
    title: "链接是完整的 https 地址",
    why: "其他链接会被去掉，或被浏览器警告。主机名前带有用户名的链接（https://name@shop.example）也会被去掉，因为它看起来像是指向另一个网站。",
    fix: "写出 https:// 和完整地址，即从外部访问商店的地址。",
  },
  "orders.plain-texts": {
    title: "文字是纯文本，没有标记",
    why: "标记会原样显示给顾客。",
    fix: "去掉标签，解码 &amp; 之类的实体，写成一行。",
  },
  "orders.legible-texts": {
    title: "文字没有乱码",
    why: "“Müller”成了“MÃ¼ller”，或者字的位置上是 �，顾客看到的就是这样。",
    fix: "以 UTF-8 读取数据库（连接的字符集也一样，MySQL 用 utf8mb4），只编码一次；已经存坏的数据请修复。",
  },
  "orders.forbidden-keys": {
    title: "没有名为 __proto__、constructor 或 prototype 的键",
    why: "它们会被忽略，在您自己的程序里还可能造成危害。",
    fix: "用协议里的字段组成回答，而不是复制对象。",
  },
};
