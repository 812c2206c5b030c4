import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { Choice } from "@meetbot/model/conversation/reply.ts";
import { formatBackAt, say } from "@meetbot/presentation";
import { nextOpening } from "../hours/next-opening.ts";
import { isOpen, type Office } from "../hours/office-hours.ts";
import type { DialogContext } from "./moves.ts";
import { waitingTime } from "./waiting-time.ts";

/** The sentences and choices for a customer who waits for an agent. */
export interface WhileWaiting {
  sentences: string[];
  choices: Choice[];
}

/**
 * Inside office hours, states how long replies took today, if measured. Outside of them, states when people are back,
 * in the customer's time zone, and offers a reply by mail. Promises nothing for a shop without office hours.
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
  const email = mayLeaveEmail(locale, waiting);
  if (open === null) return email;
  const sentences = [say(locale, "nobodyNow"), ...backAt(state, speaker), ...email.sentences];
  return { ...email, sentences };
}

/** Returns the same for a customer who waited in vain, without the usual waiting time. */
export function waitedInVain(
  { locale, zone }: Pick<DialogState, "locale" | "zone">,
  office: Office & { now: number; mailsReplies: boolean },
): WhileWaiting {
  const email = mayLeaveEmail(locale, office);
  const back = isOpen(office, office.now) === false ? backAt({ locale, zone }, office) : [];
  return { ...email, sentences: [say(locale, "nobodyFree"), ...back, ...email.sentences] };
}

const nothingKnown = { usualWait: null, mailsReplies: false };

function backAt(
  { locale, zone }: { locale: Locale; zone?: string | undefined },
  office: Office & { now: number },
): string[] {
  const opening = nextOpening(office, { zone, now: office.now });
  return opening ? [formatBackAt(locale, opening.at, opening.clocks)] : [];
}

/** Returns a button that lets the customer get the reply by mail, if the server sends mail. */
export function mayLeaveEmail(
  locale: Locale,
  { mailsReplies }: { mailsReplies: boolean } = nothingKnown,
): WhileWaiting {
  if (!mailsReplies) return { sentences: [], choices: [] };
  const choice: Choice = {
    title: say(locale, "choiceLeaveEmail"),
    action: { kind: "leave_email" },
  };
  return { sentences: [say(locale, "mayLeaveEmail")], choices: [choice] };
}
