/** The channels that are linked with a platform, where Meetbot sends messages through the outbox. */
export type PushChannelName = "messenger" | "telegram";
