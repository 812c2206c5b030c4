import { defineWords } from "../../words/define-words.ts";

/** What is said of connecting any shop. */
export const shopWords = defineWords({
  en: {
    choice: "Your shop runs on …",
    choiceText:
      "Meetbot can ask these platforms directly: you paste a key, and nothing has to be programmed.",
    own: "My own system, with a webhook",
    ownText: "Your developers answer Meetbot's questions at a URL of yours.",
    platformText: "Meetbot asks it directly, and only reads.",
    steps: (title: string) => `First, in ${title}`,
    further: "Settings that few shops need",
    missing: "This is needed.",
    wrong: "This cannot be right.",
    kept: (fingerprint: string) => `Kept now: ${fingerprint}. Leave the field empty to keep it.`,
    remove: (label: string) => `Remove what is kept as “${label}”`,
    check: "Check",
    connect: "Connect",
    cancel: "Cancel",
    checkText: "A check reads one order and keeps nothing.",
    found: (shop: string) => `Meetbot can read the orders of “${shop}”.`,
    said: "What came back",
    notes: "What you should know",
    sealed:
      "Keys are encrypted, sent to your shop alone, and never shown again: only their fingerprint is.",
  },
  zh: {
    choice: "您的店铺使用哪个平台？",
    choiceText: "以下平台 Meetbot 可以直接查询：粘贴密钥即可，无需开发。",
    own: "自有系统（使用 Webhook）",
    ownText: "由您的开发人员在自己的地址上应答 Meetbot 的查询。",
    platformText: "由 Meetbot 直接查询，只读取数据。",
    steps: (title) => `请先在 ${title} 中完成`,
    further: "一般不需要填写的设置",
    missing: "请填写此项。",
    wrong: "此项填写有误。",
    kept: (fingerprint) => `当前密钥：${fingerprint}。留空则继续使用。`,
    remove: (label) => `删除已保存的“${label}”`,
    check: "检查",
    connect: "连接",
    cancel: "取消",
    checkText: "检查时只读取一个订单，不保存任何内容。",
    found: (shop) => `可以读取“${shop}”的订单。`,
    said: "平台返回",
    notes: "请留意",
    sealed: "密钥加密保存，只会发送给您的店铺，之后不再显示，仅显示指纹。",
  },
});
