import type { OrderNewsStatus, ParcelStatus } from "@meetbot/presentation";
import type { OutputOf } from "../../api/routes.ts";
import { defineWords } from "../../words/define-words.ts";

export type Recipient = OutputOf<"GET /bots/{bot_id}/pushes/{push_id}">["told"][number];
export type NewsState = Recipient["state"];
export type NewsReason = NonNullable<Recipient["because"]>;
export type NewsWay = NonNullable<Recipient["way"]>;
type Subscription = OutputOf<"GET /bots/{bot_id}/subscriptions">["data"][number];
export type NewsEnd = NonNullable<Subscription["ended_by"]>;

type OfStates = Record<NewsState, string>;
type OfReasons = Record<NewsReason, string>;
type OfWays = Record<NewsWay, string>;
type OfEnds = Record<NewsEnd, string>;
type OfStatuses = Record<ParcelStatus | OrderNewsStatus, string>;

/** What is said of news that customers were told, or not. */
export const newsWords = defineWords({
  en: {
    states: {
      accepted: "Accepted",
      held: "Waiting",
      queued: "On its way",
      sent: "Sent",
      delivered: "Delivered",
      read: "Read",
      skipped: "Skipped",
      failed: "Failed",
      expired: "Expired",
    } satisfies OfStates,
    ways: {
      chat: "in the conversation",
      template: "by message template",
      web_push: "by browser notification",
      email: "by email",
    } satisfies OfWays,
    channels: { "web-chat": "Web chat", messenger: "Messenger", telegram: "Telegram" },
    /** In a few words, to be counted by. */
    briefly: {
      no_subscription: "did not ask for it",
      unsubscribed: "had stopped it",
      stale: "out of date",
      repeated: "told before",
      silent: "no news to customers",
      not_shown: "not theirs to see",
      quiet_hours: "night",
      away: "away",
      window_closed: "window closed",
      no_template: "no template",
      channel_stopped: "channel stopped",
      unavailable: "shop did not answer",
      gone: "no longer there",
      rate: "too many at once",
      expired: "too late",
    } satisfies OfReasons,
    reasons: {
      no_subscription: "The customer has not asked to be told.",
      unsubscribed: "The customer had stopped the news by then.",
      stale:
        "The customer knows of something later already, or your webhook's own answer was not as far as the push.",
      repeated: "The customer was told this before, and nobody is told the same twice.",
      silent: "Customers are not told of this status: it changes nothing for them.",
      not_shown: "What the customer has proved does not let them see it.",
      quiet_hours:
        "It is night where the customer is. They are told in the morning, if it is still true.",
      away: "The customer does not have the chat open, and no other way is open. They are told when they come back, if it is still true.",
      window_closed:
        "The platform takes nothing so long after the customer's last message, and no other way was open.",
      no_template:
        "The platform asks for an approved message template, and there is none for this in a language of the customer's.",
      channel_stopped:
        "The channel is stopped, the customer blocked it, or another app answers there at the moment.",
      unavailable: "Your webhook does not answer, and nothing is told that it does not bear out.",
      gone: "Your webhook does not know the order or package, or the conversation, browser or mailbox is no more.",
      rate: "Too much was sent at once.",
      expired: "It was no news any more before the customer could be told.",
    } satisfies OfReasons,
    ends: {
      stop_word: "stopped by a word",
      choice: "stopped by a tap",
      delivered: "30 days after delivery",
      operator: "ended by an operator",
      forgotten: "customer deleted",
      bounced: "mailbox refused mail",
      gone: "browser gave it up",
    } satisfies OfEnds,
    statuses: {
      placed: "Placed",
      paid: "Paid",
      processing: "Being prepared",
      partially_shipped: "Partially shipped",
      shipped: "Shipped",
      delayed: "Delayed",
      canceled: "Canceled",
      refunded: "Refunded",
      preparing: "Being prepared",
      info_received: "Announced to the carrier",
      picked_up: "Picked up by the carrier",
      in_transit: "On its way",
      customs: "In customs",
      ready_for_pickup: "Ready for pickup",
      out_for_delivery: "Out for delivery",
      attempt_failed: "Delivery attempt failed",
      exception: "Problem on the way",
      damaged: "Damaged",
      returning: "On its way back",
      delivered: "Delivered",
      returned: "Returned to the sender",
      lost: "Lost",
    } satisfies OfStatuses,
    figures: {
      title: (days: number) => `Last ${days} days`,
      overview: (days: number) => `Customer news, last ${days} days`,
      toPage: "Customer news",
      pushes: "Pushed by the shop",
      pushesText: (unheard: string) => `nobody wanted to know ${unheard} of them`,
      told: "Told",
      skipped: "Skipped",
      stopped: "Ended",
      stoppedText: (began: string) => `${began} began anew`,
      none: "none",
      failed: (count: string) => `${count} failed`,
      expired: (count: string) => `${count} came too late`,
      waiting: (count: string) => `${count} wait`,
      counted: (what: string, count: string) => `${what}: ${count}`,
    },
  },
  zh: {
    states: {
      accepted: "已接收",
      held: "等待中",
      queued: "发送中",
      sent: "已发送",
      delivered: "已到达",
      read: "已读",
      skipped: "已跳过",
      failed: "发送失败",
      expired: "已过期",
    },
    ways: {
      chat: "通过会话",
      template: "通过消息模板",
      web_push: "通过浏览器通知",
      email: "通过邮件",
    },
    channels: { "web-chat": "网页聊天", messenger: "Messenger", telegram: "Telegram" },
    briefly: {
      no_subscription: "未订阅",
      unsubscribed: "已退订",
      stale: "内容已过时",
      repeated: "已通知过",
      silent: "无需通知的状态",
      not_shown: "无权查看",
      quiet_hours: "免打扰时段",
      away: "顾客不在",
      window_closed: "超过回复时限",
      no_template: "没有可用模板",
      channel_stopped: "渠道已停用",
      unavailable: "店铺没有应答",
      gone: "已不存在",
      rate: "发送过于频繁",
      expired: "已过时效",
    },
    reasons: {
      no_subscription: "顾客没有订阅通知。",
      unsubscribed: "发送之前，顾客已经退订。",
      stale: "顾客已经知道更新的进展，或者您的 Webhook 自己的应答还没有到推送所说的状态。",
      repeated: "顾客已收到过这条通知，同样的内容不会通知两次。",
      silent: "这个状态不通知顾客：对他们来说没有变化。",
      not_shown: "顾客目前验证的身份不足以查看此内容。",
      quiet_hours: "顾客当地是夜间，早上再通知；届时状态若已变化则不再发送。",
      away: "顾客没有打开聊天窗口，也没有其他方式可用。顾客下次打开时，若状态仍有效就会通知。",
      window_closed: "距顾客上一条消息太久，平台不再接受消息，也没有其他方式可用。",
      no_template: "平台要求使用审核通过的消息模板，但没有适合此内容和顾客语言的模板。",
      channel_stopped: "渠道已停用、顾客屏蔽了它，或者目前由其他应用在该渠道回复。",
      unavailable: "您的 Webhook 没有应答。未经它确认的内容不会通知顾客。",
      gone: "您的 Webhook 查不到该订单或包裹，或者会话、浏览器、邮箱已不存在。",
      rate: "短时间内发送过多。",
      expired: "还没能通知顾客，内容就已过时效。",
    },
    ends: {
      stop_word: "发送文字退订",
      choice: "点击退订",
      delivered: "签收满 30 天",
      operator: "操作员结束",
      forgotten: "顾客数据已删除",
      bounced: "邮件被退回",
      gone: "浏览器已失效",
    },
    statuses: {
      placed: "已下单",
      paid: "已付款",
      processing: "待发货",
      partially_shipped: "部分发货",
      shipped: "已发货",
      delayed: "延误",
      canceled: "已取消",
      refunded: "已退款",
      preparing: "待发货",
      info_received: "已通知快递",
      picked_up: "已揽收",
      in_transit: "运输中",
      customs: "清关中",
      ready_for_pickup: "待取件",
      out_for_delivery: "派送中",
      attempt_failed: "派送失败",
      exception: "运输异常",
      damaged: "包裹破损",
      returning: "退回中",
      delivered: "已签收",
      returned: "已退回",
      lost: "包裹丢失",
    },
    figures: {
      title: (days) => `最近 ${days} 天`,
      overview: (days) => `顾客通知（最近 ${days} 天）`,
      toPage: "顾客通知",
      pushes: "店铺推送",
      pushesText: (unheard) => `其中 ${unheard} 次无人订阅`,
      told: "已通知",
      skipped: "已跳过",
      stopped: "已结束",
      stoppedText: (began) => `新增订阅 ${began}`,
      none: "无",
      failed: (count) => `发送失败 ${count}`,
      expired: (count) => `已过时效 ${count}`,
      waiting: (count) => `等待中 ${count}`,
      counted: (what, count) => `${what} ${count}`,
    },
  },
});

/** Why somebody was told later, otherwise or not at all, in whole sentences. */
export function sayReason(
  { because }: Pick<Recipient, "because">,
  words: { reasons: OfReasons },
): string | null {
  return because === null ? null : words.reasons[because];
}

/** A channel as operators call it. */
export function nameChannel(channel: string, words: { channels: object }): string {
  return (words.channels as Record<string, string>)[channel] ?? channel;
}

/** What is told, as operators call it; a word that is new here stands for itself. */
export function nameStatus(status: string, words: { statuses: object }): string {
  return (words.statuses as Record<string, string>)[status] ?? status;
}
