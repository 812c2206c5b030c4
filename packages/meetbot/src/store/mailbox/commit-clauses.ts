import { accountLookup } from "../../platform/sealing/account-lookup.ts";
import { numberLookup } from "../../platform/sealing/number-lookup.ts";
import { sealJson } from "../../platform/sealing/sealed-json.ts";
import { deliveryColumns } from "../logs/delivery-columns.ts";
import { echoWithinS, isOpen, linkOf } from "../outbox/outbox-steps.ts";
import type { Clause } from "./clause.ts";
import { deskClauses } from "./desk-clauses.ts";
import { newsEmailClauses } from "./news-email-clauses.ts";
import { ratingClauses } from "./rating-clauses.ts";
import { subscriptionClauses } from "./subscription-clauses.ts";
import { trackingClauses } from "./tracking-clauses.ts";

/** What turns store outside the conversation's row. Most turns use two of these clauses, and each has a cost. */
export const commitClauses: Clause[] = [
  {
    name: "replied",
    columns: { place: "integer", body: "bytea", status: "text" },
    rows: ({ key, lease, turn, delivery }) => {
      const status = delivery === "fetched" ? "sent" : "queued";
      return turn.replies.map((reply, nth) => [
        nth + 1,
        sealJson(key, lease, "out", reply),
        status,
      ]);
    },
    text: `
      insert into messages (bot_id, conversation_id, seq, direction, body, status)
      select bot_id, conversation_id, before + place, 'out', body, status from given`,
  },
  {
    // Makes the conversation's outbox due, unless a person or another app answers. If the outbox is empty and no other
    // reply arrived since the event, takes the first of these replies as `outbox-take` does.
    name: "queued",
    columns: { replies: "integer", takes: "boolean" },
    rows: ({ turn, delivery }) =>
      turn.replies.length > 0 && delivery !== "fetched"
        ? [[turn.replies.length, delivery === "taken"]]
        : [],
    text: `
      , held as materialized (
        select given.*, is_taken from given, lateral (
          select takes and before = handled_seq and send_at is null
            and (silent_until is null or silent_until <= now())
            and exists (select from channel_links as link where ${linkOf("own")} and ${isOpen})
            as is_taken
          from outboxes as own
          where own.bot_id = given.bot_id and own.conversation_id = given.conversation_id
          for no key update of own
        ) as own
      )
      update outboxes as outbox
      set queued_seq = before + replies, fence = fence + is_taken::integer,
        attempted_at = case when is_taken then now() else attempted_at end,
        send_at = case when is_taken then now() + interval '${echoWithinS} seconds'
          else coalesce(send_at, greatest(now(), silent_until)) end
      from held
      where outbox.bot_id = held.bot_id and outbox.conversation_id = held.conversation_id
      returning nth, is_taken as "isTaken", outbox.fence, outbox.address`,
    returns: `"isTaken", fence, address`,
  },
  {
    name: "delivered",
    columns: {
      delivery_id: "text",
      method: "text",
      outcome: "text",
      http_status: "integer",
      started_at: "timestamptz",
      duration_ms: "integer",
      sealed: "bytea",
      exchanges: "smallint",
      secret_fingerprint: "text",
      question: "text",
    },
    rows: ({ key, lease, turn: { deliveries, question } }) =>
      deliveries.map((delivery, nth) => {
        const facts = deliveryColumns(delivery);
        return [
          ...[facts.id, facts.method, facts.outcome, facts.httpStatus],
          ...[facts.startedAt.toISOString(), facts.durationMs],
          ...[sealJson(key, lease, "delivery", delivery), facts.exchanges, facts.secretFingerprint],
          // A question can take several deliveries; it is counted once, with the last.
          nth === deliveries.length - 1 ? question : null,
        ];
      }),
    text: `
      insert into deliveries (bot_id, conversation_id, seq, delivery_id, method, outcome, http_status,
        started_at, duration_ms, sealed, exchanges, secret_fingerprint, question)
      select bot_id, conversation_id, handled_seq, delivery_id, method, outcome, http_status,
        started_at, duration_ms, sealed, exchanges, secret_fingerprint, question from given`,
  },
  {
    // The customer asked for a person.
    name: "called",
    columns: {},
    rows: ({ turn }) => (turn.personAsked ? [[]] : []),
    text: `
      insert into person_requests (bot_id, conversation_id, seq)
      select bot_id, conversation_id, handled_seq from given`,
  },
  {
    name: "named",
    columns: { lookup: "bytea" },
    rows: ({ turn }, { account }) => turn.accounts.map((one) => [accountLookup(account, one)]),
    text: `
      insert into conversation_accounts (bot_id, conversation_id, lookup)
      select bot_id, conversation_id, lookup from given on conflict do nothing`,
  },
  {
    name: "numbered",
    columns: { lookup: "bytea" },
    rows: ({ turn }, { number }) => turn.numbers.map((one) => [numberLookup(number, one)]),
    text: `
      insert into conversation_numbers (bot_id, conversation_id, lookup)
      select bot_id, conversation_id, lookup from given on conflict do nothing`,
  },
  {
    // Stores the address for writing to the customer: the latest replaces earlier ones, and it proves nothing.
    name: "reachable",
    columns: { sealed: "bytea", lookup: "bytea" },
    rows: ({ key, lease, turn: { leftEmail } }, { account }) =>
      leftEmail === undefined
        ? []
        : [[sealJson(key, lease, "email", leftEmail), accountLookup(account, leftEmail)]],
    text: `
      insert into left_emails (bot_id, conversation_id, sealed, lookup)
      select bot_id, conversation_id, sealed, lookup from given
      on conflict (bot_id, conversation_id)
      do update set sealed = excluded.sealed, lookup = excluded.lookup, left_at = now()`,
  },
  ...newsEmailClauses,
  ...ratingClauses,
  {
    name: "unheard",
    columns: { reason: "text", likeness: "bytea" },
    rows: ({ turn: { unanswered } }, { likeness }) =>
      unanswered ? [[unanswered.reason, likeness(unanswered.likeness)]] : [],
    text: `
      insert into unanswered (bot_id, conversation_id, seq, reason, likeness)
      select bot_id, conversation_id, handled_seq, reason, likeness from given`,
  },
  {
    name: "topical",
    columns: { topic: "text", answered: "boolean" },
    rows: ({ turn: { topic } }) => (topic ? [[topic.id, topic.answered]] : []),
    text: `
      insert into topic_requests (bot_id, conversation_id, seq, topic, answered)
      select bot_id, conversation_id, handled_seq, topic, given.answered from given`,
  },
  {
    // The call to a language model about the message's meaning: names from lists, nothing that the customer wrote.
    name: "modeled",
    columns: { call: "jsonb" },
    rows: ({ turn: { modelCall } }) => (modelCall ? [[JSON.stringify(modelCall)]] : []),
    text: `
      insert into model_calls (bot_id, conversation_id, seq, call)
      select bot_id, conversation_id, handled_seq, call from given`,
  },
  ...subscriptionClauses,
  ...deskClauses,
  ...trackingClauses,
];
