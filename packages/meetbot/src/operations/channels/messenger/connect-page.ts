import type { Graph, GraphAnswer } from "../../../channels/messenger/graph/graph.ts";
import {
  checkPage,
  type PageCheck,
  unsubscribe,
} from "../../../channels/messenger/page/check-page.ts";
import { setProfile } from "../../../channels/messenger/page/profile.ts";
import type { Bot } from "../../../model/bot/bot.ts";
import type { ConnectedPage, PageConnection } from "../../../model/channel-fact.ts";
import type { ChannelLinks } from "../../../store/channel-links/channel-links.ts";

/** Whatever is done with pages at Meta's side and here: for the command line and the console alike. */
export interface PageParts {
  pages: ChannelLinks;
  graph: Graph;
}

/** What an operator gives to connect a page. */
export type GivenPage = Pick<PageConnection, "pageId" | "token" | "appSecret" | "verifyToken">;

/** How connecting came out; only `connected` kept anything. */
export type Connecting =
  | { outcome: "connected" | "no_such_bot" | "page_taken"; check: Extract<PageCheck, { ok: true }> }
  | { outcome: "refused"; check: Extract<PageCheck, { ok: false }> };

/** Lets a page speak through a bot, once all is well at Meta's side. */
export async function connectPage(
  botId: string,
  given: GivenPage,
  { pages, graph }: PageParts,
): Promise<Connecting> {
  const check = await checkPage(given, graph, { subscribes: true });
  if (!check.ok) return { outcome: "refused", check };
  const { appId, name, tokenEndsAt } = check;
  const outcome = await pages.connect(botId, { ...given, appId, facts: { name, tokenEndsAt } });
  return { outcome, check };
}

/** Asks Meta about a page that is connected; `subscribes`: and to send its events again. */
export async function checkConnected(
  botId: string,
  page: ConnectedPage,
  { pages, graph, subscribes }: PageParts & { subscribes: boolean },
): Promise<PageCheck> {
  const check = await checkPage(page, graph, { subscribes });
  if (check.ok) await pages.noteChecked(botId, page.connectedAt, check);
  return check;
}

/** The page speaks through its bot no more, and its secrets are deleted; `null`: none was connected. */
export async function disconnectPage(
  botId: string,
  { pages, graph }: PageParts,
): Promise<{ page: ConnectedPage; ended: GraphAnswer } | null> {
  const page = await pages.disconnect(botId);
  return page && { page, ended: await unsubscribe(page, graph) };
}

/** Shows the bot's greeting, Get Started, first questions and menu on its page. */
export async function publishProfile(
  bot: Bot,
  page: GivenPage,
  { pages, graph }: PageParts,
): Promise<GraphAnswer> {
  const answer = await setProfile(bot, page, graph);
  if (answer.ok) await pages.notePublished(bot.id);
  return answer;
}
