import { createHash, createHmac } from "node:crypto";
import type { BridgeSecrets } from "@meetbot/model/bridge/bridge.ts";
import { isSameSecret } from "../../../secrets/compare.ts";
import type { DeskCall, DeskEvent, HearFault } from "../form/bridge.ts";
import { fieldsOf, readJson } from "./call-desk.ts";
import { isOurs, placeOf, readId } from "./place.ts";

/** Chatwoot also signs the time, and asks receivers to refuse older requests. */
const freshForS = 300;

/** Longer is no name that a customer could read. */
const maxNameLength = 100;

/**
 * Parses what an API inbox sends to its webhook, signed as Chatwoot has done since 4.13: the timestamp, a dot and the
 * raw body, under the inbox's secret. The delivery id is not signed, so nothing relies on it.
 */
export function hear(
  { headers, body }: DeskCall,
  secrets: BridgeSecrets,
  nowMs: number,
): DeskEvent[] | HearFault {
  const signature = headers.get("x-chatwoot-signature");
  const timestamp = headers.get("x-chatwoot-timestamp");
  if (signature === null || timestamp === null) return { fault: "unsigned" };
  const { secret = "" } = secrets;
  const hmac = createHmac("sha256", secret).update(`${timestamp}.`).update(body);
  if (secret === "" || !isSameSecret(signature, `sha256=${hmac.digest("hex")}`)) {
    return { fault: "bad_signature" };
  }
  const isFresh = Math.abs(nowMs / 1_000 - Number(timestamp)) <= freshForS;
  if (!/^\d{1,12}$/.test(timestamp) || !isFresh) return { fault: "stale" };
  const told = readJson(body.toString("utf8"));
  const { event, account } = fieldsOf(told);
  if (typeof event !== "string") return { fault: "unreadable" };
  const accountId = readId(fieldsOf(account).id);
  if (accountId !== null && String(accountId) !== secrets.account) {
    return ignored("it is of another account");
  }
  if (event === "message_created") return readMessage(fieldsOf(told), secrets);
  if (event === "conversation_status_changed" || event === "conversation_resolved") {
    return readStatus(fieldsOf(told), secrets, body);
  }
  return ignored("Meetbot has no use for the event");
}

const ignored = (because: string): DeskEvent[] => [{ kind: "ignored", because }];

/** Reads a message for the customer; only messages from the shop's agents count. */
function readMessage(
  told: Record<string, unknown>,
  secrets: BridgeSecrets,
): DeskEvent[] | HearFault {
  const id = readId(told.id);
  const conversation = fieldsOf(told.conversation);
  const conversationId = readId(conversation.id);
  if (id === null || conversationId === null) return { fault: "unreadable" };
  const because = whyNot(told);
  if (because !== null) return ignored(because);
  const place = placeOf(secrets, conversationId);
  const text = typeof told.content === "string" ? told.content.trim() : "";
  const heard: DeskEvent[] = [];
  if (text !== "") {
    const said = { id: `message:${id}`, name: nameOf(told, id), text: plain(text) };
    heard.push({ kind: "said", place, ...said });
  }
  if (Array.isArray(told.attachments) && told.attachments.length > 0) {
    heard.push({ kind: "file", place, id: `file:${id}` });
  }
  // Chatwoot may report a conversation as resolved before or after a message of the same moment.
  if (conversation.status === "resolved") {
    heard.push({ kind: "closed", place, id: `resolved:${id}` });
  }
  return heard.length > 0 ? heard : ignored("there is nothing in it to read");
}

/** Why a message is none that a person wrote to the customer; `null`: it is one. */
function whyNot(told: Record<string, unknown>): string | null {
  const isOutgoing = told.message_type === "outgoing" || told.message_type === 1;
  if (isOurs(told.source_id)) return "it came from Meetbot";
  if (!isOutgoing) return "it is the customer's own, or the system's";
  if (told.private !== false) return "it is a private note";
  const attributes = fieldsOf(told.content_attributes);
  if (attributes.automation_rule_id !== undefined) return "an automation wrote it";
  if (attributes.deleted === true) return "it was deleted";
  return fieldsOf(told.sender).type === "user" ? null : "no person wrote it";
}

/** Returns the author's name as Chatwoot shows it to customers: the display name, where the agent has one. */
function nameOf({ sender, conversation }: Record<string, unknown>, id: number): string | null {
  const { messages } = fieldsOf(conversation);
  const last = (Array.isArray(messages) ? messages : []).map(fieldsOf).find((one) => one.id === id);
  const { available_name: shown } = fieldsOf(last?.sender);
  const { available_name: alsoShown, name } = fieldsOf(sender);
  const first = [shown, alsoShown, name].find(
    (one) => typeof one === "string" && one.trim() !== "",
  );
  return typeof first === "string" ? first.trim().slice(0, maxNameLength) : null;
}

/** Older versions leave the editor's mark of a line's end, a backslash before it. */
const plain = (text: string) => text.replace(/\\\r?\n/g, "\n");

function readStatus(
  told: Record<string, unknown>,
  secrets: BridgeSecrets,
  body: Buffer,
): DeskEvent[] | HearFault {
  const id = readId(told.id);
  if (id === null) return { fault: "unreadable" };
  if (told.status !== "resolved") return ignored("it was not resolved");
  // Chatwoot sends no id for this event; an identical signed body is the same event.
  const mark = createHash("sha256").update(body).digest("hex").slice(0, 32);
  return [{ kind: "closed", place: placeOf(secrets, id), id: `resolved:${mark}` }];
}
