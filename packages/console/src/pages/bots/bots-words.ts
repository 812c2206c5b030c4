import { defineWords } from "../../words/define-words.ts";

export const botsWords = defineWords({
  en: {
    title: "Bots",
    text: "A bot answers the customers of one shop.",
    create: "New bot",
    none: "Create your first bot",
    noneText:
      "You need a name and the URL of your shop's webhook. You get the bot's secrets, and a checklist that leads to the first answered customer.",
    noneForYou: "No bots for you yet",
    noneForYouText: "Bots appear here once an owner or an administrator gives you a role on them.",
    demo: "Demo",
    roles: { owner: "Owner", editor: "Editor", viewer: "Viewer", agent: "Agent" },
    healthy: "Webhook OK",
    failing: (since: string) => `Webhook failing since ${since}`,
    stoppedGone: "Stopped: the webhook said that it is gone",
    stoppedFailing: "Stopped: the webhook has not answered for days",
    progress: "Ready to go live",
    progressOf: (done: number, all: number) => `${done} of ${all}`,
    live: "Ready",
    unknown: "not known right now",
  },
  zh: {
    title: "机器人",
    text: "一个机器人为一家店铺的顾客服务。",
    create: "新建机器人",
    none: "创建第一个机器人",
    noneText:
      "只需要名称和店铺的 Webhook 地址。创建后会得到密钥和一份上线检查清单，按清单操作即可开始接待顾客。",
    noneForYou: "还没有您可以查看的机器人",
    noneForYouText: "机器人的所有者或管理员为您分配角色后，机器人会显示在这里。",
    demo: "演示",
    roles: { owner: "所有者", editor: "编辑者", viewer: "查看者", agent: "客服" },
    healthy: "Webhook 无异常",
    failing: (since) => `Webhook 自 ${since} 起持续失败`,
    stoppedGone: "已停止调用：Webhook 声明已下线",
    stoppedFailing: "已停止调用：Webhook 连续多日无应答",
    progress: "上线准备",
    progressOf: (done, all) => `${done} / ${all}`,
    live: "已就绪",
    unknown: "暂时未知",
  },
});
