import type { Intent } from "@meetbot/model/conversation/recognition.ts";
import type { Concept, Saying } from "./lexicon/lexicon.ts";

/** A rule that suggests the intent of a clause: the clause must contain each of `needs` as one of its concepts. */
export interface RecognitionRule {
  name: string;
  intent: Intent;
  needs: readonly (readonly Concept[])[];
  confidence: number;
  /**
   * How much of the utterance the rule covers. A question stands for itself. A statement is often only the reason for
   * something else, so a veto in another clause also counts. A courtesy counts only if the utterance says nothing else.
   */
  scope: "question" | "statement" | "courtesy";
}

type Build = (
  name: string,
  intent: Intent,
  confidence: number,
  needs: readonly (readonly Concept[])[],
) => RecognitionRule;

const rule: Build = (name, intent, confidence, needs) => ({
  name,
  intent,
  confidence,
  needs,
  scope: "question",
});
const statement: Build = (...parts) => ({ ...rule(...parts), scope: "statement" });
const courtesy: Build = (...parts) => ({ ...rule(...parts), scope: "courtesy" });

/** Ordered from the strongest sign; the first rule that holds in any clause decides. */
export const rules: readonly RecognitionRule[] = [
  rule("asks for a person", "human_agent", 0.9, [["person"]]),
  rule("where is the order", "order_query", 0.95, [["whereIsOrder"]]),
  rule("where is it", "package_track", 0.95, [["whereIsIt"]]),
  rule("when will it come", "package_track", 0.95, [["whenWillItCome"]]),
  rule("comes on a day", "package_track", 0.85, [["day"], ["arrive", "ship"], ["question"]]),
  statement("not here yet", "package_track", 0.9, [["notHere"]]),
  statement("delivery is stuck", "package_track", 0.9, [["stuck"]]),
  statement("parcel is lost", "package_track", 0.9, [["lost"]]),
  statement("parcel of mine", "package_track", 0.9, [["parcelOfMine"]]),
  statement("orders of mine", "order_query", 0.9, [["ordersOfMine"]]),
  statement("order status", "order_query", 0.85, [["order"], ["status", "where"]]),
  statement("check order", "order_query", 0.8, [["order"], ["check"]]),
  statement("logistics", "package_track", 0.9, [
    ["logistics"],
    ["check", "status", "question", "trouble"],
  ]),
  statement("parcel status", "package_track", 0.85, [
    ["parcel"],
    ["check", "status", "where", "trouble"],
  ]),
  statement("time of arrival", "package_track", 0.8, [
    ["when"],
    ["arrive", "ship"],
    ["goods", "parcel", "order"],
  ]),
  statement("impatience", "package_track", 0.5, [["impatience"]]),
  statement("service desk", "human_agent", 0.75, [["serviceDesk"]]),
  statement("delay", "package_track", 0.6, [["trouble"]]),
  statement("where is something of mine", "package_track", 0.6, [["whereIsMine"]]),
  courtesy("cancels", "cancel", 0.8, [["cancel"]]),
  courtesy("thanks or leaves", "thanks_bye", 0.8, [["thanks"]]),
  statement("asks for help", "help", 0.8, [["help"]]),
  courtesy("greets", "greeting", 0.8, [["greeting"]]),
];

/** Concepts that mark a clause about something the bot cannot look up. */
export const vetoes: readonly Concept[] = [
  "refund",
  "exchange",
  "invoice",
  "price",
  "callOff",
  "change",
  "contact",
  "fee",
  "stock",
  "repair",
  "fault",
  "pay",
  "account",
  "complaint",
  "carrierChoice",
  "sending",
  "product",
  "hold",
  "presale",
  "purchase",
];
/** Things that no shop sells: anywhere in the text, "it" and "arrive" refer to them. */
export const wideVetoes: readonly Concept[] = ["otherThing"];

/** The meaning of an utterance that consists of sayings only; the first rule that holds decides. */
export const sayingRules: readonly {
  name: string;
  intent: Intent;
  confidence: number;
  needs: readonly Saying[];
}[] = [
  { name: "cancels an order", intent: "other", confidence: 0.9, needs: ["cancel", "orders"] },
  { name: "cancels a parcel", intent: "other", confidence: 0.9, needs: ["cancel", "parcels"] },
  { name: "cancels", intent: "cancel", confidence: 0.95, needs: ["cancel"] },
  { name: "names orders", intent: "order_query", confidence: 0.8, needs: ["orders"] },
  { name: "names parcels", intent: "package_track", confidence: 0.8, needs: ["parcels"] },
  { name: "says order", intent: "order_query", confidence: 0.5, needs: ["oneOrder"] },
  {
    name: "names delivery or a state",
    intent: "package_track",
    confidence: 0.5,
    needs: ["unclear"],
  },
  { name: "asks for help", intent: "help", confidence: 0.95, needs: ["help"] },
  { name: "thanks or leaves", intent: "thanks_bye", confidence: 0.95, needs: ["thanks"] },
  { name: "greets", intent: "greeting", confidence: 0.95, needs: ["greeting"] },
];
