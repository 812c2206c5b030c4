import { Client } from "pg";

/** A share of all conversations: so many to one that has it. */
const shares = { unanswered: 10, followed: 20, handedOver: 40, judged: 50 };

type Shares = typeof shares;

/**
 * Adds related rows to some of the stored conversations: in a tenth the bot did not understand a message, every
 * twentieth follows an order and got one customer update, and in every fortieth the customer asked for a person, who
 * closed it.
 */
export async function seedRest(url: string, own: Partial<Shares> = {}): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const statement of statementsOf({ ...shares, ...own })) await client.query(statement);
  await client.query(`vacuum (analyze) ${tables.join(", ")}`);
  await client.end();
}

/** One conversation of so many, with its number. */
const oneOf = (many: number) => `
  (select *, row_number() over (order by active_at) as nth from conversations) as own
  where nth % ${many} = 0`;

const tables = [
  ...["unanswered", "topic_requests", "subscriptions", "pushes", "notifications"],
  ...["person_requests", "inbox_conversations", "counted_waits", "feedback"],
];

const statementsOf = ({ unanswered, followed, handedOver, judged }: Shares): string[] => [
  `insert into unanswered (bot_id, conversation_id, seq, reason, likeness, at, is_followed)
   select bot_id, conversation_id, 3,
     (array['not_understood', 'asked_back', 'other_topic'])[nth / ${unanswered} % 3 + 1],
     sha256((nth / ${unanswered} / 3)::text::bytea), active_at,
     case when active_at < now() - interval '1 day' then false end
   from ${oneOf(unanswered)}`,
  `insert into topic_requests (bot_id, conversation_id, seq, topic, answered, at)
   select bot_id, conversation_id, 3, 'returns', true, active_at from ${oneOf(followed)}`,
  `insert into subscriptions (bot_id, subscription_id, conversation_id, scope, lookup, sealed, source, wording,
     locale, created_at, channel)
   select bot_id, 's_' || nth, conversation_id, 'order', sha256(nth::text::bytea), sha256(nth::text::bytea),
     'choice', 1, 'en', active_at, channel
   from ${oneOf(followed)}`,
  `insert into pushes (bot_id, push_id, method, body_hash, key_id, sealed, occurred_at, accepted_at, recipients,
     news_until)
   select bot_id, 'p_' || nth, 'order', sha256(nth::text::bytea), key_id, sha256(nth::text::bytea), active_at,
     active_at, 1, active_at
   from ${oneOf(followed)}`,
  `insert into notifications (bot_id, push_id, conversation_id, subscription_id, state, told_state, due_at,
     expires_at, at)
   select bot_id, 'p_' || nth, conversation_id, 's_' || nth, 'queued', 'delivered', null, active_at, active_at
   from ${oneOf(followed)}`,
  `insert into person_requests (bot_id, conversation_id, seq, requested_at)
   select bot_id, conversation_id, 3, active_at from ${oneOf(handedOver)}`,
  `insert into inbox_conversations (bot_id, conversation_id, status, reason, called_at, first_waited_at,
     first_replied_at, closed_at, customer_seq, customer_at, person_seq, person_at, updated_at,
     reply_counted_for, end_counted_for)
   select bot_id, conversation_id, 'closed', 'asked', active_at, active_at, active_at, active_at, 3, active_at,
     4, active_at, active_at, active_at, active_at
   from ${oneOf(handedOver)}`,
  `insert into counted_waits (bot_id, conversation_id, kind, since, seconds, at)
   select bot_id, conversation_id, kind, first_waited_at, 60, closed_at
   from inbox_conversations, unnest(array['first_reply', 'resolution']) as kind`,
  `insert into feedback (bot_id, conversation_id, seq, value, at)
   select bot_id, conversation_id, 2, case nth % 3 when 0 then 'down' else 'up' end, active_at
   from ${oneOf(judged)}`,
];
