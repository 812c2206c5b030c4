import { connectorRoutes } from "@meetbot/admin-api/contract/shop/connectors.ts";
import { connectorEndpoint } from "@meetbot/admin-api/settings/connector-endpoint.ts";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { readChanges } from "@meetbot/admin-api/settings/read-changes.ts";
import type { Context } from "hono";
import type { Logger } from "pino";
import { publicBase } from "../../../platform/http/public-base.ts";
import { refuseFaults } from "../../../server/admin-api/bots/refuse-faults.ts";
import { serializeCreated } from "../../../server/admin-api/bots/serialize-bot.ts";
import type { AdminApp } from "../../../server/admin-api/http/admin-app.ts";
import { notFound } from "../../../server/admin-api/http/api-error.ts";
import { findBot } from "../../../server/admin-api/http/find-secret.ts";
import { recordReading } from "../../../server/admin-api/http/record-reading.ts";
import type { Store } from "../../../store/store.ts";
import {
  type ConnectDeps,
  checkAgain,
  checkForBot,
  checkShop,
  connectShop,
  findSample,
} from "../connecting/connect-shop.ts";
import { createConnectedBot } from "../connecting/create-connected-bot.ts";
import { connectorHookUrl } from "../hook/hook-url.ts";
import type { ConnectorHost } from "../host/connector-host.ts";
import { serializeChecked, serializeConnection, whyNotConnected } from "./serialize-connection.ts";

export interface ConnectorAreaDeps
  extends Pick<Store, "bots" | "connections" | "health" | "readings">,
    Pick<ConnectDeps, "guard"> {
  connectors: ConnectorHost;
  publicUrl: string | null;
  ownOrigins: readonly string[];
  log: Logger;
}

/**
 * Mounts the API for shops that Meetbot queries itself: which platforms can be connected, which fields they need, and
 * how each connection is doing.
 */
export function mountConnectors({ mount }: AdminApp, deps: ConnectorAreaDeps): void {
  const { bots, connections, readings, connectors: host, guard, log } = deps;
  const connecting: ConnectDeps = { host, guard };
  const tell = async (c: Context, botId: string) => {
    const connection = await connections.find(botId);
    if (!connection) return { connection: null };
    const [of, base] = [{ botId, name: connection.name }, publicBase(c, deps)];
    const hookUrl = await connectorHookUrl(of, base, connections, host.offered);
    return { connection: serializeConnection(connection, hookUrl) };
  };

  mount(connectorRoutes.listConnectors, (c) => {
    const data = host.offered.map(({ name, title, fields }) => ({
      ...{ name, title },
      fields: fields.map(({ name, kind, isRequired, choices = [] }) => ({
        ...{ name, kind, required: isRequired, choices: [...choices] },
      })),
    }));
    return c.json({ data }, 200);
  });

  mount(connectorRoutes.checkConnector, async (c) => {
    const { connector } = c.req.valid("param");
    const checked = await checkShop(connector, c.req.valid("json").config, connecting);
    return c.json(serializeChecked(checked), 200);
  });

  mount(connectorRoutes.createConnectedBot, async (c) => {
    const { connector } = c.req.valid("param");
    const { config, ...given } = c.req.valid("json");
    const { actor } = c.get("caller");
    const begun = newBot({ name: given.name, endpoint: connectorEndpoint(connector) });
    const { changes, faults } = readChanges(given, begun.bot);
    refuseFaults(faults);
    const wished = { ...begun, bot: { ...begun.bot, ...changes } };
    const own = { bots: bots.as(actor), connections: connections.as(actor) };
    const created = await createConnectedBot(wished, { name: connector, config }, own, connecting);
    if (created.outcome !== "created") throw whyNotConnected(created);
    const { bot, secrets } = created;
    log.info({ bot: bot.id, connector }, "bot created");
    return c.json(serializeCreated(bot, secrets, await deps.health.find(bot.id)), 201);
  });

  mount(connectorRoutes.readConnection, async (c) => {
    const { id } = await findBot(bots, c.req.valid("param").bot_id);
    return c.json(await tell(c, id), 200);
  });

  mount(connectorRoutes.checkConnection, async (c) => {
    const { id } = await findBot(bots, c.req.valid("param").bot_id);
    const { connector: name, config } = c.req.valid("json");
    const checked = await checkForBot(id, { name, config }, deps, connecting);
    return c.json(serializeChecked(checked), 200);
  });

  mount(connectorRoutes.connectShop, async (c) => {
    const { id } = await findBot(bots, c.req.valid("param").bot_id);
    const { connector: name, config } = c.req.valid("json");
    const own = { connections: connections.as(c.get("caller").actor) };
    const connected = await connectShop(id, { name, config }, own, connecting);
    if (connected.outcome === "no_bot") throw notFound("bot");
    if (connected.outcome !== "ok") throw whyNotConnected(connected);
    log.info({ bot: id, connector: name }, "a shop was connected");
    return c.json(await tell(c, id), 200);
  });

  mount(connectorRoutes.recheckConnection, async (c) => {
    const { id } = await findBot(bots, c.req.valid("param").bot_id);
    const own = { connections: connections.as(c.get("caller").actor) };
    if (!(await checkAgain(id, own, connecting))) throw notFound("connection");
    return c.json(await tell(c, id), 200);
  });

  mount(connectorRoutes.revealSample, async (c) => {
    const { bot_id: botId } = c.req.valid("param");
    const { actor } = c.get("caller");
    const reading = readings.note(botId, { actor, action: "sample_revealed" });
    if (!(await recordReading(c, reading))) throw notFound("bot");
    const { account = null, orderNumber = null } =
      (await findSample(botId, deps, connecting)) ?? {};
    return c.json({ account, order_number: orderNumber }, 200);
  });
}
