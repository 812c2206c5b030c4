/** The fields of a page that an app may subscribe to; only those related to messages. */
export const subscribableFields = new Set([
  "messages",
  "messaging_postbacks",
  "messaging_optins",
  "messaging_referrals",
  "messaging_handovers",
  "messaging_policy_enforcement",
  "messaging_account_linking",
  "messaging_feedback",
  "message_deliveries",
  "message_reads",
  "message_echoes",
  "message_reactions",
  "message_edits",
  "message_template_status_update",
  "standby",
  "feed",
]);
