import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { ConversationState } from "@meetbot/model/conversation/conversation.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import type { DeskOutcome } from "@meetbot/model/desk/desk-outcome.ts";
import type { OperatorNames } from "@meetbot/model/operator.ts";
import { say } from "@meetbot/presentation";
import type { PushChannel } from "../../channels/channel.ts";
import { afterPerson, botAgain } from "../../dialog/step.ts";
import type { Hints } from "../../platform/change-signals/database-hints.ts";
import type { Desk, LineIn, Mover, PersonsMessage, Talk } from "../../store/desk/desk.ts";
import type { WaitingStore } from "../../store/waiting/waiting-store.ts";
import { withTrace } from "../../tracing/tracer.ts";
import { nobodyFree } from "./nobody-free.ts";
import { publicNameOf } from "./public-name.ts";

/** The person who answers: the operator, and the names that customers see. */
export interface Person extends Mover {
  names: OperatorNames;
  /** The name of the bot whose shop the person speaks for. */
  botName: string;
}

/** Returns how long a channel can deliver to a customer; `null` if always. */
export type WindowsOf = (
  channel: string,
) => Pick<PushChannel, "windowHours" | "personWindowHours"> | null;

export interface DeskMovesDeps {
  desk: Desk;
  hints: Pick<Hints, "give">;
  waiting: Pick<WaitingStore, "leftEmailOf">;
  windowsOf: WindowsOf;
  botOf(botId: string): Promise<Bot | null>;
  /** Checks whether agents' answers over a channel can also be sent by email. */
  mailsReplies(channel: string): boolean;
  /** Wakes the worker: a turn may be retried. */
  wakeWorker(ref: ConversationRef): void;
  /** Something may be sent. */
  wakeDispatcher(ref: ConversationRef): void;
}

/** The actions of the shop's people in a conversation; the customer and all nodes are notified at once. */
export function createDeskMoves({ desk, hints, waiting, windowsOf, ...deps }: DeskMovesDeps) {
  const { botOf, mailsReplies, wakeWorker, wakeDispatcher } = deps;
  const closedSince = (
    { channel, customerAtMs, nowMs }: Talk,
    window: "windowHours" | "personWindowHours",
  ): Date | null => {
    const hours = windowsOf(channel)?.[window] ?? null;
    const endMs = hours === null ? Number.POSITIVE_INFINITY : customerAtMs + hours * hourMs;
    return nowMs > endMs ? new Date(endMs) : null;
  };
  /** Returns the bot's own line while the channel's window is open. */
  const inTime =
    (line: (locale: Locale) => OutboundReply): LineIn =>
    (locale, talk) =>
      closedSince(talk, "windowHours") ? null : line(locale);
  const tell = (ref: ConversationRef, { isQueued }: { isQueued: boolean }) => {
    if (isQueued) wakeDispatcher(ref);
    // A running turn is retried, under the person who answers now.
    wakeWorker(ref);
    hints.give(ref);
  };
  const told = async (ref: ConversationRef, moving: Promise<DeskOutcome>): Promise<DeskOutcome> => {
    const outcome = await moving;
    if (outcome.outcome === "done" && outcome.hasChanged) tell(ref, outcome);
    return outcome;
  };
  return {
    take: (ref: ConversationRef, person: Person) =>
      told(ref, desk.take(ref, { ...person, line: inTime(isHere(person)) })),
    /**
     * Sends the agent's message. A repeated `writeKey` sends nothing again. `seenSeq`: the last message that the agent
     * saw.
     */
    say(
      ref: ConversationRef,
      person: Person,
      said: { text: string; writeKey: string; seenSeq?: number | undefined },
    ) {
      const { text, ...how } = said;
      const reply = (locale: Locale) =>
        withTrace({
          ...textIn(locale, text),
          person: { name: publicNameOf(person.names, locale) },
        });
      const whether = {
        opening: inTime(isHere(person)),
        closedSince: (talk: Talk) => closedSince(talk, "personWindowHours"),
      };
      return told(ref, desk.say(ref, { ...person, ...how, reply, ...whether }));
    },
    /** `reply`: the card as far as the customer may see it when it is sent. */
    sendCard(
      ref: ConversationRef,
      person: Person,
      card: Pick<PersonsMessage, "reply" | "writeKey" | "seenSeq">,
    ) {
      const whether = {
        opening: inTime(isHere(person)),
        // The longer window applies only to text that a person typed.
        closedSince: (talk: Talk) => closedSince(talk, "windowHours"),
      };
      return told(ref, desk.say(ref, { ...person, ...card, ...whether }));
    },
    giveBack: (ref: ConversationRef, person: Person) =>
      told(
        ref,
        desk.giveBack(ref, { ...person, reason: "given_back", line: inTime(again), state: left }),
      ),
    close(ref: ConversationRef, person: Person) {
      const line = (locale: Locale) =>
        textIn(locale, say(locale, "talkEnded", { name: publicNameOf(person.names, locale) }));
      return told(
        ref,
        desk.giveBack(ref, { ...person, reason: "closed", line: inTime(line), state: left }),
      );
    },
    reopen: (ref: ConversationRef, person: Pick<Person, "actor">) =>
      told(ref, desk.reopen(ref, person)),
    /** Notifies customers who waited this long that nobody is free; the shop then owes an answer. Returns how many. */
    async expireWaiting(minutes: number, limit: number): Promise<number> {
      const overdue = await desk.waitingFor(minutes, limit);
      for (const { version, ...ref } of overdue) {
        const [bot, email] = await Promise.all([botOf(ref.botId), waiting.leftEmailOf(ref)]);
        if (!bot) continue;
        const said = await desk.giveUp(ref, version, (before, talk) => {
          if (closedSince(talk, "windowHours")) return { reply: null, state: null };
          const mayLeave = email === null && mailsReplies(talk.channel);
          return nobodyFree(before, { bot, mailsReplies: mayLeave, now: talk.nowMs });
        });
        if (said) tell(ref, said);
      }
      return overdue.length;
    },
  };
}

const hourMs = 3_600_000;

export type DeskMoves = ReturnType<typeof createDeskMoves>;

const textIn = (locale: Locale, text: string): OutboundReply & { kind: "text" } => ({
  kind: "text",
  text,
  locale,
});

const isHere =
  ({ names, botName }: Person) =>
  (locale: Locale) =>
    textIn(
      locale,
      say(locale, "personIsHere", { name: publicNameOf(names, locale), bot: botName }),
    );

const again = (locale: Locale) => ({ ...botAgain(locale), locale });

/** Returns the state that the bot keeps after an agent has left. */
const left = (before: ConversationState): ConversationState => ({
  ...before,
  dialog: afterPerson(before.dialog),
});
