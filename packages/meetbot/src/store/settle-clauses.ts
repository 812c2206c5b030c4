import type { KeyObject } from "node:crypto";
import type { LookupKey } from "../secrets/lookup-key.ts";
import { accountLookup } from "./account-lookup.ts";
import { plainFacts } from "./plain-facts.ts";
import { sealJson } from "./sealed-json.ts";
import type { Lease, Turn } from "./store.ts";

/** By them, what people wrote is found or compared, and not read. */
export interface LookupKeys {
  account: LookupKey;
  likeness: LookupKey;
}

/**
 * A part of the statement that settles a turn. `text` gets the places of its values; it reads of
 * `settled`, and finds nothing there where the lease was lost.
 */
export interface Clause {
  name: string;
  values: unknown[];
  text(...places: string[]): string;
}

/** What a turn stores beside the conversation itself. Most turns have two of these, and each costs. */
export function settleClauses(
  key: KeyObject,
  lookupKeys: LookupKeys,
  lease: Lease,
  turn: Turn,
): Clause[] {
  const { replies, deliveries, personAsked, unanswered, accounts } = turn;
  return [
    ...(replies.length > 0 ? [replied(key, lease, turn)] : []),
    ...(replies.length > 0 && lease.channel === "messenger" ? [queued(turn)] : []),
    ...(deliveries.length > 0 ? [delivered(key, lease, turn)] : []),
    ...(personAsked ? [called] : []),
    ...(accounts.length > 0 ? [named(lookupKeys, turn)] : []),
    ...(unanswered ? [unheard(lookupKeys, unanswered)] : []),
  ];
}

/**
 * A customer of the web chat fetches messages, so they count as sent once they are stored. Those of
 * Messenger are queued.
 */
function replied(key: KeyObject, lease: Lease, { replies }: Turn): Clause {
  const status = lease.channel === "messenger" ? "queued" : "sent";
  return {
    name: `replied_${status}`,
    values: [replies.map((reply) => sealJson(key, lease, "out", reply))],
    text: (bodies) => `
      insert into messages (bot_id, conversation_id, seq, direction, body, status)
      select bot_id, conversation_id, before + place, 'out', body, '${status}'
      from settled, unnest(${bodies}::bytea[]) with ordinality as reply (body, place)`,
  };
}

/** The conversation's outbox becomes due, unless somebody else answers. */
function queued({ replies }: Turn): Clause {
  return {
    name: "queued",
    values: [replies.length],
    text: (count) => `
      update messenger_conversations as outbox
      set queued_seq = before + ${count}::integer,
        send_at = coalesce(send_at, greatest(now(), silent_until))
      from settled
      where outbox.bot_id = settled.bot_id and outbox.conversation_id = settled.conversation_id`,
  };
}

function delivered(key: KeyObject, lease: Lease, { deliveries, question }: Turn): Clause {
  const rows = deliveries.map(plainFacts);
  return {
    name: "delivered",
    values: [
      rows.map((row) => row.id),
      rows.map((row) => row.method),
      rows.map((row) => row.outcome),
      rows.map((row) => row.httpStatus),
      rows.map((row) => row.startedAt.toISOString()),
      rows.map((row) => row.durationMs),
      deliveries.map((delivery) => sealJson(key, lease, "delivery", delivery)),
      rows.map((row) => row.exchanges),
      rows.map((row) => row.secretFingerprint),
      // A question can take several deliveries; it counts once, with the last of them.
      deliveries.map((_, nth) => (nth === deliveries.length - 1 ? question : null)),
      lease.event.seq,
    ],
    text: (...places) => {
      const seq = places.pop();
      const columns = places.map((place, nth) => `${place}::${deliveryTypes[nth]}[]`);
      return `
      insert into deliveries (bot_id, conversation_id, delivery_id, method, outcome, http_status,
        started_at, duration_ms, sealed, exchanges, secret_fingerprint, question, seq)
      select bot_id, conversation_id, delivery.*, ${seq}::integer
      from settled, unnest(${columns.join(", ")}) as delivery`;
    },
  };
}

const deliveryTypes = [
  "text",
  "text",
  "text",
  "integer",
  "timestamptz",
  "integer",
  "bytea",
  "smallint",
  "text",
  "text",
];

/** The customer asked for a person. */
const called: Clause = {
  name: "called",
  values: [],
  text: () => `
      insert into person_requests (bot_id, conversation_id, seq)
      select bot_id, conversation_id, handled_seq from settled`,
};

function named({ account }: LookupKeys, { accounts }: Turn): Clause {
  return {
    name: "named",
    values: [accounts.map((one) => accountLookup(account, one))],
    text: (lookups) => `
      insert into conversation_accounts (bot_id, conversation_id, lookup)
      select bot_id, conversation_id, lookup from settled, unnest(${lookups}::bytea[]) as lookup
      on conflict do nothing`,
  };
}

function unheard({ likeness }: LookupKeys, unanswered: NonNullable<Turn["unanswered"]>): Clause {
  return {
    name: "unheard",
    values: [unanswered.reason, likeness(unanswered.likeness)],
    text: (reason, like) => `
      insert into unanswered (bot_id, conversation_id, seq, reason, likeness)
      select bot_id, conversation_id, handled_seq, ${reason}::text, ${like}::bytea from settled`,
  };
}
