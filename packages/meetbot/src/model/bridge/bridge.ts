/** The desks of a shop's own that Meetbot can hand conversations to. */
export const bridgeKinds = ["email", "chatwoot"] as const;
export type BridgeKind = (typeof bridgeKinds)[number];

/** What it takes to reach one: addresses and keys, sealed at rest. */
export type BridgeSecrets = Readonly<Record<string, string>>;

/** Where a conversation lies in the desk: its ids there, no secret. */
export type DeskPlace = Readonly<Record<string, string>>;
