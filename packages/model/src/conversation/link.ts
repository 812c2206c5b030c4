/** The outcome of linking a conversation with a shop account. */
export type LinkOutcome =
  /** `url`: the shop's own page, with a parameter that identifies this conversation for a few minutes. */
  | { kind: "made"; url: string }
  /** The limit of links is reached for now. */
  | { kind: "limited"; retryAfterS: number }
  | LinkCheck;

/** The outcome of checking the digits that the shop's page shows. */
export type LinkCheck =
  /** `isOther`: the conversation was linked with another account before. */
  | { kind: "linked"; account: string; isOther: boolean }
  | { kind: "wrong"; triesLeft: number }
  /** The last try was wrong too. */
  | { kind: "used_up" }
  /** The link has expired, or there is none. */
  | { kind: "expired" }
  /** Nothing was confirmed on the shop's page yet. */
  | { kind: "unconfirmed" };

/** The outcome of a confirmation on the shop's page. */
export type LinkConfirmation =
  | { outcome: "confirmed"; expiresInS: number }
  /** The link is unknown, used or too old. */
  | { outcome: "over" }
  /** The account is linked with another conversation, and the request did not say to link this one too. */
  | { outcome: "already_linked"; since: Date };
