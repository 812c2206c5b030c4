import type { ProviderIdentity, SingleSignOnSettings } from "@meetbot/model/single-sign-on.ts";
import type {
  TokenEndpointResponse,
  TokenEndpointResponseHelpers,
  UserInfoResponse,
} from "openid-client";
import { findClaim, rightsOfClaims } from "./rights-of-claims.ts";

/** Longer names and emails are none. */
const maxNameLength = 80;
const maxEmailLength = 254;
const email = /^[^\s@\p{C}]+@[^\s@\p{C}]+$/u;

type Tokens = TokenEndpointResponse & TokenEndpointResponseHelpers;
type AskMore = (accessToken: string, subject: string) => Promise<UserInfoResponse>;

/**
 * Returns the identity that signed in, from verified tokens. Claims missing from the ID token are fetched from the
 * provider's userinfo, where it has one; the token's claims take precedence. Throws what that request throws.
 */
export async function readIdentity(
  tokens: Tokens,
  settings: SingleSignOnSettings,
  askMore: AskMore,
): Promise<ProviderIdentity> {
  const said = tokens.claims();
  if (!said || !tokens.id_token) throw new TypeError("There is no ID token.");
  const isEnough = said.email !== undefined && findClaim(said, settings.rolesClaim) !== undefined;
  const more = isEnough ? {} : await askMore(tokens.access_token, said.sub).catch(onNoUserinfo);
  const claims: Record<string, unknown> = { ...more, ...said };
  const { auth_time: provedAt, sid } = claims;
  return {
    issuer: said.iss,
    subject: said.sub,
    ...emailOf("email" in said ? said : claims, settings),
    name: nameOf(claims),
    rights: rightsOfClaims(claims, settings),
    sessionId: typeof sid === "string" ? sid : null,
    provedAt: typeof provedAt === "number" ? new Date(provedAt * 1_000) : null,
    idToken: tokens.id_token,
  };
}

/** A provider need not have a userinfo endpoint. Any other error is the provider's failure. */
function onNoUserinfo(error: unknown): Record<string, unknown> {
  const isMissing =
    error instanceof Error && "code" in error && error.code === "OAUTH_MISSING_SERVER_METADATA";
  if (isMissing) return {};
  throw error;
}

function emailOf(
  claims: Record<string, unknown>,
  { trustsEmails }: SingleSignOnSettings,
): Pick<ProviderIdentity, "email" | "isEmailVerified"> {
  const { email: said, email_verified: verified = trustsEmails } = claims;
  const isOne = typeof said === "string" && said.length <= maxEmailLength && isEmail(said);
  return {
    email: isOne ? said.toLowerCase() : null,
    // Some providers write it as a text.
    isEmailVerified: verified === true || verified === "true",
  };
}

/** The kelvin sign lowercases to a k: an email that contains it would match somebody else's. */
const isEmail = (said: string) => email.test(said) && said.normalize("NFKC") === said;

function nameOf({ name, preferred_username: username }: Record<string, unknown>): string | null {
  const said = [name, username].find((one) => typeof one === "string" && one.trim() !== "");
  if (typeof said !== "string") return null;
  return said.replace(/\p{C}/gu, "").trim().slice(0, maxNameLength) || null;
}
