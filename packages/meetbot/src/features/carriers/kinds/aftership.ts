import { createHmac } from "node:crypto";
import { toParcelStatus } from "@meetbot/presentation";
import { isSameSecret } from "../../../secrets/compare.ts";
import type { Carrier } from "../form/carrier.ts";
import {
  fieldsOf,
  lastOf,
  readMoment,
  readNumber,
  readObject,
  readStamp,
  readText,
} from "../form/read-json.ts";

/** AfterShip Tracking: `aftership-hmac-sha256`, in base64, over the body under the webhook's secret. */
export const aftership: Carrier = {
  kind: "aftership",
  alwaysSigns: true,
  verify({ headers, body }, secret) {
    const given = headers.get("aftership-hmac-sha256");
    if (given === null) return "unsigned";
    const hmac = createHmac("sha256", secret).update(body).digest("base64");
    return isSameSecret(given, hmac) ? null : "bad_signature";
  },
  read(body) {
    const told = readObject(body.toString("utf8"));
    if (told === null || typeof told.event !== "string") return null;
    const msg = fieldsOf(told.msg);
    const trackingNumber = readNumber(msg.tracking_number);
    if (trackingNumber === null) return [];
    // A checkpoint's time is local to its place, often without a zone; `ts` is when AfterShip saw it.
    const seen = lastOf(msg.checkpoints).checkpoint_time;
    return [
      {
        trackingNumber,
        status:
          toParcelStatus(readText(msg.subtag), "aftership") ??
          toParcelStatus(readText(msg.tag), "aftership"),
        occurredAt: readMoment(seen) ?? readStamp(told.ts),
      },
    ];
  },
  answers: { ok: true },
};
