import { defineWords } from "../../words/define-words.ts";

export const ownersWords = defineWords({
  en: { note: "Only an owner of the bot can change this, after signing in again." },
  zh: { note: "只有机器人的所有者可以修改，修改前需重新登录验证。" },
});
