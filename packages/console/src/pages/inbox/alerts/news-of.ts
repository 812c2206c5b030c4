/** What is looked at of a conversation. */
interface Watched {
  conversation_id: string;
  waiting_since: string | null;
  customer_at: string | null;
  unanswered: boolean;
}

/** What somebody is told of: whoever waits for a person, and their own. */
export interface Watch {
  mine: readonly Watched[];
  waiting: readonly Watched[];
  /** With those to whom nobody came. */
  waitingCount: number;
}

export interface News {
  kind: "waiting" | "message";
  conversationId: string;
}

/** How many customers look to whoever looks now. */
export function countOpen({ mine, waitingCount }: Watch, scope: "mine" | "all"): number {
  const own = mine.filter((row) => row.unanswered && row.waiting_since === null).length;
  return own + (scope === "all" ? waitingCount : 0);
}

/** What is new since the last look. Each wait and each message is told once. */
export function newsOf(before: Watch, after: Watch, scope: "mine" | "all"): News[] {
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
  const told = (kind: News["kind"]) => (row: Watched) => ({
    kind,
    conversationId: row.conversation_id,
  });
  return [...messages.map(told("message")), ...waits.map(told("waiting"))];
}

type MomentOf = (row: Watched) => string | null;
