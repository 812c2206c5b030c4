import type { Context, Handler } from "hono";
import { networkHeader, type SignIn } from "./create-sign-in.ts";

/** `/api/auth/*`: sign-in, which is told the network a request comes from by us alone. */
export function serveSignIn(
  signIn: SignIn,
  networkOf: (c: Context) => string | null,
  ping: () => Promise<void>,
): Handler {
  return async (c) => {
    const headers = new Headers(c.req.raw.headers);
    const [address = ""] = (networkOf(c) ?? "").split("/");
    headers.set(networkHeader, address);
    const response = await signIn.handler(new Request(c.req.raw, { headers }));
    // A failure of its own, or that of a database that is away: then it is told as everywhere.
    if (response.status >= 500) await ping();
    return response;
  };
}
