import { say } from "@meetbot/presentation";
import type { Action, LookUpSlot } from "../model/conversation/action.ts";
import type { AccountPlan } from "../model/conversation/ask.ts";
import type { DialogState, Form } from "../model/conversation/dialog-state.ts";
import type { Recognition } from "../model/conversation/recognition.ts";
import type { Reply } from "../model/conversation/reply.ts";
import { findInAccount } from "./dialogs/finding.ts";
import { askAgain, askFor } from "./dialogs/form.ts";
import { offerLink } from "./dialogs/linking.ts";
import { lookUp, type Wanted } from "./dialogs/look-up.ts";
import {
  askFirst,
  type DialogContext,
  first,
  inquire,
  type Step,
  spoken,
  text,
  unanswered,
} from "./dialogs/moves.ts";
import { notSpoken, sayNotSpoken } from "./dialogs/not-spoken.ts";
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

/** A longer text with a word such as “past” in it is about something else. */
const maxFollowUpLength = 40;

/** The step that follows a tap: it does what the choice says, and nothing is guessed. */
export function handleTap(state: DialogState, action: Action, speaker: DialogContext): Step {
  if (action.kind === "ask") return inquire(state, action.plan);
  if (action.kind === "fill") return fill(state, action.slot, speaker);
  if (action.kind === "prove") return prove(state, action.email, action.plan, speaker);
  if (action.kind === "link") return link(state, action.plan, speaker);
  switch (action.item) {
    case "orders":
      return lookUp(state, { ...nothingSaid, goal: "orders" }, speaker);
    case "packages":
      return askFor(
        state,
        { goal: "packages", filter: "open", awaiting: "package_number" },
        speaker,
      );
    case "help":
      return withMenu(state, "help", speaker);
    case "person":
      return person(state, speaker);
    case "start_over":
      return welcome(state.locale, state.account, speaker);
    case "sign_out":
      return askFirst(state, { kind: "sign_out" });
  }
}

/** The step that follows something the customer wrote. */
export function handleUtterance(
  before: DialogState,
  said: Recognition,
  speaker: DialogContext,
): Step {
  const inLocale = { ...before, locale: spoken(said.locale, speaker) };
  const notice = notSpoken(inLocale, said, speaker);
  if (notice === null) return hearSpoken(inLocale, said, speaker);
  // Of a language without words of its own, only numbers and emails are understood.
  const understood: Recognition = said.isOtherLanguage
    ? { ...said, intent: "other", decision: "clarify", isOtherTopic: false, filter: null }
    : said;
  const step = hearSpoken(inLocale, understood, speaker);
  return sayNotSpoken(notice, inLocale, step, speaker);
}

function hearSpoken(inLocale: DialogState, said: Recognition, speaker: DialogContext): Step {
  if (said.picked === "sign_out") return askFirst(inLocale, { kind: "sign_out" });
  const { proving } = inLocale;
  if (said.code && waitsFor(inLocale, said) && (proving?.byLink || speaker.sendsCodes)) {
    return askFirst(inLocale, {
      kind: proving?.byLink ? "check_link" : "check_code",
      typed: said.code,
    });
  }
  const wanted = wantedBy(said);
  const state = { ...inLocale, typed: numberOf(wanted) ?? inLocale.typed };
  const gaveSomething = wanted.email !== null || numberOf(wanted) !== null;
  if (said.intent === "cancel" && said.decision === "act") return stop(state, speaker);
  if (gaveSomething && said.intent !== "human_agent") {
    const looked = state.form
      ? fillIn(state, state.form, wanted, speaker)
      : lookUp(state, wanted, speaker);
    // What cannot be done must not be passed over by showing the order.
    const asksForMore =
      said.intent === "other" && said.decision === "none" && numberOf(wanted) !== null;
    return asksForMore ? first(lookOnly(state, speaker), looked) : looked;
  }
  // “It has not come yet” is about the mail.
  const waitsForMail = state.form?.awaiting === "code" && !state.proving?.byLink;
  const isAboutCode = waitsForMail && looksUp.has(said.intent);
  return said.decision === "act" && !isAboutCode
    ? handleIntent(state, said, wanted, speaker)
    : handleUnclear(state, said, speaker);
}

/** A button of a shop that has its page no more, or of a conversation whose channel links no accounts. */
function link(state: DialogState, plan: AccountPlan, speaker: DialogContext): Step {
  return speaker.offersLinks ? offerLink(state, plan) : withMenu(state, "choiceExpired", speaker);
}

