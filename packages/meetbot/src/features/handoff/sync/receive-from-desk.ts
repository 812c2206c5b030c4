import type { Bot } from "@meetbot/model/bot/bot.ts";
import { ownDesk } from "@meetbot/model/bridge/bridge.ts";
import type { DeskMoves, Person } from "../../../operations/desk/desk-moves.ts";
import type { DeskEvent } from "../form/bridge.ts";
import type { HeardAt, HeardConversation } from "../store/heard-at.ts";
import { splitText } from "./split-text.ts";

export interface HearDeps {
  heardAt: HeardAt;
  deskMoves: Pick<DeskMoves, "say" | "close">;
  botOf(botId: string): Promise<Bot | null>;
}

/** The outcome of an event from a help desk. */
export type DeskEventOutcome =
  | "said"
  | "closed"
  | "not_delivered"
  | "ignored"
  | "unknown_conversation";

/** Ids are stored; no desk has longer ones. */
const maxIdLength = 200;

/**
 * Applies in a conversation what somebody did in the shop's own desk. Their message is a person's answer: it reaches
 * the customer, even when somebody else has the conversation here, and they hold it from then on. A repeated event is
 * applied once.
 */
export async function receiveFromDesk(
  botId: string,
  heard: DeskEvent,
  deps: HearDeps,
): Promise<DeskEventOutcome> {
  if (heard.kind === "ignored") return "ignored";
  const at = await deps.heardAt.find(botId, heard.place);
  const bot = at && (await deps.botOf(botId));
  if (!at || !bot) return "unknown_conversation";
  if (heard.id === "" || heard.id.length > maxIdLength || heard.id.includes("\0")) return "ignored";
  if (heard.kind === "file") {
    await deps.heardAt.oweNote(at, heard.id);
    return "not_delivered";
  }
  if (heard.kind === "closed") return close(at, heard.id, person(bot, null), deps);
  return say(at, heard, person(bot, heard.name), deps);
}

/** Returns the name that customers see for the person who answers in the desk: never an email. */
function person(bot: Bot, name: string | null): Person {
  const names = { name: name === null || name.includes("@") ? "" : name, publicName: null };
  return { by: ownDesk.id, actor: ownDesk.actor, names, botName: bot.name };
}

async function say(
  at: HeardConversation,
  { id, text }: Extract<DeskEvent, { kind: "said" }>,
  by: Person,
  { deskMoves, heardAt }: HearDeps,
): Promise<DeskEventOutcome> {
  const parts = splitText(text);
  if (parts.length === 0) return "ignored";
  for (const [place, part] of parts.entries()) {
    const writeKey = place === 0 ? `desk:${id}` : `desk:${id}:${place}`;
    const said = await deskMoves.say(at, { ...by, overtakes: true }, { text: part, writeKey });
    if (said.outcome === "window_closed") {
      await heardAt.oweNote(at, "window_closed");
      return "not_delivered";
    }
    if (said.outcome !== "done") return "unknown_conversation";
  }
  return "said";
}

/**
 * A conversation that a Meetbot agent answers goes on, and one that Meetbot reported to the desk as settled stays so:
 * the desk's own echo of that arrives here too.
 */
async function close(
  at: HeardConversation,
  id: string,
  by: Person,
  { deskMoves, heardAt }: HearDeps,
): Promise<DeskEventOutcome> {
  const isSettled = !at.isOpen || at.toldHolder === "closed";
  // Messages after the closing may have handed the conversation to the desk again.
  if (isSettled && !at.isHeldThere) return "ignored";
  if (!(await heardAt.recordClose(at, id))) return "ignored";
  const closed = await deskMoves.close(at, by);
  return closed.outcome === "done" ? "closed" : "ignored";
}
