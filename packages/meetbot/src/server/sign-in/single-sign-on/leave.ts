import type { GenericEndpointContext } from "better-auth";
import { getSessionFromCtx } from "better-auth/api";
import { deleteSessionCookie } from "better-auth/cookies";
import { codesOf, ProviderError } from "../../../single-sign-on/provider-error.ts";
import { hintCookie, takeCookie } from "./flow-cookies.ts";
import type { SingleSignOnDeps } from "./single-sign-on-deps.ts";

/**
 * Ends the session here and returns the address where the provider ends its own; `null` when the provider has none for
 * this session.
 */
export async function leave(
  ctx: GenericEndpointContext,
  { singleSignOn, operators, ownOrigins, onFault }: SingleSignOnDeps,
): Promise<string | null> {
  const found = await getSessionFromCtx(ctx);
  const hint = takeCookie(ctx, hintCookie(ctx));
  deleteSessionCookie(ctx);
  if (!found) return null;
  const { session, user } = found;
  await ctx.context.internalAdapter.deleteSession(session.token);
  await operators.record(user.email, "signed_out", {});
  const issuer = (session as { issuer?: string | null }).issuer ?? null;
  if (!singleSignOn || issuer === null) return null;
  const origin = ownOrigins.find((own) => own === ctx.headers?.get("origin")) ?? ownOrigins[0];
  try {
    return await singleSignOn.provider.signOutUrl(hint, `${origin}/console/sign-in`);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    // The operator is signed out here, as requested, even if the provider fails.
    onFault(codesOf(error));
    return null;
  }
}