/** A code is waited for. Six digits alone are one also after the customer asked something else. */
function waitsFor({ form, proving }: DialogState, said: Recognition): boolean {
  const isProving = proving?.byLink || proving?.email != null;
  return form?.awaiting === "code" || (isProving && said.bareIdentifier === said.code);
}

const looksUp: ReadonlySet<Recognition["intent"]> = new Set(["order_query", "package_track"]);

function lookOnly({ locale }: DialogState, speaker: DialogContext): Reply {
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

function handleIntent(
  state: DialogState,
  said: Recognition,
  wanted: Wanted,
  speaker: DialogContext,
): Step {
  switch (said.intent) {
    case "order_query":
    case "package_track":
      return lookUp(state, wanted, speaker);
    case "greeting":
      return smallTalk(state, "greeting", speaker);
    case "help":
      return smallTalk(state, "help", speaker);
    case "thanks_bye":
      return smallTalk(state, "thanks", speaker);
    case "human_agent":
      return person(state, speaker);
    case "cancel":
    case "other":
      return handleUnclear(state, said, speaker);
  }
}

function handleUnclear(state: DialogState, said: Recognition, speaker: DialogContext): Step {
  const { form } = state;
  if (said.picked === "unknown" && form && form.awaiting !== "code")
    return otherWay(state, form, speaker);
  if (said.intent === "other" && said.picked === "no" && form)
    return withMenu(state, "stopped", speaker);
  if (said.intent === "other" && isWord(said.picked)) return smallTalk(state, "noted", speaker);
  if (said.picked === "next" && !form) return withMenu(state, "noMore", speaker);
  if (said.isOtherTopic) {
    const goOn = form ? askFor(state, form, speaker) : withMenu(state, "menu", speaker);
    return unanswered("other_topic", first(lookOnly(state, speaker), goOn));
  }
  // Whoever waits for a code is told about it, whatever they say.
  if (form?.awaiting === "code") return askAgain(state, form, speaker);
  if (form) return unanswered("not_understood", askAgain(state, form, speaker));
  // “And the completed ones?” only makes sense of an account that was spoken of before.
  const isFollowUp = said.filter && said.text.length <= maxFollowUpLength;
  if (isFollowUp && (state.email ?? state.account)) return lookUp(state, wantedBy(said), speaker);
  return said.decision === "clarify"
    ? unanswered("asked_back", clarify(state))
    : unanswered("not_understood", notUnderstood(state, speaker));
}

/** A yes or no that no offer answers to: the customer is just being polite. */
const isWord = (picked: Recognition["picked"]) => picked === "yes" || picked === "no";

/** Uses whatever the customer gave, also when something else was asked for. */
function fillIn(state: DialogState, form: Form, wanted: Wanted, speaker: DialogContext): Step {
  const { goal, filter, orderNumber } = form;
  if (wanted.email && state.proving && !state.proving.byLink && !numberOf(wanted)) {
    return prove(state, wanted.email, state.proving.plan, speaker);
  }
  if (wanted.email && orderNumber && !numberOf(wanted)) {
    return findInAccount({ ...state, email: wanted.email }, wanted.email, { orderNumber, goal });
  }
  return lookUp(state, { ...wanted, goal, filter: wanted.filter ?? filter }, speaker);
}

/** Who has no number is asked for the email, and the other way round. */
function otherWay(state: DialogState, { awaiting }: Form, speaker: DialogContext): Step {
  return fill(state, awaiting === "email" ? "order_number" : "email", speaker);
}

function fill(state: DialogState, slot: LookUpSlot, speaker: DialogContext): Step {
  const goal = slot === "package_number" ? "packages" : (state.form?.goal ?? "orders");
  const filter = state.form?.filter ?? "open";
  const email = slot === "email" ? null : state.email;
  return askFor({ ...state, email, proving: null }, { goal, filter, awaiting: slot }, speaker);
}

/** Answers what came between, and then asks again for what a form still needs. */
function smallTalk(
  state: DialogState,
  key: "greeting" | "help" | "thanks" | "noted",
  speaker: DialogContext,
): Step {
  if (!state.form) return withMenu(state, key, speaker);
  return first(text(say(state.locale, key)), askFor(state, state.form, speaker));
}
