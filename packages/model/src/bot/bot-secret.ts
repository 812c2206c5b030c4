/**
 * `signing`: signs queries. `identity`: the shop's server vouches for shoppers with it. `push`: the shop signs its
 * event pushes with it.
 */
export type SecretKind = "signing" | "identity" | "push";

/**
 * The stages of a secret: the merchant has `next` but Meetbot does not rely on it yet, `current` is in use, `previous`
 * stays valid until it expires. Only signing secrets have a next one: what the shop signs itself, identities and
 * pushes, is accepted with a new secret at once, so there is nothing to wait for.
 */
export type SecretStage = "next" | "current" | "previous";

/** The facts about a secret that may be shown: everything but the secret itself. */
export interface SecretFacts {
  kind: SecretKind;
  stage: SecretStage;
  /** The first 8 hexadecimal digits of the secret's SHA-256. */
  fingerprint: string;
  createdAt: Date;
  /** When a previous secret expires; `null` if it does not expire by itself. */
  endsAt: Date | null;
  /** When the bot's endpoint, as it is now, last answered a test signed with it. */
  testedAt: Date | null;
  /** How long the replaced secret stays valid beside this one; only for a next secret. */
  overlapS: number | null;
}

/** A new secret that replaces another. */
export interface NewSecret {
  kind: SecretKind;
  secret: string;
  /** How long the one it replaces stays valid, from the moment it is the current one. */
  overlapS: number;
  /** Whether to end at once any secret that would block this one. */
  force: boolean;
}

/**
 * The outcome of a rotation. `replaced`: fingerprints of secrets that ended early. `previousUntil` is null if the new
 * secret waits, or is the first of its kind. The rotation is refused while the merchant may still be busy with another.
 */
export type Rotation =
  | { outcome: "rotated"; replaced: string[]; previousUntil: Date | null }
  | { outcome: "next_waits"; since: Date }
  | { outcome: "previous_valid"; until: Date };

/** The conditions and the effects of a promotion. */
export interface PromotionInput {
  /** The URL and secret of a test that was answered; `null` to promote the secret without one. */
  tested: { url: string; secretFingerprint: string } | null;
  /** Overrides the overlap that the next secret was created with. */
  overlapS?: number;
}

/** `changed`: the next secret or the endpoint is no longer the one that was tested. */
export type Promotion =
  | { outcome: "promoted"; fingerprint: string; previousUntil: Date }
  | { outcome: "no_next" }
  | { outcome: "changed" };

/** The secret to revoke at once. */
export interface RevocationInput {
  kind: SecretKind;
  stage: SecretStage;
  /** Becomes the current secret if the current one is revoked and no next one waits. */
  replacement: string;
  /** Ends it only if it is still this one. */
  fingerprint?: string | undefined;
}

/**
 * The outcome of a revocation. `ended`: fingerprints. `current`: what is in use now, if the current secret was revoked.
 */
export type Revocation =
  | { outcome: "none" }
  | { outcome: "revoked"; ended: string[]; current: "unchanged" | "next" | "replacement" };
