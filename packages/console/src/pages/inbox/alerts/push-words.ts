import { defineWords } from "../../../words/define-words.ts";

/** What is said of notifications while the console is closed. */
export const pushWords = defineWords({
  en: {
    label: "Notifications while the console is closed",
    note: "In this browser, for all bots whose customers you may answer, until you sign out. They hold nothing that a customer wrote.",
    obstacles: {
      insecure: "Only where the console is opened by https. Ask whoever runs this server.",
      home_screen:
        "On iPhone and iPad only from the Home Screen: tap Share, then Add to Home Screen, and open Meetbot from there.",
      unsupported: "This browser cannot be told anything while the console is closed.",
      blocked:
        "The browser blocks notifications from this address. Allow them in its settings, and load this page again.",
      no_contact:
        "This server is not ready for it: MEETBOT_PUBLIC_URL has to name the console's address, by https.",
    },
    notAllowed: "Not switched on: the browser was not allowed to show notifications.",
    test: "Send a test",
    tested: "The test was accepted. See that it arrived.",
    refused: (problem: string) => `The test was not sent: ${problem}`,
    others: "Also on",
    unknown: "another browser",
    remove: "Switch off",
  },
  zh: {
    label: "控制台关闭时的通知",
    note: "在此浏览器中接收您可以接待的所有机器人的通知，退出登录后停止。通知中不含顾客写的任何内容。",
    obstacles: {
      insecure: "只有通过 https 打开控制台时才能使用。请联系服务器管理员。",
      home_screen:
        "在 iPhone 和 iPad 上，须先添加到主屏幕：点按“分享”，选择“添加到主屏幕”，再从主屏幕打开 Meetbot。",
      unsupported: "此浏览器不支持在控制台关闭时接收通知。",
      blocked: "浏览器屏蔽了来自此地址的通知。请在浏览器设置中允许，然后重新加载本页。",
      no_contact: "服务器尚未就绪：需要在 MEETBOT_PUBLIC_URL 中填写控制台的 https 地址。",
    },
    notAllowed: "没有开启：浏览器未获准显示通知。",
    test: "发送测试",
    tested: "测试通知已被接收，请确认是否收到。",
    refused: (problem: string) => `测试通知没有发出：${problem}`,
    others: "其他已开启的浏览器",
    unknown: "其他浏览器",
    remove: "关闭",
  },
});
