import { APIError, createAuthMiddleware } from "better-auth/api";
import type { OperatorShelf } from "../../store/operators/operator-shelf.ts";

/** So many wrong passwords are taken for one email, from wherever, in a quarter of an hour. */
const maxFailures = 10;

const auditedPaths = {
  "/sign-in/email": "signed_in",
  "/passkey/verify-authentication": "signed_in",
  "/passkey/verify-registration": "passkey_added",
} as const;

/** Counts wrong passwords by email, and records who signed in and what they changed about that. */
export function recordSignIns(operators: OperatorShelf) {
  return {
    before: createAuthMiddleware(async (ctx) => {
      if (ctx.path !== "/sign-in/email") return;
      const email = String(ctx.body?.email ?? "");
      if ((await operators.countFailures(email)) < maxFailures) return;
      throw new APIError("TOO_MANY_REQUESTS", {
        code: "TOO_MANY_FAILURES",
        message:
          "Too many wrong passwords for this email. Wait a quarter of an hour, use a passkey, or have a link made on the server, in Meetbot's folder: npx meetbot operator link",
      });
    }),
    after: createAuthMiddleware(async (ctx) => {
      await endSessionBefore(ctx);
      const failed = ctx.context.returned instanceof APIError;
      if (ctx.path === "/sign-in/email" && failed) {
        const email = String(ctx.body?.email ?? "");
        await operators.noteFailure(email);
        const known = await operators.findByEmail(email);
        if (known) await operators.record(known.email, "sign_in_failed", {});
        return;
      }
      const action = auditedPaths[ctx.path as keyof typeof auditedPaths];
      const operator = ctx.context.newSession?.user ?? ctx.context.session?.user;
      if (action && operator && !failed) await operators.record(operator.email, action, {});
    }),
  };
}

type AuthHookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** Whoever signs in again leaves the session before: its cookie is overwritten, and nobody would end it. */
async function endSessionBefore(ctx: AuthHookContext): Promise<void> {
  const { authCookies, internalAdapter, newSession, secret } = ctx.context;
  if (!newSession) return;
  const before = await ctx.getSignedCookie(authCookies.sessionToken.name, secret);
  if (!before || before === newSession.session.token) return;
  await internalAdapter.deleteSession(before);
}
