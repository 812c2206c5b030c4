import type { IncomingHttpHeaders } from "node:http";
import { hasTooManyValues } from "./has-too-many-values.ts";
import type { HttpAnswer, HttpHead } from "./http-call.ts";
import { failed, type Outcome } from "./outcome.ts";

/** Ten orders of 20 lines are about 60 KB. */
const MAX_BODY_BYTES = 256 * 1024;

/** How much of a body the delivery log stores: enough to see what is wrong with it. */
const RECORDED_BODY_BYTES = 16 * 1024;

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

const fatalUtf8 = new TextDecoder("utf-8", { fatal: true });

/** How much of a body is of use: only 2xx carries data, the rest is for the log. */
export function bytesOfUse({ statusCode, headers }: HttpHead): number {
  if (refuseBody(headers)) return 0;
  return refuseStatus(statusCode) ? RECORDED_BODY_BYTES : MAX_BODY_BYTES;
}

/** Reads a response as far as it is of use. */
export function readResponse(
  { statusCode, headers, body, fault, why }: HttpAnswer,
  explain: (error: unknown) => Outcome,
): { outcome: Outcome; recorded: string } {
  const refused = refuseStatus(statusCode, why);
  const unreadable = refuseBody(headers);
  if (unreadable) return { outcome: refused ?? unreadable, recorded: "" };
  const recorded = recordBody(body);
  if (refused) return { outcome: refused, recorded };
  if (fault?.kind === "broken") return { outcome: explain(fault.cause), recorded };
  if (fault) return { outcome: tooLarge, recorded };
  return { outcome: decode(body), recorded };
}

function refuseBody(headers: IncomingHttpHeaders): Outcome | null {
  return refuseEncoding(headers) ?? refuseLength(headers);
}

function refuseStatus(status: number, why?: HttpAnswer["why"]): Outcome | null {
  if (status >= 200 && status <= 299) return null;
  if (why) return { ...failed("http_status", why.text), trouble: why.trouble };
  if (status >= 300 && status <= 399) {
    return failed("redirect", `HTTP ${status}: set the final address as the endpoint`);
  }
  if (status === 401 || status === 403) {
    return failed(
      "signature_refused",
      `HTTP ${status}: compare the signing secret on both sides, and the host in the webhook's option url (MEETBOT_WEBHOOK_URL), where it has one, with the endpoint's`,
    );
  }
  if (status === 410) {
    return failed("gone", "HTTP 410: the webhook says it is gone for good; set another endpoint");
  }
  return failed("http_status", `HTTP ${status}: only 2xx carries an answer`);
}

/** Refuses compressed bodies: they may expand to a thousand times their size, and the request asked for none. */
function refuseEncoding(headers: IncomingHttpHeaders): Outcome | null {
  const encoding = String(headers["content-encoding"] ?? "").toLowerCase();
  if (encoding === "" || encoding === "identity") return null;
  const named = /^[\w., -]{1,40}$/.test(encoding) ? encoding : "not identity";
  return failed("invalid_answer", `Content-Encoding is ${named}: answers must not be encoded`);
}

/** Refuses a response whose declared length is too large, without waiting for its body. */
function refuseLength(headers: IncomingHttpHeaders): Outcome | null {
  return Number(headers["content-length"]) > MAX_BODY_BYTES ? tooLarge : null;
}

const tooLarge = failed("too_large", "the answer exceeds 256 KiB");

const tooMuch = failed("invalid_answer", "the answer holds more than 20,000 values");

/** A byte order mark at the start is dropped. */
function decode(bytes: Buffer): Outcome {
  try {
    const text = fatalUtf8.decode(bytes);
    if (hasTooManyValues(text)) return tooMuch;
    const hadByteOrderMark = bytes.subarray(0, 3).equals(byteOrderMark);
    return { kind: "received", text, ...(hadByteOrderMark && { hadByteOrderMark }) };
  } catch {
    return failed("invalid_json", "the answer is not UTF-8, which JSON has to be");
  }
}

/** As text; a character that the cut parts in two is left out. */
function recordBody(bytes: Buffer): string {
  return new TextDecoder().decode(bytes.subarray(0, RECORDED_BODY_BYTES), { stream: true });
}
