import { defineWords } from "../../words/define-words.ts";

export const endpointWords = defineWords({
  en: {
    label: "Webhook URL",
    description: "Where your shop's system answers Meetbot's signed queries.",
    checking: "Checking whether Meetbot may call it…",
    missing: "Give the URL of your webhook: Meetbot asks it about orders.",
    refused: "Meetbot may not call this URL. See below.",
    unchecked: "Could not check whether Meetbot may call it.",
  },
  zh: {
    label: "Webhook 地址",
    description: "店铺系统在此接收并应答 Meetbot 的签名查询。",
    checking: "正在检查 Meetbot 能否调用该地址…",
    missing: "请填写 Webhook 地址，Meetbot 通过它查询订单。",
    refused: "Meetbot 不能调用该地址，原因见下方。",
    unchecked: "暂时无法检查 Meetbot 能否调用该地址。",
  },
});
