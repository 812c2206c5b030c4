import { defineWords } from "../../words/define-words.ts";

export const meaningWords = defineWords({
  en: {
    subjects: {
      own: "Your own topics",
      orders: "Orders",
      delivery: "Delivery",
      payment: "Payment",
      goods: "Articles",
      shop: "Your shop",
    },
    meanings: {
      order: "An order",
      package: "A package",
      person: "A person is wanted",
      nothing: "Nothing: no answer is needed",
    },
    noMeaning: "no topic",
    conflictTitle: "Not saved: other customers would get the wrong answer",
    conflictText: "With this sentence the bot would also turn requests that it understands today:",
    conflict: (text: string, before: string, after: string) =>
      `“${text}” is about “${before}” today, and would become “${after}”.`,
    moreConflicts: (count: number) => `… and ${count} more.`,
    conflictAdvice:
      "Choose another meaning, or teach a longer sentence that says more clearly what is meant.",
  },
  zh: {
    subjects: {
      own: "自定义主题",
      orders: "订单与售后",
      delivery: "配送",
      payment: "付款与优惠",
      goods: "商品",
      shop: "店铺与账户",
    },
    meanings: {
      order: "查订单",
      package: "查物流",
      person: "要找人工",
      nothing: "无需处理",
    },
    noMeaning: "不属于任何主题",
    conflictTitle: "未保存：会让其他顾客得到错误的回答",
    conflictText: "加入这句话后，机器人现在能正确理解的这些问题会被理解错：",
    conflict: (text, before, after) => `“${text}”现在属于“${before}”，会变成“${after}”。`,
    moreConflicts: (count) => `… 另有 ${count} 条。`,
    conflictAdvice: "请选择其他含义，或换一句意思更明确、更完整的话。",
  },
});
