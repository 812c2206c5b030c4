import type { z } from "@hono/zod-openapi";
import { classOfCode } from "../../../channels/messenger/graph/classify-failure.ts";
import type { Sighting } from "../../../model/bot/sighting.ts";
import type { LinkState } from "../../../model/channel-link.ts";
import type { messengerRoutes } from "../contract/messenger.ts";

type State = z.output<
  (typeof messengerRoutes.readMessenger.responses)[200]["content"]["application/json"]["schema"]
>;

/** How a page is doing, by the names of the admin API. */
export function tellPage(state: LinkState, seen: readonly Sighting[]): NonNullable<State["page"]> {
  const { stoppedFor, pausedUntil, lastFailure } = state;
  const lastEvent = seen.find(({ kind, name }) => kind === "conversation" && name === "messenger");
  return {
    page_id: state.externalId,
    name: state.name,
    app_id: state.details.app_id ?? "",
    state: stoppedFor ? "stopped" : pausedUntil ? "paused" : "connected",
    stopped_for: stoppedFor,
    paused_until: iso(pausedUntil),
    connected_at: state.connectedAt.toISOString(),
    checked_at: iso(state.checkedAt),
    token_ends_at: iso(state.tokenEndsAt),
    last_event_at: iso(lastEvent?.seenAt ?? null),
    last_failure: lastFailure && tellFailure(lastFailure),
    waiting: state.waiting,
    unknown: state.unknown,
    failed: state.failed,
    conversations: { open: state.openWindows, closed: state.closedWindows },
    profile_published_at: iso(state.profilePublishedAt),
  };
}

function tellFailure({ at, code, subcode, trace }: NonNullable<LinkState["lastFailure"]>) {
  const why = classOfCode(code ?? undefined, subcode ?? undefined) ?? null;
  return { at: at.toISOString(), class: why, code, subcode, trace };
}

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
