import type { OutputOf } from "../../api/routes.ts";
import { routeQuery } from "../../api/use-route.ts";

export type Keys = OutputOf<"GET /bots/{bot_id}/keys">;
export type Key = Keys["secrets"][number];
export type SecretKind = Key["kind"];
export type RotationStage = Key["stage"];
/** A newly made secret: exists only in this page, until the operator leaves it. */
export type NewKey = OutputOf<"POST /bots/{bot_id}/keys/signing/rotate">;

/** Another owner, or the command line, may change them meanwhile. */
const lookAgainMs = 15_000;

export const keysQuery = (botId: string) =>
  routeQuery(
    "GET /bots/{bot_id}/keys",
    { path: { bot_id: botId } },
    { refetchInterval: lookAgainMs, staleTime: 0 },
  );

/** The names that the SDK's examples read. */
export const envNames: Record<SecretKind, string> = {
  signing: "MEETBOT_SIGNING_SECRET",
  identity: "MEETBOT_IDENTITY_SECRET",
  push: "MEETBOT_PUSH_SECRET",
};

/** Overlaps to choose from, in seconds. */
export const overlaps = { now: 0, hour: 3_600, day: 86_400, week: 604_800 } as const;
export type Overlap = keyof typeof overlaps;
