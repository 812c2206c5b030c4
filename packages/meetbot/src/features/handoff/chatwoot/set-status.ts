import type { BridgeSecrets, DeskPlace } from "@meetbot/model/bridge/bridge.ts";
import type { BridgeMeans, DeskOutcome } from "../form/bridge.ts";
import { callDesk, fieldsOf } from "./call-desk.ts";
import { isHere } from "./place.ts";
import { elsewhere } from "./write.ts";

type DeskStatus = "open" | "pending" | "resolved";

/**
 * Sets a conversation's status in Chatwoot. Reads the status first: setting `open` again as an agent assigns the
 * conversation to that agent, and what the desk's people resolved stays resolved while the bot answers.
 */
export async function setStatus(
  place: DeskPlace,
  wanted: DeskStatus,
  secrets: BridgeSecrets,
  means: BridgeMeans,
): Promise<DeskOutcome> {
  if (!isHere(place, secrets)) return elsewhere;
  const path = `/api/v1/accounts/${place.account}/conversations/${place.conversation}`;
  const shown = await callDesk({ path, withToken: true }, secrets, means);
  if (shown.kind !== "done") return shown.outcome;
  const { status } = fieldsOf(shown.json);
  const stays = status === wanted || (wanted === "pending" && status === "resolved");
  if (stays) return { kind: "done" };
  const set = await callDesk(
    { path: `${path}/toggle_status`, body: { status: wanted }, withToken: true },
    secrets,
    means,
  );
  return set.kind === "done" ? { kind: "done" } : set.outcome;
}
