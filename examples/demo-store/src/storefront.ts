import type { IncomingMessage, ServerResponse } from "node:http";
import { findPage, toNotFound } from "./find-page.ts";
import { findShopper } from "./find-shopper.ts";
import { type Page, safeguards } from "./page.ts";
import { readSessionId } from "./session-cookie.ts";
import { createSessions } from "./sessions.ts";
import type { Shop } from "./shop.ts";
import { signIn, signOut } from "./sign-in.ts";
import type { IdentityKey } from "./vouch.ts";

/** The shop as browsers see it: its pages, and who is signed in. */
export function createStorefront(shop: Shop, identityKey: IdentityKey | undefined) {
  const sessions = createSessions();

  async function open(request: IncomingMessage): Promise<Page> {
    const [path = "/", query = ""] = (request.url ?? "/").split("?", 2);
    const email = sessions.find(readSessionId(request));
    const visitor = email === null ? null : findShopper(shop, email);
    if (request.method === "GET") return findPage(shop, identityKey, { path, query, visitor });

    const isPost = request.method === "POST";
    if (isPost && path === "/login") return signIn(shop, sessions, { request, visitor });
    if (isPost && path === "/logout") return signOut(sessions, { request, visitor });
    return toNotFound(visitor);
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, headers, body } = await open(request);
    response.writeHead(status, { ...safeguards, ...headers }).end(body);
  };
}
