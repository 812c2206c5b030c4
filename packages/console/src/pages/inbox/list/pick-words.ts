import { defineWords } from "../../../words/define-words.ts";

export const pickWords = defineWords({
  en: {
    begin: "Select several",
    all: "All in this list",
    end: "Done",
    close: "Close selected",
    pick: (id: string) => `Select conversation #${id}`,
    sure: (count: string) => `Close ${count} conversations?`,
    sureOne: "Close this conversation?",
    sureAll: (view: string) => `Close all conversations in ${view}?`,
    text: "Each customer reads that the bot answers again. What a colleague has stays open. Closed conversations can be reopened one by one.",
    closed: (count: string) => `Closed: ${count}.`,
    left: (count: string) =>
      `Still open: ${count}, which a colleague has or which changed meanwhile.`,
  },
  zh: {
    begin: "批量选择",
    all: "列表中的全部",
    end: "完成",
    close: "关闭所选会话",
    pick: (id) => `选择会话 #${id}`,
    sure: (count) => `关闭 ${count} 个会话？`,
    sureOne: "关闭这个会话？",
    sureAll: (view) => `关闭“${view}”中的全部会话？`,
    text: "每位顾客都会看到由机器人继续回答。同事正在处理的会话保持打开。关闭后可以逐个重新打开。",
    closed: (count) => `已关闭 ${count} 个。`,
    left: (count) => `${count} 个仍打开：由同事处理，或刚有变化。`,
  },
});
