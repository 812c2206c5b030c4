import { z } from "@hono/zod-openapi";
import { BotPath } from "../bots.ts";
import { adminRoute, jsonAnswer, jsonBody } from "../shape/admin-route.ts";
import { PageQuery, pageOf } from "../shape/paging.ts";
import { InboxListed } from "./inbox.ts";

/** Maximum number of windows in which one operator can follow a bot's inbox; beyond it, the oldest stream ends. */
export const maxInboxStreams = 5;

const tags = ["Inbox"];

/** Routes that stream the inbox's changes and search the inbox. */
export const inboxLiveRoutes = {
  followInbox: adminRoute(
    { role: "viewer", scope: "inbox:read" },
    {
      tags,
      method: "get",
      path: "/bots/{bot_id}/inbox/events",
      "x-meetbot-unattended": true,
      "x-meetbot-personal": "none",
      summary: "What changes in a bot's inbox, as it happens",
      description: `Server-sent events. First \`counts\` (as in the list of the inbox); then \`change\` {conversation_id} when something of a conversation changed (who answers, a message, a note, a label, whose it is, who looks at it), \`labels\` {} when the bot's labels did, and \`counts\` again. They say that something changed, never what: read it again. It ends with the session or the role. An operator has ${maxInboxStreams} at once per bot; one more ends the oldest.`,
      request: { params: BotPath },
      responses: {
        200: {
          description: "Until the caller goes.",
          content: { "text/event-stream": { schema: z.string() } },
        },
      },
    },
  ),
  searchInbox: adminRoute(
    { role: "editor", scope: "inbox:write" },
    {
      tags,
      method: "post",
      path: "/bots/{bot_id}/inbox/search",
      "x-meetbot-reads": true,
      "x-meetbot-personal": "revealed",
      summary: "Conversations in which an email, an order or a package number was named",
      description:
        "Also those with a label of that name. All conversations, no matter who answers them. Recorded in the audit, without the text.",
      request: {
        params: BotPath,
        query: PageQuery,
        body: jsonBody(z.object({ text: z.string().trim().min(1).max(320) })),
      },
      responses: {
        200: jsonAnswer(pageOf(InboxListed), "A page; what changed last is first."),
      },
    },
  ),
};
