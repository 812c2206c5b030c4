import type { Clause } from "./clause.ts";

/** The customer's last words to a person who did not answer. */
const isOwed = `given.reason <> 'withdrawn' and customer_seq > coalesce(person_seq, 0)`;

/** Put off until the customer writes, which they have. */
const wakes = `
        snoozed_until = case when own.snoozed_until_reply then null else own.snoozed_until end,
        snoozed_until_reply = false`;

/** What turns store for agents: that one is called or no longer needed, and what the customer wrote for one to read. */
export const deskClauses: Clause[] = [
  {
    // Calls a person and adds the conversation to the inbox. If the customer calls again, the wait continues.
    name: "waiting",
    columns: { reason: "text" },
    rows: ({ turn: { move } }) => (move?.to === "waiting" ? [[move.reason]] : []),
    text: `
      insert into inbox_conversations as own (bot_id, conversation_id, reason, waiting_since, first_waited_at,
        customer_seq, customer_at)
      select bot_id, conversation_id, reason, now(), now(), handled_seq, now() from given
      on conflict (bot_id, conversation_id) do update
      set status = 'open', closed_at = null, reason = excluded.reason,
        waiting_since = coalesce(own.waiting_since, now()),
        first_waited_at = case when own.status = 'closed' then now()
          else coalesce(own.first_waited_at, now()) end,
        first_replied_at = case when own.status = 'closed' then null else own.first_replied_at end,
        snoozed_until = null, snoozed_until_reply = false, owed_since = null,
        customer_seq = excluded.customer_seq, customer_at = now(), updated_at = now()`,
  },
  {
    // Hands the conversation back to the bot. If a person left the customer's last message unanswered, that answer is
    // still owed.
    name: "returned",
    columns: { reason: "text" },
    rows: ({ turn: { move } }) => (move?.to === "bot" ? [[move.reason]] : []),
    text: `
      update inbox_conversations as own
      set waiting_since = null, updated_at = now(),${wakes},
        owed_since = case when ${isOwed} then coalesce(owed_since, now()) end,
        status = case when ${isOwed} then status else 'closed' end,
        closed_at = case when ${isOwed} then closed_at else now() end
      from given where own.bot_id = given.bot_id and own.conversation_id = given.conversation_id`,
  },
  {
    // No other part of the statement changes this row then.
    name: "read_by_person",
    columns: {},
    rows: ({ turn }) => (turn.isForPerson && !turn.move ? [[]] : []),
    text: `
      insert into inbox_conversations as own (bot_id, conversation_id, reason, customer_seq, customer_at)
      select bot_id, conversation_id, 'stepped_in', handled_seq, now() from given
      on conflict (bot_id, conversation_id) do update
      set customer_seq = excluded.customer_seq, customer_at = now(), updated_at = now(),${wakes}`,
  },
  {
    // What the bot answers may still be owed an agent's answer: the customer's message ends the snooze.
    name: "woken",
    columns: {},
    rows: ({ lease: { held, event }, turn }) => {
      const isWritten = ["text", "tap", "media"].includes(event.content.kind);
      const wasPeoples = held.holder === "bot" && held.atMs !== null;
      return wasPeoples && isWritten && !turn.isForPerson && !turn.move ? [[]] : [];
    },
    text: `
      update inbox_conversations as own set${wakes}
      from given
      where own.bot_id = given.bot_id and own.conversation_id = given.conversation_id
        and own.snoozed_until_reply`,
  },
  {
    name: "told",
    columns: { type: "text", facts: "jsonb" },
    rows: ({ lease, turn }) => {
      const { move, isForPerson } = turn;
      const told: [string, object][] = [];
      if (move && move.to !== lease.held.holder) {
        const type = move.to === "waiting" ? "conversation.waiting" : "conversation.returned";
        told.push([type, { reason: move.reason }]);
      }
      if (isForPerson) told.push(["message.created", { seq: lease.event.seq, from: "customer" }]);
      return told.map(([type, facts]) => [type, JSON.stringify(facts)]);
    },
    text: `
      insert into desk_events (bot_id, conversation_id, type, facts)
      select bot_id, conversation_id, type, facts from given`,
  },
];
