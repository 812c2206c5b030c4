import type { Generated } from "kysely";
import type { Bot } from "../model/bot.ts";
import type { StoppedFor } from "../model/endpoint-health.ts";

/** Tables of the cold paths, typed for kysely; the mailbox's own statements are written as SQL. */
export interface Tables {
  bots: Omit<Bot, "id"> & {
    botId: string;
    createdAt: Generated<Date>;
    failingSince: Generated<Date | null>;
    timesFailed: Generated<number>;
    stoppedAt: Generated<Date | null>;
    stoppedFor: Generated<StoppedFor | null>;
  };
  botSecrets: {
    botId: string;
    kind: "signing" | "identity";
    stage: "current" | "previous";
    keyId: string;
    sealed: Buffer;
    /** When the previous one ends; the current one does not. */
    expiresAt: Generated<Date | null>;
  };
  conversations: {
    botId: string;
    conversationId: string;
    keyId: string;
    sealedKey: Buffer;
  };
  deliveries: {
    botId: string;
    deliveryId: string;
    conversationId: string;
    startedAt: Date;
    sealed: Buffer;
  };
}
