import type { GenericEndpointContext } from "better-auth";
import { APIError } from "better-auth/api";
import { newToken } from "../../../secrets/token.ts";
import { codesOf, ProviderError } from "../../../single-sign-on/provider-error.ts";
import { flowOf } from "../../../single-sign-on/sign-in-flow.ts";
import { flowCookie, flowLivesS } from "./flow-cookies.ts";
import type { SingleSignOnDeps } from "./single-sign-on-deps.ts";

interface Beginning {
  /** The console page to open after sign-in. */
  next: string;
  /** Whether a signed-in operator proves their identity again. */
  isAgain: boolean;
  /** The session that the new one replaces. */
  before: { sessionId: string; operatorId: string } | null;
}

/**
 * Begins a sign-in and returns the provider's address for it. Throws an `APIError` when there is no provider or it is
 * unavailable.
 */
export async function beginSignIn(
  ctx: GenericEndpointContext,
  { singleSignOn, signIns, ownOrigins, onFault }: SingleSignOnDeps,
  { next, isAgain, before }: Beginning,
): Promise<string> {
  if (!singleSignOn) throw noProvider();
  const origin = originOf(ctx, ownOrigins);
  const secret = newToken();
  const flow = flowOf(secret);
  const redirectUri = `${origin}/api/auth/single-sign-on/callback`;
  const url = await singleSignOn.provider
    .signInUrl({ flow, redirectUri, isAgain })
    .catch((error: unknown) => {
      if (!(error instanceof ProviderError)) throw error;
      onFault(codesOf(error));
      throw providerAway();
    });
  const detail = { next: isOwnPath(next) ? next : "/", redirectUri, before };
  await signIns.setMark(flow.mark, flowLivesS, detail);
  const { name, attributes } = flowCookie(ctx);
  ctx.setCookie(name, secret, attributes);
  return url;
}

/** Returns the origin of the requesting page: at another name of this server, the cookie would be missing. */
function originOf(ctx: GenericEndpointContext, ownOrigins: readonly string[]): string {
  const origin = ctx.headers?.get("origin");
  return ownOrigins.find((own) => own === origin) ?? ownOrigins[0] ?? "http://localhost";
}

/** A page of the console, and no other site's: browsers read `//` and `/\` as the beginning of a name. */
export function isOwnPath(next: string): boolean {
  return /^\/(?![/\\])[^\\\p{C}]*$/u.test(next);
}

export function noProvider(): APIError {
  return new APIError("NOT_FOUND", {
    code: "NO_PROVIDER",
    message: "This server knows no identity provider. Sign in with a password or a passkey.",
  });
}

function providerAway(): APIError {
  return new APIError("SERVICE_UNAVAILABLE", {
    code: "PROVIDER_AWAY",
    message:
      "The company's identity provider does not answer, so nobody is signed in by it now. Try again in a minute.",
  });
}
