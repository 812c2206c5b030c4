import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import { say } from "@meetbot/presentation";
import { callPerson } from "../dialogs/call-person.ts";
import { askFor } from "../dialogs/form.ts";
import { type DialogContext, first, type Step, tell, text } from "../dialogs/moves.ts";
import { offerPerson, withMenu } from "../dialogs/small-talk.ts";

/** Media within this time of one another were sent together and get one answer. */
const burstMs = 30_000;

/**
 * Returns the step that follows a picture, a file, a sticker or a voice message. `isPicture`: operators may view it if
 * the bot accepts pictures.
 */
export function handleMedia(
  before: DialogState,
  { atMs, isPicture }: { atMs: number; isPicture: boolean },
  speaker: DialogContext,
): Step {
  const state = { ...before, mediaAtMs: atMs };
  if (before.mediaAtMs !== undefined && atMs - before.mediaAtMs < burstMs) return tell(state);
  // The photo that the bot asked for.
  const isOfRequest = state.request?.topic === "damaged" && speaker.holder !== "waiting";
  if (isPicture && speaker.pictures && isOfRequest) return callPerson(state, speaker);
  if (isPicture && speaker.pictures) return offerPerson(state, speaker);
  if (!state.form) return withMenu(state, "textOnly", speaker);
  return first(text(say(state.locale, "textOnly")), askFor(state, state.form, speaker));
}
