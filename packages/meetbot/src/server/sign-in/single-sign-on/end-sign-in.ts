import type { Operator } from "@meetbot/model/operator.ts";
import type { AdmissionRefusal, ProviderIdentity } from "@meetbot/model/single-sign-on.ts";
import type { GenericEndpointContext } from "better-auth";
import { setSessionCookie } from "better-auth/cookies";
import {
  codesOf,
  ProviderError,
  type ProviderFault,
} from "../../../single-sign-on/provider-error.ts";
import { flowOf } from "../../../single-sign-on/sign-in-flow.ts";
import { isOwnPath, noProvider } from "./begin-sign-in.ts";
import { flowCookie, keepHint, takeCookie } from "./flow-cookies.ts";
import type { SingleSignOnDeps } from "./single-sign-on-deps.ts";

/** Why the console's sign-in page shows itself again. `flow_over`: this browser began none that still waits. */
type SignInFault = ProviderFault | AdmissionRefusal | "flow_over";

/**
 * Returns where the callback sends the browser: the console, or its sign-in page, which shows why the sign-in failed.
 */
export async function endSignIn(
  ctx: GenericEndpointContext,
  deps: SingleSignOnDeps,
): Promise<string> {
  const { singleSignOn, signIns, operators } = deps;
  if (!singleSignOn) throw noProvider();
  const secret = takeCookie(ctx, flowCookie(ctx));
  const flow = secret === null ? null : flowOf(secret);
  const cameBackAt = new URL(ctx.request?.url ?? "http://localhost");
  // A browser that returns another state began elsewhere: the sign-in pending here stays pending.
  const isOurs = flow !== null && cameBackAt.searchParams.get("state") === flow.state;
  const begun = isOurs ? await signIns.takeMark(flow.mark) : null;
  if (!flow || !begun) return toSignInPage("flow_over");
  const redirectUri = String(begun.redirectUri);
  try {
    const identity = await singleSignOn.provider.finish({ flow, redirectUri, cameBackAt });
    const { roles, linksByEmail } = singleSignOn.settings;
    const operator = await signIns.admit(identity, { roles, linksByEmail });
    if (typeof operator === "string") {
      deps.onFault({ fault: operator, reason: null });
      return toSignInPage(operator);
    }
    await endSessionBefore(begun.before, deps);
    await beginSession(ctx, deps, { identity, operator });
    await operators.record(operator.email, "signed_in", { by: "single_sign_on" });
    const next = String(begun.next);
    return `/console${isOwnPath(next) ? next : "/"}`;
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    deps.onFault(codesOf(error));
    return toSignInPage(error.code);
  }
}

const toSignInPage = (fault: SignInFault) => `/console/sign-in?fault=${fault}`;

/** The session expires regardless of use: rights that the provider withdraws take effect at the next sign-in. */
async function beginSession(
  ctx: GenericEndpointContext,
  { singleSignOn }: SingleSignOnDeps,
  { identity, operator }: { identity: ProviderIdentity; operator: Operator },
): Promise<void> {
  const { internalAdapter } = ctx.context;
  const user = await internalAdapter.findUserById(operator.id);
  if (!singleSignOn || !user) throw noProvider();
  const { issuer, subject, sessionId: providerSession, provedAt, idToken } = identity;
  const endsAt = new Date(Date.now() + singleSignOn.settings.sessionHours * 60 * 60 * 1_000);
  const facts = { issuer, subject, providerSession, provedAt, endsAt };
  const session = await internalAdapter.createSession(operator.id, false, facts, true);
  await setSessionCookie(ctx, { session, user });
  keepHint(ctx, idToken);
}

/**
 * Ends the previous session here, because its cookie, which other sites' pages do not send, is overwritten and nothing
 * else would end it.
 */
async function endSessionBefore(before: unknown, { signIns }: SingleSignOnDeps): Promise<void> {
  const { sessionId, operatorId } = (before ?? {}) as Record<string, unknown>;
  if (typeof sessionId !== "string" || typeof operatorId !== "string") return;
  await signIns.endSession(operatorId, sessionId);
}
