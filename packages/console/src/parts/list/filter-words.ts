import { defineWords } from "../../words/define-words.ts";

export const filterWords = defineWords({
  en: {
    filters: (count: number) => (count > 0 ? `Filters (${count})` : "Filters"),
    clear: "Clear filters",
  },
  zh: {
    filters: (count) => (count > 0 ? `筛选（${count}）` : "筛选"),
    clear: "清除筛选",
  },
});
