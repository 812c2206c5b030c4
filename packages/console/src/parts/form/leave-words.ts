import { defineWords } from "../../words/define-words.ts";

export const leaveWords = defineWords({
  en: { title: "Leave this page?", stay: "Stay here", leave: "Leave" },
  zh: { title: "要离开此页面吗？", stay: "留在此页", leave: "离开" },
});
