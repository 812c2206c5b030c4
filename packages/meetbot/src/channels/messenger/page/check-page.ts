import type { LinkFacts } from "@meetbot/model/channel-link.ts";
import type { SendFailure } from "../../channel.ts";
import { type Fields, fieldsAt, idAt, isFields, isTrueAt, listAt, textAt } from "../../fields.ts";
import { callGraph, type Graph, type GraphAnswer, type PageAccess } from "../graph/graph.ts";
import { subscribe, subscribedFields } from "./profile.ts";

/** Scopes needed to send as a page and to subscribe to its events. */
const neededScopes = ["pages_messaging", "pages_manage_metadata"];

/** The checks, in this order: each needs the results of the one before. */
export const pageChecks = ["page", "app", "token", "permissions", "subscription"] as const;
export type PageCheckName = (typeof pageChecks)[number];

/** A problem on Meta's side. */
export type PageProblem =
  /** Meta refused a call; `step` names it. */
  | { kind: "refused"; step: "page" | "app" | "token" | "subscribe"; failure: SendFailure }
  | { kind: "other_page"; pageId: string }
  | { kind: "token_invalid" }
  | { kind: "scopes_missing"; scopes: string[] }
  | { kind: "fields_missing"; fields: string[] };

export type PageCheck =
  | {
      ok: true;
      externalId: string;
      details: { app_id: string };
      facts: LinkFacts;
    }
  /** `at` is the first failed check; the checks after it did not run. */
  | { ok: false; at: PageCheckName; problem: PageProblem };

/**
 * Checks that the token belongs to this page, that the app secret is correct, what the token may do, and that the app
 * receives the page's events. `subscribes`: subscribes the app to them first.
 */
export async function checkPage(
  access: PageAccess,
  graph: Graph,
  { subscribes }: { subscribes: boolean },
): Promise<PageCheck> {
  const get: Get = (pageId, edge, token = access.token) =>
    callGraph({ method: "GET", edge }, { ...access, pageId, token }, graph);
  const wrong = (at: PageCheckName, problem: PageProblem): PageCheck => ({
    ok: false,
    at,
    problem,
  });

  const me = await get("me", "?fields=id,name");
  if (!me.ok) return wrong("page", { kind: "refused", step: "page", failure: me });
  const pageId = idAt(me.body, "id") ?? "";
  if (pageId !== access.pageId) return wrong("page", { kind: "other_page", pageId });

  const app = await get("app", "?fields=id");
  if (!app.ok) return wrong("app", { kind: "refused", step: "app", failure: app });
  const appId = idAt(app.body, "id") ?? "";

  const debugged = await debugToken(access, appId, get);
  if (!debugged.ok) return wrong("token", { kind: "refused", step: "token", failure: debugged });
  const token = fieldsAt(debugged.body, "data");
  if (!isTrueAt(token, "is_valid")) return wrong("token", { kind: "token_invalid" });
  const scopes = listAt(token, "scopes");
  const missing = neededScopes.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0) return wrong("permissions", { kind: "scopes_missing", scopes: missing });

  const problem = await checkSubscription({ access, graph, get, appId, subscribes });
  if (problem) return wrong("subscription", problem);
  const facts = { name: textAt(me.body, "name") ?? "", tokenEndsAt: endOf(token) };
  return { ok: true, externalId: pageId, details: { app_id: appId }, facts };
}

type Get = (pageId: string, edge: string, token?: string) => Promise<GraphAnswer>;

/** Queries the token's details. Only the app itself may do so, which also proves that the secret is the app's. */
function debugToken({ token, appSecret }: PageAccess, appId: string, get: Get) {
  const edge = `?input_token=${encodeURIComponent(token)}`;
  return get("debug_token", edge, `${appId}|${appSecret}`);
}

interface Subscribing {
  access: PageAccess;
  graph: Graph;
  get: Get;
  appId: string;
  subscribes: boolean;
}

async function checkSubscription(parts: Subscribing): Promise<PageProblem | null> {
  const { access, graph, get, appId, subscribes } = parts;
  const refused = (failure: SendFailure): PageProblem => ({
    kind: "refused",
    step: "subscribe",
    failure,
  });
  if (subscribes) {
    const subscribed = await subscribe(access, graph);
    if (!subscribed.ok) return refused(subscribed);
  }
  const apps = await get(access.pageId, "/subscribed_apps");
  if (!apps.ok) return refused(apps);
  const fields = fieldsMissing(apps.body, appId);
  return fields.length > 0 ? { kind: "fields_missing", fields } : null;
}

/** Unsubscribes the app from the page's events. */
export function unsubscribe(access: PageAccess, graph: Graph): Promise<GraphAnswer> {
  return callGraph({ method: "DELETE", edge: "/subscribed_apps" }, access, graph);
}

function fieldsMissing(body: Fields, appId: string): string[] {
  const own = listAt(body, "data")
    .filter(isFields)
    .find((app) => idAt(app, "id") === appId);
  const there = own ? listAt(own, "subscribed_fields") : [];
  return subscribedFields.filter((field) => !there.includes(field));
}

/** 0 means that the token does not expire. */
function endOf(token: Fields): Date | null {
  const endsAtS = Number(textAt(token, "expires_at") ?? 0);
  return endsAtS > 0 ? new Date(endsAtS * 1000) : null;
}
