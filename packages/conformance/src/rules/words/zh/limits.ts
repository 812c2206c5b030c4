import type { RuleIdOf, RuleWords } from "../../ids/rule-ids.ts";

export const limits: Readonly<Record<RuleIdOf<"limits">, RuleWords>> = {
  "limits.answer-time": {
    title: "在 8 秒之内回答",
    why: "超过之后，顾客会听到商店没有回应。",
    fix: "看看慢的查询在等什么：通常是邮箱和单号缺少索引。",
  },
  "limits.fast": {
    title: "在 2 秒之内回答",
    why: "等待的时候，顾客正看着屏幕。",
    fix: "保持数据库连接，补上缺少的索引，回答时不要去调用快递公司。",
  },
  "limits.size": {
    title: "十个订单的回答不超过 256 KiB",
    why: "更大的不会读取，顾客会听到商店没有回应。",
    fix: "发送图片的链接而不是图片本身，去掉协议里没有的内容。",
  },
  "limits.no-encoding": {
    title: "回答不压缩",
    why: "Meetbot 要求 identity，不读取压缩的正文：很小的一段可能展开成几个 GB。",
    fix: "遵守 Accept-Encoding: identity，或对这个路径关闭压缩。",
  },
  "limits.no-redirect": {
    title: "在这个 URL 直接回答，不重定向",
    why: "不会跟随重定向：签名的查询只去它该去的地方。",
    fix: "把最终的 URL 交给 Meetbot：https、有没有 www、末尾有没有斜杠都要一致。",
  },
  "limits.utf8": {
    title: "以 UTF-8 回答",
    why: "系统之间的 JSON 是 UTF-8；其他编码不会读取。",
    fix: "以 UTF-8 编码回答，也以 UTF-8 读取数据库。",
  },
  "limits.no-byte-order-mark": {
    title: "回答从第一个字符开始",
    why: "JSON 之前不允许有字节顺序标记，多数读取程序会停在那里。",
    fix: "把程序文件保存为不带 BOM 的 UTF-8；代码之前有内容被一起发了出去。",
  },
  "limits.keep-alive": {
    title: "保持连接，供下一个查询使用",
    why: "每次新建连接要多两个来回，https 更多。",
    fix: "使用带 Content-Length 的 HTTP/1.1，并在服务器和代理里打开 keep-alive。",
  },
  "limits.clock": {
    title: "时钟误差不超过 30 秒",
    why: "相差 300 秒的查询会被拒绝，订单的时间也按时钟判断。",
    fix: "用 NTP 校准服务器的时钟；在容器里则校准宿主机的。",
  },
  "limits.parallel": {
    title: "能同时回答十个查询",
    why: "一秒之内可能有十位顾客发来消息。",
    fix: "运行多个工作进程，数据库连接池也给足连接。",
  },
  "limits.own-answer": {
    title: "同时收到十个不同的查询时，各回答各的",
    why: "如果查询之间共用变量、游标或缓存，两位顾客同时提问，一位就会读到另一位的订单。",
    fix: "查询的内容只放在局部变量里；每个查询用自己的数据库游标；缓存的键要包含所问的一切。查询之间不要互相等待：外面不要加锁（PHP 不要开 session，或先调用 session_write_close），数据库连接也要够用。",
  },
  "limits.stays-up": {
    title: "直到最后每个连接都得到回应",
    why: "断开的连接，就是一位什么也听不到的顾客。",
    fix: "查看 webhook 自己的日志里当时发生了什么；没有捕获的错误可能让进程退出。",
  },
  "limits.public-url": {
    title: "URL 是运行中的 Meetbot 可以访问的",
    why: "Meetbot 只访问公开的 https 地址，以免有人借它进入内部网络。",
    fix: "把 webhook 放到公网的 https URL，或请运营者把主机写进 MEETBOT_OUTBOUND_ALLOW。",
  },
};
