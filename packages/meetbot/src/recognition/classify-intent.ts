import type { Concern, Decision, Intent } from "@meetbot/model/conversation/recognition.ts";
import { namesOther, type Ruling, readSayingsOf } from "./apply-rules.ts";
import { classifyTopic, describeTopic, type LikelyTopic } from "./classify-topic.ts";
import { declinesPerson, wishesForPerson } from "./context/of-people.ts";
import { isOrder } from "./is-order.ts";
import { labels } from "./model/intent-model.ts";
import { describeReasons, type Grounds, type Reason } from "./reasons.ts";
import { withoutSmallWords } from "./text/without-small-words.ts";
import { type Weighing, weigh } from "./weigh.ts";

export interface Classification {
  intent: Intent;
  /** How likely the intent is. */
  confidence: number;
  decision: Decision;
  isOtherTopic: boolean;
  /** The likeliest topic, whether or not it counts; `null`: it was not looked for, since the intent is plain. */
  likely: LikelyTopic | null;
  /** Costs more than the intent itself, and is seldom wanted. */
  describeReasons: () => Reason[];
}

/** What the entities of an utterance show before its words are read. */
export interface Given {
  emails: number;
  orderNumbers: number;
  packageNumbers: number;
  isBareIdentifier: boolean;
  /** The customer's concern, as found by its patterns. */
  concern: Concern | null;
}

/** Below this confidence, the bot asks the customer to confirm a saying, an identifier or small talk. */
const sureFrom = 0.7;

/** The confidence from which the bot acts on a weak rule alone: "it's been two weeks" may be a refund. */
const sureOfWeakFrom = 0.95;
const weakest = 0.5;

/** The confidence from which the bot answers small talk: a wrong answer costs little. */
const smallTalkFrom = 0.65;

/** Next to an identifier, more unexplained characters than this are another topic. */
const maxUnexplained = 20;

/** Words that join two requests in one clause. */
const joint = / (?:and|also) |还有|另外|顺便/;

/** The most clauses to search for a question beside an order. */
const maxClauses = 4;
/** The confidence such a question needs: the other clauses mostly tell a story. */
const sureBesideFrom = 0.97;

/** The longest label of an email or a number that stands behind it, in characters. */
const maxLabelLength = 8;

const placeholder = /<[a-z]+>/g;

/** Classifies what the customer wants: by sayings, by the model with the rules, or by the entities alone. */
export function classifyIntent(masked: string, given: Given): Classification {
  const words = masked.includes("<") ? masked.replace(placeholder, " ") : masked;
  const hasEntity = given.emails + given.orderNumbers + given.packageNumbers > 0;
  const { sayings, ruling } = readSayingsOf(words);
  const conclude = (
    intent: Intent,
    confidence: number,
    grounds: Grounds,
    likely: LikelyTopic | null = null,
  ): Classification => ({
    intent,
    confidence,
    decision: decide(intent, confidence, grounds),
    isOtherTopic: intent === "other" && (likely?.counts || namesOtherTopic(grounds)),
    likely,
    describeReasons: () => [
      ...describeReasons(masked, grounds),
      ...(likely && grounds.weighing ? describeTopic(likely, grounds.weighing, given.concern) : []),
    ],
  });
  const rule = (ruling: Ruling, weighing: Weighing | null) =>
    conclude(ruling.intent, ruling.confidence, { ruling, weighing });
  const isSaying = ruling !== null && !hasEntity && !given.isBareIdentifier;
  const isSure = isSaying && ruling.confidence >= sureFrom;
  if (isSure && ruling.intent !== "other") return rule(ruling, null);
  const weighing = weigh(withoutSmallWords(masked));
  if (isSure)
    return conclude(
      "other",
      ruling.confidence,
      { ruling, weighing: null },
      classifyTopic(weighing, given.concern),
    );
  if (isSaying && !asksPlainly(weighing)) return rule(ruling, null);
  const alone = readAlone(given, sayings, words.trim().length, weighing);
  if (alone) return rule(alone, weighing);
  const whole = classifyTopic(weighing, given.concern);
  const [intent, confidence] = pickIntent(weighing, whole);
  const likely = whole.counts ? whole : (classifyBeside(weighing, given.concern) ?? whole);
  return conclude(intent, confidence, { ruling: null, weighing }, likely);
}

/** Returns the topic of a clause beside one that asks for an order: “where is it, and can I return it”. */
function classifyBeside(
  { texts, order, stack }: Weighing,
  concern: Concern | null,
): LikelyTopic | null {
  if (order < stack.actFrom) return null;
  const parts = texts.flatMap((text) => text.split(joint));
  if (parts.length < 2) return null;
  for (const [at, part] of parts.slice(0, maxClauses).entries()) {
    if (isLabel(part, parts[at + 1])) continue;
    const clause = weigh(part.trim());
    if (clause.order >= clause.stack.clarifyFrom) continue;
    const heard = classifyTopic(clause, concern);
    if (heard.likelihood >= sureBesideFrom) return heard;
  }
  return null;
}

