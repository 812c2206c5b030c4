import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";
import { startLogConsole } from "./open-log.ts";

const startConsole = prepareConsoles();
const path = `/bots/${botId}/inbox`;
const shots = process.env.MEETBOT_SHOTS;
const shoot = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
};
const wantsPerson = "I want to talk to a person";

test("colleagues see each other look and write, told by the stream, and writing ends with the message", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const id = await server.converse(wantsPerson);
  const at = `${path}?conversation=${id}`;
  const ada = await server.visit({ as: "agent", path: at });
  const field = ada.page.getByRole("textbox", { name: "Reply" });
  await field.waitFor();
  const bo = await server.visit({ as: "editor", path: at });
  await ada.page.getByText("editor is looking at this").waitFor();
  await bo.page.getByText("agent is looking at this").waitFor();
  await field.pressSequentially("Good ");
  await bo.page.getByText("agent is writing…").waitFor();
  assert.deepEqual(await findFaults(bo.page), []);
  await shoot(bo.page, "writing");
  await field.pressSequentially("morning");
  await field.press("Enter");
  await server.hears(id, "Good morning");
  const writers = async () =>
    (await server.store.watchers.list({ botId, conversationId: id })).filter((one) => one.isWriting);
  assert.deepEqual(await writers(), []);
  await bo.page.getByText("agent is looking at this").waitFor();
  assert.deepEqual(await writers(), []);
  await ada.page.keyboard.press("Escape");
  await bo.page.goto(`${server.origin}/console${path}`);
  await eventually(5000, async () =>
    assert.equal(await ada.page.getByText("editor is looking at this").count(), 0),
  );
  assert.deepEqual([...ada.complaints, ...bo.complaints], []);
});
