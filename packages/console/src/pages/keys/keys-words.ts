import { defineWords } from "../../words/define-words.ts";

export const keysWords = defineWords({
  en: {
    title: "Key management",
    text: "The two secrets that this bot shares with the shop. Each is shown once, when it is made; later it has a fingerprint.",
    sections: { signing: "Signing secret", identity: "Identity secret" },
    sectionTexts: {
      signing:
        "Meetbot signs every query with it, and your webhook checks the signature. Whoever has it can ask your webhook for any order.",
      identity:
        "Your shop's server vouches with it for shoppers who are signed in. Whoever has it can open any shopper's orders.",
    },
    stages: { current: "Current", next: "Next", previous: "Previous" },
    created: "Created",
    createdBy: (when: string, who: string) => `${when} by ${who}`,
    actors: {
      "command line": "the command line",
      "admin token": "the admin token",
      demo: "the demo",
    } as Record<string, string>,
    lastUsed: "Last used",
    lastUsedHint: {
      signing: "When the webhook last answered a query whose X-Hub-Signature was made with it",
      identity: "When the shop last vouched for a shopper with it",
    },
    notUsed: "Not yet",
    tested: "Tested",
    neverTested: "Never",
    testedElsewhere: "With another URL",
    testRefused: (ago: string) => `Not accepted (${ago})`,
    testPassed: {
      fully: (ago: string) => `Passed (${ago})`,
      body_only: (ago: string) => `Answers, old requests too (${ago})`,
      not: (ago: string) => `Answers, strangers too (${ago})`,
      unknown: (ago: string) => `Answers (${ago})`,
    },
    ends: "Ends",
    validFor: (left: string) => `Valid for ${left} more`,
    span: {
      days: (days: number, hours: number) => `${days} d${hours ? ` ${hours} h` : ""}`,
      hours: (hours: number, minutes: number) => `${hours} h${minutes ? ` ${minutes} min` : ""}`,
      minutes: (minutes: number) => `${minutes} min`,
    },
    compare: "Not sure which one a server has? Its fingerprint is how this begins:",
    rotate: { signing: "Rotate signing secret", identity: "Rotate identity secret" },
    rotateTitle: { signing: "Rotate the signing secret", identity: "Rotate the identity secret" },
    rotateTexts: {
      signing: {
        what: "This makes a next secret. It signs beside the current one at once, and takes its place when your webhook has it and you promote it. No query fails meanwhile.",
        now: "When you promote the next secret, the current one ends at that moment. A server that has only the old one then refuses Meetbot's queries.",
        later: (overlap: string) =>
          `After you promote the next secret, the current one stays valid for ${overlap}. Queries are signed with both until then.`,
      },
      identity: {
        what: "The new secret is valid at once: your shop's server signs and Meetbot checks, so there is nothing to promote.",
        now: "The current one ends at once. Until your shop's server has the new one, shoppers who are signed in there cannot open the chat.",
        later: (overlap: string) =>
          `Both are accepted for ${overlap}. Give the new one to your shop's server before that is over.`,
      },
    },
    overlapLabel: "How long the current one stays valid afterwards",
    overlaps: { now: "Not at all", hour: "1 hour", day: "24 hours", week: "7 days" },
    stillValid: (fingerprint: string, left: string) =>
      `The previous secret ${fingerprint} is valid for ${left} more, and a server may still use it. Rotating again ends it at once.`,
    endIt: "End the previous secret now",
    leaked: "Has the secret leaked? Then revoke the current one instead: that ends it at once.",
    make: "Make the new secret",
    cancel: "Cancel",
    once: {
      signing: "The new signing secret, shown this once",
      identity: "The new identity secret, shown this once",
    },
    onceText:
      "Keep it where your server reads it, and nowhere else: not in the code, not in a chat. Nobody can show it again.",
    secretNames: { signing: "The new signing secret", identity: "The new identity secret" },
    copyEnv: "Copy .env line",
    download: "Download .env",
    kept: "I have put it in a safe place",
    lose: "The secret is shown only here. If you leave without it, nobody can use it, and you have to make another one.",
    revoke: { current: "Revoke", next: "Call off rotation", previous: "End now" },
    revokeWhich: (what: string, fingerprint: string) => `${what}: ${fingerprint}`,
    revokeTitles: {
      current: (fingerprint: string) => `Revoke the current secret ${fingerprint}?`,
      next: (fingerprint: string) => `Call off the rotation to ${fingerprint}?`,
      previous: (fingerprint: string) => `End the previous secret ${fingerprint} now?`,
    },
    revokeTexts: {
      signing: {
        current:
          "It ends at once, and a previous one with it. A new one is made and shown this once. Until your webhook has that one it refuses Meetbot's queries, and customers hear that the shop does not answer. Do this when the secret has leaked; otherwise rotate it.",
        next: "The next secret ends, and the current one stays as it is. If your webhook has the next one alone already, put the current one back first.",
        previous:
          "Queries are no longer signed with it. A server that has only this one refuses Meetbot's queries from now on.",
      },
      identity: {
        current:
          "It ends at once, and a previous one with it. A new one is made and shown this once. Until your shop's server has that one, shoppers who are signed in there cannot open the chat. Do this when the secret has leaked; otherwise rotate it.",
        next: "The next secret ends, and the current one stays as it is.",
        previous:
          "Meetbot accepts it no longer. A server that still signs with it has its shoppers refused from now on.",
      },
    },
    nextTakesOver:
      "It ends at once, and a previous one with it. The next secret takes its place. A webhook that does not have that one yet refuses Meetbot's queries until it does, and customers hear that the shop does not answer.",
    revoked: (fingerprint: string) => `The secret ${fingerprint} has ended.`,
  },
  zh: {
    title: "密钥管理",
    text: "该机器人与店铺共用的两个密钥。密钥只在生成时显示一次，之后只显示指纹。",
    sections: { signing: "签名密钥", identity: "身份密钥" },
    sectionTexts: {
      signing:
        "Meetbot 用它为每个查询签名，由您的 Webhook 校验。拿到它的人可以向您的 Webhook 查询任何订单。",
      identity: "您的店铺服务器用它为已登录的顾客担保身份。拿到它的人可以查看任何顾客的订单。",
    },
    stages: { current: "使用中", next: "待启用", previous: "旧密钥" },
    created: "创建",
    createdBy: (when, who) => `${when}，${who}`,
    actors: { "command line": "命令行", "admin token": "管理令牌", demo: "演示" },
    lastUsed: "最近使用",
    lastUsedHint: {
      signing: "Webhook 最近一次应答由它生成 X-Hub-Signature 的查询的时间",
      identity: "店铺最近一次用它为顾客担保的时间",
    },
    notUsed: "尚未使用",
    tested: "测试",
    neverTested: "从未测试",
    testedElsewhere: "测试的是其他地址",
    testRefused: (ago) => `未被接受（${ago}）`,
    testPassed: {
      fully: (ago) => `通过（${ago}）`,
      body_only: (ago) => `有应答，但也应答过期请求（${ago}）`,
      not: (ago) => `有应答，但也应答陌生请求（${ago}）`,
      unknown: (ago) => `有应答（${ago}）`,
    },
    ends: "失效",
    validFor: (left) => `还有 ${left}有效`,
    span: {
      days: (days, hours) => `${days} 天${hours ? ` ${hours} 小时` : ""}`,
      hours: (hours, minutes) => `${hours} 小时${minutes ? ` ${minutes} 分钟` : ""}`,
      minutes: (minutes) => `${minutes} 分钟`,
    },
    compare: "不确定服务器上是哪个密钥？以下命令输出的开头就是它的指纹：",
    rotate: { signing: "轮换签名密钥", identity: "轮换身份密钥" },
    rotateTitle: { signing: "轮换签名密钥", identity: "轮换身份密钥" },
    rotateTexts: {
      signing: {
        what: "将生成一个待启用的密钥，它会立即与当前密钥一起签名。您的 Webhook 换上它之后，由您确认启用。整个过程中查询不会失败。",
        now: "启用新密钥的同时，当前密钥立即失效。只有旧密钥的服务器从那一刻起会拒绝 Meetbot 的查询。",
        later: (overlap) =>
          `启用新密钥之后，当前密钥还有 ${overlap}有效，期间查询会同时用两个密钥签名。`,
      },
      identity: {
        what: "新密钥立即有效：由店铺服务器签名、Meetbot 校验，无需再启用。",
        now: "当前密钥立即失效。店铺服务器换上新密钥之前，已登录的顾客无法打开聊天窗口。",
        later: (overlap) => `两个密钥在 ${overlap}内都有效，请在此之前把新密钥交给店铺服务器。`,
      },
    },
    overlapLabel: "之后当前密钥继续有效的时间",
    overlaps: { now: "不保留", hour: "1 小时", day: "24 小时", week: "7 天" },
    stillValid: (fingerprint, left) =>
      `旧密钥 ${fingerprint} 还有 ${left}才失效，可能仍有服务器在使用。再次轮换会使它立即失效。`,
    endIt: "让旧密钥立即失效",
    leaked: "密钥泄露了？请改为吊销当前密钥，它会立即失效。",
    make: "生成新密钥",
    cancel: "取消",
    once: {
      signing: "新的签名密钥，只显示这一次",
      identity: "新的身份密钥，只显示这一次",
    },
    onceText: "请只保存在服务器读取的地方，不要写进代码或聊天记录。之后无法再次显示。",
    secretNames: { signing: "新的签名密钥", identity: "新的身份密钥" },
    copyEnv: "复制 .env 行",
    download: "下载 .env 文件",
    kept: "我已妥善保存",
    lose: "密钥只在这里显示。如果没有保存就离开，这个密钥将无法使用，需要重新生成。",
    revoke: { current: "吊销", next: "取消轮换", previous: "立即失效" },
    revokeWhich: (what, fingerprint) => `${what}：${fingerprint}`,
    revokeTitles: {
      current: (fingerprint) => `吊销当前密钥 ${fingerprint}？`,
      next: (fingerprint) => `取消轮换到 ${fingerprint}？`,
      previous: (fingerprint) => `让旧密钥 ${fingerprint} 立即失效？`,
    },
    revokeTexts: {
      signing: {
        current:
          "它会立即失效，旧密钥也一并失效。系统会生成新密钥，只显示这一次。您的 Webhook 换上新密钥之前会拒绝 Meetbot 的查询，顾客会被告知店铺没有应答。请只在密钥泄露时这样做，否则请轮换。",
        next: "待启用的密钥失效，当前密钥保持不变。如果您的 Webhook 已经只使用新密钥，请先换回当前密钥。",
        previous: "查询不再用它签名。只有这个密钥的服务器从现在起会拒绝 Meetbot 的查询。",
      },
      identity: {
        current:
          "它会立即失效，旧密钥也一并失效。系统会生成新密钥，只显示这一次。店铺服务器换上新密钥之前，已登录的顾客无法打开聊天窗口。请只在密钥泄露时这样做，否则请轮换。",
        next: "待启用的密钥失效，当前密钥保持不变。",
        previous: "Meetbot 不再接受它。仍用它签名的服务器，其顾客从现在起会被拒绝。",
      },
    },
    nextTakesOver:
      "它会立即失效，旧密钥也一并失效，由待启用的密钥接替。还没有换上它的 Webhook 会拒绝 Meetbot 的查询，顾客会被告知店铺没有应答。",
    revoked: (fingerprint) => `密钥 ${fingerprint} 已失效。`,
  },
});
