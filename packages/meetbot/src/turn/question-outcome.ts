import type { Plan, QuestionOutcome } from "@meetbot/model/conversation/ask.ts";
import type { Intent } from "@meetbot/model/conversation/recognition.ts";
import type { Reply } from "@meetbot/model/conversation/reply.ts";
import type { ShownAnswer } from "@meetbot/model/conversation/shown-answer.ts";
import type { TurnOutcome } from "@meetbot/model/conversation/turn-outcome.ts";
import { sameNumber } from "@meetbot/protocol";
import type { DialogInput, Step } from "../dialog/step.ts";

/** All that moved the dialog in one turn, and the step that followed each. */
export type TurnStep = { input: DialogInput } & Pick<
  Step,
  "replies" | "ask" | "personAsked" | "move" | "unanswered" | "topic"
>;

/**
 * Returns the outcome of the customer's question for counting, given one answer of the shop; `null` if the shop was not
 * asked. Some shops refuse with an empty list, and a search that finds nothing counts as a refusal.
 */
export function questionOutcome(input: DialogInput): QuestionOutcome | null {
  if (input.kind !== "answer") return null;
  const { plan, answer } = input;
  if (answer.kind === "proof_needed" || answer.kind === "limited") return null;
  // The result that this question was asked beside was found before, and the customer gets it.
  if (plan.carried && plan.carried.kind !== "gathered") return null;
  if (answer.kind === "unavailable") return "unavailable";
  return isFound(plan, answer) ? "answered" : "not_found";
}

/**
 * Returns the outcome of a whole turn for the customer, for the figures. `null` if the customer asked for nothing, as
 * with thanks; the previous outcome then remains. A miss or a refusal in a turn outweighs an answer.
 */
export function turnOutcome(steps: readonly TurnStep[]): TurnOutcome | null {
  if (steps.some(({ personAsked }) => personAsked)) return "handed_over";
  if (steps.some(({ unanswered }) => unanswered)) return "missed";
  const asked = steps.filter(({ input }) => !isForTopic(input));
  const question = asked.map(({ input }) => questionOutcome(input)).findLast((one) => one !== null);
  if (steps.some(({ topic }) => topic?.answered)) {
    return question && question !== "answered" ? "refused" : "answered";
  }
  if (steps.some(isBeyond)) return "refused";
  if (question) return question === "answered" ? "answered" : "refused";
  if (steps.some(({ replies }) => replies.some(asksOn))) return "in_progress";
  return steps.some(isStopped) ? "refused" : null;
}

/** The shop was queried only to fill in its own answer to a topic, which is sent without the data too. */
const isForTopic = (input: DialogInput) =>
  input.kind === "answer" && input.plan.wish?.topic !== undefined;

/**
 * An order shown beside it is not what the customer wanted; if the bot asks for the order first, the answer follows.
 */
const isBeyond = ({ input, topic, replies }: TurnStep) =>
  input.kind === "utterance" &&
  input.said.isOtherTopic &&
  input.said.about.length === 0 &&
  !(topic === null && replies.some(asksOn));

const asksOn = (reply: Reply) => reply.kind === "text" && reply.ask !== undefined;

/**
 * Checks whether the question ends here: too many attempts, nothing that can be proved, or something only a person
 * could look at.
 */
function isStopped({ input, replies }: TurnStep): boolean {
  const stops: DialogInput["kind"][] = ["answer", "code", "link", "media"];
  return replies.length > 0 && stops.includes(input.kind);
}

/**
 * Returns the customer's question from the first step of a turn, to compare with earlier ones; `null` if there is none.
 * A question that a code or a link unlocks was asked before, and does not count again.
 */
export function questionAsked({ input, ask, topic }: TurnStep): string | null {
  // People write a number in capitals, and then in a hurry.
  if (ask?.kind === "merchant") {
    const { question, finding, wish } = ask.plan;
    return JSON.stringify([
      question,
      finding,
      wish?.facts ?? [],
      wish?.concern ?? null,
      ...(wish?.topic === undefined ? [] : [wish.topic]),
    ]).toLowerCase();
  }
  if (topic) return `topic ${topic.id}`;
  if (input.kind !== "utterance" || ask) return null;
  const { intent, decision } = input.said;
  return decision === "act" && looksUp.has(intent) ? intent : null;
}

const looksUp: ReadonlySet<Intent> = new Set(["order_query", "package_track"]);

type Said = Exclude<ShownAnswer, { kind: "proof_needed" | "limited" | "unavailable" }>;

function isFound({ question, finding }: Plan, answer: Said): boolean {
  if (answer.kind === "refusal") return false;
  if (answer.kind === "packages")
    return !("packageNumber" in question) || answer.packages.length > 0;
  if (finding) {
    return answer.orders.some(({ item }) => sameNumber(item.order_number, finding.orderNumber));
  }
  return "userAccount" in question || answer.orders.length > 0;
}
