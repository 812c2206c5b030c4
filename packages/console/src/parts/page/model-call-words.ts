import { defineWords } from "../../words/define-words.ts";

export const modelCallWords = defineWords({
  en: {
    byModel: "By the language model",
    asThen: "What it chose when the message came. The bot's own engine was not sure.",
    topic: "Topic",
    about: "About",
    took: (ms: string) => `${ms} ms`,
    outcomes: {
      command: "chose a command",
      refused: "said nothing usable",
      timeout: "did not answer in time",
      failed: "could not be reached",
      busy: "too many were waiting for it",
      spared: "was not asked, because it failed shortly before",
    },
  },
  zh: {
    byModel: "由语言模型判断",
    asThen: "这是收到消息时模型的选择。当时机器人自身的识别引擎没有把握。",
    topic: "主题",
    about: "询问内容",
    took: (ms: string) => `${ms} 毫秒`,
    outcomes: {
      command: "选出了一个指令",
      refused: "返回的内容无法使用",
      timeout: "没有及时返回",
      failed: "无法连接",
      busy: "排队的请求太多",
      spared: "刚刚出过故障，这次没有调用",
    },
  },
});
