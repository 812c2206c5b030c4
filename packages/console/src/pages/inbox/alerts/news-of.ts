/** The watched fields of a conversation. */
interface Watched {
  conversation_id: string;
  waiting_since: string | null;
  customer_at: string | null;
  unanswered: boolean;
}

/** What an operator gets alerts about: customers who wait for a person, and the operator's own conversations. */
export interface Watch {
  mine: readonly Watched[];
  waiting: readonly Watched[];
  /** Number of waiting customers, including those whom no agent answered. */
  waitingCount: number;
  /** Notes that mention the operator, in conversations that the operator has not opened since. */
  mentions: readonly Mention[];
}

export interface Mention {
  note_id: string;
  conversation_id: string;
  by: { operator_id: string; name: string | null };
}

export interface InboxNews {
  kind: "waiting" | "message" | "mention";
  conversationId: string;
}

/** Returns how many customers and colleagues currently need the operator; each conversation counts once. */
export function countOpen(watch: Watch, scope: "mine" | "all"): number {
  const { mine, waiting, waitingCount, mentions } = watch;
  const idOf = ({ conversation_id }: { conversation_id: string }) => conversation_id;
  const own = mine.filter((row) => row.unanswered && row.waiting_since === null).map(idOf);
  const all = new Set([...own, ...mentions.map(idOf)]);
  if (scope === "mine") return all.size;
  for (const row of waiting) all.delete(idOf(row));
  return all.size + waitingCount;
}

/** Returns what is new since the previous check. Each wait and each message is reported once. */
export function newsOf(before: Watch, after: Watch, scope: "mine" | "all"): InboxNews[] {
  const newsIn = (rows: readonly Watched[], known: readonly Watched[], at: MomentOf) =>
    rows.filter((row) => {
      const was = known.find(({ conversation_id }) => conversation_id === row.conversation_id);
      return at(row) !== null && (!was || (at(was) ?? "") < (at(row) ?? ""));
    });
  const messages = newsIn(
    after.mine.filter(({ unanswered }) => unanswered),
    before.mine,
    ({ customer_at }) => customer_at,
  );
  const waits =
    scope === "all"
      ? newsIn(after.waiting, before.waiting, ({ waiting_since }) => waiting_since)
      : [];
  const known = new Set(before.mentions.map(({ note_id }) => note_id));
  const calls = after.mentions.filter(({ note_id }) => !known.has(note_id));
  const told = (kind: InboxNews["kind"]) => (row: { conversation_id: string }) => ({
    kind,
    conversationId: row.conversation_id,
  });
  return [
    ...calls.map(told("mention")),
    ...messages.map(told("message")),
    ...waits.map(told("waiting")),
  ];
}

type MomentOf = (row: Watched) => string | null;
