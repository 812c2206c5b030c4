import { z } from "@hono/zod-openapi";
import { pushScopes } from "@meetbot/model/alert/push-device.ts";
import { AnyId } from "./deliveries.ts";
import { adminRoute, jsonAnswer, jsonBody } from "./shape/admin-route.ts";
import { Problem } from "./shape/problem.ts";

const scope = z.enum(pushScopes).openapi({
  description: "`mine`: the operator's own conversations; `all`: also every customer who waits.",
});
const locale = z.enum(["en", "zh"]);

const PushDevice = z
  .object({
    device_id: z.string(),
    is_this: z.boolean().openapi({ description: "The browser that asks." }),
    user_agent: z.string().openapi({ description: "What the browser says it is." }),
    push_service: z.string().openapi({ description: "The host by which it is told." }),
    scope,
    locale,
    created_at: z.string(),
    last_sent_at: z.string().nullable(),
  })
  .openapi("PushDevice");

const PushDevices = z
  .object({
    data: z.array(PushDevice),
    public_key: z.string().nullable().openapi({
      description:
        "What browsers subscribe with (VAPID). null: MEETBOT_PUBLIC_URL names no address by https, and none can.",
    }),
  })
  .openapi("PushDevices");

const key = z.string().regex(/^[\w-]{1,200}={0,2}$/);
const Subscription = z
  .object({
    endpoint: z.string().min(1).max(2_000),
    keys: z.object({ p256dh: key, auth: key }),
    scope,
    locale,
  })
  .openapi("PushSubscription");

const refused = {
  409: {
    description:
      "`no_push`: MEETBOT_PUBLIC_URL names no address by https. `too_many_devices`: one has to be taken away first.",
    content: { "application/problem+json": { schema: Problem } },
  },
  422: {
    description:
      "The subscription is not taken. `other_host`, `other_path`, `invalid_url`: it is of no known push service. `address_refused`: this server does not go there. `invalid_keys`: no browser makes such keys.",
    content: { "application/problem+json": { schema: Problem } },
  },
} as const;

const read = { role: "operator", scope: "people:read" } as const;
const write = { role: "operator", scope: "people:write", session: true } as const;
const tags = ["Account"];
const all = "/me/push-devices" as const;
const one = `${all}/{device_id}` as const;
const params = z.object({
  device_id: AnyId.openapi({ param: { name: "device_id", in: "path" } }),
});

/** Routes for the browsers in which an operator gets web pushes while no console page is open. */
export const pushDeviceRoutes = {
  listPushDevices: adminRoute(read, {
    method: "get",
    path: all,
    "x-meetbot-personal": "none",
    summary: "The browsers in which the operator is told by web push",
    tags,
    responses: { 200: jsonAnswer(PushDevices, "All of them, and what one subscribes with.") },
  }),
  keepPushDevice: adminRoute(write, {
    method: "put",
    path: all,
    "x-meetbot-personal": "none",
    "x-meetbot-repeats": true,
    summary: "Subscribes this browser, or says anew what it wants; it ends with the session",
    tags,
    request: { body: jsonBody(Subscription) },
    responses: { 200: jsonAnswer(PushDevice, "The browser."), ...refused },
  }),
  removePushDevice: adminRoute(write, {
    method: "delete",
    path: one,
    "x-meetbot-personal": "none",
    summary: "Takes a browser away: it is told nothing any more",
    tags,
    request: { params },
    responses: { 204: { description: "It is gone." } },
  }),
  testPushDevice: adminRoute(write, {
    method: "post",
    path: `${one}/test`,
    "x-meetbot-personal": "none",
    summary: "Sends a sample there now, and tells what came back",
    tags,
    request: { params },
    responses: {
      200: jsonAnswer(
        z.object({
          sent: z.boolean(),
          http_status: z.int().nullable(),
          problem: z.string().nullable(),
        }),
        "How it came out. A browser that is gone is taken away.",
      ),
      409: refused[409],
    },
  }),
};
