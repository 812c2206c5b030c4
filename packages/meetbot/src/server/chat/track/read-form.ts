import type { InboundEvent } from "@meetbot/model/conversation/inbound-event.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import { readerOf, say, tell } from "@meetbot/presentation";
import { ChannelError } from "../../../channels/channel.ts";
import { webChat } from "../../../channels/web-chat/web-chat.ts";

/** A customer's action on the page. */
export interface TrackForm {
  /** Identifies the form as one that was shown to this browser. */
  key: string;
  does: /** An order is looked up: in a new conversation where there is none. */
    | { kind: "look"; event: InboundEvent }
    /** The customer filled in the field, or pressed a button. */
    | { kind: "go_on"; event: InboundEvent }
    /** The customer clears what the page shows. */
    | { kind: "end" }
    /** Nothing that a form of ours sends. */
    | { kind: "nothing" };
}

/** Parses a form of the page. Ignores text that is too long for a chat message. */
export function readTrackForm(body: string, locale: Locale): TrackForm {
  const fields = new URLSearchParams(body);
  const field = (name: string) => (fields.get(name) ?? "").trim();
  const key = field("key");
  if (fields.has("end")) return { key, does: { kind: "end" } };
  const number = field("number");
  const id = field("id");
  if (number !== "") {
    const words = [tell(readerOf(locale), "order", { number }), field("account")];
    const text = [...words, say(locale, "choiceTrack")].filter(Boolean).join(" ");
    return { key, does: asEvent("look", { id, text }) };
  }
  const payload = field("payload");
  const said = payload === "" ? { id, text: field("text") } : { id, payload };
  return { key, does: asEvent("go_on", said) };
}

/** By the chat's own rules. */
function asEvent(kind: "look" | "go_on", said: object): TrackForm["does"] {
  try {
    const [event] = webChat.receive(JSON.stringify(said));
    return event ? { kind, event } : { kind: "nothing" };
  } catch (error) {
    if (error instanceof ChannelError) return { kind: "nothing" };
    throw error;
  }
}
