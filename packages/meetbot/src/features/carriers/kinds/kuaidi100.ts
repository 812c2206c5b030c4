import { createHash } from "node:crypto";
import { toParcelStatus } from "@meetbot/presentation";
import { isSameSecret } from "../../../secrets/compare.ts";
import type { Carrier } from "../form/carrier.ts";
import { fieldsOf, readNumber, readObject, readText } from "../form/read-json.ts";

/**
 * 快递100 sends a form whose `param` is JSON and whose `sign` is the upper-case MD5 of `param` and the salt, if the
 * parcel's subscription set one. If the answer differs from this one, 快递100 sends the request again, three times.
 */
export const kuaidi100: Carrier = {
  kind: "kuaidi100",
  alwaysSigns: false,
  verify({ body }, salt) {
    if (salt === "") return null;
    const { param, sign } = formOf(body);
    if (sign === "") return "unsigned";
    const hash = createHash("md5").update(`${param}${salt}`).digest("hex").toUpperCase();
    return isSameSecret(sign.toUpperCase(), hash) ? null : "bad_signature";
  },
  read(body) {
    const told = readObject(formOf(body).param);
    if (told === null || !("lastResult" in told)) return null;
    const { nu, state } = fieldsOf(told.lastResult);
    const trackingNumber = readNumber(nu);
    if (trackingNumber === null) return [];
    // When 快递100 gives up on a parcel ("3天查询无记录", "60天无变化"), it sends a state that nobody observed.
    const isKnown = told.status !== "abort";
    const status = isKnown ? toParcelStatus(readText(state), "kuaidi100") : null;
    // `ftime` has no zone.
    return [{ trackingNumber, status, occurredAt: null }];
  },
  answers: { result: true, returnCode: "200", message: "成功" },
};

/** Reads the first value of a repeated field, so that the verified value is also the parsed one. */
function formOf(body: Buffer): { param: string; sign: string } {
  const form = new URLSearchParams(body.toString("utf8"));
  return { param: form.get("param") ?? "", sign: form.get("sign") ?? "" };
}
