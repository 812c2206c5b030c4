import { say, sayBackAt } from "@meetbot/presentation";
import type { DialogState } from "../../model/conversation/dialog-state.ts";
import type { Choice } from "../../model/conversation/reply.ts";
import { nextOpening } from "../hours/next-opening.ts";
import { isOpen } from "../hours/office-hours.ts";
import type { DialogContext } from "./moves.ts";
import { waitingTime } from "./waiting-time.ts";

/** What is said to whoever waits for a person, and what is offered them. */
export interface WhileWaiting {
  sentences: string[];
  choices: Choice[];
}

/**
 * Inside office hours how long it took today, where that was measured; outside of them when people are back,
 * by the customer's clocks, and a way to be answered by mail. Nothing is promised for a shop without hours.
 */
export function whileWaiting(state: DialogState, speaker: DialogContext): WhileWaiting {
  const { locale } = state;
  const { waiting = nothingKnown, now } = speaker;
  const open = isOpen(speaker, now);
  if (open) {
    const { usualWait } = waiting;
    const wait = usualWait === null ? null : waitingTime(locale, usualWait * 60);
    return { sentences: wait === null ? [] : [say(locale, "usualWait", { wait })], choices: [] };
  }
  const email = waiting.mailsReplies
    ? { sentences: [say(locale, "mayLeaveEmail")], choices: [leaveEmailChoice(state)] }
    : { sentences: [], choices: [] };
  if (open === null) return email;
  const sentences = [say(locale, "nobodyNow"), ...backAt(state, speaker), ...email.sentences];
  return { ...email, sentences };
}

const nothingKnown = { usualWait: null, mailsReplies: false };

function backAt({ locale, zone }: DialogState, speaker: DialogContext): string[] {
  const opening = nextOpening(speaker, { zone, now: speaker.now });
  return opening ? [sayBackAt(locale, opening.at, opening.clocks)] : [];
}

/** A button that lets the customer be answered by mail. */
function leaveEmailChoice({ locale }: Pick<DialogState, "locale">): Choice {
  return { title: say(locale, "choiceLeaveEmail"), action: { kind: "leave_email" } };
}
