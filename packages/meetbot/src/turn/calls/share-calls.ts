import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import { type DialogContext, type DialogInput, type Step, step } from "../../dialog/step.ts";
import { callAttempts } from "../../identity/call-limits.ts";
import type { Limits } from "../../platform/attempts/limits.ts";

/** Who may call a person in this turn. */
interface Caller {
  botId: string;
  conversationId: string;
  network: string | null;
}

/**
 * Returns the function that runs the dialog's steps of one turn. If a step calls an agent and the network has used up
 * its share of waiting customers, it is repeated as if the waiting list were full; steps that call nobody are not
 * counted.
 */
export function createSteps({ botId, ...caller }: Caller, { limits }: { limits: Limits }) {
  return async (state: DialogState, input: DialogInput, speaker: DialogContext): Promise<Step> => {
    const said = step(state, input, speaker);
    if (!said.personAsked || speaker.holder === "waiting") return said;
    const attempts = callAttempts(caller);
    if (attempts.length === 0) return said;
    const exceeded = await limits.count(botId, attempts);
    return exceeded.length === 0 ? said : step(state, input, { ...speaker, isListFull: true });
  };
}
