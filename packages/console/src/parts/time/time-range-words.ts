import { defineWords } from "../../words/define-words.ts";

export const timeRangeWords = defineWords({
  en: {
    time: "Time",
    any: "Any time",
    from: "From",
    to: "To",
    ranges: {
      "15m": "Last 15 minutes",
      "1h": "Last hour",
      "24h": "Last 24 hours",
      "7d": "Last 7 days",
      custom: "From … to …",
    },
  },
  zh: {
    time: "时间",
    any: "不限",
    from: "开始",
    to: "结束",
    ranges: {
      "15m": "最近 15 分钟",
      "1h": "最近 1 小时",
      "24h": "最近 24 小时",
      "7d": "最近 7 天",
      custom: "自定义",
    },
  },
});
