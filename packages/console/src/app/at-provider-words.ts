import { defineWords } from "../words/define-words.ts";

export const atProviderWords = defineWords({
  en: {
    text: "You prove it at your company's sign-in, and come back to this page. Begin there what you began here.",
  },
  zh: { text: "需要在公司的登录页面再次确认身份，之后会回到本页，请重新操作一次。" },
});
