/** Who can tell Meetbot that a parcel has moved; each one is a file in `features/carriers/kinds`. */
export const carrierKinds = [
  "aftership",
  "17track",
  // 快递100, whose salt is optional: the others always sign.
  "kuaidi100",
  "easypost",
  "sendcloud",
] as const;
export type CarrierKind = (typeof carrierKinds)[number];

/** A carrier's connection with a bot; contains no secrets. */
export interface CarrierConnection {
  kind: CarrierKind;
  /** What it sends is signed under a secret that Meetbot has. */
  isSigned: boolean;
  connectedAt: Date;
  /** When it last sent something that was taken. */
  lastHeardAt: Date | null;
}
