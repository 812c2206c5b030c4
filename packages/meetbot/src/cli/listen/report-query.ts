import { note, print, printJson } from "@meetbot/conformance/terminal/print.ts";
import { maskBody } from "../../merchant/masking/mask-body.ts";
import type { Forwarded } from "./forward.ts";
import type { TakenQuery } from "./listener-client.ts";

interface Came {
  isTaken: boolean;
  /** Why the server refuses the answer. */
  refusal: string | null;
  why: string | null;
  isJson: boolean;
}

/** Prints a query and its result; of customers, only what the delivery log shows. */
export function reportQuery(
  query: TakenQuery,
  { status, durationMs, fault, responseBody }: Forwarded,
  { isTaken, refusal, why, isJson }: Came,
): void {
  const { method, id, asked } = readMasked(Buffer.from(query.body, "base64").toString());
  const at = new Date();
  const isTold = fault && status !== null && responseBody !== "";
  if (isJson) {
    printJson({
      ...{ at: at.toISOString(), id, method, asked, status },
      duration_ms: Math.round(durationMs),
      outcome: fault?.reason ?? "received",
      detail: fault?.detail ?? null,
      answered: isTold ? maskBody(responseBody) : null,
      ...{ why, in_time: isTaken, refused: refusal },
    });
    return;
  }
  const params = Object.entries(asked).map(([name, value]) => `${name}=${value}`);
  const came = status ?? "no answer";
  print(
    `${at.toTimeString().slice(0, 8)}  ${[method, ...params].join(" ")}  ${came}  ${Math.round(durationMs)} ms`,
  );
  if (fault) note(`  ${fault.reason}: ${fault.detail}`);
  if (isTold) note(`  it said: ${maskBody(responseBody)}`);
  if (why !== null) note(`  ${why}`);
  if (refusal !== null) {
    note(
      `  The server did not take this answer: ${refusal} Change what your webhook answers here: its status, headers or size.`,
    );
  } else if (!isTaken) note("  Nobody waits for this answer any more.");
}

/** Returns the query, masked, without the envelope that is the same each time. */
function readMasked(body: string) {
  const masked = readObject(maskBody(body));
  const { method = "?", id = "" } = readObjectIn(masked, "request");
  const { page, limit } = readObjectIn(masked, "pagination");
  const asked = { ...readObjectIn(masked, "params"), ...(page !== undefined && { page, limit }) };
  return { method: String(method), id: String(id), asked };
}

function readObject(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function readObjectIn(value: Record<string, unknown>, name: string): Record<string, unknown> {
  const inner = value[name];
  return typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>) : {};
}
