import type { z } from "@hono/zod-openapi";
import {
  type CannedReply,
  cannedReplyRoutes,
} from "@meetbot/admin-api/contract/inbox/canned-replies.ts";
import {
  type CannedReply as Canned,
  type CannedOutcome,
  cannedLimits,
} from "@meetbot/model/desk/canned-reply.ts";
import { cannedVariablesIn } from "@meetbot/presentation";
import { readCannedText } from "../../../operations/desk/read-canned-text.ts";
import type { Store } from "../../../store/store.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { ApiError, notFound } from "../http/api-error.ts";

export type CannedAreaDeps = Pick<Store, "cannedReplies">;

/** Mounts the routes for the shop's canned replies. */
export function mountCannedReplies({ mount }: AdminApp, { cannedReplies }: CannedAreaDeps): void {
  mount(cannedReplyRoutes.listCannedReplies, async (c) => {
    const data = await cannedReplies.list(c.req.valid("param").bot_id);
    return c.json({ data: data.map(serialize) }, 200);
  });

  mount(cannedReplyRoutes.createCannedReply, async (c) => {
    const { bot_id: botId } = c.req.valid("param");
    const text = readText(c.req.valid("json"));
    const saved = await cannedReplies.as(c.get("caller").actor).create(botId, text);
    return c.json(serialize(savedOf(saved, text.name)), 201);
  });

  mount(cannedReplyRoutes.changeCannedReply, async (c) => {
    const { bot_id: botId, reply_id: id } = c.req.valid("param");
    const { version, ...given } = c.req.valid("json");
    const text = readText(given);
    const saved = await cannedReplies.as(c.get("caller").actor).update(botId, id, version, text);
    return c.json(serialize(savedOf(saved, text.name)), 200);
  });

  mount(cannedReplyRoutes.deleteCannedReply, async (c) => {
    const { bot_id: botId, reply_id: id } = c.req.valid("param");
    const { version } = c.req.valid("query");
    savedOf(await cannedReplies.as(c.get("caller").actor).remove(botId, id, version), "");
    return c.body(null, 204);
  });
}

function serialize({ id, updatedAt, updatedBy, ...reply }: Canned): z.output<typeof CannedReply> {
  return {
    reply_id: id,
    ...reply,
    variables: cannedVariablesIn(reply.text),
    updated_at: updatedAt.toISOString(),
    updated_by: updatedBy,
  };
}

/** Throws an {@link ApiError} that names the problem. */
function readText(given: Parameters<typeof readCannedText>[0]) {
  const read = readCannedText(given);
  if ("text" in read) return read.text;
  const { field, message } = read.fault;
  throw new ApiError(400, "invalid_canned_reply", message, [{ pointer: `/${field}`, message }]);
}

/** Returns the saved canned reply. Throws an {@link ApiError} if nothing was changed. */
function savedOf(outcome: CannedOutcome, name: string): Canned {
  switch (outcome.outcome) {
    case "saved":
      return outcome.reply;
    case "unknown":
      throw notFound("canned reply");
    case "changed":
      throw new ApiError(
        409,
        "changed_meanwhile",
        "Somebody changed this reply after you opened it. Read how it stands now, and then save yours.",
        undefined,
        { reply: serialize(outcome.reply) },
      );
    case "name_taken":
      throw new ApiError(
        409,
        "name_taken",
        `There is a reply called ${name} in this language already. Choose another name, or change that one.`,
      );
    case "too_many":
      throw new ApiError(
        409,
        "too_many",
        `A bot has ${cannedLimits.replies} canned replies at most. Delete one that nobody uses.`,
      );
  }
}
