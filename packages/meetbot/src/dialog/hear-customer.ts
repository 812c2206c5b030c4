import type { Action, LookUpSlot } from "../model/action.ts";
import type { DialogState, Form } from "../model/dialog-state.ts";
import type { Recognition } from "../model/recognition.ts";
import type { Reply } from "../model/reply.ts";
import { say } from "../phrases/say.ts";
import { findInAccount } from "./dialogs/finding.ts";
import { askAgain, askFor } from "./dialogs/form.ts";
import { lookUp, type Wanted } from "./dialogs/look-up.ts";
import { prove } from "./dialogs/proving.ts";
import {
  clarify,
  notUnderstood,
  person,
  stop,
  welcome,
  withContact,
  withMenu,
} from "./dialogs/small-talk.ts";
import {
  askFirst,
  first,
  inquire,
  type Speaker,
  type Step,
  spoken,
  text,
  unanswered,
} from "./moves.ts";

/** A longer text with a word such as “past” in it is about something else. */
const maxFollowUpLength = 40;

/** The step that follows a tap: it does what the choice says, and nothing is guessed. */
export function hearTap(state: DialogState, action: Action, speaker: Speaker): Step {
  if (action.kind === "ask") return inquire(state, action.plan);
  if (action.kind === "fill") return fill(state, action.slot);
  if (action.kind === "prove") return prove(state, action.email, action.plan, speaker);
  switch (action.item) {
    case "orders":
      return lookUp(state, { ...nothingSaid, goal: "orders" });
    case "packages":
      return askFor(state, { goal: "packages", filter: "open", awaiting: "package_number" });
    case "help":
      return withMenu(state, "help", speaker);
    case "person":
      return person(state, speaker);
    case "start_over":
      return welcome(state.locale, state.account, speaker);
  }
}

/** The step that follows something the customer wrote. */
export function hearUtterance(before: DialogState, said: Recognition, speaker: Speaker): Step {
  const inLocale = { ...before, locale: spoken(said.locale, speaker) };
  if (said.code && speaker.sendsCodes && waitsFor(inLocale, said)) {
    return askFirst(inLocale, { kind: "check_code", typed: said.code });
  }
  const wanted = wantedBy(said);
  const state = { ...inLocale, typed: numberOf(wanted) ?? before.typed };
  const gaveSomething = wanted.email !== null || numberOf(wanted) !== null;
  if (said.intent === "cancel" && said.decision === "act") return stop(state, speaker);
  if (gaveSomething && said.intent !== "human_agent") {
    const looked = state.form ? fillIn(state, state.form, wanted, speaker) : lookUp(state, wanted);
    // What cannot be done must not be passed over by showing the order.
    const asksForMore =
      said.intent === "other" && said.decision === "none" && numberOf(wanted) !== null;
    return asksForMore ? first(lookOnly(state, speaker), looked) : looked;
  }
  // “It has not come yet” is about the mail.
  const isAboutCode = state.form?.awaiting === "code" && looksUp.has(said.intent);
  return said.decision === "act" && !isAboutCode
    ? hearIntent(state, said, wanted, speaker)
    : hearUnclear(state, said, speaker);
}

/** A code is waited for. Six digits alone are one also after the customer asked something else. */
function waitsFor({ form, proving }: DialogState, said: Recognition): boolean {
  return form?.awaiting === "code" || (proving?.email != null && said.bareIdentifier === said.code);
}

const looksUp: ReadonlySet<Recognition["intent"]> = new Set(["order_query", "package_track"]);

function lookOnly({ locale }: DialogState, speaker: Speaker): Reply {
  return text(withContact(locale, say(locale, "lookOnly"), speaker));
}

const nothingSaid: Omit<Wanted, "goal"> = {
  filter: null,
  email: null,
  orderNumber: null,
  packageNumber: null,
};

const numberOf = (wanted: Wanted) => wanted.packageNumber ?? wanted.orderNumber;

