import { answerRoutes } from "@meetbot/admin-api/contract/answers.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Context } from "hono";
import type { AnswersDeps } from "../../../operations/answers/save-answers.ts";
import { forgetTaught, taughtIdOf, teach } from "../../../operations/answers/teach.ts";
import type { Store } from "../../../store/store.ts";
import type { AdminApp } from "../http/admin-app.ts";
import type { AdminEnv } from "../http/admin-env.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import { findBot } from "../http/find-secret.ts";
import { refuseUnsaved } from "./refuse-unsaved.ts";

/** Mounts the routes for teaching a bot sentences that it did not understand. */
export function mountTaught(
  { mount }: AdminApp,
  { bots, conversationLog }: Pick<Store, "bots" | "conversationLog">,
  writing: (c: Context<AdminEnv>, bot: Bot) => AnswersDeps,
): void {
  /** Returns the text that a customer wrote as one message of a conversation. */
  async function textOf(ref: ConversationRef, seq: number): Promise<string> {
    const [message] = await conversationLog.messagesAfter(ref, seq - 1, 1);
    const isWritten =
      message?.seq === seq &&
      message.redactedAt === null &&
      message.from === "customer" &&
      message.event.content.kind === "text";
    if (!isWritten || message.event.content.kind !== "text") throw notFound("message");
    return message.event.content.text;
  }

  mount(answerRoutes.teach, async (c) => {
    const bot = await findBot(bots, c.req.valid("param").bot_id);
    const {
      utterance,
      conversation_id: conversationId,
      seq,
      meaning,
      answer,
    } = c.req.valid("json");
    const isOfMessage = conversationId !== undefined && seq !== undefined;
    if ((utterance === undefined) !== isOfMessage) throw noSentence;
    if ((meaning === undefined) === (answer === undefined)) throw noMeaning;
    const text =
      utterance ?? (isOfMessage ? await textOf({ botId: bot.id, conversationId }, seq) : "");
    const teaching = answer ? { text, answer } : { text, meaning: meaning ?? "" };
    const { written, taught } = await teach(writing(c, bot), teaching);
    const { version, isChanged, book } = refuseUnsaved(written);
    const isTaught = book.taught.some((one) => one.text === taught.text);
    const taught_id = isTaught ? taughtIdOf(taught.text) : null;
    return c.json({ version, is_changed: isChanged, taught: { taught_id, ...taught } }, 200);
  });

  mount(answerRoutes.forgetTaught, async (c) => {
    const { bot_id: botId, taught_id: taughtId } = c.req.valid("param");
    const bot = await findBot(bots, botId);
    const { version, isChanged } = refuseUnsaved(await forgetTaught(writing(c, bot), taughtId));
    return c.json({ version, is_changed: isChanged }, 200);
  });
}

const noSentence = new ApiError(
  400,
  "invalid_request",
  "Which sentence? Send `utterance`, or `conversation_id` and `seq`, and not both.",
);

const noMeaning = new ApiError(
  400,
  "invalid_request",
  "What does it mean? Send `meaning` or `answer`, and not both.",
);
