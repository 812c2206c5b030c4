import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { StorePart } from "../../../platform/parts/store-part.ts";
import { createBridgeQueue } from "./bridge-queue.ts";
import { bridgeContext, createBridges } from "./bridges.ts";
import { createHeardAt } from "./heard-at.ts";
import { readTalk, type TalkMessage } from "./read-talk.ts";

/** Help desks of shops: how Meetbot reaches each, what to send to them, and what they sent. */
export const bridgesPart = {
  open: ({ pool, keys, ...deps }) => ({
    settings: createBridges(deps),
    queue: createBridgeQueue({ pool, ...deps }),
    heardAt: createHeardAt(deps.db),
    /** Messages after one, with who of the shop wrote them. */
    talkAfter: (ref: ConversationRef, afterSeq: number, limit: number): Promise<TalkMessage[]> =>
      readTalk({ pool, keys }, ref, afterSeq, limit),
  }),
  sealedTables: [
    {
      name: "bridges",
      key: ["bot_id"],
      sealed: "sealed",
      contextOf: ({ bot_id = "" }) => bridgeContext(bot_id),
    },
  ],
} satisfies StorePart<unknown>;
