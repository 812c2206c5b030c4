import type { DeskEventType } from "@meetbot/model/desk/desk-event.ts";
import { deskEventTypes } from "@meetbot/model/desk/desk-event.ts";
import { bot } from "../../../store/store.fixture.ts";
import type { Store } from "../../../store/store.ts";

/** A webhook that wants every event. */
export const destination = {
  id: "5a5a5a",
  kind: "webhook" as const,
  name: "Desk",
  locale: "en" as const,
  events: [...deskEventTypes],
  withText: false,
  shown: "hooks.example",
  secrets: { url: "https://hooks.example/meetbot", secret: "whsec_aGFyZA==" },
};

type Run = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/** Stores events as their sources do. */
export async function happen(
  run: Run,
  events: {
    type?: DeskEventType;
    conversationId?: string | null;
    botId?: string;
    facts?: object;
  }[],
): Promise<void> {
  for (const one of events) {
    const {
      type = "conversation.waiting",
      conversationId = null,
      botId = bot.id,
      facts = {},
    } = one;
    const values = [botId, conversationId, type, facts];
    await run(
      "insert into desk_events (bot_id, conversation_id, type, facts) values ($1, $2, $3, $4)",
      values,
    );
  }
}

/** Makes deliveries of what happened and takes the first. */
export async function spreadAndTake({ alerts: { queue } }: Store, leaseMs?: number) {
  await queue.spread();
  return queue.take(leaseMs);
}
