import type { CarrierKind } from "@meetbot/model/carrier/carrier.ts";
import { newToken } from "../../../secrets/token.ts";
import { carrierOf } from "../kinds/carrier-kinds.ts";
import type { Carriers } from "../store/carriers.ts";

/** Returns the path that a carrier calls, relative to this server's address. */
export const carrierHookPath = (botId: string, token: string) => `/carriers/${botId}/${token}`;

/** No such system issues a longer secret. */
const maxSecretLength = 500;

/**
 * The result of connecting. `path`: the path for the carrier to call, relative to this server's address; returned only
 * once.
 */
export type Connected =
  | { outcome: "connected"; path: string }
  | { outcome: "no_such_bot" | "no_secret" | "bad_secret" };

/** Lets a carrier report parcel movements to a bot, at a new address. */
export async function connectCarrier(
  botId: string,
  { kind, secret: given }: { kind: CarrierKind; secret: string },
  carriers: Pick<Carriers, "connect">,
): Promise<Connected> {
  const secret = given.trim();
  if (secret === "" && carrierOf[kind].alwaysSigns) return { outcome: "no_secret" };
  if (secret.length > maxSecretLength || /\p{Cc}/u.test(secret)) return { outcome: "bad_secret" };
  const hookToken = newToken();
  const isConnected = await carriers.connect(botId, { kind, secret, hookToken });
  if (!isConnected) return { outcome: "no_such_bot" };
  return { outcome: "connected", path: carrierHookPath(botId, hookToken) };
}

/** What each system calls its secret; used where Meetbot asks for it. */
const secretCalled: Readonly<Record<CarrierKind, string>> = {
  aftership: "the webhook secret (AfterShip: Settings, Webhooks)",
  "17track": "the API key (17TRACK: Settings, Security)",
  kuaidi100: "the salt that parcels are subscribed to with",
  easypost: "the webhook_secret that the webhook was made with",
  sendcloud: "the secret key of the integration",
};

/** Explains why Meetbot refused a secret, and what to do. */
export function explainSecret(kind: CarrierKind, outcome: "no_secret" | "bad_secret"): string {
  const asked = secretCalled[kind];
  return outcome === "no_secret"
    ? `Without a secret nobody knows who sends it: give ${asked}.`
    : `This is no secret: it has more than ${maxSecretLength} characters, or a line break. Give ${asked}.`;
}
