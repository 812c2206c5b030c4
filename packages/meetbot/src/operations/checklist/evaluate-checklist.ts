import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Usage } from "@meetbot/model/bot/usage.ts";
import type { Connection } from "@meetbot/model/connector/connection.ts";
import type { EndpointHealth } from "@meetbot/model/shop/endpoint-health.ts";
import type { Verdict } from "@meetbot/network/addresses/endpoint-guard.ts";
import type { EndpointState } from "../../merchant/endpoint-state.ts";
import { type ChecklistItem, type ChecklistState, item } from "./checklist.ts";
import type { OrderNumbersSeen } from "./look-at-order-numbers.ts";

/** The facts about a bot before it goes live. */
export interface ChecklistFacts {
  bot: Bot;
  verdict: Verdict;
  /** The connection through which Meetbot queries the shop itself; `null` if the endpoint is a webhook. */
  connection: Pick<Connection, "trouble" | "notedAt"> | null;
  health: EndpointHealth;
  endpoint: EndpointState;
  /** The last whole run; `null`: there was none. `isCurrent`: it holds for now. */
  conformance: { at: Date; failed: number; warned: number; isCurrent: boolean } | null;
  sendsCodes: boolean;
  publicUrl: string | null;
  usage: readonly Usage[];
  orderNumbers: OrderNumbersSeen;
  /** Whether the shop's order numbers count up, of those that alone show an order's content to anyone who types one. */
  numbersCountUp: boolean;
  firstAnswerAt: Date | null;
}

/** Returns which items are done and which remain before customers arrive, in the order in which to do them. Pure. */
export function evaluateChecklist(facts: ChecklistFacts): ChecklistItem[] {
  const { bot, firstAnswerAt } = facts;
  const page = facts.usage.find(({ kind }) => kind === "page");
  return [
    checkEndpoint(facts),
    checkTest(facts),
    checkConformance(facts),
    checkIdentity(facts),
    checkMail(facts),
    bot.contact === null ? item("contact", "to_do", "not_set") : item("contact", "done", "set"),
    checkOrderNumbers(facts),
    checkPublicUrl(facts),
    bot.origins.length === 0 ? item("origins", "to_do", "none") : item("origins", "done", "set"),
    page ? item("snippet", "done", "seen", page.seenAt) : item("snippet", "to_do", "not_seen"),
    firstAnswerAt
      ? item("first_answer", "done", "answered", firstAnswerAt)
      : item("first_answer", "to_do", "none"),
  ];
}

function checkEndpoint({ verdict, connection, health }: ChecklistFacts): ChecklistItem {
  const { stopped, failingSince } = health;
  if (connection?.trouble) {
    return item("endpoint", "to_do", `connector_${connection.trouble.problem}`, connection.notedAt);
  }
  if (!verdict.allowed) return item("endpoint", "to_do", verdict.reason);
  if (stopped) return item("endpoint", "to_do", `stopped_${stopped.for}`, stopped.at);
  if (failingSince) return item("endpoint", "warning", "failing", failingSince);
  return item("endpoint", "done", connection ? "connected" : verdict.reason);
}

function checkTest({ connection, endpoint: { state, at } }: ChecklistFacts): ChecklistItem {
  if (connection) return item("endpoint_test", "not_needed", "connected");
  const states: Partial<Record<typeof state, ChecklistState>> = {
    verified: "done",
    // The protocol's origin does it this way; anything beyond is advice.
    body_only: "done",
  };
  return item("endpoint_test", states[state] ?? "to_do", state, at === null ? null : new Date(at));
}

function checkConformance({ conformance: run }: ChecklistFacts): ChecklistItem {
  if (!run) return item("conformance", "to_do", "never_run");
  if (!run.isCurrent) return item("conformance", "to_do", "outdated", run.at);
  if (run.failed > 0) return item("conformance", "to_do", "failed", run.at);
  const reason = run.warned > 0 ? "passed_with_warnings" : "passed";
  return item("conformance", "done", reason, run.at);
}

function checkIdentity({ bot, numbersCountUp }: ChecklistFacts): ChecklistItem {
  if (numbersCountUp) return item("identity", "warning", "numbers_count_up");
  return item("identity", bot.policy === "off" ? "warning" : "done", bot.policy);
}

/** Checks that customers can prove who they are: with a code, or because the shop vouches for them. */
function checkMail({ bot, sendsCodes, usage }: ChecklistFacts): ChecklistItem {
  const vouched = usage.find(({ kind }) => kind === "identity");
  if (sendsCodes) return item("mail", "done", "sends_codes");
  if (bot.policy === "off") return item("mail", "not_needed", "policy_off");
  if (vouched) return item("mail", "done", "vouched_for", vouched.seenAt);
  return bot.policy === "code"
    ? item("mail", "to_do", "guests_see_nothing")
    : item("mail", "warning", "guests_see_little");
}

function checkOrderNumbers({ bot, orderNumbers: seen }: ChecklistFacts): ChecklistItem {
  if (seen === "told_otherwise") return item("order_numbers", "warning", seen);
  if (bot.orderNumberFormat) return item("order_numbers", "done", "told");
  return item("order_numbers", seen === "found" ? "not_needed" : "to_do", seen);
}

function checkPublicUrl({ bot, publicUrl }: ChecklistFacts): ChecklistItem {
  if (bot.demo) return item("public_url", "not_needed", "demo");
  if (publicUrl === null) return item("public_url", "to_do", "not_set");
  return publicUrl.startsWith("https:")
    ? item("public_url", "done", "https")
    : item("public_url", "to_do", "plain_http");
}
