import type {
  HeldTemplate,
  TemplateNews,
  TemplateState,
} from "@meetbot/model/push/message-template.ts";
import { type Fields, idAt, textAt } from "../../fields.ts";
import type { PageChange } from "../inbound/read-body.ts";

/**
 * Meta's names for a template's state, in lists and in events to a page. A state that is new to us counts as pending.
 */
const states: Readonly<Record<string, TemplateState | "deleted">> = {
  APPROVED: "approved",
  REINSTATED: "approved",
  // A warning; it is still sent.
  FLAGGED: "approved",
  REJECTED: "rejected",
  PAUSED: "paused",
  DISABLED: "paused",
  LIMIT_EXCEEDED: "paused",
  DELETED: "deleted",
  PENDING_DELETION: "deleted",
};

/** Reads an entry of a page's list; `null`: it is going, or none. */
export function readTemplate(entry: Fields): HeldTemplate | null {
  const [name, language, id] = ["name", "language", "id"].map((key) => idAt(entry, key));
  const state = stateOf(textAt(entry, "status"));
  if (!name || !language || !id || state === "deleted") return null;
  const reason = reasonOf(textAt(entry, "rejected_reason"));
  return { name, language, externalId: id, state, reason };
}

/** Parses a page's event about a template; `null` if the event is about something else. */
export function readTemplateNews({ field, value, atMs }: PageChange): TemplateNews | null {
  if (field !== "message_template_status_update") return null;
  const name = idAt(value, "message_template_name");
  const language = idAt(value, "message_template_language");
  if (!name || !language) return null;
  const state = stateOf(textAt(value, "event"));
  const reason = reasonOf(textAt(value, "reason"));
  return { name, language, externalId: exactId(value), state, reason, atMs };
}

function stateOf(word = ""): TemplateState | "deleted" {
  return Object.hasOwn(states, word) ? states[word]! : "pending";
}

/** Returns the reason if it is one of Meta's codes, such as TAG_SHOULD_BE_MARKETING; free text is not stored. */
function reasonOf(code = "NONE"): string | null {
  return code !== "NONE" && /^[A-Z][A-Z0-9_]{1,79}$/.test(code) ? code : null;
}

/** Returns the id if it is exact: it comes as a number, and a long one has lost its last digits. */
function exactId(value: Fields): string | null {
  const id = value.message_template_id;
  if (typeof id === "number" && !Number.isSafeInteger(id)) return null;
  return idAt(value, "message_template_id") ?? null;
}
