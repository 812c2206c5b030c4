import { meaningOf, stageNamed } from "@meetbot/presentation";
import type { DialogState } from "../../model/conversation/dialog-state.ts";
import type { Recognition } from "../../model/conversation/recognition.ts";
import type { DialogContext, Step } from "../dialogs/moves.ts";
import { aside } from "./aside.ts";

/** The step that says what a status means that the customer names; `null`: they name none that is known. */
export function explainStatus(
  state: DialogState,
  { about, text }: Pick<Recognition, "about" | "text">,
  speaker: DialogContext,
): Step | null {
  if (!about.includes("meaning")) return null;
  const stage = stageNamed(text, state.locale);
  return stage ? aside(state, meaningOf(stage, state.locale), speaker) : null;
}
