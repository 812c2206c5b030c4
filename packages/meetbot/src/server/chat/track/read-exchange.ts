import type { Message } from "@meetbot/model/conversation/conversation.ts";
import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import { render } from "../../../channels/web-chat/render.ts";
import { visibleReply } from "../../../identity/visible-reply.ts";
import type { FoundConversation } from "../../../store/mailbox/find-conversation.ts";
import type { Mailbox } from "../../../store/mailbox/mailbox.ts";
import type { ConversationHub } from "../conversation-hub.ts";

/**
 * How many messages back to look for the last exchange: three orders with their packages and the replies about them.
 */
const maxMessages = 60;

/** Most shops answer within a second; after this time the page says that it is waiting, and reloads by itself. */
export const waitMs = 3_000;

/** The dependencies of reading the last exchange of a conversation. */
export interface ExchangeDeps {
  mailbox: Pick<Mailbox, "newsAfter" | "lastSeqOf">;
  hub: Pick<ConversationHub, "subscribe">;
  /** By which proofs end. */
  now(): number;
}

/** The customer's last message and the replies to it. */
export interface TrackExchange {
  replies: VisibleReply[];
  /** Whether an answer is still pending. */
  isWaiting: boolean;
  /** The last message that a person of the shop wrote; 0: none did. */
  personSeq: number;
}

/** Returns the last exchange of a conversation, after waiting a while for its answer if that is pending. */
export async function readExchange(
  ref: FoundConversation,
  network: string | null,
  deps: ExchangeDeps,
): Promise<TrackExchange> {
  const first = await readNow(ref, deps);
  if (!first.isWaiting) return first;
  const subscription = deps.hub.subscribe(ref, { network, onDisplaced() {} });
  if (!subscription) return first;
  try {
    const until = performance.now() + waitMs;
    // Reads once more, because a reply may have arrived before the subscription began.
    for (let exchange = await readNow(ref, deps); ; exchange = await readNow(ref, deps)) {
      const leftMs = until - performance.now();
      if (!exchange.isWaiting || leftMs <= 0) return exchange;
      await subscription.changed(leftMs);
    }
  } finally {
    subscription.end();
  }
}

async function readNow(
  ref: FoundConversation,
  { mailbox, now }: Pick<ExchangeDeps, "mailbox" | "now">,
): Promise<TrackExchange> {
  const last = await mailbox.lastSeqOf(ref);
  const from = Math.max(ref.shownFrom, last - maxMessages);
  const { messages, handledSeq } = await mailbox.newsAfter(ref, from, maxMessages);
  const asked = messages.findLastIndex(isSaid);
  const welcome = messages[0]?.seq === 1 ? messages.findIndex(({ from }) => from === "bot") : -1;
  const replies = messages
    // The welcome may come after the answer to the first question. It offers what this page does anyway.
    .filter((_, at) => at > asked && at !== welcome)
    .flatMap((message) => (message.from === "customer" ? [] : [message.reply]));
  return {
    replies: asked < 0 ? [] : replies.map((reply) => render(visibleReply(reply, now()))),
    personSeq: messages.findLast(({ from }) => from === "person")?.seq ?? 0,
    isWaiting: asked >= 0 && (messages[asked]?.seq ?? 0) > handledSeq,
  };
}

const said = new Set(["text", "tap", "media"]);

const isSaid = (message: Message) =>
  message.from === "customer" && said.has(message.event.content.kind);
