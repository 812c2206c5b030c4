import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { MessengerEvent } from "../../packages/meetbot/src/channels/messenger/inbound/messenger-event.ts";
import { readBody } from "../../packages/meetbot/src/channels/messenger/inbound/read-body.ts";
import { receive } from "../../packages/meetbot/src/channels/messenger/inbound/receive.ts";
import { isSigned } from "../../packages/meetbot/src/channels/messenger/inbound/verify.ts";
import { readVectors } from "./read-vectors.ts";
import { type Result, resultOf } from "./result.ts";

/** What is right about one event; keys that we do not tell, such as a title, are not compared. */
interface Label {
  kind: string;
  page: string | null;
  user: string | null;
  standby: boolean;
  timestamp_ms: number | null;
  mid?: string | null;
  text?: string;
  payload?: string | null;
  ref?: string | null;
  app_id?: string | null;
  sticker_id?: string;
  watermark?: number | null;
  mids?: string[];
}

interface InboundVector {
  name: string;
  body: string;
  expected: {
    decode: "ok" | "reject";
    events: Label[];
    events_after_dedupe?: number;
    strict?: boolean;
  };
}

interface SignedVector {
  name: string;
  secret: string;
  body_base64: string;
  x_hub_signature_256: string;
  signature_of_reserialised_body: string;
  reserialised_differs: boolean;
}

/** Webhook bodies of Meta's documentation, of other projects' tests and of logs. */
export async function checkMessenger(folder: string): Promise<Result[]> {
  const files = globSync("messenger/inbound/*.json", { cwd: folder }).sort();
  if (files.length === 0) return [];
  const bodies = files.map(
    (file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as InboundVector,
  );
  const events = bodies.reduce((sum, { expected }) => sum + expected.events.length, 0);
  const inbound = await resultOf("messenger/inbound", bodies, checkBody, () => `${events} events`);
  const signed = existsSync(join(folder, "messenger/signed-bodies.jsonl"))
    ? [...readVectors<SignedVector>(folder, "messenger/signed-bodies.jsonl").values()].flat()
    : [];
  return [inbound, await resultOf("messenger/signed-bodies", signed, checkSignature)];
}

function checkBody({ name, body, expected }: InboundVector): string | null {
  let events: MessengerEvent[];
  try {
    // As the bytes travel: a half of a surrogate pair, for one, does not survive that.
    events = readBody(new TextDecoder().decode(Buffer.from(body))).events;
    receive(body);
  } catch (error) {
    return expected.decode === "reject" ? null : `${name}: ${error}`;
  }
  if (expected.decode === "reject") return `${name}: not refused`;
  if (expected.strict === false) return null;
  if (events.length !== expected.events.length) {
    return `${name}: ${events.length} events, not ${expected.events.length}`;
  }
  const faults = expected.events.flatMap((label, index) => differences(events[index]!, label));
  const different = new Set(events.map(({ dedupeKey }) => dedupeKey)).size;
  const after = expected.events_after_dedupe ?? events.length;
  if (different !== after) faults.push(`${different} different events, not ${after}`);
  return faults.length > 0 ? `${name}: ${faults.join("; ")}` : null;
}

/** Each key that a label has is compared; `null` there means that the body does not say. */
function differences(event: MessengerEvent, label: Label): string[] {
  const { kind, page, user, standby, mid, text, payload, ref, mids } = event;
  const told: Record<keyof Label, unknown> = {
    ...{ kind, page, user, standby, mid, text, payload, ref, mids },
    timestamp_ms: event.timestampMs,
    app_id: event.appId,
    sticker_id: event.stickerId,
    watermark: event.watermarkMs,
  };
  const faults = (Object.keys(told) as (keyof Label)[])
    .filter((key) => key in label)
    .filter((key) => JSON.stringify(told[key] ?? null) !== JSON.stringify(label[key]))
    .map((key) => `${key} ${JSON.stringify(told[key])}, not ${JSON.stringify(label[key])}`);
  const mustKeepSilent = label.standby || /^(echo|delivery|read)$/.test(label.kind);
  return mustKeepSilent && event.repliable ? [...faults, "would be answered"] : faults;
}

function checkSignature(vector: SignedVector): string | null {
  const body = Buffer.from(vector.body_base64, "base64");
  if (!isSigned(body, vector.x_hub_signature_256, vector.secret)) return `${vector.name}: refused`;
  const other = vector.signature_of_reserialised_body;
  const isWrong = vector.reserialised_differs && isSigned(body, other, vector.secret);
  return isWrong ? `${vector.name}: another body's signature is accepted` : null;
}
