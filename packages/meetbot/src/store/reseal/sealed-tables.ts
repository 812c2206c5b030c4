import { connectionContext } from "../../features/connectors/store/shop-connections.ts";
import { pushContext } from "../../features/customer-updates/store/accept-push.ts";
import { customerPushContext } from "../../features/customer-updates/ways/customer-push-keys.ts";
import type { SealedTable } from "../../platform/parts/sealed-table.ts";
import { botRootContext } from "../../platform/sealing/bot-lookups.ts";
import { keyContext } from "../../platform/sealing/conversation-keys.ts";
import { lookupRootContext } from "../../platform/sealing/lookup-root.ts";
import { sealContext } from "../../platform/sealing/seal-context.ts";
import { vapidContext } from "../../platform/web-push/vapid-keys.ts";
import { bookContext } from "../answers/answer-books.ts";
import { evidenceContext } from "../bots/conformance-evidence.ts";
import { testContext } from "../bots/endpoint-tests.ts";
import { linkContext } from "../channel-links/channel-links.ts";
import { answerContext } from "../operators/idempotency.ts";
import { sealedTablesOfParts } from "../parts/parts.ts";
import { trackedContext } from "../tracking/track-rows.ts";

/** All that is sealed under the master key, the largest last. */
export const sealedTables: readonly SealedTable[] = [
  {
    name: "lookup_root",
    key: ["one"],
    sealed: "sealed",
    contextOf: () => lookupRootContext,
  },
  {
    name: "bot_lookup_roots",
    key: ["bot_id"],
    sealed: "sealed",
    contextOf: ({ bot_id = "" }) => botRootContext(bot_id),
  },
  {
    name: "bot_secrets",
    key: ["bot_id", "kind", "stage"],
    sealed: "sealed",
    contextOf: ({ bot_id = "", kind = "" }) => sealContext(bot_id, kind),
  },
  {
    name: "endpoint_tests",
    key: ["bot_id", "secret_fingerprint"],
    sealed: "sealed",
    contextOf: ({ bot_id = "", secret_fingerprint = "" }) =>
      testContext(bot_id, secret_fingerprint),
  },
  {
    name: "channel_links",
    key: ["bot_id", "channel"],
    sealed: "sealed",
    contextOf: ({ bot_id: botId = "", channel = "" }) => linkContext({ botId, channel }),
  },
  {
    name: "web_push_keys",
    key: ["one"],
    sealed: "sealed",
    contextOf: () => vapidContext,
  },
  {
    name: "customer_push_keys",
    key: ["bot_id"],
    sealed: "sealed",
    contextOf: ({ bot_id = "" }) => customerPushContext(bot_id),
  },
  ...sealedTablesOfParts,
  {
    name: "shop_connections",
    key: ["bot_id"],
    sealed: "sealed",
    contextOf: ({ bot_id = "" }) => connectionContext(bot_id),
  },
  {
    name: "answer_books",
    key: ["bot_id", "version"],
    sealed: "sealed",
    contextOf: ({ bot_id = "", version = "" }) => bookContext(bot_id, Number(version)),
  },
  {
    name: "tracked_orders",
    key: ["bot_id", "tracking"],
    sealed: "sealed",
    contextOf: ({ bot_id = "", tracking = "" }) => trackedContext(bot_id, tracking),
  },
  {
    name: "pushes",
    key: ["bot_id", "push_id"],
    sealed: "sealed",
    contextOf: ({ bot_id = "", push_id = "" }) => pushContext(bot_id, push_id),
  },
  {
    name: "idempotency_keys",
    key: ["caller", "idempotency_key"],
    sealed: "sealed",
    contextOf: ({ caller = "", idempotency_key = "" }) => answerContext(caller, idempotency_key),
  },
  {
    name: "conformance_evidence",
    key: ["bot_id", "run_id"],
    sealed: "sealed",
    contextOf: ({ bot_id = "", run_id = "" }) => evidenceContext(bot_id, run_id),
  },
  {
    name: "conversations",
    key: ["bot_id", "conversation_id"],
    sealed: "sealed_key",
    contextOf: ({ bot_id: botId = "", conversation_id: conversationId = "" }) =>
      keyContext({ botId, conversationId }),
  },
];
