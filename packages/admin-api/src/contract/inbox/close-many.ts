import { z } from "@hono/zod-openapi";
import { inboxViews } from "@meetbot/model/desk/inbox.ts";
import { BotPath } from "../bots.ts";
import { adminRoute, jsonAnswer, jsonBody } from "../shape/admin-route.ts";
import { maxPageSize, PageQuery } from "../shape/paging.ts";

/** Each conversation is closed in its own transaction, and a person waits for all of them. */
export const maxClosedAtOnce = maxPageSize;

const Chosen = z
  .object({
    conversation_ids: z.array(z.string().min(1).max(200)).min(1).max(maxClosedAtOnce),
  })
  .strict();

const OfList = z
  .object({
    view: z.enum(inboxViews).exclude(["closed"]).openapi({ description: "All of this list." }),
    label: z.uuid().optional().openapi({ description: "Only those with this label." }),
    cursor: PageQuery.shape.cursor.openapi({ description: "`next_cursor` of the answer before." }),
  })
  .strict();

/** Closes many conversations at once, for example after a flood. */
export const inboxCloseManyRoutes = {
  closeConversations: adminRoute(
    { role: "editor", scope: "inbox:write" },
    {
      tags: ["Inbox"],
      method: "post",
      path: "/bots/{bot_id}/conversations/close",
      "x-meetbot-personal": "none",
      "x-meetbot-repeats": true,
      summary: "Closes many matters at once: some by their ids, or all of a list",
      description: `At most ${maxClosedAtOnce} at once; with \`view\`, send the same with \`cursor\` until \`next_cursor\` is null. What another person has, what changed meanwhile and what is closed already stays as it is. Each customer and the audit log are told as when one is closed.`,
      request: { params: BotPath, body: jsonBody(z.union([Chosen, OfList])) },
      responses: {
        200: jsonAnswer(
          z.object({
            closed: z.int(),
            left: z.int().openapi({
              description: "Those that another person has, or that changed meanwhile.",
            }),
            next_cursor: z.string().nullable(),
          }),
          "What was closed.",
        ),
      },
    },
  ),
};
