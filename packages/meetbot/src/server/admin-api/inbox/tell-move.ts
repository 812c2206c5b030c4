import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { DeskOutcome } from "@meetbot/model/desk/desk-outcome.ts";
import type { Context } from "hono";
import type { Person } from "../../../operations/desk/desk-moves.ts";
import type { Store } from "../../../store/store.ts";
import type { AdminEnv } from "../http/admin-env.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import { callerOperator } from "./caller-operator.ts";
import { describeConversation } from "./describe-conversation.ts";
import type { serializeInboxRow } from "./serialize-inbox.ts";

/** The state of the conversation that the agent saw before changing it. */
export const moving = ({
  version,
  overtake,
}: {
  version?: number | undefined;
  overtake?: boolean | undefined;
}) => ({ version, overtakes: overtake });

/** Identifies the agent who acts in the inbox, and returns the outcome to them. */
export function createMoveTelling(deps: Pick<Store, "desk" | "bots" | "operators">) {
  const { bots, operators } = deps;
  const describe = (ref: ConversationRef) => describeConversation(deps, ref);
  /** Returns the caller, as an agent whom customers see. */
  const personOf = async (c: Context<AdminEnv>, botId: string): Promise<Person> => {
    const { actor } = c.get("caller");
    const operator = callerOperator(c);
    const [bot, own] = await Promise.all([bots.find(botId), operators.namesOf(operator.id)]);
    if (!bot) throw notFound("bot");
    const names = { name: operator.name, publicName: own?.publicName ?? null };
    return { by: operator.id, actor, names, botName: bot.name };
  };
  const answer = async (ref: ConversationRef, outcome: DeskOutcome) => {
    switch (outcome.outcome) {
      case "done":
        return {
          version: outcome.version,
          last_seq: outcome.lastSeq,
          changed: outcome.hasChanged,
        };
      case "unknown_conversation":
        throw notFound("conversation");
      case "window_closed":
        throw windowClosed(outcome.since, await describe(ref));
      case "held":
        throw heldByOther(await describe(ref));
      case "changed":
        throw changedMeanwhile(await describe(ref));
      case "nothing_to_say":
        throw nothingToShow;
    }
  };
  return { describe, personOf, answer };
}

type Described = ReturnType<typeof serializeInboxRow>;

const heldByOther = (conversation: Described) =>
  new ApiError(
    409,
    "held_by_other",
    `${conversation.held_by?.name ?? "Somebody else"} has this conversation. Send \`overtake\`: true to take it over.`,
    undefined,
    { conversation },
  );

const windowClosed = (since: Date, conversation: Described) =>
  new ApiError(
    409,
    "window_closed",
    `The customer wrote last so long ago that their platform takes no message to them any more, since ${since.toISOString()}. Nothing was sent: they can be answered here once they write again.`,
    undefined,
    { conversation, since: since.toISOString() },
  );

const changedMeanwhile = (conversation: Described) =>
  new ApiError(
    409,
    "changed_meanwhile",
    "Another person wrote here, or somebody else answers by now. Read the conversation again, and then send it.",
    undefined,
    { conversation },
  );

const nothingToShow = new ApiError(
  409,
  "nothing_to_show",
  "The customer may see nothing of this: they have not named this number, nor proved that the order is theirs. Ask them for the number, or let them sign in or read a code; then send the card.",
);
