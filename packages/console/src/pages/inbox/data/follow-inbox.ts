import { request } from "../../../api/api.ts";
import { ApiProblem } from "../../../api/api-problem.ts";
import { readEvents } from "../../../api/read-events.ts";

/** A hint from the server that something in a bot's inbox changed, without the change itself. */
export type InboxHint =
  | { kind: "begun" }
  | { kind: "change"; conversationId: string }
  | { kind: "labels" }
  | { kind: "counts" };

/** It waits longer each time the line breaks, up to this. */
const pauseMs = { first: 1_000, longest: 60_000 };
/** A connection that lasted this long counts as good. */
const goodAfterMs = 30_000;

/** Follows a bot's inbox until the signal aborts, or until the operator loses access. */
export async function followInbox(
  botId: string,
  tell: (hint: InboxHint) => void,
  signal: AbortSignal,
): Promise<void> {
  let pause = pauseMs.first;
  while (!signal.aborted) {
    const begunAt = Date.now();
    try {
      await readHints(botId, tell, signal);
    } catch (problem) {
      if (signal.aborted || isRefused(problem)) return;
    }
    if (Date.now() - begunAt > goodAfterMs) pause = pauseMs.first;
    await sleep(pause, signal);
    pause = Math.min(2 * pause, pauseMs.longest);
  }
}

async function readHints(botId: string, tell: (hint: InboxHint) => void, signal: AbortSignal) {
  const path = { bot_id: botId };
  const response = await request("GET /bots/{bot_id}/inbox/events", { path }, { signal });
  let isBegun = false;
  for await (const { event, data } of readEvents(response)) {
    if (event === "counts") tell({ kind: isBegun ? "counts" : "begun" });
    if (event === "labels") tell({ kind: "labels" });
    if (event === "change") {
      const { conversation_id: conversationId } = JSON.parse(data) as { conversation_id: string };
      tell({ kind: "change", conversationId });
    }
    isBegun = true;
  }
}

/** The session is over, or the role. */
const isRefused = (problem: unknown) =>
  problem instanceof ApiProblem && [401, 403, 404].includes(problem.status);

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end);
  });
}
