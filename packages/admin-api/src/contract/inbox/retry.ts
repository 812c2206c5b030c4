import { z } from "@hono/zod-openapi";
import { ConversationPath } from "../conversations.ts";
import { adminRoute } from "../shape/admin-route.ts";

const MessagePath = ConversationPath.extend({
  seq: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1)
    .openapi({ param: { name: "seq", in: "path" }, description: "The message's number." }),
});

export const inboxRetryRoutes = {
  retryMessage: adminRoute(
    { role: "editor", scope: "inbox:write" },
    {
      tags: ["Inbox"],
      method: "post",
      path: "/bots/{bot_id}/conversations/{conversation_id}/messages/{seq}/retry",
      "x-meetbot-personal": "none",
      summary: "Sends a message again that its channel gave up",
      request: { params: MessagePath },
      responses: {
        204: { description: "It is queued at the end of its conversation." },
      },
    },
  ),
};
