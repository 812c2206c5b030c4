/**
 * A token's purpose. Chat tokens are on the shop's pages, where others may read them; tokens of the other two purposes
 * never leave the shop's server. No token is valid for another purpose.
 */
export type IdentityPurpose = "chat" | "link" | "unlink";

/** As `secrets/token.ts` makes them: 32 bytes in base64url. */
const nonceForm = /^[\w-]{43}$/;

/** Checks whether the claims belong to a token for this purpose and no other. */
export function hasPurpose(claims: Record<string, unknown>, purpose: IdentityPurpose): boolean {
  const linksSomething = Object.hasOwn(claims, "link");
  const unlinks = Object.hasOwn(claims, "unlink");
  switch (purpose) {
    case "chat":
      return !linksSomething && !unlinks;
    case "link":
      return typeof claims.link === "string" && nonceForm.test(claims.link) && !unlinks;
    case "unlink":
      return claims.unlink === true && !linksSomething;
  }
}
