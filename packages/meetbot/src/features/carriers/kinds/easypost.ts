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
  readText,
} from "../form/read-json.ts";

/**
 * EasyPost: `X-Hmac-Signature` is `hmac-sha256-hex=` and the HMAC of the body, keyed with the secret in NFKD. EasyPost
 * may send `"weight": 5` but sign `"weight": 5.0`; its own libraries handle this too.
 */
export const easypost: Carrier = {
  kind: "easypost",
  alwaysSigns: true,
  verify({ headers, body }, secret) {
    const given = headers.get("x-hmac-signature");
    if (given === null) return "unsigned";
    const key = secret.normalize("NFKD");
    const signs = (signed: Buffer | string) =>
      `hmac-sha256-hex=${createHmac("sha256", key).update(signed).digest("hex")}`;
    const isOne = [body, withTenths(body)].map((signed) => isSameSecret(given, signs(signed)));
    return isOne.includes(true) ? null : "bad_signature";
  },
  read(body) {
    const told = readObject(body.toString("utf8"));
    if (told === null || typeof told.description !== "string") return null;
    const result = fieldsOf(told.result);
    const trackingNumber = readNumber(result.tracking_code);
    if (result.object !== "Tracker" || trackingNumber === null) return [];
    return [
      {
        trackingNumber,
        status: toParcelStatus(readText(result.status), "easypost"),
        occurredAt:
          readMoment(lastOf(result.tracking_details).datetime) ?? readMoment(result.updated_at),
      },
    ];
  },
  answers: { ok: true },
};

/** latin1 maps each byte to one character, so bytes stay unchanged. */
const withTenths = (body: Buffer) =>
  Buffer.from(
    body.toString("latin1").replace(/"weight":\s*\d+(?=\s*[,}])/g, (weight) => `${weight}.0`),
    "latin1",
  );
