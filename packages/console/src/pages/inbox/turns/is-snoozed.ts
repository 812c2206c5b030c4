interface Snoozed {
  snoozed_until: string | null;
  snoozed_until_reply: boolean;
}

/** It is put off right now. One that was to come back at a moment does so then, whatever else it waited for. */
export const isSnoozed = ({ snoozed_until, snoozed_until_reply }: Snoozed, now: number): boolean =>
  snoozed_until === null ? snoozed_until_reply : new Date(snoozed_until).getTime() > now;
