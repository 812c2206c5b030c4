import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { FailureClass } from "@meetbot/model/outbound-message.ts";
import type { SendFailure } from "../../../channels/channel.ts";
import type { BotProblem } from "../../../channels/telegram/connection/check-bot.ts";

/** The languages in which problems are explained to operators. */
type OperatorLocale = Extract<Locale, "en" | "zh">;

/** A call to Telegram for a bot, other than sending. */
export type BotStep =
  | Extract<BotProblem, { kind: "refused" }>["step"]
  | "profile"
  | "read_profile"
  | "deleteWebhook";

/** Explains what is wrong on Telegram's side or with the input, and how to fix it. */
export function explainProblem(
  problem: BotProblem | { kind: "taken" },
  locale: OperatorLocale = "en",
): string {
  const says = words[locale];
  switch (problem.kind) {
    case "refused":
      return explainRefusal(problem.step, problem.failure, locale);
    case "token_form":
      return says.tokenForm;
    case "no_bot":
      return says.noBot;
    case "other_webhook":
      return says.otherWebhook(problem.host);
    case "updates_missing":
      return says.updatesMissing(problem.updates);
    case "not_delivered":
      return says.notDelivered(problem.waiting, problem.at.toISOString(), problem.message);
    case "taken":
      return says.taken;
  }
}

/** Explains that Telegram refused a call. Omits Telegram's own message, which may repeat what was sent. */
export function explainRefusal(
  step: BotStep,
  { failure, code }: Pick<SendFailure, "failure" | "code">,
  locale: OperatorLocale = "en",
): string {
  const says = words[locale];
  return says.refused(says.whatFailed[step], code ?? null, says.advice[adviceOn(step, failure)]);
}

type Advice = "again" | "rate" | "restricted" | "token" | "url" | "check";

function adviceOn(step: BotStep, failure: FailureClass): Advice {
  switch (failure) {
    case "transient":
    case "ambiguous":
      return "again";
    case "rate":
    case "restricted":
      return failure;
    case "auth":
      return "token";
    default:
      return step === "setWebhook" ? "url" : "check";
  }
}

interface ProblemWords {
  tokenForm: string;
  noBot: string;
  otherWebhook(host: string | null): string;
  updatesMissing(updates: string[]): string;
  notDelivered(waiting: number, at: string, message: string): string;
  taken: string;
  refused(what: string, code: number | null, advice: string): string;
  whatFailed: Record<BotStep, string>;
  advice: Record<Advice, string>;
}

const words: Record<OperatorLocale, ProblemWords> = {
  en: {
    tokenForm:
      "This is not the form of a bot's token: a number, a colon and 35 letters, digits, _ or -. Copy it from @BotFather in Telegram.",
    noBot: "The token is not that of a bot. Copy the one that @BotFather gave you.",
    otherWebhook: (host) =>
      host === null
        ? "Telegram sends the bot's updates nowhere. Connect the bot again with its token."
        : `Telegram sends the bot's updates to ${host}, not here: another program uses the same token. Stop it there, and connect the bot again.`,
    updatesMissing: (updates) =>
      `Telegram does not send all that is needed: ${updates.join(", ")} ${updates.length === 1 ? "is" : "are"} missing. Connect the bot again.`,
    notDelivered: (waiting, at, message) =>
      `${waiting} ${waiting === 1 ? "update waits" : "updates wait"}: Telegram could not reach this server at ${at} (${message}). See that it is reachable from outside by https, with a certificate that browsers take.`,
    taken:
      "The Telegram bot speaks for another bot of this server, and its customers would be answered twice. Disconnect it there first.",
    refused: (what, code, advice) =>
      `Telegram ${what}${code === null ? "" : ` (code ${code})`}. ${advice}`,
    whatFailed: {
      getMe: "did not say whose token this is",
      setWebhook: "did not take this server's address for the bot's updates",
      getWebhookInfo: "did not say where the bot's updates go",
      profile: "did not take the bot's commands and descriptions",
      read_profile: "did not say which commands and descriptions the bot has",
      deleteWebhook: "did not end the sending of updates",
    },
    advice: {
      again:
        "It may not be reachable from here (MEETBOT_TELEGRAM_URL, if that is set), or is down for the moment. Try again soon.",
      rate: "It was called too often. Try again in a few minutes.",
      restricted: "It has frozen the bot: its owner finds out more from @SpamBot in Telegram.",
      token: "The token is not valid any more. Copy the bot's token from @BotFather once more.",
      url: "It calls https at port 443, 80, 88 or 8443 only, under a name that everybody can look up: see MEETBOT_PUBLIC_URL.",
      check: "Check the connection: it says what is wrong at Telegram's side.",
    },
  },
  zh: {
    tokenForm:
      "机器人令牌的格式不正确，应为数字、冒号加 35 个字符（字母、数字、_ 或 -）。请从 Telegram 的 @BotFather 复制。",
    noBot: "该令牌不属于机器人。请复制 @BotFather 提供的令牌。",
    otherWebhook: (host) =>
      host === null
        ? "Telegram 目前没有把该机器人的更新发送到任何地址。请用令牌重新连接。"
        : `Telegram 把该机器人的更新发送到了 ${host}，而不是本服务器：有其他程序在使用同一个令牌。请先停用那个程序，再重新连接。`,
    updatesMissing: (updates) =>
      `Telegram 没有发送所需的全部更新，缺少：${updates.join("、")}。请重新连接机器人。`,
    notDelivered: (waiting, at, message) =>
      `有 ${waiting} 条更新等待送达：Telegram 于 ${at} 无法访问本服务器（${message}）。请确认外部可以通过 https 访问，且证书受浏览器信任。`,
    taken:
      "该 Telegram 机器人已连接到本服务器上的另一个机器人，否则顾客会收到两份答复。请先在那边断开连接。",
    refused: (what, code, advice) =>
      `Telegram ${what}${code === null ? "" : `（代码 ${code}）`}。${advice}`,
    whatFailed: {
      getMe: "没有说明令牌属于哪个机器人",
      setWebhook: "没有接受本服务器的地址来接收更新",
      getWebhookInfo: "没有说明机器人的更新发往何处",
      profile: "没有接受机器人的命令和简介",
      read_profile: "没有返回机器人现有的命令和简介",
      deleteWebhook: "没有停止发送更新",
    },
    advice: {
      again:
        "可能是从本服务器无法访问（如果设置了 MEETBOT_TELEGRAM_URL，请检查），也可能是暂时故障，请稍后重试。",
      rate: "调用过于频繁，请几分钟后重试。",
      restricted: "Telegram 冻结了该机器人，机器人的所有者可在 Telegram 中向 @SpamBot 查询。",
      token: "令牌已失效。请从 @BotFather 重新复制机器人的令牌。",
      url: "Telegram 只访问 443、80、88 或 8443 端口的 https 地址，且域名必须能公开解析，请检查 MEETBOT_PUBLIC_URL。",
      check: "请检查连接，检查结果会说明 Telegram 那边的问题。",
    },
  },
};
