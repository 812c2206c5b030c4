import type { z } from "@hono/zod-openapi";
import type { messengerRoutes } from "@meetbot/admin-api/contract/messenger.ts";
import type { Usage } from "@meetbot/model/bot/usage.ts";
import type { LinkState } from "@meetbot/model/channel-link.ts";
import { classOfCode } from "../../../channels/messenger/graph/classify-failure.ts";
import { messenger } from "../../../channels/messenger/messenger.ts";
import { serializeLink, toIso } from "../channels/serialize-link.ts";

type State = z.output<
  (typeof messengerRoutes.readMessenger.responses)[200]["content"]["application/json"]["schema"]
>;

/** How a page is doing, by the names of the admin API. */
export function serializePage(
  state: LinkState,
  seen: readonly Usage[],
): NonNullable<State["page"]> {
  return {
    page_id: state.externalId,
    name: state.name,
    app_id: state.details.app_id ?? "",
    ...serializeLink(state, seen, {
      channel: messenger.name,
      classOf: ({ code, subcode }) => classOfCode(code ?? undefined, subcode ?? undefined) ?? null,
    }),
    token_ends_at: toIso(state.tokenEndsAt),
    conversations: { open: state.openWindows, closed: state.closedWindows },
  };
}
