import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { Recognition } from "@meetbot/model/conversation/recognition.ts";
import { named } from "../context/meant.ts";
import type { DialogContext } from "../dialogs/moves.ts";

/** Concerns about the conversation itself; any other question in the same message takes precedence. */
const manners: ReadonlySet<Recognition["concern"]> = new Set<Recognition["concern"]>([
  "wait",
  "apology",
  "resignation",
  "languages",
]);

/** “My phone is 0170 123”: the customer gave an account as asked, and it is not a valid one. */
const isWrongAccount = (
  { form }: DialogState,
  { concern, text: words }: Recognition,
  { accountKind }: DialogContext,
) =>
  accountKind !== "email" &&
  concern === "by_name" &&
  form?.awaiting === "email" &&
  /\p{Nd}/u.test(words);

/** Returns the concern about the conversation itself, unless the message contains something that takes precedence. */
export function talkOf(
  said: Recognition,
  state: DialogState,
  speaker: DialogContext,
): Recognition["concern"] {
  const { concern, about, narrowing, filter } = said;
  if (isWrongAccount(state, said, speaker)) return null;
  const wantsPerson = said.intent === "human_agent" && said.decision === "act";
  const asks = about.length > 0 || narrowing !== null || filter !== null || wantsPerson;
  const isManner = manners.has(concern);
  return isManner && (asks || named(state, said, speaker).length > 0) ? null : concern;
}