function wantedBy(said: Recognition): Wanted {
  const { emails, orderNumbers, packageNumbers } = said.entities;
  return {
    goal: said.intent === "package_track" ? "packages" : "orders",
    filter: said.filter,
    email: emails[0]?.value ?? null,
    orderNumber: orderNumbers[0]?.value ?? said.bareIdentifier,
    packageNumber: packageNumbers[0]?.value ?? null,
  };
}

function hearIntent(state: DialogState, said: Recognition, wanted: Wanted, speaker: Speaker): Step {
  switch (said.intent) {
    case "order_query":
    case "package_track":
      return lookUp(state, wanted);
    case "greeting":
      return smallTalk(state, "greeting", speaker);
    case "help":
      return smallTalk(state, "help", speaker);
    case "thanks_bye":
      return smallTalk(state, "thanks", speaker);
    case "human_agent":
      return person(state, speaker);
    default:
      return hearUnclear(state, said, speaker);
  }
}

function hearUnclear(state: DialogState, said: Recognition, speaker: Speaker): Step {
  const { form } = state;
  if (said.picked === "unknown" && form && form.awaiting !== "code") return otherWay(state, form);
  if (said.intent === "other" && said.picked === "no" && form)
    return withMenu(state, "stopped", speaker);
  if (said.intent === "other" && isWord(said.picked)) return smallTalk(state, "noted", speaker);
  if (said.picked === "next" && !form) return withMenu(state, "noMore", speaker);
  if (said.isOtherTopic) {
    const goOn = form ? askFor(state, form) : withMenu(state, "menu", speaker);
    return unanswered("other_topic", first(lookOnly(state, speaker), goOn));
  }
  // Whoever waits for a code is told about it, whatever they say.
  if (form?.awaiting === "code") return askAgain(state, form, speaker);
  if (form) return unanswered("not_understood", askAgain(state, form, speaker));
  // “And the completed ones?” only makes sense of an account that was spoken of before.
  const isFollowUp = said.filter && said.text.length <= maxFollowUpLength;
  if (isFollowUp && (state.email ?? state.account)) return lookUp(state, wantedBy(said));
  return said.decision === "clarify"
    ? unanswered("asked_back", clarify(state))
    : unanswered("not_understood", notUnderstood(state, speaker));
}

/** A yes or no that no offer answers to: the customer is just being polite. */
const isWord = (picked: Recognition["picked"]) => picked === "yes" || picked === "no";

/** Uses whatever the customer gave, also when something else was asked for. */
function fillIn(state: DialogState, form: Form, wanted: Wanted, speaker: Speaker): Step {
  const { goal, filter, orderNumber } = form;
  if (wanted.email && state.proving && !numberOf(wanted)) {
    return prove(state, wanted.email, state.proving.plan, speaker);
  }
  if (wanted.email && orderNumber && !numberOf(wanted)) {
    return findInAccount({ ...state, email: wanted.email }, wanted.email, { orderNumber, goal });
  }
  return lookUp(state, { ...wanted, goal, filter: wanted.filter ?? filter });
}

/** Who has no number is asked for the email, and the other way round. */
function otherWay(state: DialogState, { awaiting }: Form): Step {
  return fill(state, awaiting === "email" ? "order_number" : "email");
}

function fill(state: DialogState, slot: LookUpSlot): Step {
  const goal = slot === "package_number" ? "packages" : (state.form?.goal ?? "orders");
  const filter = state.form?.filter ?? "open";
  const email = slot === "email" ? null : state.email;
  return askFor({ ...state, email, proving: null }, { goal, filter, awaiting: slot });
}

/** Answers what came between, and then asks again for what a form still needs. */
function smallTalk(
  state: DialogState,
  key: "greeting" | "help" | "thanks" | "noted",
  speaker: Speaker,
): Step {
  if (!state.form) return withMenu(state, key, speaker);
  return first(text(say(state.locale, key)), askFor(state, state.form));
}
