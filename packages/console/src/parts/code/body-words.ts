import { defineWords } from "../../words/define-words.ts";

export const bodyWords = defineWords({
  en: {
    formatted: "Formatted",
    raw: "Raw",
    notJson: "This is not complete JSON.",
    empty: "No body.",
  },
  zh: {
    formatted: "格式化",
    raw: "原文",
    notJson: "这不是完整的 JSON 文本。",
    empty: "没有正文。",
  },
});
