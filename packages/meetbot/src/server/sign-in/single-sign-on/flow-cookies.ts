import type { GenericEndpointContext } from "better-auth";

/** How long a sign-in at the provider may take, including a second factor and a new password. */
export const flowLivesS = 10 * 60;

/** Browsers do not store longer cookies. */
const maxCookieLength = 3_800;
const hintLivesS = 30 * 24 * 60 * 60;
const path = "/api/auth/single-sign-on";

/**
 * Returns the cookie with the secret of a sign-in in progress. `lax`: the provider's page redirects the browser here,
 * and the browser would not send a stricter cookie.
 */
export function flowCookie(ctx: GenericEndpointContext) {
  const { name, attributes } = ctx.context.createAuthCookie("single_sign_on");
  return {
    name,
    attributes: { ...attributes, path, sameSite: "lax", maxAge: flowLivesS } as const,
  };
}

/** Holds the ID token that the provider needs at sign-out; only the operator's browser stores it. */
export function hintCookie(ctx: GenericEndpointContext) {
  const { name, attributes } = ctx.context.createAuthCookie("provider_hint");
  return { name, attributes: { ...attributes, path, maxAge: hintLivesS } as const };
}

export function keepHint(ctx: GenericEndpointContext, idToken: string): void {
  const { name, attributes } = hintCookie(ctx);
  if (idToken.length <= maxCookieLength) ctx.setCookie(name, idToken, attributes);
}

/** Reads a cookie and has the browser drop it. */
export function takeCookie(
  ctx: GenericEndpointContext,
  { name, attributes }: ReturnType<typeof flowCookie> | ReturnType<typeof hintCookie>,
): string | null {
  const value = ctx.getCookie(name);
  if (value) ctx.setCookie(name, "", { ...attributes, maxAge: 0 });
  return value || null;
}
