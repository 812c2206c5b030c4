import { type DialogContext, type DialogInput, type Step, step } from "../dialog/step.ts";
import { callAttempts } from "../identity/call-limits.ts";
import type { DialogState } from "../model/conversation/dialog-state.ts";
import type { Happening } from "./take-turn.ts";
import type { TurnDeps } from "./turn-deps.ts";

/** Whose turn it is, as far as it counts. */
type Caller = Pick<Happening, "conversationId" | "event"> & { botId: string };

/**
 * The dialog's steps of one turn. Where one of them calls a person, and the network has had its share of those who wait, it
 * is taken anew for a list that is full; nothing is counted for a step that calls nobody.
 */
export function createSteps(
  { botId, conversationId, event }: Caller,
  { limits }: Pick<TurnDeps, "limits">,
) {
  return async (state: DialogState, input: DialogInput, speaker: DialogContext): Promise<Step> => {
    const said = step(state, input, speaker);
    if (!said.personAsked || speaker.holder === "waiting") return said;
    const attempts = callAttempts({ conversationId, network: event.network ?? null });
    if (attempts.length === 0) return said;
    const exceeded = await limits.count(botId, attempts);
    return exceeded.length === 0 ? said : step(state, input, { ...speaker, isListFull: true });
  };
}
