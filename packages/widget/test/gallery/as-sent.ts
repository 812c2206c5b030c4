import { withKnownStages } from "../../../meetbot/src/channels/with-known-stages.ts";
import type { ChatState, Entry } from "../../src/chat/chat.ts";

/** A state whose cards are as the server sends them: beside each status what its words tell. */
export const asSent = (state: Partial<ChatState>): Partial<ChatState> =>
  state.entries ? { ...state, entries: state.entries.map(entryAsSent) } : state;

function entryAsSent(entry: Entry): Entry {
  if (entry.from !== "bot") return entry;
  const { locale, ...reply } = withKnownStages({ ...entry.reply, locale: entry.locale } as Shown);
  return { ...entry, reply: reply as typeof entry.reply };
}

type Shown = Parameters<typeof withKnownStages>[0];
