import { createHmac } from "node:crypto";
import type { BridgeSecrets, DeskPlace } from "@meetbot/model/bridge/bridge.ts";
import type { BridgeMeans, DeskOpening, DeskOutcome } from "../form/bridge.ts";
import { callDesk, fieldsOf } from "./call-desk.ts";
import { placeOf, readId } from "./place.ts";

/**
 * Creates the contact and a conversation for it. Both have a name that is the same on each try, so that after a lost
 * answer Meetbot finds them instead of creating them twice.
 */
export async function open(
  opening: DeskOpening,
  secrets: BridgeSecrets,
  means: BridgeMeans,
): Promise<DeskOutcome<{ place: DeskPlace }>> {
  const reference = referenceOf(opening, secrets);
  const contacts = `/public/api/v1/inboxes/${secrets.inbox}/contacts`;
  const contact = await callDesk(
    { path: contacts, body: contactOf(opening, reference, secrets) },
    secrets,
    means,
  );
  if (contact.kind !== "done") return notGone(contact.outcome);
  const { source_id: sourceId } = fieldsOf(contact.json);
  // A Chatwoot version that assigns its own names does not find the contact again; everything else works.
  if (typeof sourceId !== "string" || !/^[\w:-]{1,100}$/.test(sourceId)) return notChatwoot;
  const path = `${contacts}/${encodeURIComponent(sourceId)}/conversations`;
  const known = await find(path, reference, secrets, means);
  if (known !== null) return known;
  const made = await callDesk({ path, body: conversationOf(opening, reference) }, secrets, means);
  if (made.kind !== "done") return notGone(made.outcome);
  const id = readId(fieldsOf(made.json).id);
  return id === null ? notChatwoot : { kind: "done", place: placeOf(secrets, id) };
}

const notChatwoot = {
  ...{ kind: "failed", httpStatus: 200, problem: "HTTP 200: the answer is not Chatwoot's" },
} satisfies DeskOutcome;

/** Nothing was opened yet that could be gone: the inbox's identifier or the address is wrong. */
function notGone(
  outcome: Exclude<DeskOutcome, { kind: "done" }>,
): Exclude<DeskOutcome, { kind: "done" }> {
  return outcome.kind === "gone" ? { ...outcome, kind: "failed" } : outcome;
}

/** Returns a reference that nobody can guess: anyone with it and the inbox's identifier can read the conversation. */
function referenceOf({ bot, conversationId }: DeskOpening, { secret = "" }: BridgeSecrets): string {
  const hmac = createHmac("sha256", secret).update(`${bot.id}\n${conversationId}`);
  return `meetbot-${hmac.digest("hex").slice(0, 40)}`;
}

function contactOf(
  { bot, email }: DeskOpening,
  reference: string,
  { identity }: BridgeSecrets,
): object {
  return {
    source_id: reference,
    identifier: reference,
    // Without a name, Chatwoot makes one up.
    name: email ?? `${bot.name} ${reference.slice(-6)}`,
    ...(email !== null && { email }),
    ...(identity !== undefined && {
      identifier_hash: createHmac("sha256", identity).update(reference).digest("hex"),
    }),
  };
}

function conversationOf({ channel, locale, url }: DeskOpening, reference: string): object {
  return {
    custom_attributes: {
      meetbot_reference: reference,
      meetbot_channel: channel,
      ...(locale !== null && { meetbot_language: locale }),
      ...(url !== null && { meetbot_url: url }),
    },
  };
}

/**
 * A conversation that was opened before and is not resolved. A contact that was joined with another by its email
 * may have more of them, so each has to bear the reference itself.
 */
async function find(
  path: string,
  reference: string,
  secrets: BridgeSecrets,
  means: BridgeMeans,
): Promise<DeskOutcome<{ place: DeskPlace }> | null> {
  const listed = await callDesk({ path }, secrets, means);
  if (listed.kind !== "done") return listed.isTaken ? null : notGone(listed.outcome);
  const rows = Array.isArray(listed.json) ? listed.json.map(fieldsOf) : [];
  const ids = rows.flatMap(({ id, status }) => (status === "resolved" ? [] : (readId(id) ?? [])));
  for (const id of ids.sort((a, b) => b - a).slice(0, maxLookedAt)) {
    const shown = await callDesk(
      { path: `/api/v1/accounts/${secrets.account}/conversations/${id}`, withToken: true },
      secrets,
      means,
    );
    if (shown.kind !== "done") return shown.outcome.kind === "gone" ? null : shown.outcome;
    const { custom_attributes: attributes } = fieldsOf(shown.json);
    if (fieldsOf(attributes).meetbot_reference === reference) {
      return { kind: "done", place: placeOf(secrets, id) };
    }
  }
  return null;
}

/** Usually there is one, and none before a first attempt succeeds; all calls together finish before a lease expires. */
const maxLookedAt = 2;
