interface Snoozed {
  snoozed_until: string | null;
  snoozed_until_reply: boolean;
}

/** Whether a conversation is snoozed now. One with a wake-up time returns then, whatever else it waited for. */
export const isSnoozed = ({ snoozed_until, snoozed_until_reply }: Snoozed, now: number): boolean =>
  snoozed_until === null ? snoozed_until_reply : new Date(snoozed_until).getTime() > now;
