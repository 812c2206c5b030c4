import { defineWords } from "../../words/define-words.ts";

export const telegramWords = defineWords({
  en: {
    title: "Telegram",
    text: "The Telegram bot that speaks for this bot: its connection, what it shows, and what was not sent.",
    connect: "Connect a Telegram bot",
    connectText:
      "Telegram gives each bot a token. Paste it here, and Meetbot does the rest: it asks Telegram whose token it is and has the customers' messages sent here. The token is encrypted and never shown again.",
    before: "How to get a token",
    steps: {
      create:
        "In Telegram, write /newbot to @BotFather, and choose a name and a username. Customers see both.",
      token: "@BotFather answers with the token. Copy it.",
      groups:
        "Recommended: write /setjoingroups to @BotFather and choose Disable. Strangers can then not bring the bot into groups, which it leaves anyway.",
    },
    needsHttps: (url: string) =>
      `Telegram sends messages by https only, but this server takes itself to be at ${url}. Set MEETBOT_PUBLIC_URL to its address from outside first.`,
    token: "Bot token",
    tokenText: "Digits, a colon, and 35 letters and digits.",
    submit: "Check and connect",
    takeOver: "Take the bot over",
    takeOverText: (button: string) =>
      `Or press “${button}”: messages then come here, and the other program gets no more of them.`,
    connectedNow: (name: string) => `@${name} speaks for this bot now.`,
    replaced: (host: string) =>
      `Messages went to ${host} before. Switch the program there off, or it will take them back.`,
    notConnected: "The Telegram bot was not connected. Nothing was changed or kept.",
    checksTitle: "What Telegram says",
    checks: {
      token: "Telegram knows the token",
      bot: "It is a bot's token",
      webhook: "Telegram sends the bot's messages here",
      updates: "Everything that is needed is sent",
      delivery: "Telegram reaches this server",
      free: "The Telegram bot speaks for no other bot",
    },
    stopped: {
      auth: "The token is not valid any more, and nothing is sent. Copy it from @BotFather once more and connect the bot again: what waits is then sent.",
      restricted:
        "Telegram has frozen the bot, and nothing is sent. Its owner finds out why from @SpamBot in Telegram; once it is lifted, connect the bot again.",
    },
    paused: (at: string) => `Telegram was called too often. Sending goes on by itself at ${at}.`,
    facts: {
      link: "Link for customers",
      connected: "Connected since",
      checked: "Last found in order",
      webhook: "Messages are sent to",
      lastEvent: "Last message from Telegram",
      waiting: "Waiting to be sent",
      unknown: "Unconfirmed",
      failed: "Given up",
      lastFailure: "Last problem",
    },
    linkCopy: "link for customers",
    unchecked: "Not checked yet",
    noEvent: "None yet. Write to the bot to try it.",
    unknownText: "Telegram's answer was lost.",
    pending: (count: number) =>
      count === 0
        ? "No message waits at Telegram's side."
        : count === 1
          ? "1 message waits at Telegram's side; it is kept there for a day."
          : `${count} messages wait at Telegram's side; they are kept there for a day.`,
    canJoinGroups:
      "Strangers can bring the bot into groups; it leaves them. To end that, write /setjoingroups to @BotFather.",
    subscribe: "Have messages sent here again",
    profile: "What Telegram shows first",
    profileText:
      "Description and commands follow the bot's name, languages and menu. Publish them after you change those. The name and picture in Telegram are set with @BotFather.",
    emptyChat: "Before the first message",
    menuLook: "Menu",
    start: "Start",
    menu: "Menu",
    message: "Message",
    whatItCanDo: "What can this bot do?",
    phoneOf: (what: string, language: string) => `${what}, ${language}`,
    isDefault: "For everybody who uses Telegram in none of the bot's other languages.",
    isOther: (language: string) => `For people who use Telegram in ${language}.`,
    noCommands: "The bot's menu is empty, so there are no commands.",
    publish: "Publish to Telegram",
    publishedNow: "Published. Chats that people have open follow within minutes.",
    compare: "Compare with Telegram",
    same: "Telegram shows exactly this.",
    differs: (parts: string) =>
      `Telegram shows something else: ${parts}. Publish to bring it up to date.`,
    parts: {
      commands: "commands",
      description: "description",
      short_description: "short description",
      menu_button: "menu button",
    },
    needsLink: "Connect a Telegram bot to publish.",
    again: "New token",
    againText:
      "Connecting again replaces the token, and lets a bot that was stopped go on. What is connected stays until the new token has been checked.",
    againButton: "Connect again",
    disconnectText:
      "The bot no longer answers in Telegram. The token is deleted and Telegram sends nothing here; conversations stay until they expire.",
    disconnectButton: "Disconnect the Telegram bot",
    disconnectTitle: (name: string) => `Disconnect ${name}?`,
    disconnected: "The Telegram bot is disconnected, and its token is deleted.",
    ownersOnly: "Owners of the bot connect and disconnect a Telegram bot.",
  },
  zh: {
    title: "Telegram",
    text: "通过此机器人回复的 Telegram 机器人：连接状态、展示内容，以及未能发出的消息。",
    connect: "连接 Telegram 机器人",
    connectText:
      "每个 Telegram 机器人都有一个令牌。粘贴到这里即可，其余由 Meetbot 完成：向 Telegram 核对令牌，并让顾客的消息发送到本服务器。令牌加密存放，不会再次显示。",
    before: "如何获取令牌",
    steps: {
      create:
        "在 Telegram 中向 @BotFather 发送 /newbot，设置机器人的名称和用户名，顾客会看到这两项。",
      token: "@BotFather 会回复令牌，复制即可。",
      groups:
        "建议：向 @BotFather 发送 /setjoingroups 并选择 Disable，以免陌生人把机器人拉进群组（机器人即使被拉进群组也会自动退出）。",
    },
    needsHttps: (url) =>
      `Telegram 只通过 https 发送消息，而本服务器当前的地址是 ${url}。请先把 MEETBOT_PUBLIC_URL 设为服务器的外部地址。`,
    token: "机器人令牌",
    tokenText: "由数字、冒号和 35 个字符组成。",
    submit: "核对并连接",
    takeOver: "接管该机器人",
    takeOverText: (button) =>
      `也可以点击“${button}”：消息将改为发送到这里，原来的程序不再收到消息。`,
    connectedNow: (name) => `@${name} 已通过此机器人回复。`,
    replaced: (host) => `消息此前发送到 ${host}。请停用那里的程序，否则它可能会重新接管。`,
    notConnected: "Telegram 机器人没有连接，未更改或保存任何内容。",
    checksTitle: "Telegram 的核对结果",
    checks: {
      token: "令牌有效",
      bot: "令牌属于机器人",
      webhook: "机器人的消息发送到本服务器",
      updates: "所需的消息类型齐全",
      delivery: "Telegram 可以访问本服务器",
      free: "该 Telegram 机器人没有连接到其他机器人",
    },
    stopped: {
      auth: "令牌已失效，所有消息暂停发送。请从 @BotFather 重新复制令牌并重新连接，之后会继续发送。",
      restricted:
        "Telegram 冻结了该机器人，所有消息暂停发送。机器人的所有者可在 Telegram 中向 @SpamBot 查询原因，解除冻结后重新连接。",
    },
    paused: (at) => `对 Telegram 的调用过于频繁，将于 ${at} 自动恢复发送。`,
    facts: {
      link: "顾客使用的链接",
      connected: "连接时间",
      checked: "最近核对正常",
      webhook: "消息发送到",
      lastEvent: "最近一次收到消息",
      waiting: "等待发送",
      unknown: "尚未确认",
      failed: "发送失败",
      lastFailure: "最近的问题",
    },
    linkCopy: "顾客使用的链接",
    unchecked: "尚未核对",
    noEvent: "还没有。给机器人发一条消息试试。",
    unknownText: "没有收到 Telegram 的确认。",
    pending: (count) =>
      count === 0
        ? "Telegram 那边没有等待送达的消息。"
        : `Telegram 那边有 ${count} 条消息等待送达，会保留一天。`,
    canJoinGroups:
      "陌生人可以把机器人拉进群组，机器人会自动退出。如需禁止，请向 @BotFather 发送 /setjoingroups。",
    subscribe: "让消息重新发送到这里",
    profile: "Telegram 首先展示的内容",
    profileText:
      "简介和命令取自机器人的名称、语言和菜单，修改后请重新发布。Telegram 中的名称和头像请通过 @BotFather 设置。",
    emptyChat: "发送第一条消息之前",
    menuLook: "菜单",
    start: "开始",
    menu: "菜单",
    message: "消息",
    whatItCanDo: "这个机器人能做什么？",
    phoneOf: (what, language) => `${what}，${language}`,
    isDefault: "展示给 Telegram 界面语言不属于机器人其他语言的所有人。",
    isOther: (language) => `展示给 Telegram 界面语言为${language}的人。`,
    noCommands: "机器人的菜单为空，因此没有命令。",
    publish: "发布到 Telegram",
    publishedNow: "已发布。用户已打开的聊天会在几分钟内更新。",
    compare: "与 Telegram 比较",
    same: "Telegram 展示的内容与此完全一致。",
    differs: (parts) => `Telegram 展示的内容不同：${parts}。发布后即可更新。`,
    parts: {
      commands: "命令",
      description: "简介",
      short_description: "短简介",
      menu_button: "菜单按钮",
    },
    needsLink: "连接 Telegram 机器人后才能发布。",
    again: "更换令牌",
    againText:
      "重新连接会替换令牌，并让已停用的机器人恢复发送。新令牌核对通过之前，现有连接保持不变。",
    againButton: "重新连接",
    disconnectText:
      "机器人不再在 Telegram 上回复。令牌会被删除，Telegram 不再向这里发送消息；会话保留至到期为止。",
    disconnectButton: "断开 Telegram 机器人",
    disconnectTitle: (name) => `断开 ${name} 的连接？`,
    disconnected: "Telegram 机器人已断开连接，令牌已删除。",
    ownersOnly: "只有机器人的所有者可以连接或断开 Telegram 机器人。",
  },
});
