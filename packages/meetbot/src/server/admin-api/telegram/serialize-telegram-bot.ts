import type { z } from "@hono/zod-openapi";
import type { telegramRoutes } from "@meetbot/admin-api/contract/telegram.ts";
import type { Usage } from "@meetbot/model/bot/usage.ts";
import type { LinkState } from "@meetbot/model/channel-link.ts";
import { telegram } from "../../../channels/telegram/telegram.ts";
import { serializeLink } from "../channels/serialize-link.ts";

type State = z.output<
  (typeof telegramRoutes.readTelegram.responses)[200]["content"]["application/json"]["schema"]
>;

/** How a Telegram bot is doing, by the names of the admin API. */
export function serializeBot(state: LinkState, seen: readonly Usage[]): NonNullable<State["bot"]> {
  const { username = "" } = state.details;
  return {
    telegram_id: state.externalId,
    name: state.name,
    username,
    link: `https://t.me/${username}`,
    ...serializeLink(state, seen, {
      channel: telegram.name,
      // If the link is not stopped, it is paused because of too many calls.
      classOf: () => state.stoppedFor ?? "rate",
    }),
  };
}
