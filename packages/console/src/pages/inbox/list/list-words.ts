import { defineWords } from "../../../words/define-words.ts";

export const listWords = defineWords({
  en: {
    search: "Search",
    field: "Email, order number or label",
    none: (text: string) =>
      `Nothing was found for “${text}”. Emails and numbers are found whole, not in part.`,
    one: (text: string) => `1 conversation found for “${text}”`,
    many: (count: string, text: string) => `${count} conversations found for “${text}”`,
    clear: "Clear search",
    list: (text: string) => `Found for “${text}”`,
  },
  zh: {
    search: "搜索",
    field: "邮箱、订单号或标签",
    none: (text) => `没有找到“${text}”。邮箱和号码须完整输入。`,
    one: (text) => `“${text}”：找到 1 个会话`,
    many: (count, text) => `“${text}”：找到 ${count} 个会话`,
    clear: "清除搜索",
    list: (text) => `“${text}”的搜索结果`,
  },
});
