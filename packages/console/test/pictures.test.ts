import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { photo } from "../../meetbot/src/features/pictures/files/pictures.fixture.ts";
import { textEvent } from "../../meetbot/src/store/store.fixture.ts";
import { botId, findFaults, prepareConsoles } from "./open-console.ts";
import { startLogConsole } from "./open-log.ts";

const startConsole = prepareConsoles();

const says = {
  show: /^Show the picture \(40 × 30, \d+ KB\)$/,
  alt: "What the customer sent",
  unscanned: "Not scanned for viruses",
  save: "Save the PDF (1 KB)",
} as const;

test("an operator looks at what a customer sent, and that is noted", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const conversationId = await server.converse("hello");
  const ref = { botId, conversationId };
  const dedupeKey = randomUUID();
  const body = await photo(40, 30).png().toBuffer();
  const one = { dedupeKey, bytes: body.length, receivedBytes: body.length, isScanned: false };
  await server.store.pictures.keep(ref, {
    ...{
      ...one,
      id: `p_${"a".repeat(32)}`,
      place: 0,
      type: "image/png",
      width: 40,
      height: 30,
      body,
    },
  });
  const pdf = Buffer.from("%PDF-1.7");
  await server.store.pictures.keep(ref, {
    ...{ ...one, id: `p_${"b".repeat(32)}`, place: 1, type: "application/pdf", width: null },
    ...{ height: null, isScanned: true, bytes: pdf.length, body: pdf },
  });
  const { content: _, ...event } = textEvent(dedupeKey);
  await server.store.mailbox.enqueue(ref, {
    ...event,
    dedupeKey,
    content: { kind: "media", isPicture: true },
  });

  const path = `/bots/${botId}/conversations/${conversationId}`;
  const { page, complaints } = await server.visit({ path });
  await page.getByRole("link", { name: says.save }).waitFor();
  assert.equal(await page.getByText(says.unscanned).count(), 1);
  assert.equal(await page.locator("img.sent-picture").count(), 0, "nothing is fetched unasked");
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("button", { name: says.show }).click();
  const picture = page.getByRole("img", { name: says.alt });
  await picture.waitFor();
  await picture.evaluate((image: HTMLImageElement) => image.decode());
  assert.equal(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth), 40);
  assert.deepEqual(await findFaults(page), []);
  const [entry] = await server.store.bots.auditOf(botId, 1);
  assert.equal(entry?.action, "picture_viewed");
  assert.deepEqual(complaints, []);

  // In the inbox, the agent sees the picture beside the messages.
  const at = `/bots/${botId}/inbox?conversation=${conversationId}`;
  const agent = await server.visit({ as: "agent", path: at });
  const shown = agent.page.getByRole("img", { name: says.alt });
  await agent.page.getByRole("link", { name: says.save }).waitFor();
  assert.equal(await shown.count(), 0);
  await agent.page.getByRole("button", { name: says.show }).click();
  await shown.waitFor();
  await shown.evaluate((image: HTMLImageElement) => image.decode());
  assert.deepEqual(await findFaults(agent.page), []);
  assert.equal((await server.store.bots.auditOf(botId, 1))[0]?.actor, "agent@shop.example");
  assert.deepEqual(agent.complaints, []);
});
