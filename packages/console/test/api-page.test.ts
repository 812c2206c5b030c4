import assert from "node:assert/strict";
import { test } from "node:test";
import { findFaults, isTooWide, prepareConsoles } from "./open-console.ts";

const startConsole = prepareConsoles();

const words = {
  en: {
    title: "Admin API",
    search: "Find an operation",
    none: "No matching operations",
    needs: "role viewer on the bot",
  },
  zh: {
    title: "管理 API",
    search: "查找接口",
    none: "没有匹配的接口",
    needs: "该机器人的查看者（viewer）",
  },
} as const;

for (const locale of ["en", "zh"] as const) {
  test(`every operation of the admin API is described, found and shown as curl: ${locale}`, async (t) => {
    const server = await startConsole(t);
    const says = words[locale];
    const document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as {
      paths: Record<string, object>;
    };
    const { page, complaints } = await server.visit({ path: "/api", locale, as: "viewer" });
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
    await page
      .getByText("scope overview:read", { exact: false })
      .or(page.getByText("权限范围 overview:read"))
      .first()
      .waitFor();
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
}

test("each operation's description can be unfolded, and none has a fault in light or dark", async (t) => {
  const server = await startConsole(t);
  for (const scheme of ["light", "dark"] as const) {
    const { page, complaints } = await server.visit({ path: "/api", scheme });
    const entries = page.locator(".operation > button");
    await entries.first().waitFor();
    // The dark is the same descriptions in other colors.
    const step = scheme === "light" ? 1 : 10;
    assert.deepEqual(await findFaults(page), []);
    for (let nth = 0; nth < (await entries.count()); nth += step) {
      await entries.nth(nth).click();
      // The one before folds up meanwhile.
      await page.locator(".operation").nth(nth).locator(".curl").waitFor();
      assert.equal(await entries.nth(nth).getAttribute("aria-expanded"), "true");
      // The others are as they were.
      if (nth % 5 === 0) assert.deepEqual(await findFaults(page, ".operation:has(.curl)"), []);
    }
    assert.deepEqual(complaints, []);
  }
});

test("on a screen of 320 px, in the dark, nothing of the API page is wider", async (t) => {
  const server = await startConsole(t);
  const operation = encodeURIComponent("GET /bots/{bot_id}/overview");
  const path = `/api?operation=${operation}`;
  const { page } = await server.visit({ path, width: "small", scheme: "dark", locale: "zh" });
  await page.locator(".operation .curl").waitFor();
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
});
