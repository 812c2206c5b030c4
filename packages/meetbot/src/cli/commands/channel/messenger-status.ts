import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { LinkState } from "@meetbot/model/channel-link.ts";
import type { Command } from "commander";
import { messenger } from "../../../channels/messenger/messenger.ts";
import { linkOn } from "../../../operations/channels/connect-link.ts";
import { noSuchBot } from "../../options/no-such-bot.ts";
import { withStore } from "../../options/storage.ts";
import { writeTable } from "../../terminal/table.ts";
import { noPage } from "./messenger-disconnect.ts";

/** `meetbot channel messenger status`: how a bot's page is doing. */
export function addStatusCommand(messenger: Command): void {
  messenger
    .command("status")
    .description("Show how a bot's page is doing, and what of its messages is not sent.")
    .requiredOption("--bot <id>", "which bot")
    .option("--json", "print one JSON object")
    .action(showStatus);
}

async function showStatus({ bot: botId, json }: { bot: string; json?: boolean }): Promise<void> {
  const { state, lastEventAt } = await withStore(async ({ bots, channels, usage }) => {
    if (!(await bots.find(botId))) throw noSuchBot(botId);
    const seen = (await usage.of(botId)).find(
      ({ kind, name }) => kind === "conversation" && name === messenger.name,
    );
    const state = await channels.links.stateOf(linkOn(messenger, botId));
    return { state, lastEventAt: seen?.seenAt ?? null };
  });
  if (!state) throw noPage(botId);
  const facts = toFacts(botId, state, lastEventAt);
  if (json) {
    printJson(facts);
    return;
  }
  print(...writeTable(facts));
  if (state.stoppedFor) print("", whyStopped[state.stoppedFor]);
}

/** The keys are a public contract. */
function toFacts(botId: string, state: LinkState, lastEventAt: Date | null) {
  const { lastFailure, stoppedFor, pausedUntil } = state;
  return {
    bot_id: botId,
    page_id: state.externalId,
    app_id: state.details.app_id,
    state: stoppedFor ? "stopped" : pausedUntil ? "paused" : "connected",
    stopped_for: stoppedFor,
    paused_until: pausedUntil?.toISOString() ?? null,
    connected_at: state.connectedAt.toISOString(),
    last_event_at: lastEventAt?.toISOString() ?? null,
    last_failure: lastFailure && {
      at: lastFailure.at.toISOString(),
      code: lastFailure.code,
      subcode: lastFailure.subcode,
      trace: lastFailure.trace,
    },
    waiting: state.waiting,
    unknown: state.unknown,
    failed: state.failed,
  };
}

const whyStopped = {
  auth: "The page's token or its rights have ended, and nothing is sent. Make a new token, and connect the page again: what waits is then sent, as far as Meta's 24 hours allow.",
  restricted:
    "Meta restricts the page, and nothing is sent. See the page's quality tab on Facebook; once the restriction is lifted, connect the page again.",
};