/** 邮箱 otto@shop.example: the word only labels the text behind it. */
const isLabel = (part: string, next = ""): boolean =>
  part.trim().length <= maxLabelLength && /^ *<[a-z]+> *$/.test(next);

/** A topic that counts is none of the bot's own requests; a person is called whatever it is about. */
function pickIntent(weighing: Weighing, likely: LikelyTopic): [Intent, number] {
  const { order } = weighing;
  if (wantsPerson(weighing)) return [asksForPerson.intent, asksForPerson.confidence];
  if (likely.counts) return ["other", Math.max(likely.likelihood, 1 - order)];
  return order < askFrom(weighing) ? pickSmallTalk(weighing) : pickOrderIntent(weighing);
}

/**
 * Returns the probability from which the bot asks about a request. In talk unrelated to any shop, the words alone often
 * resemble a request although no rule matches, so without a rule the threshold is higher. It misses one in a hundred of
 * our own requests that match no rule.
 */
const askFrom = ({ ruling, stack }: Weighing): number =>
  ruling !== null && isOrder(ruling.intent)
    ? stack.clarifyFrom
    : Math.max(stack.clarifyFrom, unruledFrom);
const unruledFrom = 0.475;

/** Checks whether any clause asks for a person: the customer then gets one, whatever else the message says. */
const wantsPerson = ({ clauses, texts }: Weighing): boolean =>
  texts.some(
    (text, index) =>
      (clauses[index]?.has("person") || wishesForPerson(text)) && !declinesPerson(text),
  );

const asksForPerson = { intent: "human_agent", confidence: 0.9 } as const;

/** 发货了吗 consists of weak phrases, but asks a question that matches a rule. */
const asksPlainly = ({ ruling, order, stack }: Weighing): boolean =>
  ruling !== null && isOrder(ruling.intent) && order >= stack.actFrom;

/** Whether the utterance names another topic, such as a refund. */
const namesOtherTopic = ({ ruling, weighing }: Grounds): boolean =>
  weighing ? namesOther(weighing.clauses) : ruling?.intent === "other";

/** A number or an email alone does not show what the customer wants, so the bot asks, whatever else is unknown. */
function decide(intent: Intent, confidence: number, { ruling, weighing }: Grounds): Decision {
  if (ruling) return decideByRuling(ruling);
  if (intent === "other") return "none";
  if (!weighing || !isOrder(intent)) return confidence < sureFrom ? "clarify" : "act";
  const isWeak = weighing.ruling !== null && weighing.ruling.confidence <= weakest;
  return confidence < (isWeak ? sureOfWeakFrom : weighing.stack.actFrom) ? "clarify" : "act";
}

function decideByRuling({ intent, confidence }: Ruling): Decision {
  if (confidence < sureFrom) return "clarify";
  return intent === "other" ? "none" : "act";
}

/** Decides between order and parcel once it is clear that the customer asks for one of them. */
function pickOrderIntent(weighing: Weighing): [Intent, number] {
  const { byWords, byConcepts, ruling, order } = weighing;
  const vote = (intent: Intent) =>
    likelihood(byWords, intent) +
    likelihood(byConcepts, intent) +
    (ruling?.intent === intent ? order : 0);
  const isParcel = vote("package_track") >= vote("order_query");
  return [isParcel ? "package_track" : "order_query", order];
}

function pickSmallTalk({ byWords, ruling, order, texts }: Weighing): [Intent, number] {
  const isSaid = (intent: Intent) =>
    intent !== "other" &&
    !isOrder(intent) &&
    !(intent === "human_agent" && texts.some(declinesPerson));
  if (ruling && isSaid(ruling.intent)) return [ruling.intent, ruling.confidence];
  for (const label of labels) {
    const likely = likelihood(byWords, label);
    if (likely >= smallTalkFrom && isSaid(label)) return [label, likely];
  }
  return ["other", 1 - order];
}

const likelihood = (classes: Float64Array, intent: Intent): number =>
  classes[labels.indexOf(intent)] ?? 0;

/**
 * Returns the intent of an utterance that only gives a number or an email. A package number, or a number called an
 * order's, is a request for it. A bare number may be of any kind and an email may serve any purpose, so the bot asks.
 */
function readAlone(
  { emails, orderNumbers, packageNumbers, isBareIdentifier }: Given,
  isExplained: boolean,
  unexplained: number,
  { clauses, ruling, order, stack }: Weighing,
): Ruling | null {
  if (emails + orderNumbers + packageNumbers === 0 && !isBareIdentifier) return null;
  if (ruling || namesOther(clauses)) return null;
  if (!isExplained && (order >= stack.clarifyFrom || unexplained > maxUnexplained)) return null;
  const isClear =
    isExplained && emails < 2 && (packageNumbers > 0 || (orderNumbers > 0 && !isBareIdentifier));
  const intent = packageNumbers > 0 ? "package_track" : "order_query";
  return isClear
    ? { rule: "identifier alone", intent, confidence: 0.8, text: "named" }
    : { rule: "identifier alone", intent: "other", confidence: 0.5, text: "of any kind" };
}
