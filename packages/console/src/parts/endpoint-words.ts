import { defineWords } from "../words/define-words.ts";

export const endpointWords = defineWords({
  en: {
    label: "Webhook URL",
    description: "Where the shop's own system answers Meetbot's signed queries.",
    checking: "Checking whether this server would call it …",
    refused: "The server did not take this URL.",
    unchecked: "Whether this server would call it could not be checked.",
  },
  zh: {
    label: "Webhook 地址",
    description: "店铺系统在此接收并回答 Meetbot 的签名查询。",
    checking: "正在检查服务器能否调用该地址……",
    refused: "服务器未接受该地址。",
    unchecked: "暂时无法检查服务器能否调用该地址。",
  },
});
