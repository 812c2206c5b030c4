import type { PushScope } from "@meetbot/model/alert/push-device.ts";
import { bot } from "../../../store/store.fixture.ts";
import type { Store } from "../../../store/store.ts";

export const subscription = { endpoint: "https://push.example/1", p256dh: "p", auth: "a" };

type Run = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/** An agent of the bot who is signed in, and their browser, kept; it can be kept again. */
export async function storeDevice(store: Store, run: Run, scope: PushScope = "all") {
  const { operators, webPush } = store;
  const ada = await operators.create({
    ...{ name: "ada", email: "ada@shop.example", administrator: false },
  });
  await operators.grantRole(bot.id, ada.id, "agent");
  await run(
    `insert into operator_sessions (id, token, user_id, expires_at)
     values ('s1', 's1', $1, now() + interval '1 day')`,
    [ada.id],
  );
  const wishes = { scope, locale: "en", sessionId: "s1", shown: "push.example" } as const;
  const keep = async () => {
    const kept = await webPush.devices.keep({ operatorId: ada.id, subscription, ...wishes });
    if (kept === "too_many") throw new Error("One is not too many.");
    return kept.id;
  };
  return { ada, deviceId: await keep(), keep };
}
