import { defineWords } from "../../words/define-words.ts";

export const botsWords = defineWords({
  en: {
    title: "Bots",
    text: "A bot answers the customers of one shop.",
    none: "No bots yet",
    noneText: "Create the first one with: npx meetbot bot create",
  },
  zh: {
    title: "机器人",
    text: "一个机器人为一家店铺的顾客服务。",
    none: "还没有机器人",
    noneText: "用以下命令创建第一个：npx meetbot bot create",
  },
});
