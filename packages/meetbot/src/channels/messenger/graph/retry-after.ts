import type { IncomingHttpHeaders } from "node:http";
import { isFields, listAt, textAt } from "../../fields.ts";

/** Upper limit of our waits, whatever a header says. */
const maxWaitMs = 86_400_000;

/** Returns how long Graph asks to wait, from `Retry-After` or its usage headers; `null` if they do not say. */
export function retryAfterMs(headers: IncomingHttpHeaders): number | null {
  const waits = [afterSeconds(headers["retry-after"]), ...regainMs(headers)];
  const longest = Math.max(0, ...waits);
  return longest > 0 ? Math.min(longest, maxWaitMs) : null;
}

function afterSeconds(header = ""): number {
  return /^\d{1,9}$/.test(header) ? Number(header) * 1000 : 0;
}

/** `X-Business-Use-Case-Usage` states, per kind of call, in how many minutes it is allowed again. */
function regainMs(headers: IncomingHttpHeaders): number[] {
  const usage = parse(String(headers["x-business-use-case-usage"] ?? ""));
  if (!isFields(usage)) return [];
  const kinds = Object.keys(usage)
    .flatMap((id) => listAt(usage, id))
    .filter(isFields);
  const minutes = kinds.map((kind) => Number(textAt(kind, "estimated_time_to_regain_access") ?? 0));
  return minutes.filter(Number.isFinite).map((wait) => wait * 60_000);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
