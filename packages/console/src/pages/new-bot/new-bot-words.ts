import { settingLimits } from "../../access/setting-limits.ts";
import { defineWords } from "../../words/define-words.ts";

export const newBotWords = defineWords({
  en: {
    title: "New bot",
    text: "Create one bot for each shop. You can change all of this later.",
    name: "Name",
    nameText: "How the bot introduces itself to customers.",
    namePlaceholder: "Peter's Apparel",
    nameFault: `A name has 1 to ${settingLimits.nameLength} characters.`,
    nameMissing: "Give the bot a name first.",
    create: "Create bot",
    cancel: "Cancel",
    onlyAdministrators: "Only administrators can create bots",
    onlyAdministratorsText: "Ask an administrator to create one and give you a role on it.",
    created: (name: string) => `${name} has been created`,
    botId: "Bot ID",
    botIdText: "Used in the tag on your pages and on the command line. It is not a secret.",
    connected: (shop: string) => `It is connected with “${shop}”. Nothing has to be programmed.`,
    secrets: "Secrets for developers (optional)",
    secretsText:
      "They are for signing in your own customers and for news that your own system sends. Whoever has them can act as your shop. You can make new ones on Key management at any time.",
    createdText:
      "These three secrets are shown only now. They are not interchangeable: put each into the variable named beside it, and nowhere else. Whoever has them can act as Meetbot, as your customers or as your shop.",
    signing: "Signing secret",
    signingText:
      "For your webhook, which checks with it that a query comes from Meetbot. Variable:",
    identity: "Identity secret",
    identityText:
      "For your shop's server, which signs with it who is signed in. Optional. Variable:",
    push: "Push secret",
    pushText:
      "For the system that tells Meetbot of new orders and parcels, which signs with it. Optional. Variable:",
    download: "Download as .env",
    lose: "The secrets are shown only here. If you leave without them, you have to rotate them before you can use the bot.",
    kept: "I have saved the secrets",
    next: "Next steps",
    steps: {
      real: "See a real order as your customers do, and run all rules",
      webhook: "Put the signing secret into your webhook, and test it",
      channels: "Put the chat on your shop's pages",
      checklist: "See what is left before you go live",
    },
  },
  zh: {
    title: "新建机器人",
    text: "每家店铺一个机器人。以下内容以后都可以修改。",
    name: "名称",
    nameText: "机器人向顾客介绍自己时使用的名称。",
    namePlaceholder: "彼得服饰",
    nameFault: `名称为 1 到 ${settingLimits.nameLength} 个字符。`,
    nameMissing: "请先填写机器人名称。",
    create: "创建机器人",
    cancel: "取消",
    onlyAdministrators: "只有管理员可以创建机器人",
    onlyAdministratorsText: "请联系管理员创建机器人并为您分配角色。",
    created: (name) => `${name} 已创建`,
    botId: "机器人编号",
    botIdText: "用于页面代码和命令行，不是机密。",
    connected: (shop) => `已与“${shop}”连接，无需开发。`,
    secrets: "供开发人员使用的密钥（可选）",
    secretsText:
      "用于为已登录的顾客签发身份，以及由您自己的系统推送消息。拿到密钥的人可以冒充您的店铺。以后随时可以在“密钥管理”中重新生成。",
    createdText:
      "以下三个密钥只显示这一次，且不能互换：请分别保存到旁边标明的环境变量中。拿到密钥的人可以冒充 Meetbot、您的顾客或您的店铺。",
    signing: "签名密钥",
    signingText: "供您的 Webhook 使用，用于验证查询确实来自 Meetbot。环境变量：",
    identity: "身份密钥",
    identityText: "供您的店铺服务器使用，用于为已登录的顾客签发身份，可选。环境变量：",
    push: "推送密钥",
    pushText: "供主动通知 Meetbot 新订单和包裹动态的系统使用，用于签名，可选。环境变量：",
    download: "下载 .env 文件",
    lose: "密钥只在这里显示。如果没有保存就离开，需要先轮换密钥才能使用该机器人。",
    kept: "我已保存这些密钥",
    next: "接下来",
    steps: {
      real: "以顾客视角查看真实订单，并运行全部规则",
      webhook: "把签名密钥填入 Webhook 并测试",
      channels: "把聊天窗口放到店铺页面上",
      checklist: "查看上线前还需要完成的事项",
    },
  },
});
