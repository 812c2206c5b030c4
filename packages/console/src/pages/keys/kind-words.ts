import { defineWords } from "../../words/define-words.ts";

/** What is said of each kind of secret. */
export const kindWords = defineWords({
  en: {
    signing: {
      section: "Signing secret",
      text: "Meetbot signs every query with it, and your webhook checks the signature. Whoever has it can ask your webhook for any order.",
      lastUsedHint: "When the webhook last answered a query whose X-Hub-Signature was made with it",
      rotate: "Rotate signing secret",
      rotateTitle: "Rotate the signing secret",
      rotating: {
        what: "This makes a next secret. It signs beside the current one at once, and takes its place when your webhook has it and you promote it. No query fails meanwhile.",
        now: "When you promote the next secret, the current one ends at that moment. A server that has only the old one then refuses Meetbot's queries.",
        later: (overlap: string) =>
          `After you promote the next secret, the current one stays valid for ${overlap}. Queries are signed with both until then.`,
      },
      once: "The new signing secret, shown this once",
      name: "The new signing secret",
      revoking: {
        current:
          "It ends at once, and a previous one with it. A new one is made and shown this once. Until your webhook has that one it refuses Meetbot's queries, and customers hear that the shop does not answer. Do this when the secret has leaked; otherwise rotate it.",
        next: "The next secret ends, and the current one stays as it is. If your webhook has the next one alone already, put the current one back first.",
        previous:
          "Queries are no longer signed with it. A server that has only this one refuses Meetbot's queries from now on.",
      },
    },
    identity: {
      section: "Identity secret",
      text: "Your shop's server vouches with it for shoppers who are signed in. Whoever has it can open any shopper's orders.",
      lastUsedHint: "When the shop last vouched for a shopper with it",
      rotate: "Rotate identity secret",
      rotateTitle: "Rotate the identity secret",
      rotating: {
        what: "The new secret is valid at once: your shop's server signs and Meetbot checks, so there is nothing to promote.",
        now: "The current one ends at once. Until your shop's server has the new one, shoppers who are signed in there cannot open the chat.",
        later: (overlap: string) =>
          `Both are accepted for ${overlap}. Give the new one to your shop's server before that is over.`,
      },
      once: "The new identity secret, shown this once",
      name: "The new identity secret",
      revoking: {
        current:
          "It ends at once, and a previous one with it. A new one is made and shown this once. Until your shop's server has that one, shoppers who are signed in there cannot open the chat. Do this when the secret has leaked; otherwise rotate it.",
        next: "The next secret ends, and the current one stays as it is.",
        previous:
          "Meetbot accepts it no longer. A server that still signs with it has its shoppers refused from now on.",
      },
    },
    push: {
      section: "Push secret",
      text: "Your shop signs with it what it tells Meetbot by itself: that an order was placed, that a parcel has moved. Whoever has it can have Meetbot write to customers who asked for news.",
      lastUsedHint: "When the shop last pushed something that was signed with it",
      rotate: "Rotate push secret",
      rotateTitle: "Rotate the push secret",
      rotating: {
        what: "The new secret is valid at once: your shop signs and Meetbot checks, so there is nothing to promote.",
        now: "The current one ends at once. Until your shop has the new one, Meetbot refuses what it pushes.",
        later: (overlap: string) =>
          `Both are accepted for ${overlap}. Give the new one to the system that pushes before that is over.`,
      },
      once: "The new push secret, shown this once",
      name: "The new push secret",
      revoking: {
        current:
          "It ends at once, and a previous one with it. A new one is made and shown this once. Until the system that pushes has that one, Meetbot refuses what it sends. Do this when the secret has leaked; otherwise rotate it.",
        next: "The next secret ends, and the current one stays as it is.",
        previous:
          "Meetbot accepts it no longer. What is still signed with it is refused from now on.",
      },
    },
    first: {
      none: "There is none yet. Make one when your shop is to tell customers of their orders and parcels by itself.",
      make: "Make push secret",
      title: "Make the push secret",
      what: "Your shop signs with it what it pushes. It is valid at once.",
    },
  },
  zh: {
    signing: {
      section: "签名密钥",
      text: "Meetbot 用它为每个查询签名，由您的 Webhook 校验。拿到它的人可以向您的 Webhook 查询任何订单。",
      lastUsedHint: "Webhook 最近一次应答由它生成 X-Hub-Signature 的查询的时间",
      rotate: "轮换签名密钥",
      rotateTitle: "轮换签名密钥",
      rotating: {
        what: "将生成一个待启用的密钥，它会立即与当前密钥一起签名。您的 Webhook 换上它之后，由您确认启用。整个过程中查询不会失败。",
        now: "启用新密钥的同时，当前密钥立即失效。只有旧密钥的服务器从那一刻起会拒绝 Meetbot 的查询。",
        later: (overlap) =>
          `启用新密钥之后，当前密钥还有 ${overlap}有效，期间查询会同时用两个密钥签名。`,
      },
      once: "新的签名密钥，只显示这一次",
      name: "新的签名密钥",
      revoking: {
        current:
          "它会立即失效，旧密钥也一并失效。系统会生成新密钥，只显示这一次。您的 Webhook 换上新密钥之前会拒绝 Meetbot 的查询，顾客会被告知店铺没有应答。请只在密钥泄露时这样做，否则请轮换。",
        next: "待启用的密钥失效，当前密钥保持不变。如果您的 Webhook 已经只使用新密钥，请先换回当前密钥。",
        previous: "查询不再用它签名。只有这个密钥的服务器从现在起会拒绝 Meetbot 的查询。",
      },
    },
    identity: {
      section: "身份密钥",
      text: "您的店铺服务器用它为已登录的顾客担保身份。拿到它的人可以查看任何顾客的订单。",
      lastUsedHint: "店铺最近一次用它为顾客担保的时间",
      rotate: "轮换身份密钥",
      rotateTitle: "轮换身份密钥",
      rotating: {
        what: "新密钥立即有效：由店铺服务器签名、Meetbot 校验，无需再启用。",
        now: "当前密钥立即失效。店铺服务器换上新密钥之前，已登录的顾客无法打开聊天窗口。",
        later: (overlap) => `两个密钥在 ${overlap}内都有效，请在此之前把新密钥交给店铺服务器。`,
      },
      once: "新的身份密钥，只显示这一次",
      name: "新的身份密钥",
      revoking: {
        current:
          "它会立即失效，旧密钥也一并失效。系统会生成新密钥，只显示这一次。店铺服务器换上新密钥之前，已登录的顾客无法打开聊天窗口。请只在密钥泄露时这样做，否则请轮换。",
        next: "待启用的密钥失效，当前密钥保持不变。",
        previous: "Meetbot 不再接受它。仍用它签名的服务器，其顾客从现在起会被拒绝。",
      },
    },
    push: {
      section: "推送密钥",
      text: "店铺主动通知 Meetbot 时（例如顾客已下单、包裹有新进展）用它签名。拿到它的人可以让 Meetbot 给订阅了动态的顾客发消息。",
      lastUsedHint: "店铺最近一次用它签名推送的时间",
      rotate: "轮换推送密钥",
      rotateTitle: "轮换推送密钥",
      rotating: {
        what: "新密钥立即有效：由店铺签名、Meetbot 校验，无需再启用。",
        now: "当前密钥立即失效。店铺换上新密钥之前，Meetbot 会拒绝它的推送。",
        later: (overlap) => `两个密钥在 ${overlap}内都有效，请在此之前给负责推送的系统换上新密钥。`,
      },
      once: "新的推送密钥，只显示这一次",
      name: "新的推送密钥",
      revoking: {
        current:
          "它会立即失效，旧密钥也一并失效。系统会生成新密钥，只显示这一次。负责推送的系统换上新密钥之前，Meetbot 会拒绝它的推送。请只在密钥泄露时这样做，否则请轮换。",
        next: "待启用的密钥失效，当前密钥保持不变。",
        previous: "Meetbot 不再接受它。仍用它签名的推送从现在起会被拒绝。",
      },
    },
    first: {
      none: "还没有推送密钥。需要由店铺主动通知顾客订单和包裹的动态时，再生成即可。",
      make: "生成推送密钥",
      title: "生成推送密钥",
      what: "店铺用它为推送签名，生成后立即有效。",
    },
  },
});
