import { meaningOf, say, stageNamed } from "@meetbot/presentation";
import type { Wish } from "../../model/conversation/ask.ts";
import type { DialogState } from "../../model/conversation/dialog-state.ts";
import type { Recognition } from "../../model/conversation/recognition.ts";
import { spokenOf } from "../context/meant.ts";
import type { DialogContext, Step } from "../dialogs/moves.ts";
import { aside } from "./aside.ts";
import { lookAt } from "./look-up.ts";

/** The step that says what a status means: the one that is named, else that of what was spoken of last. */
export function explainStatus(
  state: DialogState,
  { about, text }: Pick<Recognition, "about" | "text">,
  wish: Wish,
  speaker: DialogContext,
): Step | null {
  if (!about.includes("meaning")) return null;
  const { locale } = state;
  const named = stageNamed(text, locale);
  if (named) return aside(state, meaningOf(named.stage, locale, named.status), speaker);
  const one = spokenOf(state);
  if (one?.number) return lookAt(state, [one], wish);
  return state.shown.length > 0 ? aside(state, say(locale, "whichStatus"), speaker) : null;
}
