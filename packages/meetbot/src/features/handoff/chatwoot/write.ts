import type { BridgeSecrets, DeskPlace } from "@meetbot/model/bridge/bridge.ts";
import type { BridgeMeans, DeskOutcome, DeskWords } from "../form/bridge.ts";
import { callDesk, fieldsOf } from "./call-desk.ts";
import { isHere, sourceIdOf } from "./place.ts";

/** The longest message that Chatwoot accepts. */
const maxContentLength = 150_000;

/**
 * Posts the customer's message, or a private note for the desk's agents. Checks the last 20 messages first, so as not
 * to repeat one that Chatwoot accepted on a try whose response was lost.
 */
export async function write(
  place: DeskPlace,
  { id, text }: DeskWords,
  as: "customer" | "note",
  secrets: BridgeSecrets,
  means: BridgeMeans,
): Promise<DeskOutcome> {
  if (!isHere(place, secrets)) return elsewhere;
  const path = `/api/v1/accounts/${place.account}/conversations/${place.conversation}/messages`;
  const sourceId = sourceIdOf(`${as}:${id}`);
  const listed = await callDesk({ path, withToken: true }, secrets, means);
  if (listed.kind === "done") {
    const { payload } = fieldsOf(listed.json);
    const rows = Array.isArray(payload) ? payload.map(fieldsOf) : [];
    if (rows.some(({ source_id: known }) => known === sourceId)) return { kind: "done" };
  } else if (!listed.isTaken) {
    return listed.outcome;
  }
  const body = {
    content:
      as === "note" ? literal(text).slice(0, maxContentLength) : text.slice(0, maxContentLength),
    message_type: as === "customer" ? "incoming" : "outgoing",
    private: as === "note",
    source_id: sourceId,
  };
  const written = await callDesk({ path, body, withToken: true }, secrets, means);
  return written.kind === "done" ? { kind: "done" } : written.outcome;
}

/** Chatwoot parses agents' messages as Liquid templates; this prevents customers from running theirs in a note. */
const literal = (text: string) => text.replace(/\{(?=[{%])/g, "{ ");

/** The operator connected another Chatwoot since. */
export const elsewhere = {
  ...{ kind: "gone", httpStatus: null, problem: "the conversation is in another Chatwoot" },
} satisfies DeskOutcome;
