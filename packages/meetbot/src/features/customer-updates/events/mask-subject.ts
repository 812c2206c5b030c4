import type { Followed } from "@meetbot/model/push/push-log.ts";
import { maskNumber } from "../../../identity/order-number.ts";
import { MASK, maskEmail } from "../../../merchant/masking/mask-text.ts";

/** Masks the subject of a subscription, so that operators may see it without leaving a trace. */
export function maskSubject({ scope, subject }: Followed): string {
  if (scope !== "account") return maskNumber(subject);
  return subject.includes("@") ? maskEmail(subject) : MASK;
}
