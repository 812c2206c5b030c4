import type { RuleIdOf, RuleWords } from "../../ids/rule-ids.ts";

export const test: Readonly<Record<RuleIdOf<"test">, RuleWords>> = {
  "test.status": {
    title: "以 HTTP 200 回答 `test`",
    why: "Meetbot 只读取 2xx 的正文；接入 webhook 时会先问 `test`。",
    fix: "确认 URL 指向 webhook 的代码，并对签名正确的 POST 返回状态码 200。",
  },
  "test.answer": {
    title: "以 JSON 对象回答 `test`，带 success 和 object",
    why: "没有这两个字段，Meetbot 无法区分回答与服务器发来的其他内容。",
    fix: '返回 {"success": true, "object": "test", "test_token": "…"}，前后不要有任何内容：没有 HTML，没有语言自身的警告。',
  },
  "test.token": {
    title: "原样返回测试令牌",
    why: "令牌是随机的：只有真正读过查询的 webhook 才知道它。",
    fix: "把查询里的 params.test_token 作为 test_token 返回。",
  },
  "test.token-verbatim": {
    title: "逐字返回令牌：表情符号、从右到左的文字、20 位数字",
    why: "令牌里会丢的东西，在姓名、账号和单号里同样会丢。",
    fix: "把令牌、账号和单号都当作字符串，以 UTF-8 读写，不要裁剪或转换。",
  },
  "test.content-type": {
    title: "声明 Content-Type: application/json",
    why: "代理和防火墙会改动它们以为是网页的内容。",
    fix: "每个回答都带上 Content-Type: application/json。",
  },
};
