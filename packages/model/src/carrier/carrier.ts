/** Services that can notify Meetbot when a parcel moves; each kind is a file in `features/carriers/kinds`. */
export const carrierKinds = [
  "aftership",
  "17track",
  // 快递100; its salt is optional, while the others always sign.
  "kuaidi100",
  "easypost",
  "sendcloud",
] as const;
export type CarrierKind = (typeof carrierKinds)[number];

/** A carrier's connection with a bot; contains no secrets. */
export interface CarrierConnection {
  kind: CarrierKind;
  /** Whether the service signs its webhooks with a secret that Meetbot has. */
  isSigned: boolean;
  connectedAt: Date;
  /** When Meetbot last accepted a webhook from the service. */
  lastHeardAt: Date | null;
}
