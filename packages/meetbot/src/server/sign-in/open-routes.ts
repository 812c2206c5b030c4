/**
 * The only better-auth routes that are open, as the console needs them. There is no open sign-up, and only the admin
 * API changes an operator's own settings. Routes that a new version adds stay closed.
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

/** The routes that are closed on a server whose operators sign in only by their company's identity provider. */
export const ownWays: ReadonlySet<string> = new Set([
  "POST /sign-in/email",
  "GET /passkey/generate-authenticate-options",
  "POST /passkey/verify-authentication",
  "GET /passkey/generate-register-options",
  "POST /passkey/verify-registration",
]);

/** The route on which anyone may have a password checked. */
export const passwordRoute = "POST /sign-in/email";
