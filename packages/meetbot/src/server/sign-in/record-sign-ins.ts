import { APIError, createAuthMiddleware } from "better-auth/api";
import type { Operators } from "../../store/operators/operators.ts";
import type { SessionGate } from "./session-gate.ts";

/** A quarter of an hour later the oldest wrong password is forgotten. */
const retryFailuresAfterS = 15 * 60;

const auditedPaths = {
  "/sign-in/email": "signed_in",
  "/passkey/verify-authentication": "signed_in",
  "/passkey/verify-registration": "passkey_added",
} as const;

/** Paths that register a new passkey. */
const passkeyPaths = new Set([
  "/passkey/generate-register-options",
  "/passkey/verify-registration",
]);

/** Counts wrong passwords by email, and records sign-ins and changes to sign-in settings. */
export function recordSignIns(
  operators: Operators,
  { beforePasskey }: Pick<SessionGate, "beforePasskey">,
) {
  /** The reserved try of each request, used to give it back. A request that fails for another reason stays counted. */
  const tries = new WeakMap<Request, string>();
  return {
    before: createAuthMiddleware(async (ctx) => {
      if (passkeyPaths.has(ctx.path ?? "")) await beforePasskey(ctx);
      if (ctx.path !== "/sign-in/email" || !ctx.request) return;
      const reserved = await operators.reserveTry(String(ctx.body?.email ?? ""));
      if (reserved === null) throw tooManyFailures();
      tries.set(ctx.request, reserved);
    }),
    after: createAuthMiddleware(async (ctx) => {
      await endSessionBefore(ctx);
      const failure = ctx.context.returned instanceof APIError ? ctx.context.returned : null;
      const reserved = ctx.request && tries.get(ctx.request);
      if (reserved && failure?.status === "UNAUTHORIZED") {
        const known = await operators.findByEmail(String(ctx.body?.email ?? ""));
        if (known) await operators.record(known.email, "sign_in_failed", {});
        else await operators.passAsKnown(reserved);
        return;
      }
      if (reserved) await operators.refundTry(reserved);
      const action = auditedPaths[ctx.path as keyof typeof auditedPaths];
      const operator = ctx.context.newSession?.user ?? ctx.context.session?.user;
      if (!action || !operator || failure) return;
      if (action === "passkey_added") await operators.endSetUp(operator.id);
      await operators.record(operator.email, action, {});
    }),
  };
}

function tooManyFailures(): APIError {
  return new APIError(
    "TOO_MANY_REQUESTS",
    {
      code: "TOO_MANY_FAILURES",
      message:
        "Too many wrong passwords for this email. Wait a quarter of an hour, use a passkey, or have a link made on the server, in Meetbot's folder: npx meetbot operator link",
    },
    { "Retry-After": String(retryFailuresAfterS) },
  );
}

type AuthHookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/**
 * Ends the previous session when an operator signs in again: its cookie is overwritten, so nobody else would end it.
 */
async function endSessionBefore(ctx: AuthHookContext): Promise<void> {
  const { authCookies, internalAdapter, newSession, secret } = ctx.context;
  if (!newSession) return;
  const before = await ctx.getSignedCookie(authCookies.sessionToken.name, secret);
  if (!before || before === newSession.session.token) return;
  await internalAdapter.deleteSession(before);
}
