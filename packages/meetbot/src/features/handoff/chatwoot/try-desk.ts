import type { BridgeSecrets } from "@meetbot/model/bridge/bridge.ts";
import type { BridgeMeans, DeskOutcome } from "../form/bridge.ts";
import { callDesk, fieldsOf } from "./call-desk.ts";

/**
 * Checks whether the token's user can see the inbox, and whether the inbox is set up to notify Meetbot. Leaves nothing
 * behind. If the token is not an administrator's, only the first signature shows whether the secret is right.
 */
export async function tryDesk(secrets: BridgeSecrets, means: BridgeMeans): Promise<DeskOutcome> {
  const path = `/api/v1/accounts/${secrets.account}/inboxes`;
  const listed = await callDesk({ path, withToken: true }, secrets, means);
  if (listed.kind !== "done") return listed.outcome;
  const { payload } = fieldsOf(listed.json);
  const inbox = (Array.isArray(payload) ? payload : [])
    .map(fieldsOf)
    .find((one) => one.inbox_identifier === secrets.inbox);
  const problem = problemOf(inbox, secrets);
  return problem === null ? { kind: "done" } : { kind: "failed", httpStatus: 200, problem };
}

function problemOf(
  inbox: Record<string, unknown> | undefined,
  { identity, secret }: BridgeSecrets,
): string | null {
  if (!inbox) {
    return "the access token's person sees no API inbox with this identifier: copy it again, or make them an agent of the inbox";
  }
  if (typeof inbox.webhook_url !== "string" || inbox.webhook_url === "") {
    return "the inbox has no webhook URL: enter there the address that Meetbot showed, or nobody's answer arrives";
  }
  // Shown only to administrators.
  if (typeof inbox.secret === "string" && inbox.secret !== secret) {
    return "the inbox signs with another secret: copy it again, or nobody's answer is believed";
  }
  if (inbox.hmac_mandatory === true && identity === undefined) {
    return "the inbox enforces user identity validation: give Meetbot its HMAC token too";
  }
  return null;
}
