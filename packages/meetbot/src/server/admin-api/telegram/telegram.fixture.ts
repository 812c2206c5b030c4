import type { TestContext } from "node:test";
import type { Role } from "@meetbot/model/operator.ts";
import { startTelegramSimulator } from "../../../telegram-simulator/start-telegram-simulator.ts";
import { json, startAdminServer } from "../call-admin.fixture.ts";

/** The Telegram bot of the tests, as @BotFather made it. */
export const shopBot = {
  ...{ id: 7712345678, name: "A shop", username: "a_shop_bot" },
  token: "7712345678:AAFakeTokenOfATestBot_-0123456789abc",
};
export const otherBot = {
  ...{ id: 6612345678, name: "Another shop", username: "another_shop_bot" },
  token: "6612345678:AAFakeTokenOfAnotherBot-0123456789ab",
};
export const customer = 5361720349;

/** The public URL that Telegram gets for this server; it takes https only. */
export const publicUrl = "https://chat.example.com";

/** Telegram's side on this machine; `whereIs` says where the public address really is. */
export async function startShopTelegram(t: TestContext, whereIs: () => string) {
  const simulator = await startTelegramSimulator({
    bots: [shopBot, otherBot],
    reach: (url) => url.replace(publicUrl, whereIs()),
    // A request that failed is repeated at once.
    repeatAfterMs: () => 10,
  });
  t.after(() => simulator.close());
  return simulator;
}

/** An admin API with Telegram's side on this machine; `at`: where it is said to be from outside. */
export async function startTelegramArea(t: TestContext, at: string | null = publicUrl) {
  let url = "";
  const simulator = await startShopTelegram(t, () => url);
  const server = await startAdminServer(t, {
    ...{ publicUrl: at, apiUrls: { telegram: simulator.url } },
  });
  url = server.url;
  const say = async (role: Role, route: string, body?: object) => {
    const response = await server.call(role, route, body ? { body } : {});
    return { status: response.status, said: response.status === 204 ? null : await json(response) };
  };
  return {
    ...server,
    simulator,
    say,
    connect: (wish: object = {}, role: Role = "owner") =>
      say(role, "PUT /telegram/bot", { token: shopBot.token, ...wish }),
  };
}
