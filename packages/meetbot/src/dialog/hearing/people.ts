import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { Recognition } from "@meetbot/model/conversation/recognition.ts";
import { say } from "@meetbot/presentation";
import { confirmCall, isOfCall, whereCallStands, withdrawCall } from "../dialogs/call-person.ts";
import { menuChoice } from "../dialogs/choices.ts";
import { askFor } from "../dialogs/form.ts";
import { aboutShown } from "../dialogs/leave-to-person.ts";
import { type DialogContext, first, type Step, tell, text } from "../dialogs/moves.ts";
import { withMenu } from "../dialogs/small-talk.ts";
import { shopAnswerTo } from "../topics/shop-answer.ts";
import { asksOfOrder, canFollow } from "./topics.ts";

/** Returns the step that answers a remark about agents; `null` when it is about something else. */
export function answerOfPeople(
  state: DialogState,
  said: Recognition,
  speaker: DialogContext,
): Step | null {
  const isUnneeded = said.ofPeople === "unneeded";
  const namesPerson = said.intent === "human_agent" && said.decision === "act";
  const wantsPerson = namesPerson && !isUnneeded;
  if (speaker.holder === "waiting") return wantsPerson ? null : answerWaiting(state, said, speaker);
  if (namesPerson && isUnneeded) return withMenu(state, "resigned", speaker);
  const complains = said.concern !== null || said.topic?.id === "complaint";
  const isAsked = said.ofPeople === "anyone" && !complains && !wantsPerson;
  return isAsked ? answerWhoIsHere(state, speaker) : null;
}

/** Replies, when nobody was called, that the bot is here and can call a person. */
function answerWhoIsHere(state: DialogState, speaker: DialogContext): Step {
  const heard = { ...state, misunderstood: 0 };
  const words = text(say(state.locale, "botHere"));
  if (state.form) return first(words, askFor(heard, state.form, speaker));
  const choices = [menuChoice(state.locale, "person"), ...aboutShown(state)];
  return tell(heard, { ...words, choices });
}

/**
 * Answers while a call for an agent is open: the state of the call takes precedence over other readings of the words.
 */
function answerWaiting(state: DialogState, said: Recognition, speaker: DialogContext): Step | null {
  const { ofPeople, concern } = said;
  if (ofPeople === "unneeded" && !state.form) return withdrawCall(state, speaker);
  if (ofPeople === "anyone") return answerCallPending(state, speaker);
  if (ofPeople === "wait" && (isOfCall(state) || !canFollow(state, said))) {
    return answerCallPending(state, speaker);
  }
  const isPlain = !asksOfOrder(state, said) && !canFollow(state, said);
  if (isMood(state, said, speaker) && isPlain) return soothe(state, speaker);
  const isGreeting = said.intent === "greeting" && said.decision === "act";
  const isLeft = concern === "resignation" && said.narrowing === null && said.filter === null;
  return isPlain && !state.form && (isGreeting || isLeft)
    ? answerCallPending(state, speaker)
    : null;
}

/** Whether the customer is dissatisfied or furious, and the shop has no answer of its own for that. */
function isMood(
  state: DialogState,
  { concern, topic }: Recognition,
  speaker: DialogContext,
): boolean {
  const isOfIt = concern === "anger" || concern === "complaint";
  const complains = isOfIt || (concern === null && topic?.id === "complaint");
  return complains && shopAnswerTo("complaint", state.locale, speaker) === null;
}

/** Apologizes once while a call for an agent is open; after that, replies with the state of the call. */
function soothe(state: DialogState, speaker: DialogContext): Step {
  if (state.soothed) return answerCallPending(state, speaker);
  const heard = { ...state, misunderstood: 0, soothed: true } as const;
  return tell(heard, text(say(state.locale, "sorryCalled"), { choices: aboutShown(state) }));
}

/** Says that an agent was called and will still come, without calling again; asks again for what an open form needs. */
function answerCallPending(state: DialogState, speaker: DialogContext): Step {
  const heard = { ...state, misunderstood: 0 };
  const words = whereCallStands(state);
  return state.form
    ? first(text(words), askFor(heard, state.form, speaker))
    : tell(heard, confirmCall(state, words, speaker));
}
