import type { Context, Handler } from "hono";
import type { LookupKey } from "../../secrets/lookup-key.ts";
import type { SignIn } from "./create-sign-in.ts";
import { networkAddress, networkHeader } from "./network-address.ts";
import { openRoutes, ownWays, passwordRoute } from "./open-routes.ts";
import { maxPasswordsInHand, TooManyPasswordsError } from "./password-gate.ts";
import { refuseSignIn, retryPasswordAfterS } from "./refuse-sign-in.ts";

const path = "/api/auth";

export interface SignInDoor {
  signIn: SignIn;
  /** Whether operators sign in by their company's identity provider only. */
  isOnlyProvider: boolean;
  networkOf(c: Context): string | null;
  /** Names networks in the database. */
  networkKey: LookupKey;
  ping(): Promise<unknown>;
  onTurnedAway(because: "passwords"): void;
}

/** `/api/auth/*`: sign-in. Only this server sets the network that better-auth sees for a request. */
export function serveSignIn(door: SignInDoor): Handler {
  let passwordsInHand = 0;

  /** Rejects further passwords before any database query. */
  async function takePassword(request: Request): Promise<Response> {
    if (passwordsInHand >= maxPasswordsInHand) {
      door.onTurnedAway("passwords");
      const { message } = new TooManyPasswordsError();
      return refuseSignIn(429, "TOO_MANY_PASSWORDS", message, retryPasswordAfterS);
    }
    passwordsInHand += 1;
    try {
      return await handOn(request, door);
    } finally {
      passwordsInHand -= 1;
    }
  }

  return async (c) => {
    // As it was sent: a path in another spelling is another path.
    const { pathname } = new URL(c.req.raw.url);
    const route = `${c.req.method} ${pathname.slice(path.length)}`;
    if (!openRoutes.has(route)) {
      return refuseSignIn(404, "NO_SUCH_ROUTE", "Sign-in has no such route. Open /console.");
    }
    if (door.isOnlyProvider && ownWays.has(route)) {
      return refuseSignIn(403, "ONLY_PROVIDER", onlyProvider);
    }
    // Reads the whole request before it takes a place, so a slow sender takes none.
    const request = await readRequest(c, door);
    return route === passwordRoute ? takePassword(request) : handOn(request, door);
  };
}

async function readRequest(c: Context, { networkOf, networkKey }: SignInDoor): Promise<Request> {
  const { url, method, headers: sent } = c.req.raw;
  const headers = new Headers(sent);
  const network = networkOf(c);
  headers.set(networkHeader, network === null ? "" : networkAddress(network, networkKey));
  const body = method === "GET" ? null : await c.req.arrayBuffer();
  return new Request(url, { method, headers, body });
}

async function handOn(request: Request, { signIn, ping }: SignInDoor): Promise<Response> {
  const response = await signIn.handler(request);
  // Either better-auth failed, or the database is away: the ping then throws, and the error is reported as everywhere
  // else.
  if (response.status >= 500) await ping();
  const retryAfterS = response.headers.get("x-retry-after");
  if (retryAfterS === null) return response;
  return refuseSignIn(429, "TOO_MANY_REQUESTS", tooMany, Number(retryAfterS));
}

const onlyProvider =
  "Operators of this server sign in by their company's identity provider, and in no other way. Where it is away for long, the person who runs the server makes a link there, in Meetbot's folder: npx meetbot operator link";

const tooMany =
  "Too many requests to sign in came from this network. Wait a minute, and try again.";
