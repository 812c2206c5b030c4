import { defineWords } from "../../../words/define-words.ts";

/** What is said of people who answer, and of how satisfied customers are. */
export const peopleWords = defineWords({
  en: {
    people: "People who answered",
    peopleText: "From the call for a person, counted within office hours.",
    waits: "Customers waited",
    count: "Number",
    median: "Median",
    most: "90 % within",
    firstReply: "for the first reply",
    resolution: "until it was settled",
    ratings: "Satisfaction, 1 to 5",
    average: "Average",
    byPerson: "with a person",
    byBot: "with the bot alone",
    none: "–",
    time: (minutes: number, seconds: number) =>
      minutes === 0
        ? `${seconds} s`
        : minutes < 60
          ? `${minutes} min`
          : `${Math.floor(minutes / 60)} h ${minutes % 60} min`,
  },
  zh: {
    people: "人工客服",
    peopleText: "从顾客要求人工客服时算起，只计工作时间。",
    waits: "顾客等待",
    count: "次数",
    median: "中位数",
    most: "90% 不超过",
    firstReply: "首次回复",
    resolution: "处理完毕",
    ratings: "满意度（1 到 5 分）",
    average: "平均分",
    byPerson: "人工客服接待",
    byBot: "仅机器人接待",
    none: "–",
    time: (minutes: number, seconds: number) =>
      minutes === 0
        ? `${seconds} 秒`
        : minutes < 60
          ? `${minutes} 分钟`
          : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分钟`,
  },
});
