import { randomUUID } from "node:crypto";
import type { EventContent } from "@meetbot/model/conversation/inbound-event.ts";
import { comparableAccount } from "@meetbot/protocol";
import type { Context } from "hono";
import type { Mailbox } from "../../store/mailbox/mailbox.ts";
import { enqueue } from "../../turn/work/enqueue.ts";
import { conversationOf } from "./conversation-of.ts";

type Opening = EventContent & { kind: "start" };

/**
 * Resumes the conversation whose token a request carries, even on another day, if the shop vouches again for the
 * shopper for whom it was opened. Returns `null` when there is no such conversation or it belongs to another shopper.
 */
export async function resumeConversation(
  c: Context,
  opening: Opening,
  deps: Parameters<typeof enqueue>[0] & { mailbox: Pick<Mailbox, "findIdle" | "stateOf"> },
): Promise<{ conversation_id: string; token: string; resumed: true } | null> {
  const { account } = opening;
  if (account === null) return null;
  const { mailbox } = deps;
  const ref = await conversationOf(c, mailbox.findIdle);
  const state = ref && (await mailbox.stateOf(ref));
  const isTheirs = state?.proofs.some(
    ({ kind, source, value }) =>
      kind === "account" &&
      source === "signed" &&
      comparableAccount(value) === comparableAccount(account),
  );
  if (!ref || !isTheirs) return null;
  const again = { dedupeKey: `start-${randomUUID()}`, content: opening };
  if ((await enqueue(deps, ref, again)) === "unknown_conversation") return null;
  const [, token = ""] = /^Bearer (.+)$/i.exec(c.req.header("authorization") ?? "") ?? [];
  return { conversation_id: ref.conversationId, token, resumed: true };
}
