/**
 * All of better-auth that is open, as the console needs it. There is no open sign-up, and what is an
 * operator's own is changed by the admin API alone. What another version brings stays shut.
 */
export const openRoutes: ReadonlySet<string> = new Set([
  "POST /sign-in/email",
  "POST /sign-out",
  "GET /ways",
  "POST /single-sign-on/begin",
  "GET /single-sign-on/callback",
  "POST /single-sign-on/sign-out",
  "POST /single-sign-on/back-channel",
  "POST /one-time-link/look",
  "POST /one-time-link/open",
  "GET /passkey/generate-authenticate-options",
  "POST /passkey/verify-authentication",
  "GET /passkey/generate-register-options",
  "POST /passkey/verify-registration",
]);

/** What a server has shut whose operators sign in by their company's identity provider only. */
export const ownWays: ReadonlySet<string> = new Set([
  "POST /sign-in/email",
  "GET /passkey/generate-authenticate-options",
  "POST /passkey/verify-authentication",
  "GET /passkey/generate-register-options",
  "POST /passkey/verify-registration",
]);

/** Where everybody may have a password checked. */
export const passwordRoute = "POST /sign-in/email";
