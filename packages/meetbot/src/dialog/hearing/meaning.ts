import type { Wish } from "@meetbot/model/conversation/ask.ts";
import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { Recognition } from "@meetbot/model/conversation/recognition.ts";
import { meaningOf, type NamedStage, say, stageNamed } from "@meetbot/presentation";
import { spokenOf } from "../context/meant.ts";
import { byOrder } from "../dialogs/look-up.ts";
import { type DialogContext, inquire, type Step } from "../dialogs/moves.ts";
import { aside } from "./aside.ts";
import { lookAt } from "./look-up.ts";

/** Returns the step that explains a status: the one the customer names, else that of the last one discussed. */
export function explainStatus(
  state: DialogState,
  { about, text }: Pick<Recognition, "about" | "text">,
  wish: Wish,
  speaker: DialogContext,
): Step | null {
  if (!about.includes("meaning")) return null;
  const { locale } = state;
  const named = stagesIn(text, locale);
  if (named.length > 0) {
    const told = named.map(({ stage, status }) => meaningOf(stage, locale, status));
    return aside(state, told.join("\n"), speaker);
  }
  const one = spokenOf(state);
  if (!one?.number) return aside(state, say(locale, "whichStatus"), speaker);
  // The customer means the status on the screen: that of the package, or of the order.
  return state.card === `packages:${one.number}`
    ? inquire(
        { ...state, misunderstood: 0 },
        byOrder("packages", one.number, { ...wish, goal: "packages" }),
      )
    : lookAt(state, [one], wish);
}

/** Returns the stages that a text names, at most the two that one compares. */
function stagesIn(text: string, locale: Locale): NamedStage[] {
  const first = stageNamed(text, locale);
  const second = first && stageNamed(text.replace(first.status, "…"), locale);
  const found = [first, second].filter((one) => one !== undefined);
  return found
    .filter(({ stage }, at) => at === 0 || stage !== first?.stage)
    .sort((one, other) => text.indexOf(one.status) - text.indexOf(other.status));
}
