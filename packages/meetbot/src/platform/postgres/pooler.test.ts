import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createMigratedDatabase, type TestDatabase } from "../../../test/database.ts";
import { startPgBouncer, withPgBouncer } from "../../../test/fixtures/pooler.ts";
import { openStore } from "../../store/open-store.ts";
import {
  bot,
  keyRing,
  openConversation,
  textEvent,
  turnSaying,
} from "../../store/store.fixture.ts";
import type { Store } from "../../store/store.ts";

const settings = { signingSecret: "whsec_signing", identitySecret: "identity" };

describe("behind PgBouncer", withPgBouncer, () => {
  let database: TestDatabase;
  const stores: Store[] = [];
  before(async () => {
    database = await createMigratedDatabase();
    const store = await openStore({ connection: database.url, keyRing });
    await store.bots.create(bot, settings);
    await store.close();
  });
  after(async () => {
    for (const store of stores) await store.close();
    await database.drop();
  });

  /** A node's store, and what it warned of. */
  async function openNode(connection: string, listenConnection: string[] | null = null) {
    const warnings: string[] = [];
    const log = { warn: (_: object, message: string) => void warnings.push(message) };
    const store = await openStore({ connection, keyRing, log, listenConnection });
    stores.push(store);
    return { store, warnings };
  }

  /** A welcome, a message and its answer. */
  async function talk({ mailbox }: Store, store: Store, conversationId: string): Promise<void> {
    const ref = await openConversation(store, { conversationId });
    await mailbox.commitTurn((await mailbox.take(ref))!, turnSaying("Hello"));
    const { lease } = await mailbox.enqueueAndTake(ref, textEvent("second"));
    const { outcome } = await mailbox.commitTurn(lease!, turnSaying("Here it is"));
    assert.equal(outcome, "settled");
  }

  for (const { mode, prepared, hears } of [
    { mode: "transaction", prepared: 100, hears: false },
    { mode: "transaction", prepared: 0, hears: false },
    { mode: "session", prepared: 0, hears: true },
  ] as const) {
    it(`takes turns on two nodes, and says whether they hear each other (${mode} mode, ${prepared} prepared statements)`, async (t) => {
      // Before PgBouncer goes: what it leads to is closed over it.
      t.after(async () => {
        for (const store of stores.splice(0)) await store.close();
      });
      const pooled = { pool_mode: mode, max_prepared_statements: prepared };
      const { url } = await startPgBouncer(t, database.url, pooled);
      const [one, other] = [await openNode(url), await openNode(url)];
      const talks = Array.from({ length: 30 }, (_, nth) => {
        const { store } = nth % 2 ? one : other;
        return talk(store, store, `${mode} ${prepared} ${nth}`);
      });
      await Promise.all(talks);
      assert.equal(await one.store.hints.hears(), hears);
      if (!hears) {
        const { store } = await openNode(url, [database.url]);
        assert.equal(await store.hints.hears(), true);
      }
      const said = one.warnings.filter((warning) => /MEETBOT_DATABASE_LISTEN_URL/.test(warning));
      assert.equal(said.length, hears ? 0 : 1);
      const isMissing = mode === "transaction" && prepared === 0;
      assert.equal(
        one.warnings.some((warning) => /max_prepared_statements/.test(warning)),
        isMissing,
      );
    });
  }
});
