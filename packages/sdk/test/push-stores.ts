import type { DatabaseSync } from "node:sqlite";
import type { PushMessage, PushOutboxStore } from "@meetbot/sdk";

/** Rows in memory; a transaction is a list of what is done when it ends well. */
export interface MemoryStore extends PushOutboxStore<(() => void)[]> {
  rows: { entry: PushMessage; at: number | null; code: number | string | null }[];
}

export function createMemoryStore(now: () => number): MemoryStore {
  const rows: MemoryStore["rows"] = [];
  const find = (id: string) => rows.find(({ entry }) => entry.id === id);
  return {
    rows,
    add(entry, tx) {
      tx.push(() => find(entry.id) ?? rows.push({ entry, at: 0, code: null }));
    },
    due(limit) {
      const waiting = new Set<string>();
      const due = rows.filter(({ entry: { subject }, at }) => {
        if (at === null || waiting.has(subject)) return false;
        if (at > now()) waiting.add(subject);
        return at <= now();
      });
      return due.slice(0, limit).map(({ entry }) => entry);
    },
    done(id) {
      rows.splice(
        rows.findIndex(({ entry }) => entry.id === id),
        1,
      );
    },
    failed(id, code, at) {
      Object.assign(find(id) ?? {}, { code, at });
    },
  };
}

/** The same in a table, as a shop's own database may have it. */
export function createSqliteStore(database: DatabaseSync, now: () => number) {
  database.exec(`create table if not exists meetbot_outbox (
    seq integer primary key, id text not null unique, subject text not null, body text not null,
    due_at integer default 0, code text)`);
  const due = database.prepare(`select id, subject, body from meetbot_outbox as own
    where due_at <= :now and not exists (select 1 from meetbot_outbox as earlier
      where earlier.subject = own.subject and earlier.seq < own.seq and earlier.due_at > :now)
    order by seq limit :limit`);
  const store: PushOutboxStore<DatabaseSync> = {
    add({ id, subject, body }, tx) {
      tx.prepare(
        "insert into meetbot_outbox (id, subject, body) values (?, ?, ?) on conflict do nothing",
      ).run(id, subject, body);
    },
    due: (limit) =>
      due.all({ now: now(), limit }).map(({ id, subject, body }) => ({
        id: String(id),
        subject: String(subject),
        body: String(body),
      })),
    done(id) {
      database.prepare("delete from meetbot_outbox where id = ?").run(id);
    },
    failed(id, code, at) {
      database
        .prepare("update meetbot_outbox set code = ?, due_at = ? where id = ?")
        .run(String(code), at, id);
    },
  };
  return store;
}
