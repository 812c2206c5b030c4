import { defineWords } from "../../../words/define-words.ts";

export const turnWords = defineWords({
  en: {
    looking: (names: string, count: number) =>
      `${names} ${count === 1 ? "is" : "are"} looking at this`,
    writing: (names: string, count: number) => `${names} ${count === 1 ? "is" : "are"} writing…`,
    menu: "Snooze and assign",
    snooze: "Snooze",
    anHour: "For 1 hour",
    tomorrow: "Until tomorrow, 9:00",
    untilReply: "Until the customer replies",
    bringBack: "End snooze",
    assign: "Assign to",
    nobody: "Nobody",
    you: (name: string) => `${name} (you)`,
    off: "off duty",
    snoozedUntil: (moment: string) => `Snoozed until ${moment}`,
    snoozedUntilReply: "Snoozed until the customer replies",
    snoozedUntilEither: (moment: string) =>
      `Snoozed until ${moment}, or until the customer replies`,
    assignedTo: (name: string) => `Assigned to ${name}`,
    assignedToYou: "Assigned to you",
  },
  zh: {
    looking: (names) => `${names} 正在查看此会话`,
    writing: (names) => `${names} 正在输入…`,
    menu: "搁置与分配",
    snooze: "搁置",
    anHour: "1 小时",
    tomorrow: "到明天 9:00",
    untilReply: "直到顾客回复",
    bringBack: "取消搁置",
    assign: "分配给",
    nobody: "暂不分配",
    you: (name) => `${name}（我）`,
    off: "离岗",
    snoozedUntil: (moment) => `搁置到 ${moment}`,
    snoozedUntilReply: "搁置中，顾客回复后恢复",
    snoozedUntilEither: (moment) => `搁置到 ${moment}，顾客提前回复则恢复`,
    assignedTo: (name) => `已分配给 ${name}`,
    assignedToYou: "已分配给我",
  },
});
