import type { TestContext } from "node:test";
import { json } from "../../../server/admin-api/call-admin.fixture.ts";
import { startPushingShop } from "../http/push.fixture.ts";

const adminToken = "t".repeat(32);

/** A shop that pushes, whose admin API is called as by the holder of the server's token. */
export async function startOperatedShop(t: TestContext) {
  const shop = await startPushingShop(t, { adminToken });
  const { server, bot } = shop;
  const call = (route: string, body?: object) => {
    const [method = "GET", path = ""] = route.split(" ");
    return fetch(`${server.url}/api/v1/bots/${bot.id}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${adminToken}`,
        ...(body && { "Content-Type": "application/json" }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  };
  const look = async (path: string) => json(await call(`GET ${path}`));
  return { ...shop, call, look };
}
