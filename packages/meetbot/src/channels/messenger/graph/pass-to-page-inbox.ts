import { callGraph, type Graph, type GraphAnswer, type PageAccess } from "./graph.ts";
import type { PageCustomer } from "./page-customer.ts";
import { recipientOf } from "./send.ts";

/** The inbox of every page, as an app: https://developers.facebook.com/docs/messenger-platform/conversation-routing */
export const pageInboxAppId = "263902037430900";

/** Passes the thread to the page's inbox, which controls it from now on; the note is `metadata` there. */
export function passToPageInbox(
  customer: PageCustomer,
  note: string,
  page: PageAccess,
  graph: Graph,
): Promise<GraphAnswer> {
  const body = {
    recipient: recipientOf(customer),
    target_app_id: pageInboxAppId,
    metadata: note,
  };
  return callGraph({ method: "POST", edge: "/pass_thread_control", body }, page, graph);
}
