import { defineWords } from "../../words/define-words.ts";

export const dataListWords = defineWords({
  en: { loading: "Loading more", retry: "Load more" },
  zh: { loading: "正在加载更多", retry: "加载更多" },
});
