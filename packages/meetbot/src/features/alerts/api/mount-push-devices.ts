import { pushDeviceRoutes } from "@meetbot/admin-api/contract/push-devices.ts";
import type { PushDevice } from "@meetbot/model/alert/push-device.ts";
import type { EndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { pushContact } from "../../../platform/web-push/push-contact.ts";
import { readSubscription } from "../../../platform/web-push/read-subscription.ts";
import { notYours, ownAccount, ownSession } from "../../../server/admin-api/account/own-account.ts";
import type { AdminApp } from "../../../server/admin-api/http/admin-app.ts";
import { ApiError } from "../../../server/admin-api/http/api-error.ts";
import type { Agents } from "../../../server/metrics/watch-calls.ts";
import type { Store } from "../../../store/store.ts";
import { composeTestPush } from "../browsers/compose-push.ts";
import { sendPush } from "../browsers/send-push.ts";
import { maxDevices } from "../store/push-devices.ts";
import { whyNoSubscription } from "./why-no-subscription.ts";

export interface PushAreaDeps extends Pick<Store, "operators" | "webPush"> {
  agents: Agents;
  pushGuard: Pick<EndpointGuard, "judge">;
  publicUrl: string | null;
}

/** Mounts the API of the browsers that get an operator's web pushes while no page of the console is open. */
export function mountPushDevices({ mount }: AdminApp, deps: PushAreaDeps): void {
  const { operators, agents, pushGuard } = deps;
  const { devices, keys } = deps.webPush;
  const contact = pushContact(deps.publicUrl);

  mount(pushDeviceRoutes.listPushDevices, async (c) => {
    const caller = c.get("caller");
    const all = await devices.list(ownAccount(caller).id);
    const data = all.map((one) => serializeDevice(one, caller.sessionId));
    return c.json({ data, public_key: contact && (await keys()).publicKey }, 200);
  });

  mount(pushDeviceRoutes.keepPushDevice, async (c) => {
    const { operator, sessionId } = ownSession(c.get("caller"));
    if (contact === null) throw noPush;
    const { endpoint, keys: given, ...wishes } = c.req.valid("json");
    const read = await readSubscription({ endpoint, ...given }, pushGuard);
    if ("fault" in read) throw whyNoSubscription(read);
    const kept = await devices.keep({ operatorId: operator.id, sessionId, ...wishes, ...read });
    if (kept === "too_many") throw tooMany;
    const { id, isNew } = kept;
    if (isNew) {
      await operators.record(operator.email, "push_device_added", { device: id, by: read.shown });
    }
    const device = (await devices.list(operator.id)).find((one) => one.id === id);
    if (!device) throw notYours("device");
    return c.json(serializeDevice(device, sessionId), 200);
  });

  mount(pushDeviceRoutes.removePushDevice, async (c) => {
    const { operator } = ownSession(c.get("caller"));
    const { device_id: id } = c.req.valid("param");
    if (!(await devices.remove(operator.id, id))) throw notYours("device");
    await operators.record(operator.email, "push_device_removed", { device: id });
    return c.body(null, 204);
  });

  mount(pushDeviceRoutes.testPushDevice, async (c) => {
    const { operator } = ownSession(c.get("caller"));
    const { device_id: id } = c.req.valid("param");
    const device = (await devices.list(operator.id)).find((one) => one.id === id);
    const subscription = await devices.subscriptionOf(operator.id, id);
    if (!device || !subscription) throw notYours("device");
    if (contact === null) throw noPush;
    const means = { agent: agents.web_push, keys, contact, now: Date.now };
    const outcome = await sendPush(composeTestPush(device.locale), subscription, means);
    if (outcome.kind === "gone") await devices.remove(operator.id, id);
    const problem = outcome.kind === "sent" ? null : outcome.problem;
    const { httpStatus } = outcome;
    return c.json({ sent: outcome.kind === "sent", http_status: httpStatus, problem }, 200);
  });
}

function serializeDevice(device: PushDevice, thisSession: string | null) {
  const { id, sessionId, userAgent, shown, scope, locale, createdAt, lastSentAt } = device;
  return {
    ...{ device_id: id, is_this: sessionId === thisSession, user_agent: userAgent },
    ...{ push_service: shown, scope, locale, created_at: createdAt.toISOString() },
    last_sent_at: lastSentAt?.toISOString() ?? null,
  };
}

const noPush = new ApiError(
  409,
  "no_push",
  "Push services want to know who sends. Set MEETBOT_PUBLIC_URL to the console's address, by https, and start the server again.",
);

const tooMany = new ApiError(
  409,
  "too_many_devices",
  `You are told in ${maxDevices} browsers at the most. Switch it off in one that you do not use, or end its session on the page Account.`,
);
