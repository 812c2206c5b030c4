/** What a bot is connected with on a channel: a bot has one such link at most on each. */
export interface LinkRef {
  botId: string;
  channel: string;
}

/** What ends all sending over a link: its token or rights are gone, or the platform restricts it. */
export type LinkStop = "auth" | "restricted";

/** What a platform said when a call failed: what its support asks for, nothing of customers'. */
export interface PlatformFailure {
  code: number | null;
  subcode: number | null;
  trace: string | null;
}

/** What a platform says of a page or bot of its own, and of the token. */
export interface LinkFacts {
  name: string;
  /** `null`: the token does not end. */
  tokenEndsAt: Date | null;
}

/** What a bot is connected with: a Facebook Page, a Telegram bot; and the secrets between the platform and us. Never logged. */
export interface ChannelConnection {
  channel: string;
  /** By which the platform knows it. On each channel one such id belongs to one bot: two would answer twice. */
  externalId: string;
  /** What else the channel has to know and may be shown, such as the id of an app; the audit names it as it stands. */
  details: Readonly<Record<string, string>>;
  /** Sealed where they are stored. */
  secrets: Readonly<Record<string, string>>;
  /** As the platform told them when it was connected. */
  facts?: LinkFacts;
}

/** A live connection and its start; reports about an earlier connection no longer count. */
export interface ChannelLink extends ChannelConnection {
  connectedAt: Date;
}

/** How a link is doing. */
export interface LinkState {
  externalId: string;
  details: Readonly<Record<string, string>>;
  connectedAt: Date;
  /** The platform takes nothing more until then. */
  pausedUntil: Date | null;
  stoppedFor: LinkStop | null;
  lastFailure: (PlatformFailure & { at: Date }) | null;
  name: string | null;
  tokenEndsAt: Date | null;
  /** When the platform was last asked, and all was in order; `null`: not yet. */
  checkedAt: Date | null;
  profilePublishedAt: Date | null;
  /** Conversations in which something may be said, and those whose window is over. */
  openWindows: number;
  closedWindows: number;
  /** Outbound messages that are not sent yet; those that may have arrived; those given up. */
  waiting: number;
  unknown: number;
  failed: number;
}
