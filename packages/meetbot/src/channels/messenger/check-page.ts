import type { GraphFailure } from "./classify-failure.ts";
import { fieldsAt, idAt, isFields, isTrueAt, listAt, textAt } from "./fields.ts";
import { callGraph, type Graph, type GraphAnswer, type PageAccess } from "./graph.ts";
import { subscribe, subscribedFields } from "./profile.ts";

/** Without them a page cannot be written for, or its events not be subscribed to. */
const neededScopes = ["pages_messaging", "pages_manage_metadata"];

/** What is wrong at Meta's side. */
export type PageProblem =
  /** Meta did not take a call; `step` says which one. */
  | { kind: "refused"; step: "page" | "app" | "token" | "subscribe"; failure: GraphFailure }
  | { kind: "other_page"; pageId: string }
  | { kind: "token_invalid" }
  | { kind: "scopes_missing"; scopes: string[] }
  | { kind: "fields_missing"; fields: string[] };

export type PageCheck =
  | { ok: true; appId: string; name: string; tokenEndsAt: Date | null }
  | { ok: false; problem: PageProblem };

/**
 * Makes sure that a token is of this page, that its app's secret is this one, and what it may do; then
 * subscribes to the page's events and reads back that it worked.
 */
export async function checkPage(access: PageAccess, graph: Graph): Promise<PageCheck> {
  const get = (pageId: string, edge = "", token = access.token) =>
    callGraph({ method: "GET", edge }, { ...access, pageId, token }, graph);
  const problem = (found: PageProblem): PageCheck => ({ ok: false, problem: found });

  const me = await get("me", "?fields=id,name");
  if (!me.ok) return problem({ kind: "refused", step: "page", failure: me });
  const pageId = idAt(me.body, "id") ?? "";
  if (pageId !== access.pageId) return problem({ kind: "other_page", pageId });

  const app = await get("app", "?fields=id");
  if (!app.ok) return problem({ kind: "refused", step: "app", failure: app });
  const appId = idAt(app.body, "id") ?? "";

  const inputToken = encodeURIComponent(access.token);
  const debugged = await get(
    "debug_token",
    `?input_token=${inputToken}`,
    `${appId}|${access.appSecret}`,
  );
  if (!debugged.ok) return problem({ kind: "refused", step: "token", failure: debugged });
  const facts = fieldsAt(debugged.body, "data");
  if (!isTrueAt(facts, "is_valid")) return problem({ kind: "token_invalid" });
  const scopes = listAt(facts, "scopes");
  const missing = neededScopes.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0) return problem({ kind: "scopes_missing", scopes: missing });

  const subscribed = await subscribe(access, graph);
  if (!subscribed.ok) return problem({ kind: "refused", step: "subscribe", failure: subscribed });
  const apps = await get(access.pageId, "/subscribed_apps");
  if (!apps.ok) return problem({ kind: "refused", step: "subscribe", failure: apps });
  const fields = fieldsMissing(apps.body, appId);
  if (fields.length > 0) return problem({ kind: "fields_missing", fields });

  const endsAtS = Number(textAt(facts, "expires_at") ?? 0);
  const tokenEndsAt = endsAtS > 0 ? new Date(endsAtS * 1000) : null;
  return { ok: true, appId, name: textAt(me.body, "name") ?? "", tokenEndsAt };
}

/** Takes the page's events away from the app. */
export function unsubscribe(access: PageAccess, graph: Graph): Promise<GraphAnswer> {
  return callGraph({ method: "DELETE", edge: "/subscribed_apps" }, access, graph);
}

function fieldsMissing(body: Parameters<typeof listAt>[0], appId: string): string[] {
  const own = listAt(body, "data")
    .filter(isFields)
    .find((app) => idAt(app, "id") === appId);
  const there = own ? listAt(own, "subscribed_fields") : [];
  return subscribedFields.filter((field) => !there.includes(field));
}
