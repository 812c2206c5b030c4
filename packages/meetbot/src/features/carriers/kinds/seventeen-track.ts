import { createHash } from "node:crypto";
import { toParcelStatus } from "@meetbot/presentation";
import { isSameSecret } from "../../../secrets/compare.ts";
import type { Carrier } from "../form/carrier.ts";
import { fieldsOf, readMoment, readNumber, readObject, readText } from "../form/read-json.ts";

/** 17TRACK: `sign` is the SHA-256, in hexadecimal, of the body, a slash and the API key. */
export const seventeenTrack: Carrier = {
  kind: "17track",
  alwaysSigns: true,
  verify({ headers, body }, secret) {
    const given = headers.get("sign");
    if (given === null) return "unsigned";
    const hash = createHash("sha256").update(body).update(`/${secret}`).digest("hex");
    return isSameSecret(given.toLowerCase(), hash) ? null : "bad_signature";
  },
  read(body) {
    const told = readObject(body.toString("utf8"));
    if (told === null || typeof told.event !== "string") return null;
    const data = fieldsOf(told.data);
    const trackingNumber = readNumber(data.number);
    if (trackingNumber === null) return [];
    const { latest_status: status, latest_event: event } = fieldsOf(data.track_info);
    const { status: main, sub_status: sub } = fieldsOf(status);
    const { time_utc: utc, time_iso: iso } = fieldsOf(event);
    return [
      {
        trackingNumber,
        status:
          toParcelStatus(readText(sub), "17track") ?? toParcelStatus(readText(main), "17track"),
        occurredAt: readMoment(utc) ?? readMoment(iso),
      },
    ];
  },
  answers: { ok: true },
};
