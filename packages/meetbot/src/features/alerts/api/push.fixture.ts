import type { TestContext } from "node:test";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { startPushService } from "../../../platform/web-push/push-service.fixture.ts";
import { json } from "../../../server/admin-api/call-admin.fixture.ts";
import { startInbox } from "../../../server/admin-api/inbox/inbox.fixture.ts";

/** The inbox's people, and a push service that this server may call. */
export async function startPush(t: TestContext, publicUrl: string | null = "https://bots.example") {
  const service = await startPushService(t);
  const pushServices = () => parseAllowList([service.host]);
  const inbox = await startInbox(t, { publicUrl, pushServices });
  const { call, cookies } = inbox;
  type Who = keyof typeof cookies;
  const listed = async (who: Who) => json(await call(cookies[who], "GET /me/push-devices"));
  async function subscribe(who: Who, wishes: object = {}) {
    const browser = service.open((await listed(who)).public_key);
    const order = { ...browser.subscription, scope: "all", locale: "en", ...wishes };
    const response = await call(cookies[who], "PUT /me/push-devices", order);
    return { browser, order, response };
  }
  return { ...inbox, service, listed, subscribe };
}
