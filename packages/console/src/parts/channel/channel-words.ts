import { defineWords } from "../../words/define-words.ts";

/** What is said of a channel's link, whatever the channel. */
export const channelWords = defineWords({
  en: {
    back: "Channels",
    cancel: "Cancel",
    outcomes: { ok: "In order", failed: "Not in order", not_made: "Not checked" },
    status: "Status",
    states: { connected: "Connected", paused: "Paused", stopped: "Stopped" },
    check: "Check now",
    toSettings: "Change them in Settings",
    languageOf: "Language of the preview",
    published: (ago: string) => `Published ${ago}.`,
    neverPublished: "Not published yet.",
    letters: "Messages that were not sent",
    lettersText:
      "Each was tried as often as makes sense, then given up. One that is sent again goes to the end of its conversation; nothing said since is overtaken.",
    noLetters: "Nothing was given up.",
    openConversation: "Open conversation",
    retryOne: "Send again",
    retryAll: "Send all again",
    queuedOne: "It is queued again.",
    queued: (count: number, left: number) =>
      left > 0
        ? `${count} are queued. ${left} more can be sent again: press once more.`
        : count === 1
          ? "1 message is queued again."
          : `${count} messages are queued again.`,
    queuedNone: "None can be sent again now: the reasons stand beside them.",
    more: "Show older",
    disconnect: "Disconnect",
  },
  zh: {
    back: "渠道",
    cancel: "取消",
    outcomes: { ok: "正常", failed: "异常", not_made: "未核对" },
    status: "状态",
    states: { connected: "已连接", paused: "已暂停", stopped: "已停用" },
    check: "立即核对",
    toSettings: "在设置中修改",
    languageOf: "预览语言",
    published: (ago) => `${ago}发布。`,
    neverPublished: "尚未发布。",
    letters: "未能发出的消息",
    lettersText:
      "每条消息都已按规则多次尝试，之后放弃。重新发送的消息排在会话末尾，不会越过之后的消息。",
    noLetters: "没有发送失败的消息。",
    openConversation: "打开会话",
    retryOne: "重新发送",
    retryAll: "全部重新发送",
    queuedOne: "已重新排队。",
    queued: (count, left) =>
      left > 0
        ? `${count} 条消息已重新排队，还有 ${left} 条可以重新发送，请再点一次。`
        : `${count} 条消息已重新排队。`,
    queuedNone: "目前没有可以重新发送的消息，原因见各条消息。",
    more: "显示更早的消息",
    disconnect: "断开连接",
  },
});
