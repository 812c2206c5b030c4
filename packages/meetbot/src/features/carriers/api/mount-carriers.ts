import type { z } from "@hono/zod-openapi";
import { type Carrier, carrierRoutes } from "@meetbot/admin-api/contract/carriers.ts";
import { type CarrierConnection, carrierKinds } from "@meetbot/model/carrier/carrier.ts";
import type { Logger } from "pino";
import { publicBase } from "../../../platform/http/public-base.ts";
import type { AdminApp } from "../../../server/admin-api/http/admin-app.ts";
import { ApiError, notFound } from "../../../server/admin-api/http/api-error.ts";
import { findBot } from "../../../server/admin-api/http/find-secret.ts";
import type { Store } from "../../../store/store.ts";
import { connectCarrier, explainSecret } from "../connecting/connect-carrier.ts";

export interface CarrierAreaDeps extends Pick<Store, "carriers" | "bots"> {
  publicUrl: string | null;
  ownOrigins: readonly string[];
  log: Logger;
}

/** Mounts the routes for the carriers that report parcel movements to a bot. */
export function mountCarriers({ mount }: AdminApp, deps: CarrierAreaDeps): void {
  const { bots, carriers, log } = deps;

  mount(carrierRoutes.listCarriers, async (c) => {
    const { id } = await findBot(bots, c.req.valid("param").bot_id);
    const connected = (await carriers.list(id)).map(serialize);
    return c.json({ carriers: connected, kinds: [...carrierKinds] }, 200);
  });

  mount(carrierRoutes.connectCarrier, async (c) => {
    const { bot_id: botId } = c.req.valid("param");
    const wished = c.req.valid("json");
    const connected = await connectCarrier(botId, wished, carriers.as(c.get("caller").actor));
    const { outcome } = connected;
    if (outcome === "no_such_bot") throw notFound("bot");
    if (outcome !== "connected") {
      const message = explainSecret(wished.kind, outcome);
      throw new ApiError(422, outcome, message, [{ pointer: "/secret", message: outcome }]);
    }
    log.info({ bot: botId, kind: wished.kind }, "a carrier was connected");
    const carrier = (await carriers.list(botId)).find(({ kind }) => kind === wished.kind);
    if (!carrier) throw notFound("carrier");
    const hookUrl = `${publicBase(c, deps)}${connected.path}`;
    return c.json({ carrier: serialize(carrier), hook_url: hookUrl }, 201);
  });

  mount(carrierRoutes.disconnectCarrier, async (c) => {
    const { bot_id: botId, kind } = c.req.valid("param");
    const isGone = await carriers.as(c.get("caller").actor).disconnect(botId, kind);
    if (!isGone) throw notFound("carrier");
    log.info({ bot: botId, kind }, "a carrier was disconnected");
    return c.body(null, 204);
  });
}

function serialize(carrier: CarrierConnection): z.output<typeof Carrier> {
  const { kind, isSigned, connectedAt, lastHeardAt } = carrier;
  return {
    ...{ kind, signed: isSigned, connected_at: connectedAt.toISOString() },
    last_heard_at: lastHeardAt?.toISOString() ?? null,
  };
}
