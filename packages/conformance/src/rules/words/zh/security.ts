import type { RuleIdOf, RuleWords } from "../../ids/rule-ids.ts";

export const security: Readonly<Record<RuleIdOf<"security">, RuleWords>> = {
  "security.valid-signature": {
    title: "接受签名正确的查询",
    why: "拒绝 Meetbot 自己的签名，就回答不了任何顾客。",
    fix: "核对两边的签名密钥。如果使用了 SDK 的 url 选项（MEETBOT_WEBHOOK_URL），它的主机必须与这里请求的主机一致，发往其他主机的请求会被拒绝。签名内容是 <webhook-id>.<webhook-timestamp>.<原始正文>；密钥是 whsec_ 之后的 base64 解码所得的字节。在解析之前验证收到的原始字节，webhook 前面不要有登录。",
  },
  "security.unsigned": {
    title: "拒绝没有任何签名的查询",
    why: "否则知道 URL 的人就能读到任何顾客的订单。",
    fix: "缺少 webhook-id、webhook-timestamp 或 webhook-signature 时返回 401。",
  },
  "security.unsigned-data": {
    title: "同样拒绝未签名的订单和包裹查询",
    why: "只在 `test` 前面检查，什么也保护不了。",
    fix: "先在同一个地方验证签名，然后再看 method。",
  },
  "security.missing-id": {
    title: "拒绝缺少 webhook-id 的查询",
    why: "id 在签名范围之内：可以缺少它，说明验证的是别的东西。",
    fix: "三个 webhook- 头缺一个就返回 401；X-Hub-Signature 不能代替它们。",
  },
  "security.missing-timestamp": {
    title: "拒绝缺少 webhook-timestamp 的查询",
    why: "没有时间，被截获的查询可以永远重复发送。",
    fix: "三个 webhook- 头缺一个就返回 401；X-Hub-Signature 不能代替它们。",
  },
  "security.missing-signature": {
    title: "拒绝缺少 webhook-signature 的查询",
    why: "否则去掉一个头就绕过了检查。",
    fix: "三个 webhook- 头缺一个就返回 401；X-Hub-Signature 不能代替它们。",
  },
  "security.wrong-secret": {
    title: "拒绝用别的密钥做的签名",
    why: "任何人都能用自己的密钥签名。",
    fix: "用自己的密钥算出签名，以恒定时间与收到的比较。有签名并不证明什么。",
  },
  "security.altered-body": {
    title: "拒绝签名之后被改动的正文",
    why: "否则中间人可以改问别的顾客的订单。",
    fix: "对这次请求收到的原始正文字节计算签名。",
  },
  "security.altered-id": {
    title: "拒绝签名之后被改动的 webhook-id",
    why: "换一个 id，就会让截获的查询看起来是新的。",
    fix: "签名内容是 <webhook-id>.<webhook-timestamp>.<原始正文>，id 取自请求头。",
  },
  "security.stale": {
    title: "拒绝 300 秒以前签名的查询",
    why: "截获的查询必须很快失效：它的回答是顾客的订单。",
    fix: "webhook-timestamp 比本机时钟早 300 秒以上就拒绝，并用 NTP 校准时钟。",
  },
  "security.future": {
    title: "拒绝时间戳超前 300 秒以上的查询",
    why: "很远的将来时间，发送者想让它有效多久就有多久。",
    fix: "webhook-timestamp 比本机时钟晚 300 秒以上就拒绝：比较差的绝对值。",
  },
  "security.tolerance": {
    title: "接受 290 秒前签名的查询",
    why: "时钟会有偏差，请求会排队：协议为两者留出 300 秒。",
    fix: "只有 webhook-timestamp 与本机时钟相差超过 300 秒才拒绝；两边都以秒计算。",
  },
  "security.replay": {
    title: "拒绝第二次收到的同一个请求",
    why: "截获查询的人可以在五分钟内再次读取回答。",
    fix: "把 webhook-id 和 webhook-timestamp 成对记住 600 秒，放在所有进程都能看到的地方；同一对再来就返回 401。查和写要在一步里完成（SET NX、带唯一键的 INSERT），否则同时到达的两个都会查不到。",
  },
  "security.second-attempt": {
    title: "回答第二次尝试：id 相同，时间更晚",
    why: "第一次尝试在路上丢失时，Meetbot 会再问一次；顾客正等着。",
    fix: "记住 webhook-id 与 webhook-timestamp 这一对，而不是只记 id。",
  },
  "security.rotation": {
    title: "接受第二个签名才正确的签名列表",
    why: "轮换密钥期间，webhook-signature 里每个密钥各有一个签名。",
    fix: "按空格拆开 webhook-signature，与每个以 v1, 开头的条目比较。",
  },
  "security.raw-bytes": {
    title: "验证收到的原始字节，不论 JSON 怎样排版",
    why: "解析后再写出的 JSON 是另一段文本：多一个空格、一个转义，或把 1 写成 1.0，所有查询就都会被拒绝。",
    fix: "在任何解析之前，用原始正文验证签名。Express：把 webhook 放在 express.json() 之前，或用它的 verify 选项保留字节。其他框架请取原始正文。",
  },
  "security.split-body": {
    title: "读得全分两段到达的正文",
    why: "网络和代理会随意切分请求：把第一段当作全部，或把每一段单独转成文字，顾客的查询就会时不时被拒绝。",
    fix: "先收齐正文的全部字节，再校验和解码：在 Node 里用 Buffer.concat，不要用 `body += chunk`。",
  },
  "security.hub-only": {
    title: "拒绝只有 X-Hub-Signature 的查询",
    why: "它只覆盖正文，不含时间：截获查询的人可以永远重复询问。只凭它判断时，凡与时间有关的都无法拒绝。",
    fix: "验证 webhook-signature，拒绝只带另一个签名的请求。如果您的服务器做不到，请不要用明文 http 传输查询，也不要把查询写进日志。",
  },
  "security.hub-rescue": {
    title: "webhook-signature 错误时拒绝，即使 X-Hub-Signature 正确",
    why: "否则给截获的查询换上新时间就能通过。",
    fix: "只由三个 webhook- 头决定；之后绝不再试 X-Hub-Signature。",
  },
  "security.malformed": {
    title: "拒绝格式错误的签名，自身不出错",
    why: "陌生人若能用一个请求头让 webhook 出错，就能让顾客得不到回答。",
    fix: "先检查格式（v1, 加 44 个 base64 字符），比较字节之前先比较长度：有些比较函数在长度不同时会抛出异常。",
  },
  "security.long-list": {
    title: "拒绝一百个错误签名的列表",
    why: "很长的列表既不能让 webhook 出错，也不能混过去。",
    fix: "webhook-signature 最多只看 8 个条目。",
  },
  "security.plain-hash": {
    title: "拒绝没有用密钥的 SHA-256",
    why: "普通的哈希值任何人都能算。",
    fix: "使用以签名密钥为键的 HMAC-SHA256。",
  },
  "security.weak-key": {
    title: "拒绝用空密钥或容易猜到的密钥做的签名",
    why: "没有设置的变量会变成空密钥、全零或 undefined 这样的词，任何人都能用它们签名。",
    fix: "没有密钥就拒绝启动；轮换用的第二个密钥为空时不要拿它验证。",
  },
  "security.whole-signature": {
    title: "逐字比较完整的签名",
    why: "只比较一部分，签名就能被试出来。",
    fix: "用专门比较密文的函数比较全部内容：hmac.compare_digest、hash_equals、timingSafeEqual。不要用 startsWith、子串或不分大小写的比较。",
  },
  "security.refusal-status": {
    title: "以状态码 401 拒绝",
    why: "Meetbot 把 401 和 403 读作“两边密钥不同”并这样告知；其他状态会被当作商店不可用。",
    fix: "凡是签名不正确的请求，一律返回 401。",
  },
  "security.same-refusal": {
    title: "无论哪里不对，拒绝的内容都相同",
    why: "不同的说法会告诉陌生人他走到了哪一步。",
    fix: '所有原因返回同样的内容：{"success": false, "error": {"code": 401, "message": "invalid signature"}}。具体原因写进自己的日志。',
  },
  "security.quiet-refusal": {
    title: "不泄露密钥，也不泄露它期望的签名",
    why: "被告知期望签名的人，下一个请求就会带上它。",
    fix: "从回答里去掉期望值和密钥，并关闭框架的调试页面。",
  },
};
