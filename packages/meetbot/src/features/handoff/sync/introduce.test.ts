import assert from "node:assert/strict";
import { test } from "node:test";
import { commitOneTurn } from "../../../store/logs/log.fixture.ts";
import {
  bot,
  openConversation,
  openTestStore,
  state,
  textEvent,
} from "../../../store/store.fixture.ts";
import { callPerson } from "../../../store/waiting/waiting.fixture.ts";
import { mailbox } from "../store/bridges.fixture.ts";
import { introduce } from "./introduce.ts";

const number = "12345678902";

test("a desk is told why, who, which numbers and what was shown; the numbers masked, an email only where it is proved", async (t) => {
  const { store, run } = await openTestStore(t);
  const ref = await openConversation(store, { first: textEvent("1", `where is order ${number}?`) });
  const shown = {
    level: 2,
    expires: 1,
    item: { order_number: number, status: "Shipped" },
  } as const;
  const now = Date.now();
  const proof = (source: "typed" | "code") =>
    ({
      kind: "account",
      source,
      value: "yilia@meetbot.biz",
      at: now,
      expires: now + 60_000,
    }) as const;
  const remembering = (source: "typed" | "code") => ({ ...state, proofs: [proof(source)] });
  await commitOneTurn(store, ref, {
    replies: [{ kind: "orders", locale: "en", orders: [shown] }],
    state: remembering("typed"),
  });
  await callPerson(store, ref);
  const deps = {
    ...store,
    ...{ botOf: store.bots.find, publicUrl: "https://bots.example", windowHoursOf: () => null },
  };
  const typed = await introduce({ ...ref, ...mailbox }, deps);
  assert.equal(typed?.opening.email, null);
  assert.equal(
    typed.opening.url,
    `https://bots.example/console/bots/${bot.id}/inbox?conversation=${ref.conversationId}`,
  );
  const lines = typed.summary.split("\n");
  assert.deepEqual(
    lines.filter((line) => !/^(Since|Language)/.test(line)),
    [
      "A customer wants a person",
      "They asked for one.",
      `Bot: ${bot.name}`,
      "Channel: web-chat",
      "Customer: has proved nothing",
      "Asked about: Order",
      "Numbers named: •••8902 (the shop was not asked)",
      "Was shown: Order •••8902",
    ],
  );
  const whole = await introduce({ ...ref, ...mailbox, withNumbers: true, locale: "zh" }, deps);
  assert(whole?.summary.includes(`提到的编号：${number}（`), whole?.summary);

  await store.mailbox.enqueue(ref, textEvent("code", "402917"));
  await commitOneTurn(store, ref, { state: remembering("code") });
  const proved = await introduce({ ...ref, ...mailbox }, deps);
  assert.equal(proved?.opening.email, "yilia@meetbot.biz");
  await run("delete from conversations");
  assert.equal(await introduce({ ...ref, ...mailbox }, deps), null);
});
