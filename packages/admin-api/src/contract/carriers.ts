import { z } from "@hono/zod-openapi";
import { carrierKinds } from "@meetbot/model/carrier/carrier.ts";
import { BotPath } from "./bots.ts";
import { adminRoute, jsonAnswer, jsonBody } from "./shape/admin-route.ts";
import { Problem } from "./shape/problem.ts";

const kind = z.enum(carrierKinds);

export const Carrier = z
  .object({
    kind,
    signed: z.boolean().openapi({
      description: "What it sends is signed under a secret that Meetbot has.",
    }),
    connected_at: z.string(),
    last_heard_at: z.string().nullable().openapi({
      description: "When it last sent something that was taken, to the minute.",
    }),
  })
  .openapi("Carrier");

const Carriers = z
  .object({
    carriers: z.array(Carrier),
    kinds: z.array(kind).openapi({ description: "All that can be connected, each of them once." }),
  })
  .openapi("Carriers");

const NewCarrier = z
  .object({
    kind,
    secret: z.string().max(1_000).default("").openapi({
      description:
        "What it signs under: the webhook's secret (`aftership`, `easypost`), the API key (`17track`), the salt (`kuaidi100`, which alone may have none), the integration's secret key (`sendcloud`). Never told again.",
    }),
  })
  .openapi("NewCarrier");

const ConnectedCarrier = z
  .object({
    carrier: Carrier,
    hook_url: z.string().openapi({
      description: "The URL for its webhook. It is a secret, shown only this once.",
    }),
  })
  .openapi("ConnectedCarrier");

const read = { role: "viewer", scope: "bots:read" } as const;
/** Only an owner who has just re-authenticated may set secrets and addresses. */
const write = { role: "owner", scope: "keys:write", fresh: true } as const;
const tags = ["Carriers"];
const path = "/bots/{bot_id}/carriers" as const;
const params = { params: BotPath };
const CarrierPath = BotPath.extend({
  kind: kind.openapi({ param: { name: "kind", in: "path" } }),
});

export const carrierRoutes = {
  listCarriers: adminRoute(read, {
    tags,
    method: "get",
    path,
    "x-meetbot-personal": "none",
    summary: "Who tells that parcels have moved, and when each was last heard",
    request: params,
    responses: { 200: jsonAnswer(Carriers, "All that are connected.") },
  }),
  connectCarrier: adminRoute(write, {
    tags,
    method: "post",
    path,
    "x-meetbot-personal": "none",
    summary: "Connects a carrier, or connects it anew: the former address is dead at once",
    request: { ...params, body: jsonBody(NewCarrier) },
    responses: {
      201: jsonAnswer(ConnectedCarrier, "It is connected; the address is shown this once."),
      422: {
        description: "`no_secret`: this kind always signs. `bad_secret`: it is none.",
        content: { "application/problem+json": { schema: Problem } },
      },
    },
  }),
  disconnectCarrier: adminRoute(write, {
    tags,
    method: "delete",
    path: `${path}/{kind}`,
    "x-meetbot-personal": "none",
    summary: "Hears it no more, and deletes its secret",
    request: { params: CarrierPath },
    responses: { 204: { description: "It is disconnected." } },
  }),
};
