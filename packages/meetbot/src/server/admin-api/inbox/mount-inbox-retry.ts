import { inboxRetryRoutes } from "@meetbot/admin-api/contract/inbox/retry.ts";
import type { RetryState } from "@meetbot/model/outbound-message.ts";
import { pushChannelOf, registry } from "../../../channels/registry.ts";
import { linkOn } from "../../../operations/channels/connect-link.ts";
import type { Store } from "../../../store/store.ts";
import type { ChannelAreaDeps } from "../channels/channel-area.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import { toRef } from "../http/to-ref.ts";

type InboxRetryDeps = Pick<ChannelAreaDeps, "channels" | "wakeDispatcher" | "log"> &
  Pick<Store, "desk">;

/** Mounts the route by which agents resend messages that did not arrive. */
export function mountInboxRetry({ mount }: AdminApp, deps: InboxRetryDeps): void {
  mount(inboxRetryRoutes.retryMessage, async (c) => {
    const { seq, ...path } = c.req.valid("param");
    const ref = toRef(path);
    const row = await deps.desk.find(ref);
    if (!row) throw notFound("conversation");
    const channel = pushChannelOf(registry, row.channel);
    if (!channel) throw notFound("message that was given up");
    const letters = deps.channels.deadLetters.as(c.get("caller").actor);
    const letter = { conversationId: ref.conversationId, seq };
    const outcome = await letters.retry(linkOn(channel, ref.botId), letter);
    if (outcome === "not_found") throw notFound("message that was given up");
    if (outcome !== "queued") throw new ApiError(409, outcome, whyNot[outcome]);
    deps.log.info(
      { bot: ref.botId, conversation: ref.conversationId, message: seq },
      "a failed message was queued again",
    );
    deps.wakeDispatcher(ref);
    return c.body(null, 204);
  });
}

const whyNot: Record<Exclude<RetryState, "ready">, string> = {
  overwritten: "This message was overwritten: there is nothing left to send.",
  no_page:
    "Nothing is connected to the bot on this channel. Ask an owner of the bot to connect it.",
  page_stopped:
    "This channel is stopped, and nothing is sent. Ask an owner of the bot to connect it anew.",
  window_closed:
    "The customer wrote too long ago for this channel to take anything to them. Try again once they have written.",
  customer_gone:
    "The customer could not be reached, and has not written since. Try again once they have.",
};
