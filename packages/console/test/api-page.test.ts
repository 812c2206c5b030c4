import assert from "node:assert/strict";
import { test } from "node:test";
import { findFaults, isTooWide, prepareConsoles } from "./open-console.ts";

const startConsole = prepareConsoles();

const says = {
  title: "Admin API",
  search: "Find an operation",
  none: "No matching operations",
  needs: "role viewer on the bot",
} as const;

test("every operation of the admin API is described, found and shown as curl", async (t) => {
  const server = await startConsole(t);
  const document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as {
    paths: Record<string, object>;
  };
  const { page, complaints } = await server.visit({ path: "/api", as: "viewer" });
  await page.getByRole("heading", { name: says.title, level: 1 }).waitFor();
  const entries = page.locator(".operation > button");
  await entries.first().waitFor();
  const operations = Object.values(document.paths).flatMap((methods) => Object.keys(methods));
  assert.equal(await entries.count(), operations.length);
  assert.deepEqual(await findFaults(page), []);

  await page.getByLabel(says.search).fill("unanswered");
  await page.waitForURL(/q=unanswered/);
  const found = page.getByRole("button", { name: /^GET \/bots\/\{bot_id\}\/unanswered/ });
  await found.click();
  await page.getByText(says.needs).waitFor();
  await page.getByText("scope overview:read", { exact: false }).first().waitFor();
  await page.getByText(`curl '${server.origin}/api/v1/bots/BOT_ID/unanswered'`).waitFor();
  await page.getByText("next_cursor", { exact: true }).first().waitFor();
  assert.deepEqual(await findFaults(page), []);

  await page.reload();
  await page.getByText(says.needs).waitFor();
  await page.getByLabel(says.search).fill("nothing like this");
  await page.getByText(says.none).waitFor();
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});

test("each operation's description can be unfolded, and none has a fault", async (t) => {
  const server = await startConsole(t);
  const { page, complaints } = await server.visit({ path: "/api" });
  const entries = page.locator(".operation > button");
  await entries.first().waitFor();
  const count = await entries.count();
  for (let nth = 0; nth < count; nth += 1) {
    assert.equal(await page.evaluate(unfold, nth), "true", `${nth}`);
    // The others are as they were.
    if (nth % 10 === 0) assert.deepEqual(await findFaults(page, ".operation:has(.curl)"), []);
  }
  assert.deepEqual(complaints, []);
});

/** Unfolds an operation, and says whether it says so. The one before folds up meanwhile. */
async function unfold(nth: number): Promise<string | null> {
  const entry = document.querySelectorAll<HTMLElement>(".operation > button")[nth];
  entry?.click();
  const deadline = performance.now() + 60_000;
  while (!entry?.parentElement?.querySelector(".curl")) {
    if (performance.now() > deadline) throw new Error(`Operation ${nth} does not unfold.`);
    await new Promise(requestAnimationFrame);
  }
  return entry.ariaExpanded;
}

test("on a screen of 320 px, in the dark, nothing of the API page is wider", async (t) => {
  const server = await startConsole(t);
  const operation = encodeURIComponent("GET /bots/{bot_id}/overview");
  const path = `/api?operation=${operation}`;
  const { page } = await server.visit({ path, width: "small", scheme: "dark" });
  await page.locator(".operation .curl").waitFor();
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
});
