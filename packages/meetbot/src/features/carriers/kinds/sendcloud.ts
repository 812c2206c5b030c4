import { createHmac } from "node:crypto";
import { toParcelStatus } from "@meetbot/presentation";
import { isSameSecret } from "../../../secrets/compare.ts";
import type { Carrier } from "../form/carrier.ts";
import { fieldsOf, readNumber, readObject, readStamp, readText } from "../form/read-json.ts";

/** Sendcloud: `Sendcloud-Signature`, in hexadecimal, is the HMAC of the body under the integration's secret key. */
export const sendcloud: Carrier = {
  kind: "sendcloud",
  alwaysSigns: true,
  verify({ headers, body }, secret) {
    const given = headers.get("sendcloud-signature");
    if (given === null) return "unsigned";
    const hmac = createHmac("sha256", secret).update(body).digest("hex");
    return isSameSecret(given.toLowerCase(), hmac) ? null : "bad_signature";
  },
  read(body) {
    const told = readObject(body.toString("utf8"));
    if (told === null || typeof told.action !== "string") return null;
    const { tracking_number: number, status } = fieldsOf(told.parcel);
    const trackingNumber = readNumber(number);
    if (trackingNumber === null) return [];
    // The words are the panel's own; the ids are hundreds, and differ by carrier.
    const { message } = fieldsOf(status);
    return [
      {
        trackingNumber,
        status: toParcelStatus(readText(message)),
        occurredAt: readStamp(told.carrier_status_change_timestamp),
      },
    ];
  },
  answers: { ok: true },
};
