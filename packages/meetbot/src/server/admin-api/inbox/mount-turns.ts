import { inboxTurnRoutes } from "@meetbot/admin-api/contract/inbox/turns.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { DeskUpkeep } from "../../../operations/desk/desk-upkeep.ts";
import { handleOf } from "../../../operations/desk/mentions.ts";
import { publicNameOf } from "../../../operations/desk/public-name.ts";
import type { TurnOutcome } from "../../../store/desk/assignments.ts";
import type { Store } from "../../../store/store.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import { toRef } from "../http/to-ref.ts";
import { callerOperator } from "./caller-operator.ts";
import { describeConversation } from "./describe-conversation.ts";
import { othersPresent } from "./others-present.ts";
import { endless } from "./serialize-inbox.ts";

/** The longest snooze: agents would forget a conversation before then. */
const maxSnoozeMs = 366 * 24 * 60 * 60 * 1000;

export interface TurnAreaDeps
  extends Pick<Store, "assignments" | "watchers" | "desk" | "operators" | "hints"> {
  deskUpkeep: DeskUpkeep;
  /** Shows the customer on their platform that an agent is typing. */
  showWriting(ref: ConversationRef): void;
}

/**
 * Mounts the routes for assigning conversations, for setting when they are due, and for showing who is working on them.
 */
export function mountTurns({ mount }: AdminApp, deps: TurnAreaDeps): void {
  const { assignments, watchers, desk, operators, hints, showWriting } = deps;

  const told = async (ref: ConversationRef, outcome: TurnOutcome) => {
    if (outcome === "unknown_conversation") throw notFound("conversation");
    if (outcome === "not_in_inbox" || outcome === "may_not_answer") throw refusals[outcome];
    if (outcome === "done") hints.give(ref);
    return describeConversation(deps, ref);
  };

  mount(inboxTurnRoutes.listColleagues, async (c) => {
    const colleagues = await assignments.colleagues(c.req.valid("param").bot_id);
    const data = colleagues.map(({ operatorId, name, isOn, has, capacity }) => ({
      ...{ operator_id: operatorId, name, handle: handleOf({ name }) },
      ...{ on: isOn, has, capacity },
    }));
    return c.json({ data }, 200);
  });

  mount(inboxTurnRoutes.assignConversation, async (c) => {
    const ref = toRef(c.req.valid("param"));
    const { operator_id: to } = c.req.valid("json");
    const { actor } = c.get("caller");
    return c.json(await told(ref, await assignments.assign(ref, { to, actor })), 200);
  });

  mount(inboxTurnRoutes.snoozeConversation, async (c) => {
    const ref = toRef(c.req.valid("param"));
    const { until: given, until_reply: untilReply } = c.req.valid("json");
    const until = given === undefined ? endless : new Date(given);
    if (given !== undefined && until.getTime() > Date.now() + maxSnoozeMs) throw tooLong;
    const { actor } = c.get("caller");
    return c.json(
      await told(ref, await assignments.snooze(ref, { until, untilReply, actor })),
      200,
    );
  });

  mount(inboxTurnRoutes.unsnoozeConversation, async (c) => {
    const ref = toRef(c.req.valid("param"));
    const { actor } = c.get("caller");
    const never = { until: null, untilReply: false, actor };
    return c.json(await told(ref, await assignments.snooze(ref, never)), 200);
  });

  mount(inboxTurnRoutes.showPresence, async (c) => {
    const ref = toRef(c.req.valid("param"));
    const { id, name } = callerOperator(c);
    const looked = await watchers.look(ref, id, c.req.valid("json").writing);
    if (!looked) throw notFound("conversation");
    if (looked.isShown) {
      const [row, own] = await Promise.all([desk.find(ref), operators.namesOf(id)]);
      const names = { name, publicName: own?.publicName ?? null };
      hints.give(ref, publicNameOf(names, row?.locale ?? "en"));
      showWriting(ref);
    } else if (looked.hasChanged) hints.give(ref);
    return c.json({ present: await othersPresent(deps, ref, id) }, 200);
  });

  mount(inboxTurnRoutes.endPresence, async (c) => {
    const ref = toRef(c.req.valid("param"));
    if (await watchers.leave(ref, callerOperator(c).id)) hints.give(ref);
    return c.body(null, 204);
  });
}

const tooLong = new ApiError(
  400,
  "invalid_request",
  "A conversation is put off for a year at most. Choose an earlier `until`, or close it.",
);

const refusals = {
  not_in_inbox: new ApiError(
    409,
    "not_in_inbox",
    "Nobody was called to this conversation, and nobody took it. Take it first.",
  ),
  may_not_answer: new ApiError(
    409,
    "may_not_answer",
    "Whom this names may not answer this bot's customers. Choose one of the people of the inbox.",
  ),
};
