/** What a bot is connected with on a channel: a bot has one such link at most on each. */
export interface LinkRef {
  botId: string;
  channel: string;
}

/** What ends all sending over a link: its token or rights are gone, or the platform restricts it. */
export type LinkStop = "auth" | "restricted";

/** A platform's error for a failed call: what its support needs to know, without customer data. */
export interface PlatformFailure {
  code: number | null;
  subcode: number | null;
  trace: string | null;
}

/** What a platform returns about its page or bot, and about the token. */
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
  /**
   * Further settings of the channel that may be shown, such as the id of an app; the audit log records them unchanged.
   */
  details: Readonly<Record<string, string>>;
  /** Sealed at rest. */
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
  /** Until when the platform accepts no further messages. */
  pausedUntil: Date | null;
  stoppedFor: LinkStop | null;
  lastFailure: (PlatformFailure & { at: Date }) | null;
  name: string | null;
  tokenEndsAt: Date | null;
  /** When the platform was last asked, and all was in order; `null`: not yet. */
  checkedAt: Date | null;
  profilePublishedAt: Date | null;
  /** Conversations whose messaging window is open, and those whose window has closed. */
  openWindows: number;
  closedWindows: number;
  /** Outbound messages that are not sent yet, that may have arrived, and that were given up. */
  waiting: number;
  unknown: number;
  failed: number;
}
