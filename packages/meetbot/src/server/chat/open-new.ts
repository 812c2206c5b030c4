import { randomBytes } from "node:crypto";
import type { EventContent, InboundEvent } from "@meetbot/model/conversation/inbound-event.ts";
import { webChat } from "../../channels/web-chat/web-chat.ts";
import type { RecordUsage } from "../../operations/endpoint/usage-recorder.ts";
import { newToken } from "../../secrets/token.ts";
import type { Mailbox } from "../../store/mailbox/mailbox.ts";
import type { Worker } from "../../turn/work/work.ts";

/** The dependencies of opening a conversation. */
export interface OpenDeps {
  mailbox: Pick<Mailbox, "open" | "openAndTake">;
  worker: Pick<Worker, "wake" | "acquireSlot">;
  recordUsage: RecordUsage;
}

/** Opens a web chat conversation that starts with this content; only the token gives access to it. */
export async function openNew(
  botId: string,
  content: EventContent & { kind: "start" },
  { mailbox, worker, recordUsage }: OpenDeps,
): Promise<{ conversationId: string; token: string }> {
  const ref = { botId, conversationId: `c_${randomBytes(16).toString("hex")}` };
  const token = newToken();
  const start: InboundEvent = { dedupeKey: "start", content };
  const place = worker.acquireSlot(ref);
  try {
    if (place) place.work(await mailbox.openAndTake(ref, webChat.name, token, start));
    else await mailbox.open(ref, webChat.name, token, start);
  } catch (error) {
    place?.leave();
    throw error;
  }
  if (!place) worker.wake(ref);
  recordUsage(botId, { kind: "conversation", name: webChat.name });
  return { conversationId: ref.conversationId, token };
}
