import { defineWords } from "../../words/define-words.ts";

export const secondFactorWords = defineWords({
  en: {
    title: "One more step",
    text: "On this server you sign in with a passkey: your fingerprint, face or the PIN of this device.",
    add: "Add a passkey",
    use: "Use my passkey",
    name: "Passkey",
    lost: "Lost your passkey? Ask an administrator for a sign-in link, and add another one.",
    leave: "Sign out",
    passkeyFirst: "You have a passkey already. Use that one.",
    noPin: "That passkey asked for no PIN, fingerprint or face. Use another one.",
    failed: "No passkey was used. Try again.",
  },
  zh: {
    title: "还差一步",
    text: "在这台服务器上要用通行密钥登录：指纹、面容，或这台设备的 PIN 码。",
    add: "添加通行密钥",
    use: "使用我的通行密钥",
    name: "通行密钥",
    lost: "通行密钥丢了？请管理员生成一个登录链接，再添加新的。",
    leave: "退出登录",
    passkeyFirst: "你已经有通行密钥了，请使用它。",
    noPin: "这个通行密钥没有要求 PIN 码、指纹或面容，请换一个。",
    failed: "未使用通行密钥，请重试。",
  },
});
