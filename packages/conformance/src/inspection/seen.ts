import type { Said } from "./finding.ts";
import type { Sent } from "./inspection.ts";
import { reactionOf } from "./reaction.ts";

/** How much of a body is enough to recognize it. */
const EXCERPT_CHARACTERS = 160;

/** Returns the beginning of a body on one line, without control characters that a terminal would interpret. */
export function excerpt(text: string): string {
  const line = text
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Cf}]/gu, "�")
    .trim();
  const isCut = line.length > EXCERPT_CHARACTERS;
  return (isCut ? `${line.slice(0, EXCERPT_CHARACTERS)}…` : line).toWellFormed();
}

/** Describes the response in one sentence. */
function whatCame(sent: Sent): Said {
  const { httpStatus: status, responseBody, detail } = sent.exchange;
  const body = excerpt(responseBody);
  if (sent.stoppedAnswering) {
    return {
      en: "The webhook stopped answering at this query: the connection broke, and right after that nothing listened any more. Its process may have crashed: look at its log.",
      zh: "webhook 收到这个查询后停止了应答：连接中断，随后已没有程序在监听。进程可能已崩溃：请查看它的日志。",
    };
  }
  if (reactionOf(sent) === "silent") {
    return { en: `No response came: ${detail}.`, zh: `没有得到回应：${detail}。` };
  }
  const location = sent.exchange.responseHeaders.location;
  if (location !== undefined && reactionOf(sent) === "redirected") {
    const to = excerpt(location);
    return { en: `HTTP ${status} to ${to}.`, zh: `HTTP ${status}，指向 ${to}。` };
  }
  if (body === "" && sent.exchange.outcome !== "received" && detail !== null) {
    const length = sent.exchange.responseHeaders["content-length"];
    const [en, zh] = length ? [` of ${length} bytes`, `（${length} 字节）`] : ["", ""];
    return {
      en: `HTTP ${status} with a body${en} that was not read: ${detail}.`,
      zh: `HTTP ${status}，正文${zh}没有读取：${detail}。`,
    };
  }
  if (body === "")
    return { en: `HTTP ${status} with an empty body.`, zh: `HTTP ${status}，正文为空。` };
  return { en: `HTTP ${status}: ${body}`, zh: `HTTP ${status}：${body}` };
}

function join(one: Said, other: Said): Said {
  return { en: `${one.en} ${other.en}`, zh: `${one.zh}${other.zh}` };
}

/** The sentences that cases report, in each language. */
export const seen = {
  came: whatCame,

  /** A request with something wrong got through. */
  gotThrough: (what: Said, sent: Sent): Said =>
    join(
      { en: `Sent ${what.en}, and it was answered.`, zh: `发送了${what.zh}，却得到了回答。` },
      whatCame(sent),
    ),

  /** It was neither answered nor refused. */
  broke: (what: Said, sent: Sent): Said =>
    join({ en: `Sent ${what.en}.`, zh: `发送了${what.zh}。` }, whatCame(sent)),

  /** Describes a query for an existing value that the webhook did not find. */
  askedFor: (value: string, sent: Sent): Said =>
    join(
      { en: `Asked for ${JSON.stringify(value)}.`, zh: `查询 ${JSON.stringify(value)}。` },
      whatCame(sent),
    ),

  /** The account that was named is none of the shop's. */
  unknownAccount: (account: string, sent: Sent): Said =>
    join(
      {
        en: `The shop says that it has no account ${JSON.stringify(account)}. If that is so, name one that has orders with --account.`,
        zh: `店铺表示没有账号 ${JSON.stringify(account)}。如果确实没有，请用 --account 指定一个有订单的账号。`,
      },
      whatCame(sent),
    ),

  text: (en: string, zh: string): Said => ({ en, zh }),

  /** The answer could not be read. */
  unreadable: (message: string): Said => ({ en: message, zh: `无法读取：${message}` }),
} as const;
