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
    (await server.store.watchers.list({ botId, conversationId: id })).filter(
      (one) => one.isWriting,
    );
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

const says = {
  field: "Note for colleagues",
  reply: "Reply",
  only: /^Note by agent.*Only for colleagues$/,
  own: /^Your note.*Only for colleagues$/,
  delete: "Delete",
  sure: "Delete for good",
} as const;

test("a note calls a colleague, who sees it at once, and no customer does", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const id = await server.converse(wantsPerson);
  const at = `${path}?conversation=${id}`;
  const ada = await server.visit({ as: "agent", path: at });
  const bo = await server.visit({ as: "editor", path: at });
  const viewer = await server.visit({ as: "viewer", path: at });
  const reply = ada.page.getByRole("textbox", { name: says.reply });
  await reply.fill("Half a reply");
  await reply.press("Escape");
  await ada.page.keyboard.press("n");
  const field = ada.page.getByRole("textbox", { name: says.field });
  await field.pressSequentially("Kim is kim@shop.example, says @ed");
  await ada.page.getByRole("option", { name: "editor" }).waitFor();
  assert.deepEqual(await findFaults(ada.page), []);
  await field.press("Enter");
  assert.equal(await field.inputValue(), "Kim is kim@shop.example, says @editor ");
  await shoot(ada.page, "note");
  await field.press("Enter");
  const noteOf = (page: Page) => page.locator(".talk-note", { hasText: "says @editor" });
  await noteOf(ada.page).getByText(says.own).waitFor();
  assert.equal(await field.inputValue(), "");
  await noteOf(bo.page).getByText(says.only).waitFor();
  await noteOf(bo.page).getByText("kim@shop.example").waitFor();
  await noteOf(viewer.page).waitFor();
  assert(!(await viewer.page.content()).includes("kim@shop"));
  assert.deepEqual(await findFaults(ada.page), []);
  assert.deepEqual(await findFaults(bo.page), []);
  assert.equal(await isTooWide(ada.page), false);
  await shoot(bo.page, "notes");
  const looks = (await server.store.bots.auditOf(botId, 50)).filter(
    ({ actor, action }) => action === "notes_revealed" && actor === "editor@shop.example",
  );
  assert.equal(looks.length, 1, "shown once");
  assert.equal(
    await noteOf(bo.page).getByRole("button").count(),
    0,
    "only who wrote it deletes it",
  );
  const said = await server.store.conversationLog.messagesAfter(
    { botId, conversationId: id },
    0,
    99,
  );
  assert(!JSON.stringify(said).includes("says @editor"));
  await field.press("Escape");
  await ada.page.keyboard.press("r");
  assert.equal(await reply.inputValue(), "Half a reply");
  await noteOf(ada.page).getByRole("button", { name: says.delete }).click();
  await noteOf(ada.page).getByRole("button", { name: says.sure }).click();
  await noteOf(bo.page).waitFor({ state: "detached" });
  assert.deepEqual([...ada.complaints, ...bo.complaints, ...viewer.complaints], []);
});
