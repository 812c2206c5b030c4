import { defineWords } from "../words/define-words.ts";

export const viewerWords = defineWords({
  en: {
    title: "You can look at this, and not change it",
    text: "Your role on this bot is viewer. Changes take the role editor; an owner of the bot can give it to you.",
  },
  zh: {
    title: "您只能查看，不能修改",
    text: "您在此机器人上的角色是查看者。修改需要编辑者角色，可由机器人的所有者授予。",
  },
});
