import type { ConnectorProblem } from "@meetbot/model/connector/connector-words.ts";
import type { StoppedFor } from "@meetbot/model/shop/endpoint-health.ts";
import type { Verdict } from "@meetbot/network/addresses/endpoint-guard.ts";
import type { EndpointState } from "../../merchant/endpoint-state.ts";
import type { OrderNumbersSeen } from "./look-at-order-numbers.ts";

/** The possible results of each checklist item; the console has a text for every one. */
export interface ChecklistReasons {
  endpoint:
    | Verdict["reason"]
    | `stopped_${StoppedFor}`
    | "failing"
    | "connected"
    | `connector_${ConnectorProblem}`;
  /** `connected`: strangers cannot reach the endpoint. */
  endpoint_test: EndpointState["state"] | "connected";
  conformance: "passed" | "passed_with_warnings" | "failed" | "outdated" | "never_run";
  identity: "ladder" | "numbers_count_up" | "code" | "off";
  mail: "sends_codes" | "vouched_for" | "policy_off" | "guests_see_little" | "guests_see_nothing";
  contact: "set" | "not_set";
  origins: "set" | "none";
  snippet: "seen" | "not_seen";
  order_numbers: "told" | OrderNumbersSeen;
  public_url: "https" | "plain_http" | "not_set" | "demo";
  first_answer: "answered" | "none";
}

export type ChecklistId = keyof ChecklistReasons;

export type ChecklistState = "done" | "to_do" | "warning" | "not_needed";

/** One item of the checklist before customers arrive. */
export type ChecklistItem = {
  [Id in ChecklistId]: {
    id: Id;
    state: ChecklistState;
    reason: ChecklistReasons[Id];
    /** When the item was found done, where known. */
    at: Date | null;
  };
}[ChecklistId];

/** One point, with its name and its reason checked together. */
export function item<Id extends ChecklistId>(
  id: Id,
  state: ChecklistState,
  reason: ChecklistReasons[Id],
  at: Date | null = null,
): ChecklistItem {
  return { id, state, reason, at } as ChecklistItem;
}
