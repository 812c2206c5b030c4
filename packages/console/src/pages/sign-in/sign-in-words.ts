import { defineWords } from "../../words/define-words.ts";

export const signInWords = defineWords({
  en: {
    title: "Sign in",
    email: "Email",
    password: "Password",
    signIn: "Sign in",
    passkey: "Sign in with a passkey",
    or: "or",
    wrong: "The email or the password is wrong.",
    tooMany: "Too many attempts. Wait 15 minutes, or use a passkey.",
    busy: "Too many people are signing in right now. Try again in a minute.",
    passkeyFailed: "No passkey was used. Try again, or sign in with your password.",
    by: (provider: string) => `Sign in with ${provider}`,
    refusals: {
      provider_away: "Your company's sign-in does not answer.",
      refused: "The sign-in was not completed. Try again.",
      no_role: "Your company account has no access here, or no verified email.",
      operator_exists: "This email is taken here.",
    },
    lost: "Lost your password? Have a sign-in link made on the server, in Meetbot's folder:",
  },
  zh: {
    title: "登录",
    email: "邮箱",
    password: "密码",
    signIn: "登录",
    passkey: "使用通行密钥登录",
    or: "或",
    wrong: "邮箱或密码不正确。",
    tooMany: "尝试次数过多。请 15 分钟后再试，或使用通行密钥。",
    busy: "当前登录请求过多，请一分钟后再试。",
    passkeyFailed: "未使用通行密钥。请重试，或用密码登录。",
    by: (provider) => `使用 ${provider} 登录`,
    refusals: {
      provider_away: "公司的登录服务没有响应。",
      refused: "登录没有完成，请重试。",
      no_role: "你的公司账号无权使用 Meetbot，或没有已验证的邮箱。",
      operator_exists: "这个邮箱已有人使用。",
    },
    lost: "忘记密码？请在服务器的 Meetbot 文件夹中生成登录链接：",
  },
});
