import { inboxLabelRoutes } from "@meetbot/admin-api/contract/inbox/labels.ts";
import type { Label } from "@meetbot/model/desk/label.ts";
import { labelLimits } from "@meetbot/model/desk/label.ts";
import type { Store } from "../../../store/store.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import { toRef } from "../http/to-ref.ts";
import { labelsHint } from "./inbox-hub.ts";

export type LabelAreaDeps = Pick<Store, "labels" | "hints">;

/** Mounts the routes for a bot's conversation labels. */
export function mountLabels({ mount }: AdminApp, { labels, hints }: LabelAreaDeps): void {
  mount(inboxLabelRoutes.listLabels, async (c) => {
    const data = (await labels.list(c.req.valid("param").bot_id)).map(serializeLabel);
    return c.json({ data }, 200);
  });

  mount(inboxLabelRoutes.createLabel, async (c) => {
    const { bot_id: botId } = c.req.valid("param");
    const label = orRefuse(await labels.create(botId, c.get("caller").actor, c.req.valid("json")));
    hints.give(labelsHint(botId));
    return c.json(serializeLabel(label), 201);
  });

  mount(inboxLabelRoutes.changeLabel, async (c) => {
    const { bot_id: botId, label_id: labelId } = c.req.valid("param");
    const { actor } = c.get("caller");
    const label = orRefuse(await labels.change(botId, actor, labelId, c.req.valid("json")));
    hints.give(labelsHint(botId));
    return c.json(serializeLabel(label), 200);
  });

  mount(inboxLabelRoutes.deleteLabel, async (c) => {
    const { bot_id: botId, label_id: labelId } = c.req.valid("param");
    if (!(await labels.delete(botId, c.get("caller").actor, labelId))) throw notFound("label");
    hints.give(labelsHint(botId));
    return c.body(null, 204);
  });

  mount(inboxLabelRoutes.putOnLabel, async (c) => {
    const { label_id: labelId, ...path } = c.req.valid("param");
    const ref = toRef(path);
    const { isKnown, hasChanged } = await labels.putOn(ref, labelId);
    if (!isKnown) throw notFound("conversation or label");
    if (hasChanged) hints.give(ref);
    return c.body(null, 204);
  });

  mount(inboxLabelRoutes.takeOffLabel, async (c) => {
    const { label_id: labelId, ...path } = c.req.valid("param");
    const ref = toRef(path);
    if (await labels.takeOff(ref, labelId)) hints.give(ref);
    return c.body(null, 204);
  });
}

const serializeLabel = ({ id, name, color }: Label) => ({ label_id: id, name, color });

function orRefuse(result: Label | keyof typeof refusals): Label {
  if (typeof result === "string") throw refusals[result];
  return result;
}

const refusals = {
  not_found: notFound("label"),
  label_exists: new ApiError(
    409,
    "label_exists",
    "The bot has a label of this name, in small letters or capitals. Choose another name.",
  ),
  too_many_labels: new ApiError(
    409,
    "too_many_labels",
    `A bot has ${labelLimits.max} labels at most. Delete one that nobody uses any more.`,
  ),
} as const;
