import type { DatabaseSync } from "node:sqlite";
import { createPush, createPushOutbox, type PushOutboxStore, toPushMessage } from "@meetbot/sdk";
import type { NewsPlace, ShopNews } from "../database/shop.ts";

/** What could not be sent at once is sent so much later. */
const againEveryMs = 30_000;

/** Opens the outbox in the shop's own database, and sends what an earlier run left in it. */
export function openNews(
  database: DatabaseSync,
  { url, botId, secret: pushSecret }: NewsPlace,
): ShopNews {
  database.exec(outboxTable);
  const store = openStore(database);
  const push = createPush({ url, botId, pushSecret });
  const outbox = createPushOutbox({ push, store });
  const closing = new AbortController();
  let sending = Promise.resolve();
  const send = () => {
    sending = outbox.drain({ signal: closing.signal }).then(
      () => {},
      (error: unknown) => console.error(`The shop's news could not be sent: ${error}`),
    );
  };
  const timer = setInterval(send, againEveryMs);
  timer.unref();
  // Meetbot offers updates to customers once it has received a push from the shop.
  const testing = push.test({ signal: closing.signal }).then((result) => {
    if (!result.ok && result.code !== "aborted") console.error(`Meetbot says: ${result.message}`);
  });
  send();
  return {
    add: (news) => store.add(toPushMessage(news), database),
    send,
    async close() {
      clearInterval(timer);
      closing.abort();
      await Promise.all([testing, sending]);
    },
  };
}

/** One row for each push, until Meetbot has it. `code`: why it was not taken. */
const outboxTable = `
  CREATE TABLE IF NOT EXISTS outbox (
    seq     INTEGER PRIMARY KEY,
    id      TEXT NOT NULL UNIQUE,
    subject TEXT NOT NULL,
    body    TEXT NOT NULL,
    due_at  INTEGER DEFAULT 0,       -- Unix milliseconds; none: it was given up
    code    TEXT
  ) STRICT`;

function openStore(database: DatabaseSync) {
  return {
    add({ id, subject, body }, transaction) {
      transaction
        .prepare("INSERT INTO outbox (id, subject, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
        .run(id, subject, body);
    },
    due: (limit) =>
      database
        .prepare(
          `SELECT id, subject, body FROM outbox AS own
           WHERE due_at <= :now AND NOT EXISTS (
             SELECT 1 FROM outbox AS earlier
             WHERE earlier.subject = own.subject AND earlier.seq < own.seq AND earlier.due_at > :now
           ) ORDER BY seq LIMIT :limit`,
        )
        .all({ now: Date.now(), limit })
        .map(({ id, subject, body }) => ({
          ...{ id: String(id), subject: String(subject), body: String(body) },
        })),
    done(id) {
      database.prepare("DELETE FROM outbox WHERE id = ?").run(id);
    },
    failed(id, code, at) {
      database
        .prepare("UPDATE outbox SET code = ?, due_at = ? WHERE id = ?")
        .run(String(code), at, id);
    },
  } satisfies PushOutboxStore<DatabaseSync>;
}
