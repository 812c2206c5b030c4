import type { ChannelConnection, ChannelLink, LinkFacts } from "@meetbot/model/channel-link.ts";

/** The channel's name in the database and in URLs. */
export const channelName = "messenger";

/** A Facebook Page, its app, and the secrets between Meta and us. Never logged. */
export interface PageConnection {
  pageId: string;
  /** The app that owns this webhook and token; it distinguishes our own messages from others'. */
  appId: string;
  token: string;
  appSecret: string;
  verifyToken: string;
  /** The facts that Meta returned when the page was connected. */
  facts?: LinkFacts;
}

/** Returns a page in the form of the links table. */
export function toConnection({
  pageId,
  appId,
  facts,
  ...secrets
}: PageConnection): ChannelConnection {
  return {
    ...{ channel: channelName, externalId: pageId, details: { app_id: appId }, secrets },
    ...(facts && { facts }),
  };
}

type Connected = Pick<ChannelLink, "externalId" | "details" | "secrets">;

/** Caches one page object per link, for as long as the link object is in use. */
const pages = new WeakMap<Connected, PageConnection>();

/** The page of a link. */
export function pageOf(link: Connected): PageConnection {
  const known = pages.get(link);
  if (known) return known;
  const { token = "", appSecret = "", verifyToken = "" } = link.secrets;
  const { app_id: appId = "" } = link.details;
  const page = { pageId: link.externalId, appId, token, appSecret, verifyToken };
  pages.set(link, page);
  return page;
}
