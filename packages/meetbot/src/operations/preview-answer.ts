import type { MerchantAnswer, Question } from "@meetbot/model/conversation/ask.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { Level, Proof } from "@meetbot/model/conversation/proof.ts";
import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import type { ShownAnswer } from "@meetbot/model/conversation/shown-answer.ts";
import { inEachLanguage } from "@meetbot/presentation";
import { comparableNumber, type Query } from "@meetbot/protocol";
import { withKnownStages } from "../channels/with-known-stages.ts";
import { type DialogContext, stateBefore, step } from "../dialog/step.ts";
import { redact } from "../identity/redact.ts";
import { visibleReply } from "../identity/visible-reply.ts";
import { issueTokens } from "../turn/choice-tokens.ts";

/** One message of the bot, as the chat window's entries have it. */
export interface PreviewEntry {
  key: string;
  from: "bot";
  locale: Locale;
  reply: Omit<VisibleReply, "locale">;
}

/** The answer as a customer at one level sees it; `level` is `null` if every customer sees the same. */
export interface Preview {
  level: Level | null;
  entries: Readonly<Record<Locale, readonly PreviewEntry[]>>;
}

const minuteMs = 60_000;

/**
 * Returns a merchant's answer as customers would read it, at each level that this question can reach: through the same
 * steps as in a turn, with the proofs that bring a customer to that level. Shows nothing of a `test`.
 */
export function previewAnswer(
  query: Query,
  answer: MerchantAnswer,
  { speaker, now, timeZone }: { speaker: DialogContext; now: number; timeZone?: string },
): Preview[] {
  if (query.method === "test") return [];
  const question = toQuestion(query);
  return levelsOf(question, answer).map((level) => {
    const proofs = proofsFor(level ?? 0, question, answer, now);
    const rules = { policy: "ladder", numberAlone: "never" } as const;
    const evidence = { question, proofs, ...rules, now, ...(timeZone && { timeZone }) };
    const shownIn = (locale: Locale) => redact(answer, { ...evidence, locale });
    const plan = { question, finding: null, secondTry: true };
    const say = (locale: Locale): PreviewEntry[] => {
      const before = { ...stateBefore(locale), typed: [numberIn(question) ?? []].flat() };
      const { replies } = step(before, { kind: "answer", plan, answer: shownIn(locale) }, speaker);
      let choice = 0;
      const outbound = issueTokens(replies, locale, [], () => `choice_${++choice}`);
      return outbound.replies.map((reply, at) => {
        const { locale: said, ...seen } = withKnownStages(visibleReply(reply, now));
        return { key: `preview_${at}`, from: "bot", locale: said, reply: seen };
      });
    };
    const reached = level === "package" ? levelOfFirst(redact(answer, evidence)) : level;
    return { level: reached, entries: inEachLanguage(say) };
  });
}

function toQuestion(query: Exclude<Query, { method: "test" }>): Question {
  if (!("pagination" in query)) return { method: "orders", orderNumber: query.orderNumber };
  const { page } = query.pagination;
  if ("userAccount" in query) {
    const { userAccount, filter } = query;
    return { method: "orders", userAccount, filter, page };
  }
  return "packageNumber" in query
    ? { method: "packages", packageNumber: query.packageNumber, page }
    : { method: "packages", orderNumber: query.orderNumber, page };
}

/** Only answers that found something have levels. */
function levelsOf(question: Question, answer: MerchantAnswer): (Level | null)[] {
  if (itemsIn(answer).length === 0) return [null];
  return "packageNumber" in question ? ["package", 1, 2] : [0, 1, 2];
}

/** A package that takes its number from its order is shown at the order's level. */
function levelOfFirst(shown: ShownAnswer): Level {
  return shown.kind === "packages" ? (shown.packages[0]?.level ?? 0) : 0;
}

function itemsIn(answer: MerchantAnswer): readonly { order_number: string }[] {
  if (answer.kind === "orders") return answer.orders;
  return answer.kind === "packages" ? answer.packages : [];
}

/** Returns the proofs that a customer at this level has given. */
function proofsFor(level: Level, question: Question, answer: MerchantAnswer, now: number): Proof[] {
  const times = { at: now, expires: now + minuteMs };
  const prove = (kind: Proof["kind"], value: string, source: Proof["source"]): Proof => {
    return { kind, value, source, ...times };
  };
  const typed = numberIn(question);
  const proofs = typed === null ? [] : [prove("number", comparableNumber(typed), "typed")];
  if (level === 0 || level === "package") return proofs;
  if (level === 2 && "userAccount" in question) {
    proofs.push(prove("account", question.userAccount, "code"));
  }
  const source = level === 2 ? "owned" : "listed";
  const numbers = itemsIn(answer).map((item) => comparableNumber(item.order_number));
  return [...proofs, ...numbers.map((number) => prove("number", number, source))];
}

function numberIn(question: Question): string | null {
  if ("orderNumber" in question) return question.orderNumber;
  return "packageNumber" in question ? question.packageNumber : null;
}
