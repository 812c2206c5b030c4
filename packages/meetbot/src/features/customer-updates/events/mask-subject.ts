import type { Followed } from "@meetbot/model/push/push-log.ts";
import { maskNumber } from "../../../identity/order-number.ts";
import { MASK, maskEmail } from "../../../merchant/masking/mask-text.ts";

/** What somebody is told of, as operators may see it without a trace. */
export function maskSubject({ scope, subject }: Followed): string {
  if (scope !== "account") return maskNumber(subject);
  return subject.includes("@") ? maskEmail(subject) : MASK;
}
