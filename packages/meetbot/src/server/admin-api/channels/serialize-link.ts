import type { Usage } from "@meetbot/model/bot/usage.ts";
import type { LinkState, PlatformFailure } from "@meetbot/model/channel-link.ts";
import type { FailureClass } from "@meetbot/model/outbound-message.ts";

/** What differs between channels when a link is serialized. */
export interface LinkTelling {
  /** The channel's name. */
  channel: string;
  /** Returns the class of the platform's last failure; `null` when unknown. */
  classOf(failure: PlatformFailure): FailureClass | null;
}

/** How a link is doing, by the names that the admin API has for it on every channel. */
export function serializeLink(
  state: LinkState,
  seen: readonly Usage[],
  { channel, classOf }: LinkTelling,
) {
  const { stoppedFor, pausedUntil, lastFailure } = state;
  const lastEvent = seen.find(({ kind, name }) => kind === "conversation" && name === channel);
  return {
    state: stoppedFor
      ? ("stopped" as const)
      : pausedUntil
        ? ("paused" as const)
        : ("connected" as const),
    stopped_for: stoppedFor,
    paused_until: toIso(pausedUntil),
    connected_at: state.connectedAt.toISOString(),
    checked_at: toIso(state.checkedAt),
    last_event_at: toIso(lastEvent?.seenAt ?? null),
    last_failure: lastFailure && serializeFailure(lastFailure, classOf),
    waiting: state.waiting,
    unknown: state.unknown,
    failed: state.failed,
    profile_published_at: toIso(state.profilePublishedAt),
  };
}

function serializeFailure(
  failure: NonNullable<LinkState["lastFailure"]>,
  classOf: LinkTelling["classOf"],
) {
  const { at, code, subcode, trace } = failure;
  return { at: at.toISOString(), class: classOf(failure), code, subcode, trace };
}

/** Returns a time as ISO 8601, or `null` if there is none. */
export function toIso(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
