import type { RuleIdOf, RuleWords } from "../../ids/rule-ids.ts";

export const robustness: Readonly<Record<RuleIdOf<"robustness">, RuleWords>> = {
  "robustness.both-keys": {
    title: "拒绝同时用两个键提问的查询",
    why: "回答其中任何一个，都是在猜问的是谁的订单。",
    fix: "params 的两个键都存在时返回 400（值为 null 或空的不算）。",
  },
  "robustness.no-key": {
    title: "拒绝没有指明要查什么的查询",
    why: "没有条件的查询会找出所有人的订单。",
    fix: "params 的两个键都没有时返回 400。",
  },
  "robustness.empty-key": {
    title: "把值为 null 或空的键当作不存在",
    why: "协议允许这两种省略方式。",
    fix: '数键之前，先把 null 和 "" 当作不存在。',
  },
  "robustness.unknown-filter": {
    title: "拒绝不认识的 filter",
    why: "以后的版本可能有更多 filter；返回别的订单就是错误的回答。",
    fix: "只认 open、unpaid 和 past，其他一律返回 400。",
  },
  "robustness.page-bounds": {
    title: "拒绝第 0 页和 limit 11",
    why: "第 0 页会变成负的偏移量，数据库会出错。",
    fix: "page 小于 1 或 limit 不在 1 到 10 之间时返回 400。",
  },
  "robustness.wrong-query-status": {
    title: "签名正确但违反协议的查询得到 400",
    why: "单独的状态码能区分错误的查询与没有这个订单。",
    fix: "返回 400，并说明哪里不对。",
  },
  "robustness.unknown-method": {
    title: "拒绝不认识的 method",
    why: "更新的 Meetbot 可能会问更多；出错会算作 webhook 的故障。",
    fix: '以 HTTP 200 返回 {"success": false, "error": {"code": 20002, "message": "unknown method"}}。',
  },
  "robustness.unknown-category": {
    title: "拒绝不认识的 category",
    why: "更新的 Meetbot 可能不只问 ecommerce。",
    fix: '以 HTTP 200 返回 {"success": false, "error": {"code": 20001, "message": "unknown category"}}。',
  },
  "robustness.unknown-fields": {
    title: "忽略不认识的字段",
    why: "以后的版本会增加字段；过于严格的读取会全部拒绝。",
    fix: "让 JSON 读取忽略不认识的内容。",
  },
  "robustness.long-number": {
    title: "能处理 20 位的单号",
    why: "快递公司有这样的号码。当作数字会丢失位数，或让数据库出错。",
    fix: "把号码当作字符串，在文本列里查找。",
  },
  "robustness.unusual-text": {
    title: "能处理表情符号、从右到左的文字和中文",
    why: "顾客什么都会写，而有些数据库遇到四字节的 UTF-8 就出错。",
    fix: "全程使用 UTF-8（MySQL 用 utf8mb4），并回答没有找到。",
  },
  "robustness.quotes": {
    title: "能处理引号、反斜杠和注释符号",
    why: "一个引号就能让查询出错，说明可以注入 SQL。",
    fix: "使用带占位符的预处理语句；绝不把值拼进 SQL。",
  },
  "robustness.broken-json": {
    title: "拒绝签名正确但不是查询的正文",
    why: "它必须能与商店自身的故障区分开。",
    fix: "正文不是 JSON 或不符合协议第 2 节的格式时返回 400。",
  },
  "robustness.body-limit": {
    title: "拒绝超过 64 KiB 的正文",
    why: "一个查询不到 1 KiB：更大的只是想让 webhook 忙个不停。",
    fix: "超过 64 KiB 就返回 413，不要等正文读完。",
  },
  "robustness.huge-body": {
    title: "经得起 1 MiB 的正文",
    why: "一个很大的请求不能让顾客得不到回答。",
    fix: "在 Web 服务器或框架里限制正文大小；返回 413。",
  },
  "robustness.get": {
    title: "对 GET 返回 405",
    why: "查询是 POST。爬虫和预取才发 GET。",
    fix: "POST 以外的方法一律返回 405。",
  },
  "robustness.still-answers": {
    title: "经过这一切之后仍然回答",
    why: "让 webhook 长期受损的，会伤到每一位顾客。",
    fix: "查看 webhook 自己的日志里最后发生了什么；在每个请求里捕获错误。",
  },
  "robustness.replay-later": {
    title: "测试结束时仍拒绝重放最初的请求",
    why: "几秒之后或几次请求之后就遗忘，截获的查询在五分钟内又能通过。",
    fix: "把每对 webhook-id 和 webhook-timestamp 记住 600 秒，不论期间来了多少请求。",
  },
};
