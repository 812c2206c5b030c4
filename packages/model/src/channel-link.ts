/** Identifies what a bot is linked with on a channel; a bot has at most one link per channel. */
export interface LinkRef {
  botId: string;
  channel: string;
}

/** Why all sending over a link stopped: its token or rights are gone, or the platform restricts it. */
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

/**
 * The Facebook Page or Telegram bot that a bot is linked with, and the secrets shared with the platform. Never logged.
 */
export interface ChannelConnection {
  channel: string;
  /** The platform's id. On each channel an id belongs to one bot only; otherwise two bots would answer. */
  externalId: string;
  /**
   * Further settings of the channel that may be shown, such as the id of an app; the audit log records them unchanged.
   */
  details: Readonly<Record<string, string>>;
  /** Sealed at rest. */
  secrets: Readonly<Record<string, string>>;
  /** The facts that the platform reported when the link was connected. */
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
  /** When a check with the platform last succeeded; `null` if none has yet. */
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
