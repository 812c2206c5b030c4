import { defineWords } from "../../words/define-words.ts";

export const channelsWords = defineWords({
  en: {
    title: "Channels",
    text: "Where customers reach the bot.",
    snippet: "Web chat: the tag for your pages",
    snippetText:
      "Put this tag on every page where you want the chat. It shows a button in the corner; the rest is loaded when somebody points at it.",
    snippetName: "tag for your pages",
    seenOn: (origin: string, ago: string) => `Seen on ${origin} ${ago}.`,
    notSeen:
      "No page has loaded it yet. Open a page with the tag, and it shows up here within a minute.",
    policy:
      "If your pages set a Content-Security-Policy, add this server to script-src and connect-src:",
    origins: "Pages that may chat",
    originsText:
      "Scheme, host and port of your shop's pages. What you add or remove is saved at once. The chat does not open on other pages; their browser console says why.",
    originsLabel: "Origins",
    originsPlaceholder: "https://shop.example.com",
    originsFault:
      "An origin is scheme, host and port, such as https://shop.example.com, without a path or a wildcard; 50 at most.",
    seen: (ago: string) => `chat seen there ${ago}`,
    notSeenThere: "chat not seen there yet",
    remove: (origin: string) => `Remove ${origin}`,
    none: "None yet, so the chat opens on none of your pages.",
    add: "Add",
    preview: "Look and preview",
    previewText:
      "The window that customers get, served from this server. What you write in it is a real conversation with your shop.",
    accent: "Color of the window",
    accentText: "Text on it is white, or black where white would be hard to read.",
    accentFault: "A color is # and six hexadecimal digits, such as #2f5bea.",
    ownAccent: "Default color",
    start: "Start the preview",
    restart: "Start again",
    frame: "The chat window",
    desktop: "Window",
    phone: "Phone",
    page: "Chat as its own page",
    pageText:
      "For links in emails and QR codes. Pages of the origins above may embed it in a frame.",
    pageName: "address of the chat",
    open: "Open",
    identity: "Customers who are signed in",
    identityText:
      "Your shop's server signs a token for whoever is signed in, on each page view, and writes it into data-identity. Such a customer sees all of their orders without a code.",
    vouched: (ago: string) => `The shop last vouched for a customer ${ago}.`,
    notVouched: "The shop has vouched for nobody yet.",
    identitySteps: {
      sign: "1. Sign on the server",
      signText:
        "The identity secret stays on your server. A token counts for 5 minutes; send such pages with Cache-Control: no-store.",
      toKeys: "Go to the identity secret",
      pass: "2. Hand it to the chat",
      passText: "In the tag, or later, when somebody signs in without a page load.",
    },
    identityNever:
      "Whatever your server signs is believed: take the account from the session, never from what the browser sends.",
    languageOf: "Programming language",
    links: {
      messenger: {
        title: "Facebook Messenger",
        text: "Customers write to your Facebook Page, and the bot answers there.",
        none: "No page is connected.",
        connect: "Connect a page",
        toPage: "Status, profile and failed messages",
      },
      telegram: {
        title: "Telegram",
        text: "Customers write to your Telegram bot, and this bot answers there.",
        none: "No Telegram bot is connected.",
        connect: "Connect a Telegram bot",
        toPage: "Status, profile and failed messages in Telegram",
      },
    },
    linkStates: {
      connected: (name: string) => `${name} is connected.`,
      paused: (name: string) => `${name} is connected and paused: there were too many calls.`,
      stopped: (name: string) => `${name} is stopped, and nothing is sent.`,
    },
  },
  zh: {
    title: "渠道",
    text: "顾客从哪里联系机器人。",
    snippet: "网页聊天：页面代码",
    snippetText:
      "把这行代码放到每个需要聊天的页面上。页面角落会显示一个按钮，鼠标悬停时才加载其余部分。",
    snippetName: "页面代码",
    seenOn: (origin, ago) => `${ago}在 ${origin} 上检测到。`,
    notSeen: "还没有页面加载过它。打开放有代码的页面，一分钟内就会显示在这里。",
    policy: "如果页面设置了内容安全策略（CSP），请把本服务器加入 script-src 和 connect-src：",
    origins: "允许聊天的页面",
    originsText:
      "店铺页面的协议、主机和端口，添加或移除后立即保存。聊天不会在其他页面上打开，原因会显示在浏览器的开发者控制台中。",
    originsLabel: "来源",
    originsPlaceholder: "https://shop.example.com",
    originsFault:
      "来源由协议、主机和端口组成，例如 https://shop.example.com，不含路径和通配符，最多 50 个。",
    seen: (ago) => `${ago}检测到聊天`,
    notSeenThere: "尚未检测到聊天",
    remove: (origin) => `移除 ${origin}`,
    none: "还没有添加，聊天不会在您的任何页面上打开。",
    add: "添加",
    preview: "外观与预览",
    previewText: "与顾客看到的窗口完全相同。您在其中发送的内容是与店铺的真实会话。",
    accent: "窗口颜色",
    accentText: "文字默认为白色，白色看不清时自动改为黑色。",
    accentFault: "颜色为 # 加六位十六进制数字，例如 #2f5bea。",
    ownAccent: "默认颜色",
    start: "开始预览",
    restart: "重新开始",
    frame: "聊天窗口",
    desktop: "窗口",
    phone: "手机",
    page: "独立页面",
    pageText: "用于邮件链接或二维码，也可以嵌入上述来源的页面。",
    pageName: "聊天地址",
    open: "打开",
    identity: "已登录的顾客",
    identityText:
      "每次打开页面时，由店铺服务器为已登录的顾客签发令牌，并写入 data-identity。这样的顾客无需验证码即可查看自己的全部订单。",
    vouched: (ago) => `店铺${ago}为顾客担保过身份。`,
    notVouched: "店铺还没有为任何顾客担保过身份。",
    identitySteps: {
      sign: "1. 在服务器上签名",
      signText:
        "身份密钥只保存在您的服务器上。令牌有效期 5 分钟；请为此类页面设置 Cache-Control: no-store。",
      toKeys: "前往身份密钥",
      pass: "2. 交给聊天窗口",
      passText: "写在页面代码中；如果登录时页面不刷新，也可以稍后传入。",
    },
    identityNever:
      "机器人完全相信您的服务器签名的账号：账号必须取自服务器上的会话，绝不能取自浏览器提交的内容。",
    languageOf: "编程语言",
    links: {
      messenger: {
        title: "Facebook Messenger",
        text: "顾客给您的 Facebook 主页发消息，由机器人在那里回复。",
        none: "尚未连接主页。",
        connect: "连接主页",
        toPage: "状态、展示内容和失败消息",
      },
      telegram: {
        title: "Telegram",
        text: "顾客给您的 Telegram 机器人发消息，由此机器人在那里回复。",
        none: "尚未连接 Telegram 机器人。",
        connect: "连接 Telegram 机器人",
        toPage: "Telegram 的状态、展示内容和失败消息",
      },
    },
    linkStates: {
      connected: (name) => `${name} 已连接。`,
      paused: (name) => `${name} 已连接，因调用过于频繁暂停发送。`,
      stopped: (name) => `${name} 已停用，不再发送消息。`,
    },
  },
});
