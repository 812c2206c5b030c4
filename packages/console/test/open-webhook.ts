import type { TestContext } from "node:test";
import { type Sabotage, secret, startShop } from "@meetbot/conformance/run/shop.fixture.ts";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import type { Page } from "playwright-core";
import { botId, type prepareConsoles } from "./open-console.ts";

/** A console whose bot has a webhook on this machine; `allow`: whether the guard lets it be called. */
export async function openWebhook(
  t: TestContext,
  startConsole: ReturnType<typeof prepareConsoles>,
  sabotage: Sabotage = {},
) {
  const endpoint = await startShop(t, sabotage);
  const server = await startConsole(t, {
    outboundAllow: () => parseAllowList([new URL(endpoint).host]),
  });
  const { bots } = server.store;
  const order = { kind: "signing", secret, overlapS: 60, force: true } as const;
  await bots.rotateSecret(botId, order);
  await bots.promoteSecret(botId, { tested: null });
  await bots.change(botId, { endpoint });
  return { ...server, endpoint, path: `/bots/${botId}/webhook` };
}

/** What the browser complains about, but for product images of shops that are nowhere. */
export function withoutPictures(complaints: readonly string[]): string[] {
  return complaints.filter((text) => !text.includes("ERR_NAME_NOT_RESOLVED"));
}

/** Chooses an option of a list by its name. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}
