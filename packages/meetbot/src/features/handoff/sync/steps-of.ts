import type { ReportedHolder } from "@meetbot/model/bridge/bridge.ts";
import type { DeskWords } from "../form/bridge.ts";
import { type BridgeWords, bridgeWords } from "../form/bridge-words.ts";
import type { Talk, ToldWords } from "../form/told.ts";
import type { BridgeLease } from "../store/bridge-lease.ts";
import type { Progress } from "../store/record-telling.ts";

/** At most one call, and the desk's progress after it. */
export interface Step {
  call:
    | { kind: "say"; words: DeskWords }
    | { kind: "note"; words: DeskWords }
    | { kind: "status"; holder: "waiting" | "person" | "bot" }
    | { kind: "close" }
    | { kind: "none" };
  progress: Progress;
}

/** What to send to a desk. */
export interface ToTell {
  /** `null` if the desk already has the summary. */
  summary: string | null;
  talk: Talk;
  /** The name of the operator who holds the conversation; `null` if none does or the name is unknown. */
  holderName: string | null;
}

type Told = Pick<
  BridgeLease,
  "conversationId" | "stirs" | "locale" | "toldSeq" | "toldHolder" | "owesNote" | "holds"
>;

/**
 * Returns the steps that bring a desk up to date, in order: the summary, each message after the last one that the desk
 * has, and who answers now. Pure: the same input yields the same ids.
 */
export function stepsOf(lease: Told, { summary, talk, holderName }: ToTell): Step[] {
  const { conversationId, locale, toldSeq, owesNote, toldHolder, holds, stirs } = lease;
  const words = bridgeWords[locale];
  const id = (name: number | string) => `${conversationId}:${name}`;
  const steps: Step[] = [];
  if (summary !== null) {
    const first = { id: id("summary"), text: summary, isFirst: true } as const;
    steps.push({ call: { kind: "note", words: first }, progress: { isIntroduced: true } });
  }
  for (const one of talk.words) {
    const kind = one.by === "customer" ? "say" : "note";
    const text = kind === "say" ? one.text : labeled(one, words);
    const said = { kind, words: { id: id(one.seq), text } } as const;
    steps.push({ call: said, progress: { toldSeq: one.seq } });
  }
  if (talk.lastSeq > (talk.words.at(-1)?.seq ?? toldSeq)) {
    steps.push({ call: { kind: "none" }, progress: { toldSeq: talk.lastSeq } });
  }
  if (owesNote !== null) {
    const isFile = owesNote.startsWith("file:");
    // Two reports of the same file make one note.
    const note = isFile
      ? { id: id(owesNote), text: words.noFiles }
      : { id: id(`undelivered:${stirs}`), text: words.windowClosed };
    steps.push({ call: { kind: "note", words: note }, progress: { owesNote: null } });
  }
  if (talk.isMore || holds === toldHolder) return steps;
  const text = noteOf(lease, words, holderName);
  if (text !== null) {
    const note = { id: id(`${holds}:${stirs}`), text };
    steps.push({ call: { kind: "note", words: note }, progress: {} });
  }
  return [...steps, { call: moveOf(holds), progress: { toldHolder: holds } }];
}

/** Returns the same steps as one letter: all steps with text in one message, followed by those without text. */
export function gatheredSteps(lease: Told, toTell: ToTell): Step[] {
  const steps = stepsOf(lease, toTell);
  const words = bridgeWords[lease.locale];
  const texts = steps.flatMap(({ call }) =>
    call.kind === "say"
      ? [words.spoken(words.customer, call.words.text)]
      : call.kind === "note"
        ? [call.words.text]
        : [],
  );
  if (texts.length === 0) return steps;
  const letter: DeskWords = {
    id: `${lease.conversationId}:${toTell.talk.lastSeq}:${lease.stirs}`,
    text: texts.join("\n\n"),
    ...(toTell.summary !== null && { isFirst: true }),
  };
  const isTold = ({ call }: Step) => call.kind === "say" || call.kind === "note";
  const progress = Object.assign({}, ...steps.filter(isTold).map((step) => step.progress));
  const rest = steps.filter((step) => !isTold(step));
  return [{ call: { kind: "say", words: letter }, progress }, ...rest];
}

const labeled = ({ by, name, text }: ToldWords, words: BridgeWords) =>
  words.spoken(by === "bot" ? words.bot : (name ?? words.aColleague), text);

/**
 * Returns the note about who answers; `null` where the desk has it: its own person answers, or, at first, the customer
 * waits.
 */
function noteOf(
  { toldHolder, holds }: Pick<Told, "toldHolder" | "holds">,
  words: BridgeWords,
  name: string | null,
): string | null {
  switch (holds) {
    case "desk":
      return null;
    case "waiting":
      return toldHolder === null ? null : words.waitsAgain;
    case "person":
      return words.takenBy(name ?? words.aColleague);
    case "bot":
      return words.owed;
    case "closed":
      return words.closed;
  }
}

function moveOf(holds: ReportedHolder): Step["call"] {
  if (holds === "desk") return { kind: "none" };
  return holds === "closed" ? { kind: "close" } : { kind: "status", holder: holds };
}
