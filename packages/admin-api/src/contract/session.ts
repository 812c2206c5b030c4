import { z } from "@hono/zod-openapi";
import { roles } from "@meetbot/model/operator.ts";
import { adminRoute, jsonAnswer } from "./shape/admin-route.ts";

/** The caller: an operator by session or API token, or a holder of `MEETBOT_ADMIN_TOKEN`. */
export const Me = z
  .object({
    operator: z
      .object({
        id: z.string(),
        name: z.string(),
        email: z.string(),
        public_name: z.string().nullable().openapi({
          description: "What customers are to read, as the operator chose it; null: not chosen.",
        }),
        default_public_name: z.string().openapi({
          description: "What they read without a choice: the first word of the name.",
        }),
      })
      .nullable(),
    administrator: z.boolean(),
    via: z.enum(["session", "api_token", "admin_token"]),
    by_provider: z.boolean().openapi({
      description:
        "The session began at the company's identity provider, and is proved anew there.",
    }),
    lacks_second_factor: z.boolean().openapi({
      description: "Nothing else is answered before this operator has signed in with a passkey.",
    }),
    roles: z.array(z.object({ bot_id: z.string(), role: z.enum(roles) })),
    version: z.string().openapi({ description: "The server's version." }),
  })
  .openapi("Me");

export const sessionRoutes = {
  readMe: adminRoute(
    { role: "operator", scope: "bots:read", isFirst: true },
    {
      method: "get",
      path: "/me",
      "x-meetbot-personal": "none",
      summary: "Who the caller is, and what they may do",
      tags: ["Session"],
      responses: { 200: jsonAnswer(Me, "The caller.") },
    },
  ),
};
