import { z } from "@hono/zod-openapi";
import { connectorProblems } from "@meetbot/model/connector/connector-words.ts";

/** Returns the schema of a checklist item with all its possible results. */
function point<const Id extends string, const Reason extends string>(id: Id, reasons: Reason[]) {
  return z.object({
    id: z.literal(id),
    state: z.enum(["done", "to_do", "warning", "not_needed"]),
    reason: z.enum(reasons).openapi({ description: "Why it is so." }),
    at: z.string().nullable().openapi({ description: "When it was seen to be so; ISO 8601, UTC." }),
  });
}

const endpointReasons = [
  "public",
  "allow_list",
  "invalid_url",
  "credentials_in_url",
  "internal_name",
  "special_address",
  "metadata_address",
  "own_port",
  "refused_port",
  "plain_http",
  "name_not_found",
  "stopped_gone",
  "stopped_failing",
  "failing",
  "connected",
  ...connectorProblems.map((problem) => `connector_${problem}` as const),
] as const;

/** One condition that must hold before a bot serves customers. */
export const ChecklistItem = z
  .discriminatedUnion("id", [
    point("endpoint", [...endpointReasons]),
    point("endpoint_test", [
      "verified",
      "body_only",
      "open",
      "unclear",
      "refused",
      "failed",
      "changed",
      "never_tested",
      "connected",
    ]),
    point("conformance", ["passed", "passed_with_warnings", "failed", "outdated", "never_run"]),
    point("identity", ["ladder", "numbers_count_up", "code", "off"]),
    point("mail", [
      "sends_codes",
      "vouched_for",
      "policy_off",
      "guests_see_little",
      "guests_see_nothing",
    ]),
    point("contact", ["set", "not_set"]),
    point("order_numbers", ["told", "found", "not_found", "told_otherwise", "none_seen"]),
    point("public_url", ["https", "plain_http", "not_set", "demo"]),
    point("origins", ["set", "none"]),
    point("snippet", ["seen", "not_seen"]),
    point("first_answer", ["answered", "none"]),
  ])
  .openapi("ChecklistItem");
