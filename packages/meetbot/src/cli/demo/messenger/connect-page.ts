import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import { graphAt } from "../../../channels/messenger/graph/graph.ts";
import { messenger } from "../../../channels/messenger/messenger.ts";
import { type PageConnection, toConnection } from "../../../channels/messenger/page.ts";
import { connectLink, linkOn, publishProfile } from "../../../operations/channels/connect-link.ts";
import {
  explainProblem,
  explainRefusal,
} from "../../../operations/channels/messenger/explain-problem.ts";
import type { ChannelLinks } from "../../../store/channel-links/channel-links.ts";

/** The demo's page id is the same at each start, so that a page left by an earlier demo can be recognized. */
export const demoPageId = "100200300400500";

/**
 * Connects the simulated page as `meetbot channel messenger connect --profile` connects a real one. Throws a {@link
 * CommandError} if the simulated Meta refuses, which is a bug in Meetbot.
 */
export async function connectPage(
  links: ChannelLinks,
  bot: Bot,
  connection: PageConnection,
  graphUrl: string,
): Promise<void> {
  const parts = { channel: messenger, links, api: graphAt(graphUrl) };
  const page = toConnection(connection);
  const connecting = await connectLink(bot.id, page, parts);
  const { outcome } = connecting;
  if (connecting.outcome === "refused") {
    throw new CommandError(explainProblem(connecting.check.problem));
  }
  if (outcome !== "connected") throw new Error(`The demo's page is not connected: ${outcome}.`);
  const shown = await publishProfile(bot, page, parts);
  if (!shown.ok) throw new CommandError(explainRefusal("profile", shown));
}

/**
 * Disconnects the page that an earlier demo left: its messages would go to Meta, which has no such page. A page that
 * the operator connected stays, and prevents the demo from connecting its own.
 */
export async function leavePage(links: ChannelLinks, botId: string): Promise<void> {
  const on = linkOn(messenger, botId);
  if ((await links.find(on))?.externalId === demoPageId) await links.disconnect(on);
}

/**
 * Keeps the demo off a bot that is connected to a real page: throws a {@link CommandError} that says what to do then.
 */
export async function refuseOtherPage(links: ChannelLinks, botId: string): Promise<void> {
  const connected = await links.find(linkOn(messenger, botId));
  if (!connected || connected.externalId === demoPageId) return;
  throw new CommandError(
    `The demo's bot speaks through the page ${connected.externalId}, and has no room for a simulated one. Disconnect it first (meetbot channel messenger disconnect --bot ${botId}), or give the demo a folder of its own: --data <folder>.`,
  );
}
