/** The channels linked with a platform, to which Meetbot sends messages through the outbox. */
export type PushChannelName = "messenger" | "telegram";
