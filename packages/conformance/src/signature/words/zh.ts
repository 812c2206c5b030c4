import type { MistakeId, MistakeWords } from "../ids/mistake-ids.ts";

const rewritten = "JSON 被解析后又重新写了一遍。数据没变，字节却变了，而签名针对的是字节。";
const useRawBody =
  "请在任何解析器之前，对收到的原始正文签名：Node 用 express.raw() 或 Request 的 text()，PHP 用 php://input，Flask 用 request.get_data()，Django 用 request.body，Spring 用 byte[]，Go 用 io.ReadAll。";

export const zh: Readonly<Record<MistakeId, MistakeWords>> = {
  current_secret: {
    what: "它用的是当前密钥。",
    why: "这个请求只用待启用的密钥签名，用来确认新密钥是否已经就位。",
    fix: "把待启用的密钥部署到位，或在轮换期间同时接受两个密钥。",
  },
  next_secret: {
    what: "它用的是待启用的密钥，该密钥还没有生效。",
    why: "待启用的密钥启用之前，X-Hub-Signature 仍用当前密钥签名。",
    fix: "轮换期间同时接受两个密钥，或者现在就启用新密钥。",
  },
  previous_secret: {
    what: "它用的是上一个密钥。",
    why: "密钥已经轮换，旧密钥即将失效。",
    fix: "把旧密钥换成当前密钥。",
  },
  identity_secret: {
    what: "它用的是身份密钥。",
    why: "每个机器人有三个密钥：身份密钥用来为已登录的顾客作证，请求则用签名密钥签名。",
    fix: "请改用签名密钥，也就是密钥页“签名”一栏中以 whsec_ 开头的那个。",
  },
  push_secret: {
    what: "它用的是推送密钥。",
    why: "每个机器人有三个密钥：推送密钥用于店铺发给 Meetbot 的内容，Meetbot 发出的请求则用签名密钥签名。",
    fix: "请改用签名密钥，也就是密钥页“签名”一栏中的那个。",
  },
  secret_without_prefix: {
    what: "它用的密钥少了 whsec_。",
    why: "X-Hub-Signature 的密钥是页面上显示的完整文本。",
    fix: "保留前面的 whsec_。",
  },
  secret_decoded: {
    what: "它用的是解码之后的密钥。",
    why: "只有 webhook-signature 使用 base64 解码得到的字节；X-Hub-Signature 使用密钥的文本。",
    fix: "把完整的密钥文本（包括 whsec_）作为密钥。",
  },
  secret_not_decoded: {
    what: "它直接用了密钥的文本。",
    why: "webhook-signature 的密钥是 whsec_ 之后的 base64 解码得到的 32 个字节。",
    fix: "去掉 whsec_，对剩下的部分做 base64 解码，用得到的字节作为密钥。",
  },
  secret_decoded_with_prefix: {
    what: "它把 whsec_ 也一起解码了。",
    why: "whsec_ 不是 base64，一起解码会得到别的字节。",
    fix: "先去掉 whsec_，再解码。",
  },
  secret_cut: {
    what: "它用的密钥缺了结尾。",
    why: "密钥以“=”结尾，双击选不中它，有些文件也会丢掉它。",
    fix: "重新复制完整的密钥，包括结尾的“=”。",
  },
  secret_with_line_break: {
    what: "它用的密钥末尾多了一个换行。",
    why: "换行来自文件，或 echo 之类的命令。",
    fix: "读取密钥时去掉首尾空白。",
  },
  secret_with_quotes: {
    what: "它用的密钥带着引号。",
    why: "并不是所有读取 .env 的程序都会去掉引号。",
    fix: "写密钥时不加引号，或者读取时去掉。",
  },
  secret_empty: {
    what: "它用的密钥是空的。",
    why: "代码运行的环境里没有设置存放密钥的变量。",
    fix: "在那里设置它，并在启动时检查：密钥为空时，谁都能伪造签名。",
  },
  json_spaced: {
    what: "这是逗号和冒号后面带空格的正文的签名。",
    why: `${rewritten}Python 的 json.dumps 会这样写。`,
    fix: useRawBody,
  },
  json_escaped_slashes: {
    what: "这是把每个斜杠写成 \\/ 的正文的签名。",
    why: `${rewritten}PHP 的 json_encode 会这样写。`,
    fix: useRawBody,
  },
  json_pretty: {
    what: "这是带换行和缩进的正文的签名。",
    why: `${rewritten}美化输出会这样写。`,
    fix: useRawBody,
  },
  json_sorted: {
    what: "这是字段按字母排序之后的正文的签名。",
    why: `${rewritten}Go 的 map 和会排序的序列化器都会这样做。`,
    fix: useRawBody,
  },
  json_html_escaped: {
    what: "这是把 <、>、& 写成 \\u003c 之类的正文的签名。",
    why: `${rewritten}Go 的 encoding/json 和 Gson 会这样写。`,
    fix: useRawBody,
  },
  json_ascii: {
    what: "这是把非 ASCII 字符写成 \\u… 的正文的签名。",
    why: rewritten,
    fix: useRawBody,
  },
  json_compact: {
    what: "这是去掉了原有空格的正文的签名。",
    why: rewritten,
    fix: useRawBody,
  },
  json_twice: {
    what: "这是把正文当成一个 JSON 字符串之后的签名。",
    why: "正文的文本又被转成了一次 JSON，外面多了引号。",
    fix: useRawBody,
  },
  line_break_added: {
    what: "这是末尾多了一个换行的正文的签名。",
    why: "换行来自文件、编辑器或 echo 之类的命令；正文以花括号结尾。",
    fix: "对收到的字节原样签名。在命令行里用 printf %s，或末尾没有换行的文件。",
  },
  line_break_removed: {
    what: "这是去掉了末尾换行的正文的签名。",
    why: "正文被裁剪过。",
    fix: "对收到的字节原样签名，不要裁剪。",
  },
  line_breaks_changed: {
    what: "这是换行符被改动过的正文的签名。",
    why: "文本文件或文本流把 \\n 变成了 \\r\\n，或反过来。",
    fix: "把正文当作字节读取，而不是文本。",
  },
  byte_order_mark_added: {
    what: "这是开头多了字节顺序标记（BOM）的正文的签名。",
    why: "编辑器或 UTF-8 写入器在前面加了三个字节。",
    fix: "使用不带 BOM 的 UTF-8；最好直接用收到的字节。",
  },
  byte_order_mark_removed: {
    what: "这是去掉了字节顺序标记（BOM）的正文的签名。",
    why: "按文本读取时，前三个字节被去掉了。",
    fix: "把正文当作字节读取，而不是文本。",
  },
  wrong_charset: {
    what: "这是用 UTF-8 以外的字符集编码的正文的签名。",
    why: "字节按一种字符集变成文本，又按另一种变回字节。",
    fix: "对收到的字节原样签名，或在每个文本转字节的地方写明 UTF-8。",
  },
  body_empty: {
    what: "这是空正文的签名。",
    why: "在你的代码之前，正文已经被读走了：流只能读一次。",
    fix: "先读取原始正文，再解析；使用框架时，请取原始正文，或对这个路由关闭解析器。",
  },
  body_in_base64: {
    what: "这是 base64 形式的正文的签名。",
    why: "AWS API Gateway 之类的网关会以 base64 交付正文（isBase64Encoded）。",
    fix: "先对正文做 base64 解码，再对得到的字节签名。",
  },
  body_as_bytes_literal: {
    what: "这是 b'…'（Python 打印字节的样子）的签名。",
    why: "str(body) 写出的是字面量，并不会解码。",
    fix: "把字节本身传给 hmac.new。",
  },
  body_as_object: {
    what: "这是“[object Object]”或“Array”这几个字的签名。",
    why: "解析之后的正文被直接转成了文本。",
    fix: useRawBody,
  },
  part_of_body: {
    what: "这是正文一部分的签名，例如只有 params。",
    why: "签名针对整个正文。",
    fix: useRawBody,
  },
  id_and_time_added: {
    what: "这是对 webhook-signature 的文本计算的 X-Hub-Signature。",
    why: "X-Hub-Signature 只针对正文，不含 id 和时间。",
    fix: "只对原始正文签名；或者改为校验更安全的 webhook-signature。",
  },
  time_added: {
    what: "这是时间加正文的签名。",
    why: "有些服务对 <时间>.<正文> 签名；X-Hub-Signature 只针对正文。",
    fix: "只对原始正文签名；或者改为校验更安全的 webhook-signature。",
  },
  id_and_time_missing: {
    what: "这是只对正文计算的签名。",
    why: "webhook-signature 针对 <webhook-id>.<webhook-timestamp>.<正文>，以防重放。",
    fix: '在原始正文前面加上两个请求头和点：id + "." + timestamp + "." + body。',
  },
  id_missing: {
    what: "这是时间加正文的签名，缺少 id。",
    why: "webhook-signature 针对 <webhook-id>.<webhook-timestamp>.<正文>。",
    fix: "在最前面加上请求头 webhook-id 和一个点。",
  },
  time_missing: {
    what: "这是 id 加正文的签名，缺少时间。",
    why: "webhook-signature 针对 <webhook-id>.<webhook-timestamp>.<正文>。",
    fix: "在 id 和正文之间加上请求头 webhook-timestamp 和一个点。",
  },
  id_and_time_swapped: {
    what: "这是按时间、id、正文的顺序计算的签名。",
    why: "webhook-signature 针对 <webhook-id>.<webhook-timestamp>.<正文>。",
    fix: "id 在前，时间在后。",
  },
  dots_missing: {
    what: "这是 id、时间和正文之间没有点的签名。",
    why: "webhook-signature 针对 <webhook-id>.<webhook-timestamp>.<正文>。",
    fix: "用点把三者连起来。",
  },
  plain_hash: {
    what: "这是没有用密钥的 SHA-256。",
    why: "普通哈希证明不了什么，谁都能算；HMAC 才以密钥为键。",
    fix: "请用 HMAC：Node 的 createHmac、PHP 的 hash_hmac、Python 的 hmac.new、Java 的 Mac、Go 的 hmac.New。",
  },
  hash_with_secret: {
    what: "这是把密钥拼在文本前面或后面之后的 SHA-256。",
    why: "这是哈希而不是 HMAC，而且不安全：别人可以延长被签名的内容。",
    fix: "请用 HMAC：Node 的 createHmac、PHP 的 hash_hmac、Python 的 hmac.new、Java 的 Mac、Go 的 hmac.New。",
  },
  hashed_before: {
    what: "这是对文本的 SHA-256 再做的 HMAC，而不是对文本本身。",
    why: "HMAC 自己会做哈希。",
    fix: "把文本本身传给 HMAC。",
  },
  key_and_message_swapped: {
    what: "这是把密钥和文本弄反的 HMAC。",
    why: "文本被传到了密钥的位置。",
    fix: "请核对参数顺序：hash_hmac 先文本后密钥，hmac.new 先密钥后文本。",
  },
  sha1: {
    what: "它用的是 SHA-1。",
    why: "使用 X-Hub-Signature 的服务曾经用过它；Meetbot 用 SHA-256。",
    fix: "把 HMAC 的哈希算法写成 sha256。",
  },
  sha512: {
    what: "它用的是 SHA-512。",
    why: "Meetbot 用 SHA-256。",
    fix: "把 HMAC 的哈希算法写成 sha256。",
  },
  md5: {
    what: "它用的是 MD5。",
    why: "Meetbot 用 SHA-256；MD5 可以被伪造。",
    fix: "把 HMAC 的哈希算法写成 sha256。",
  },
  base64_not_hex: {
    what: "它写成了 base64。",
    why: "X-Hub-Signature 用十六进制书写。",
    fix: "让 HMAC 输出十六进制，或者比较字节。",
  },
  hex_not_base64: {
    what: "它写成了十六进制。",
    why: "webhook-signature 用 base64 书写。",
    fix: "让 HMAC 输出 base64，前面加上 v1,，再与请求头中的每一项比较。",
  },
  base64_of_hex: {
    what: "这是十六进制文本的 base64，而不是字节的 base64。",
    why: "HMAC 输出的是文本，又被编码了一次。",
    fix: "编码之前让 HMAC 输出字节：PHP 用 hash_hmac(…, true)，Python 和 Node 用 digest()。",
  },
  hex_of_text: {
    what: "这是已经编码过的文本的十六进制形式。",
    why: "HMAC 输出的是文本，又被编码了一次。",
    fix: "只对字节编码一次。",
  },
  base64_url: {
    what: "它写成了 URL 用的 base64：含有 - 和 _，或者缺少结尾的“=”。",
    why: "webhook-signature 使用标准 base64，含 +、/ 和“=”。",
    fix: "请用所用语言的标准 base64，并保留填充。",
  },
  wrong_prefix: {
    what: "它的前缀属于另一个请求头。",
    why: "X-Hub-Signature 以 sha256= 开头，webhook-signature 的每一项以 v1, 开头。",
    fix: "换成正确的前缀，或者比较之前在两边都去掉。",
  },
  wrapped: {
    what: "里面有引号、冒号、空格或换行。",
    why: "比较文本时，多一个字符就会失败。",
    fix: "去掉它们；base64 和 openssl 默认会把长行折断。",
  },
  truncated: {
    what: "它缺了结尾。",
    why: "签名有 64 位十六进制数字，或 44 个 base64 字符；可能被数据库字段或日志截断了。",
    fix: "请比较完整的值。",
  },
  secret_itself: {
    what: "这是密钥，或密钥的一部分。",
    why: "密钥是键，从不传输；谁拿到它，就能读到你顾客的订单。",
    fix: "请粘贴你的代码算出的值。如果密钥曾给别人看过，请轮换它。",
  },
  not_a_signature: {
    what: "这不是签名。",
    why: "签名有 64 位十六进制数字，或 44 个 base64 字符。",
    fix: "请粘贴你的代码用来与请求头比较的值，例如 sha256=… 或 v1,…。",
  },
};
