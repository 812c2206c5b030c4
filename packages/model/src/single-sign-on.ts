import type { Role } from "./operator.ts";

/** The environment's settings for operators' sign-in through their company's identity provider. */
export interface SingleSignOnSettings {
  /** The provider's issuer URL, from which the rest is discovered. */
  issuer: string;
  clientId: string;
  /** `null`: a public client, which PKCE alone protects. */
  clientSecret: string | null;
  scopes: string;
  /** The claim that holds an operator's rights, such as `groups` or `realm_access.roles`. */
  rolesClaim: string;
  roles: readonly RoleRule[];
  /** Whether an existing operator is linked with the provider's account that has the same verified email. */
  linksByEmail: boolean;
  /** Whether an email counts as verified if the provider does not state it. */
  trustsEmails: boolean;
  /** Whether all other ways to sign in are disabled. */
  isOnlyWay: boolean;
  /** The provider's name on the sign-in button. */
  label: string;
  /** How long a session lasts after sign-in, regardless of use. */
  sessionHours: number;
}

/** The rights that a value of the claim gives; the value `*` matches everyone who signs in. */
export interface RoleRule {
  value: string;
  gives: "administrator" | "operator" | { botId: string; role: Role };
}

/** The rights that an identity provider's claims grant a user. */
export interface GivenRights {
  administrator: boolean;
  roles: ReadonlyMap<string, Role>;
}

/** Who has signed in at the provider, verified. */
export interface ProviderIdentity {
  issuer: string;
  subject: string;
  /** `null` if the provider sent none. */
  email: string | null;
  isEmailVerified: boolean;
  name: string | null;
  /** `null`: none of the rules fits. */
  rights: GivenRights | null;
  /** The provider's own session; `null`: it names none. */
  sessionId: string | null;
  /** When the operator last authenticated with the provider; `null` if it does not report that. */
  provedAt: Date | null;
  /** Sent back to the provider at sign-out. */
  idToken: string;
}

/** The scope of a sign-out that the provider requests: one of its sessions, or all sessions of a user. */
export interface ProviderSignOut {
  issuer: string;
  sessionId: string | null;
  subject: string | null;
  /** Identifies the token, so that each one works only once. */
  tokenId: string;
}

/** Why the provider's word is not enough to be let in. */
export type AdmissionRefusal = "no_role" | "no_email" | "email_unverified" | "operator_exists";
