import type { SecondFactorPolicy } from "@meetbot/model/second-factor.ts";
import type { SingleSignOnSettings } from "@meetbot/model/single-sign-on.ts";
import type { GenericEndpointContext } from "better-auth";
import { APIError, getSessionFromCtx } from "better-auth/api";
import type { Store } from "../../store/store.ts";
import { lacksSecondFactor } from "./lacks-second-factor.ts";
import { onlyProvider } from "./only-provider.ts";

export interface GateDeps extends Pick<Store, "operators" | "signIns"> {
  /** `null`: operators sign in here only. */
  settings: Pick<SingleSignOnSettings, "issuer" | "isOnlyWay"> | null;
  secondFactor: SecondFactorPolicy;
}

/** Links determine themselves whom they admit; those made on the server always do. */
const linkPath = "/one-time-link/open";

/** How a session began. */
interface BeginningSession {
  userId: string;
  issuer?: string | null;
}

/**
 * Checks every session before it begins. Operators who signed in by their company's provider may use no other way: the
 * company removes them there, while a password of theirs would still work here. Throws an `APIError` for other ways.
 */
export function createSessionGate({ operators, signIns, settings, secondFactor }: GateDeps) {
  /** The requests whose passkey required a PIN, a fingerprint or a face. */
  const verified = new WeakSet<Request>();
  const isOfProvider = async (operatorId: string) =>
    settings !== null && (await signIns.hasAccount(settings.issuer, operatorId));
  return {
    isOfProvider,
    recordVerified(ctx: GenericEndpointContext): void {
      if (ctx.request) verified.add(ctx.request);
    },
    async beforeSession<Session extends BeginningSession>(
      session: Session,
      ctx: GenericEndpointContext | null,
    ) {
      const byLink = ctx?.path === linkPath;
      const isTheirs = !session.issuer && (await isOfProvider(session.userId));
      if (isTheirs && !byLink) throw onlyProvider();
      // A link that works here nevertheless was created on the server: access to its terminal proves more than a
      // passkey.
      const isOfServer = byLink && (isTheirs || settings?.isOnlyWay === true);
      const isVerified = ctx?.request !== undefined && verified.has(ctx.request);
      return { data: { ...session, secondFactor: isVerified || isOfServer, byLink } };
    },
    /**
     * Only operators who may sign in by passkey can add one; when there is a passkey already, a password alone is not
     * enough.
     */
    async beforePasskey(ctx: GenericEndpointContext): Promise<void> {
      const found = await getSessionFromCtx(ctx);
      if (!found) return;
      const { user, session } = found as unknown as {
        user: { id: string; administrator?: boolean | null };
        session: { issuer?: string | null; secondFactor?: boolean | null; byLink?: boolean | null };
      };
      if (session.issuer || (await isOfProvider(user.id))) throw onlyProvider();
      const isWeak = lacksSecondFactor(secondFactor, user, session) && !session.byLink;
      if (isWeak && (await operators.countPasskeys(user.id)) > 0) throw passkeyFirst();
    },
  };
}

export type SessionGate = ReturnType<typeof createSessionGate>;

function passkeyFirst(): APIError {
  return new APIError("FORBIDDEN", {
    code: "PASSKEY_FIRST",
    message:
      "You have a passkey, and a password alone adds no other one. Sign in with your passkey first. Who has lost it asks an administrator for a sign-in link, or has one made on the server: npx meetbot operator link",
  });
}
