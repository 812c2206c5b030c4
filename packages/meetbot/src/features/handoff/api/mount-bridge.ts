import { bridgeRoutes } from "@meetbot/admin-api/contract/bridge.ts";
import type { BotBridge } from "@meetbot/model/bridge/bridge.ts";
import type { Mailer } from "@meetbot/model/mail.ts";
import type { EndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { explainVerdict } from "@meetbot/network/addresses/explain-verdict.ts";
import type { Logger } from "pino";
import { publicBase } from "../../../platform/http/public-base.ts";
import { explainForAnother, layOverKept, originOf } from "../../../secrets/lay-over-kept.ts";
import { newToken } from "../../../secrets/token.ts";
import type { AdminApp } from "../../../server/admin-api/http/admin-app.ts";
import { ApiError, notFound } from "../../../server/admin-api/http/api-error.ts";
import { findBot } from "../../../server/admin-api/http/find-secret.ts";
import type { Agents } from "../../../server/metrics/watch-calls.ts";
import type { Store } from "../../../store/store.ts";
import { bridgeHookPath } from "../hook/bridge-hook.ts";
import { bridgeOf } from "../kinds/bridge-kinds.ts";
import { type BridgeFault, readBridge } from "../kinds/read-bridge.ts";
import { serializeBridge } from "./serialize-bridge.ts";

export interface BridgeAreaDeps extends Pick<Store, "bridges" | "bots"> {
  agents: Agents;
  guard: Pick<EndpointGuard, "judge">;
  alertMailer: Mailer | null;
  publicUrl: string | null;
  ownOrigins: readonly string[];
  log: Logger;
}

/** The desk of a shop's own that conversations are handed to. */
export function mountBridge({ mount }: AdminApp, deps: BridgeAreaDeps): void {
  const { bots, agents, guard, alertMailer: mailer, publicUrl, log } = deps;
  const { settings } = deps.bridges;

  async function find(botId: string): Promise<BotBridge> {
    const found = await settings.find(botId);
    if (!found) throw notFound("bridge");
    return found;
  }

  mount(bridgeRoutes.readBridge, async (c) => {
    const { id } = await findBot(bots, c.req.valid("param").bot_id);
    const bridge = await settings.find(id);
    const means = { has_links: publicUrl !== null, has_mail: mailer !== null };
    return c.json({ bridge: bridge && serializeBridge(bridge), ...means }, 200);
  });

  mount(bridgeRoutes.setBridge, async (c) => {
    const { id: botId } = await findBot(bots, c.req.valid("param").bot_id);
    const wishes = c.req.valid("json");
    const before = await settings.find(botId);
    const kind = wishes.kind ?? before?.kind;
    if (kind === undefined) throw noKind;
    const known = before?.kind === kind ? await settings.reach(botId) : null;
    const { secretFields } = bridgeOf[kind];
    const { whole, forAnother } = layOverKept(wishes.fields ?? {}, known?.secrets ?? {}, {
      ...{ secretFields, addressOf: ({ url }) => originOf(url) },
    });
    if (forAnother) throw secretElsewhere(forAnother);
    const read = await readBridge(kind, whole, guard);
    if ("fault" in read) throw whyNoBridge(read);
    const hears = bridgeOf[kind].hear !== null;
    const isNew = hears && (!known?.hookHash || wishes.new_address === true);
    const hookToken = isNew ? newToken() : undefined;
    const set = await settings.as(c.get("caller").actor).set(botId, {
      ...{ kind, hookToken, ...read },
      locale: wishes.locale ?? before?.locale ?? "en",
      withNumbers: wishes.with_numbers ?? before?.withNumbers ?? false,
      isOn: wishes.enabled ?? before?.isOn ?? true,
    });
    if (!set) throw notFound("bot");
    log.info({ bot: botId, kind }, "a bridge to another desk was set");
    const path = hookToken === undefined ? null : bridgeHookPath(botId, hookToken);
    const hookUrl = path === null ? null : `${publicBase(c, deps)}${path}`;
    return c.json({ bridge: serializeBridge(await find(botId)), hook_url: hookUrl }, 200);
  });

  mount(bridgeRoutes.removeBridge, async (c) => {
    const { bot_id: botId } = c.req.valid("param");
    const removed = await settings.as(c.get("caller").actor).remove(botId);
    if (!removed) throw notFound("bridge");
    log.info({ bot: botId }, "a bridge to another desk was removed");
    return c.body(null, 204);
  });

  mount(bridgeRoutes.testBridge, async (c) => {
    const bot = await findBot(bots, c.req.valid("param").bot_id);
    const { kind, locale } = await find(bot.id);
    const reached = await settings.reach(bot.id);
    if (!reached) throw notFound("bridge");
    const means = { agent: agents.bridge, mailer, now: Date.now, locale };
    const outcome = await bridgeOf[kind].test(bot, reached.secrets, means);
    const isDone = outcome.kind === "done";
    await settings.as(c.get("caller").actor).recordTested(bot.id, isDone);
    return c.json({ done: isDone, problem: isDone ? null : outcome.problem }, 200);
  });
}

const noKind = new ApiError(
  400,
  "invalid_request",
  "There is no bridge yet: say which desk it is to be, by `kind`.",
  [{ pointer: "/kind", message: "This is needed." }],
);

function secretElsewhere(field: string): ApiError {
  const errors = [{ pointer: `/fields/${field}`, message: "secret_elsewhere" }];
  return new ApiError(422, "invalid_field", explainForAnother(field, true), errors);
}

/** Returns why a help desk was refused, and what to do. */
function whyNoBridge(fault: BridgeFault): ApiError {
  if ("reason" in fault) {
    return new ApiError(422, fault.fault, `Not saved: ${explainVerdict(fault.reason)}.`);
  }
  const message = `The field ${fault.field} is not what the desk asks for (${fault.fault}). Copy it again, whole and without spaces.`;
  const errors = [{ pointer: `/fields/${fault.field}`, message: fault.fault }];
  return new ApiError(422, "invalid_field", message, errors);
}
