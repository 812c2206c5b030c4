import type { Entity, Recognition } from "@meetbot/model/conversation/recognition.ts";
import { maskEmail, maskNumber, maskText } from "../../../merchant/masking/mask-text.ts";
import { explain, type Reason, type RecognizeOptions } from "../../../recognition/recognize.ts";
import { withPlainEmails } from "../../../turn/plain-emails.ts";

/** How the bot understands an utterance, and why. */
export interface Explanation
  extends Pick<
    Recognition,
    "intent" | "confidence" | "decision" | "locale" | "filter" | "picked" | "topic"
  > {
  entities: FoundEntity[];
  reasons: Reason[];
}

export interface FoundEntity {
  kind: "email" | "phone" | "order_number" | "package_number";
  /** The normalized value, which queries use. */
  value: string;
  carrier: string | null;
}

/** Recognizes a text as a turn does, with today's engine and settings; masked, the result identifies nobody. */
export function explainUtterance(
  text: string,
  options: RecognizeOptions,
  isMasked: boolean,
): Explanation {
  const explained = explain(text, options);
  const { intent, confidence, decision, locale, filter, picked, topic, entities } = withPlainEmails(
    explained.recognition,
  );
  const show = (mask: (value: string) => string) => (isMasked ? mask : (value: string) => value);
  const maskReason = (value: string) => maskText(value, options.orderNumberFormat);
  const found = (kind: FoundEntity["kind"], list: (Entity & { carrier?: string | null })[]) =>
    list.map(({ value, carrier = null }) => ({
      kind,
      value: show(kind === "email" ? maskEmail : maskNumber)(value),
      carrier,
    }));
  return {
    intent,
    confidence,
    decision,
    locale,
    filter,
    picked,
    topic,
    entities: [
      ...found("email", entities.emails),
      ...found("phone", entities.phones ?? []),
      ...found("order_number", entities.orderNumbers),
      ...found("package_number", entities.packageNumbers),
    ],
    reasons: explained.reasons.map((reason) => ({
      ...reason,
      text: show(maskReason)(reason.text),
    })),
  };
}
