import type { SecondFactorPolicy } from "@meetbot/model/second-factor.ts";
import type { Context } from "hono";
import { isSameSecret } from "../../../secrets/compare.ts";
import type { Store } from "../../../store/store.ts";
import type { SignIn } from "../../sign-in/create-sign-in.ts";
import { isSessionOver } from "../../sign-in/is-session-over.ts";
import { lacksSecondFactor } from "../../sign-in/lacks-second-factor.ts";
import type { ApiCaller } from "./caller.ts";

/** A shorter token than this could be guessed. */
const minAdminTokenLength = 32;

/** The admin token, unless it is too short to be one: then it is never accepted. */
export function usableAdminToken(
  token: string | null,
  log: { warn(message: string): void },
): string | null {
  if (token === null || token.length >= minAdminTokenLength) return token;
  log.warn(
    `MEETBOT_ADMIN_TOKEN is shorter than ${minAdminTokenLength} characters, and is not accepted. Make one with: openssl rand -hex 32`,
  );
  return null;
}

export interface CallerDeps extends Pick<Store, "operators" | "ping"> {
  signIn: SignIn;
  /** MEETBOT_SECOND_FACTOR; off by default. */
  secondFactor?: SecondFactorPolicy;
  /** MEETBOT_ADMIN_TOKEN; `null`: none, or too short. */
  adminToken: string | null;
}

/**
 * Returns the caller, or `null` when the request has no valid credentials. `isAgain`: the response has already started,
 * so no cookie can be sent, and a page that is merely left open does not prolong its session.
 */
export async function findCaller(
  c: Context,
  deps: CallerDeps,
  { isAgain = false } = {},
): Promise<ApiCaller | null> {
  const authorization = c.req.header("authorization");
  if (authorization === undefined) return bySession(c, deps, isAgain);
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  return token === undefined ? null : byToken(token, deps);
}

async function byToken(token: string, deps: CallerDeps): Promise<ApiCaller | null> {
  const { adminToken, operators } = deps;
  if (adminToken !== null && isSameSecret(token, adminToken)) {
    return {
      operator: null,
      administrator: true,
      via: "admin_token",
      sessionId: null,
      scopes: null,
      onlyBot: null,
      provedAt: Date.now(),
      byProvider: false,
      lacksSecondFactor: false,
      actor: "admin token",
    };
  }
  const known = await operators.findApiToken(token);
  const operator = known && (await operators.find(known.operatorId));
  if (!operator) return null;
  return {
    operator,
    administrator: operator.administrator,
    via: "api_token",
    sessionId: null,
    scopes: known.scopes,
    onlyBot: known.botId,
    provedAt: Date.now(),
    byProvider: false,
    lacksSecondFactor: false,
    actor: `${operator.email} (token ${known.name})`,
  };
}

async function bySession(
  c: Context,
  { signIn, ping, secondFactor = "off" }: CallerDeps,
  disableRefresh: boolean,
): Promise<ApiCaller | null> {
  const { headers } = c.req.raw;
  const query = { disableRefresh };
  const asked = signIn.api.getSession({ headers, query, returnHeaders: true });
  const { response: found, headers: said } = await asked.catch(async (error: unknown) => {
    // The library's error hides whether the database is unavailable; the ping reveals it.
    await ping();
    throw error;
  });
  if (!found || isSessionOver(found.session)) return null;
  // A session that was prolonged is prolonged in the browser too.
  for (const cookie of disableRefresh ? [] : said.getSetCookie())
    c.header("Set-Cookie", cookie, { append: true });
  const { id, name, email, administrator } = found.user;
  const isAdministrator = administrator === true;
  return {
    operator: { id, name, email, administrator: isAdministrator },
    administrator: isAdministrator,
    via: "session",
    sessionId: found.session.id,
    scopes: null,
    onlyBot: null,
    provedAt: provedAt(found.session),
    byProvider: Boolean(found.session.issuer),
    lacksSecondFactor: lacksSecondFactor(secondFactor, found.user, found.session),
    actor: email,
  };
}

/**
 * Returns when the operator last proved their identity. A company's identity provider may have checked it long before
 * the session began here.
 */
function provedAt(session: { createdAt: Date; provedAt?: Date | null | undefined }): number {
  const began = new Date(session.createdAt).getTime();
  return session.provedAt ? Math.min(began, new Date(session.provedAt).getTime()) : began;
}
