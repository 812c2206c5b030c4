import type { AnswerBook } from "@meetbot/model/answers/answer-book.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import { heldByBot } from "@meetbot/model/desk/holder.ts";
import { render } from "../../channels/text/render.ts";
import { visibleReply } from "../../identity/visible-reply.ts";
import { newChoiceToken } from "../../secrets/token.ts";
import type { DeskView } from "../../store/desk/read-desk.ts";
import type { Store } from "../../store/store.ts";
import { takeTurn } from "../../turn/take-turn.ts";
import type { Asker, WorkerParts } from "../../turn/work/work.ts";

/** What creating a draft needs. */
export interface DraftDeps extends Pick<Store, "clock"> {
  askMerchant: WorkerParts["askMerchant"];
  /** Whether there is a mail server, so that the bot would offer a code. */
  sendsCodes: boolean;
  closing: AbortSignal;
}

/** The bot's reply to a message as plain text; `text` is null if the bot would not reply. */
export interface Draft {
  seq: number | null;
  text: string | null;
}

/** Thrown if the bot's reply would change something; such replies have no draft. */
class NoDraftError extends Error {
  override name = "NoDraftError";
}

const refuse = (): never => {
  throw new NoDraftError("A draft mails, links and checks nothing.");
};

/**
 * Runs the turn of the customer's last message as if no agent had the conversation, and stores nothing: no state, no
 * reply, no count. It may query the shop; it sends no code and no link, and calls no language model.
 */
export async function draftAnswer(
  ref: ConversationRef,
  { asker, view, book }: { asker: Asker; view: DeskView; book: AnswerBook },
  { askMerchant, clock, sendsCodes, closing }: DraftDeps,
): Promise<Draft> {
  const { last, state } = view;
  if (last?.content.kind !== "text" || view.held.holder !== "person") {
    return { seq: last?.seq ?? null, text: null };
  }
  const { seq, content } = last;
  const { quiet: _, ...event } = content;
  const { conversationId } = ref;
  const turn = await takeTurn(
    asker.bot,
    { conversationId, before: state, held: heldByBot, event },
    {
      askMerchant: (question, { locale }) => askMerchant(asker, question, closing, { locale }),
      askModel: null,
      limits: { count: async () => [], note: async () => {} },
      answers: book,
      codes: sendsCodes ? { mailer: { send: refuse }, hash: refuse, newCode: refuse } : null,
      links: { offer: refuse, check: refuse, end: refuse },
      linkPage: null,
      now: clock.now,
      newToken: newChoiceToken,
    },
  ).catch((error: unknown) => {
    if (error instanceof NoDraftError) return null;
    throw error;
  });
  // That a person is called is nothing for the person who is there.
  if (turn?.personAsked) return { seq, text: null };
  const { timeZone } = asker.bot;
  const said = (turn?.replies ?? []).map((reply) => {
    const { choices: __, ...seen } = visibleReply(reply, clock.now());
    return render(seen, { timeZone });
  });
  const text = said.filter((one) => one !== "").join("\n\n");
  return { seq, text: text === "" ? null : text };
}
