import type { IncomingMessage, ServerResponse } from "node:http";
import type { Shop } from "../database/shop.ts";
import { type StorePage, toSafeguards } from "../html/page.ts";
import { toNotFound } from "../pages/render-notice.ts";
import { findShopper } from "../visits/find-shopper.ts";
import { readSessionId } from "../visits/session-cookie.ts";
import { createSessions, type Sessions } from "../visits/sessions.ts";
import { type Kept, readLocale, type Visit } from "../visits/visit.ts";
import { findPage } from "./find-page.ts";
import { openVisitLink } from "./open-visit-link.ts";
import { submitForm } from "./submit-form.ts";

/** The shop as browsers see it: its pages, its forms, and who is signed in. */
export function createStorefront(shop: Shop) {
  const sessions = createSessions<Kept>();
  const safeguards = toSafeguards(shop);

  async function open(request: IncomingMessage): Promise<StorePage> {
    const visit = readVisit(shop, sessions, request);
    if (request.method === "POST") return submitForm(shop, sessions, visit, request);
    if (request.method !== "GET" && request.method !== "HEAD") return toNotFound(shop, visit);
    if (visit.path === "/demo/visit") return openVisitLink(shop, sessions, visit);
    return findPage(shop, visit);
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, headers, body } = await open(request);
    response.writeHead(status, { ...safeguards, ...headers }).end(body);
  };
}

function readVisit(shop: Shop, sessions: Sessions<Kept>, request: IncomingMessage): Visit {
  const [path = "/", query = ""] = (request.url ?? "/").split("?", 2);
  const sessionId = readSessionId(request);
  const { email = null, guestOrders = [] } = sessions.find(sessionId) ?? {};
  return {
    path,
    query: new URLSearchParams(query),
    sessionId,
    visitor: { shopper: email === null ? null : findShopper(shop, email), guestOrders },
    locale: readLocale(request.headers["accept-language"]),
  };
}
