import type { AnsweredCall } from "../../../graph-simulator/state.ts";
import type { GraphPush } from "../../../graph-simulator/webhook-pusher.ts";
import type { Travel } from "./scene.ts";

/** Maximum number of records; nobody looks further back. */
const max = 60;

/** The calls between Meta and Meetbot, newest first. */
export interface Travels {
  list(): Travel[];
  recordCall(call: AnsweredCall): void;
  recordPush(push: GraphPush): void;
  clear(): void;
}

export function createTravels(webhookPath: string): Travels {
  const newestFirst: Travel[] = [];
  let count = 0;
  function note(travel: Omit<Travel, "id" | "atMs">): void {
    count += 1;
    newestFirst.unshift({ id: String(count), atMs: Date.now(), ...travel });
    newestFirst.splice(max);
  }
  return {
    list: () => [...newestFirst],
    recordCall({ method, path, params: body, status, answer }) {
      const subject = subjectOfCall(body);
      note({ kind: "call", subject, path: `${method} ${path}`, body, status, answer });
    },
    recordPush({ body: text, status }) {
      const body: unknown = JSON.parse(text);
      const subject = subjectOfPush(body);
      const path = `POST ${webhookPath}`;
      note({ kind: "webhook", subject, path, body, status: status || null, answer: null });
    },
    clear: () => void newestFirst.splice(0),
  };
}

/** As Meta names it: a sender action, or the kind of message. */
function subjectOfCall(body: Record<string, unknown>): string {
  if (typeof body.sender_action === "string") return body.sender_action;
  const { attachment } = (body.message ?? {}) as {
    attachment?: { payload?: { template_type?: string } };
  };
  return attachment?.payload?.template_type ?? "text";
}

interface Envelope {
  entry?: { messaging?: Record<string, unknown>[] }[];
}

/** Returns the property that shows an item's kind. */
function subjectOfPush(body: unknown): string {
  const [item = {}] = (body as Envelope).entry?.[0]?.messaging ?? [];
  const { sender: _, recipient: __, timestamp: ___, ...rest } = item;
  const [name = ""] = Object.keys(rest);
  const isEcho = (rest.message as { is_echo?: boolean } | undefined)?.is_echo === true;
  return isEcho ? "message_echo" : name;
}
