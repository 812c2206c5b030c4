import assert from "node:assert/strict";
import { test } from "node:test";
import { commitOneTurn, goOn } from "../../meetbot/src/store/logs/log.fixture.ts";
import { openConversation } from "../../meetbot/src/store/store.fixture.ts";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";

const startConsole = prepareConsoles();

const says = {
  ask: "Ask a language model about messages",
  by: "By the language model",
  chose: "chose a command",
  late: "did not answer in time",
  save: "Save",
  saved: "Saved.",
} as const;

const nothing = { command: null, tokens: null, durationMs: 1500 };

test("an owner lets a language model be asked, and a conversation tells what it chose", async (t) => {
  const ref = { botId, conversationId: "one" };
  const server = await startConsole(t, {}, async ({ store }) => {
    await openConversation(store, ref);
    const slots = { order_number: null, package_number: null };
    const command = {
      intent: "other" as const,
      about: ["total" as const],
      topic: "returns",
      slots,
    };
    await commitOneTurn(store, ref, {
      modelCall: { ...nothing, outcome: "command", reason: null, command, durationMs: 320 },
    });
    await goOn(store, ref, "second", {
      modelCall: { ...nothing, outcome: "timeout", reason: "timeout" },
    });
  });
  const { page, complaints } = await server.visit({ path: `/bots/${botId}/settings` });
  const ask = page.getByRole("checkbox", { name: says.ask });
  assert.equal(await ask.isChecked(), false);
  await ask.check();
  await page.getByRole("button", { name: says.save, exact: true }).click();
  await page.getByText(says.saved).waitFor();
  assert.equal((await server.store.bots.find(botId))?.languageModel, true);
  await ask.scrollIntoViewIfNeeded();
  assert.deepEqual(await findFaults(page), []);

  await page.goto(`${server.origin}/console/bots/${botId}/conversations/one`);
  await page.getByText(says.chose).waitFor();
  assert.equal(await page.getByText(says.by, { exact: true }).count(), 1);
  await page.getByText(says.late).waitFor();
  assert.deepEqual(await findFaults(page), []);
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(complaints, []);
});
