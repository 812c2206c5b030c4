import { pushWords } from "@meetbot/presentation/push-words.ts";
import type { Chat, Locale } from "../../../chat/chat.ts";
import type { ChatWords } from "../../parts/words.ts";
import { type EnablePushResult, preparePush } from "./prepare-push.ts";

/** Places that already show the offer: the window renders a place whenever anything in it changes. */
const offered = new WeakSet<HTMLElement>();

/** One is enough, below the last message. */
let newest: HTMLElement | undefined;

/**
 * Adds a button below “I will keep you posted” that turns on web push, so that this browser notifies the customer while
 * the page is closed too. The browser asks for permission only after a tap. A separate file, loaded when a customer
 * wants updates: most conversations need none.
 */
export async function offerPush(
  place: HTMLElement | null,
  /** Absent where the customer cannot write. */
  chat: Chat | undefined,
  /** The key of the message. */
  of: string,
  { reader, announce }: ChatWords,
): Promise<void> {
  if (!place || !chat || offered.has(place)) return;
  offered.add(place);
  newest?.replaceChildren();
  newest = place;
  const words = pushWords[reader.language.locale as Locale];
  const button = document.createElement("button");
  const outcome = document.createElement("p");
  outcome.className = "quiet";
  const say = (turned: EnablePushResult) => {
    outcome.textContent = words[turned];
    if (turned === "on") place.replaceChildren(outcome);
    else place.append(outcome);
  };
  const turnOn = await preparePush(chat.call, of);
  if (turnOn === null || newest !== place) return;
  if (turnOn === "on") return say("on");
  button.type = "button";
  button.className = "button";
  button.textContent = words.offer;
  // Once at a time, however often it is tapped.
  button.onclick = async () => {
    button.disabled = true;
    const turned = await turnOn().catch(() => "failed" as const);
    button.disabled = false;
    announce?.(words[turned]);
    say(turned);
  };
  place.append(button);
}
