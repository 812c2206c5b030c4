/** Offers whose time is over, and links; few rows at once, and what is locked is skipped. */
export const forgetLinkTexts = (batchSize: number): string[] =>
  ["link_offers", "account_links"].map(
    (table) => `
      delete from ${table} where (bot_id, conversation_id) in (
        select bot_id, conversation_id from ${table} where expires_at <= now()
        order by expires_at limit ${batchSize} for update skip locked
      ) and expires_at <= now()`,
  );
