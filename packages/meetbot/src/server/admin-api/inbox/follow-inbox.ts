import type { InboxCounts } from "@meetbot/model/desk/inbox.ts";
import type { InboxSubscription } from "./inbox-hub.ts";

/**
 * Below the idle limits of common proxies (60 s). Conversations that return by themselves are counted equally often.
 */
const heartbeatEveryMs = 15_000;

/** A large inbox is counted once a second, so the count after this delay includes the latest change. */
const recountAfterMs = 1_200;

/** A bot's inbox as server-sent events, until the signal. */
export async function* followInbox(
  subscription: Pick<InboxSubscription, "changed" | "take">,
  count: () => Promise<InboxCounts>,
  signal: AbortSignal,
): AsyncGenerator<string> {
  let told = JSON.stringify(await count());
  let saidAt = Date.now();
  let isRecounted = true;
  yield event("counts", told);
  while (!signal.aborted) {
    await subscription.changed(isRecounted ? heartbeatEveryMs : recountAfterMs);
    if (signal.aborted) return;
    const { conversations, hasLabels } = subscription.take();
    const events = conversations.map((id) =>
      event("change", JSON.stringify({ conversation_id: id })),
    );
    if (hasLabels) events.push(event("labels", "{}"));
    isRecounted = conversations.length === 0;
    const counted = JSON.stringify(await count());
    if (counted !== told) events.push(event("counts", counted));
    told = counted;
    if (events.length === 0 && Date.now() - saidAt < heartbeatEveryMs) continue;
    saidAt = Date.now();
    yield events.length > 0 ? events.join("") : ": still here\n\n";
  }
}

const event = (name: string, data: string) => `event: ${name}\ndata: ${data}\n\n`;
