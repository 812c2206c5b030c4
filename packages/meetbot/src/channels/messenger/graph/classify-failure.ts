import type { FailureClass } from "@meetbot/model/outbound-message.ts";
import type { SendFailure } from "../../channel.ts";
import { type Fields, fieldsAt, idAt, textAt } from "../../fields.ts";

/** Subcodes that mean the same under every code. */
const bySubcode: Record<number, FailureClass> = {
  2018218: "gone",
  2018300: "control",
  2018321: "control",
  2022: "restricted",
};

/** "Error codes" of the Messenger Platform, as of 2026-06-25: a code alone, or with its subcode. */
const byCode: Record<string, FailureClass> = {
  "1": "transient",
  "2": "transient",
  "1200": "transient",
  "4": "rate",
  "32": "rate",
  "613": "rate",
  "10/2018278": "window",
  "10/2534022": "window",
  "10/2018065": "window",
  // The code of the API's WhatsApp side for a closed window.
  "131047": "window",
  "551": "gone",
  "200/1545041": "gone",
  "10/2018108": "gone",
  "100/2018001": "gone",
  "190": "auth",
  "200": "auth",
  "210": "auth",
  "10/": "auth",
  "10/1893063": "restricted",
  "2022": "restricted",
  "100": "bad",
};

/** Classifies a call that Graph refused, by Graph's answer or that of a proxy in between. */
export function classifyFailure(status: number, body: Fields): SendFailure {
  const error = fieldsAt(body, "error");
  const [code, subcode] = [numberAt(error, "code"), numberAt(error, "error_subcode")];
  const trace = idAt(error, "fbtrace_id");
  return {
    ok: false,
    failure: classOf(status, code, subcode),
    ...(code !== undefined && { code }),
    ...(subcode !== undefined && { subcode }),
    ...(trace !== undefined && { trace }),
  };
}

/** Returns the failure class of a Meta code by itself; undefined if Meta does not list the code. */
export function classOfCode(code?: number, subcode?: number): FailureClass | undefined {
  return bySubcode[subcode ?? 0] ?? byCode[`${code}/${subcode ?? ""}`] ?? byCode[`${code}`];
}

function classOf(status: number, code?: number, subcode?: number): FailureClass {
  const named = classOfCode(code, subcode);
  if (named) return named;
  if (status === 429) return "rate";
  if (status >= 500) return "transient";
  // Apparently accepted, but the answer that confirms it is missing.
  return status >= 200 && status < 300 && code === undefined ? "ambiguous" : "bad";
}

function numberAt(fields: Fields, key: string): number | undefined {
  const text = textAt(fields, key) ?? "";
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
