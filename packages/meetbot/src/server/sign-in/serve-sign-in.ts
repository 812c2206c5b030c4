import type { Context, Handler } from "hono";
import { networkHeader, type SignIn } from "./create-sign-in.ts";

/** `/api/auth/*`: sign-in, which is told the network a request comes from by us alone. */
export function serveSignIn(signIn: SignIn, networkOf: (c: Context) => string | null): Handler {
  return (c) => {
    const headers = new Headers(c.req.raw.headers);
    const [address = ""] = (networkOf(c) ?? "").split("/");
    headers.set(networkHeader, address);
    return signIn.handler(new Request(c.req.raw, { headers }));
  };
}
