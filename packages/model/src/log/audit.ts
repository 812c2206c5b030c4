/** The recorded changes to a bot, which operators can look up later. */
export type AuditAction =
  | "bot_created"
  | "secret_rotated"
  | "secret_promoted"
  | "secret_revoked"
  | "endpoint_changed"
  | "policy_changed"
  | "settings_changed"
  | "endpoint_tested"
  | "conformance_started"
  | "conformance_tested"
  | "run_revealed"
  | "query_sent"
  | "delivery_revealed"
  | "delivery_replayed"
  | "deliveries_exported"
  | "conversation_revealed"
  | "conversation_exported"
  | "conversations_searched"
  | "message_redacted"
  | "picture_viewed"
  | "conversation_deleted"
  | "conversation_taken"
  | "conversation_returned"
  | "conversation_closed"
  | "conversation_reopened"
  | "message_sent"
  | "conversation_assigned"
  | "conversation_snoozed"
  | "note_written"
  | "note_deleted"
  | "notes_revealed"
  | "label_created"
  | "label_changed"
  | "label_deleted"
  | "card_sent"
  | "order_looked_up"
  | "draft_revealed"
  | "canned_reply_written"
  | "canned_reply_deleted"
  | "transcript_mailed"
  | "invitation_created"
  | "invitation_revoked"
  | "role_changed"
  | "page_connected"
  | "page_disconnected"
  | "page_stopped"
  | "profile_published"
  | "templates_published"
  | "template_deleted"
  | "messages_retried"
  | "answers_changed"
  | "alert_added"
  | "alert_changed"
  | "alert_removed"
  | "alert_tested"
  | "bridge_set"
  | "bridge_changed"
  | "bridge_removed"
  | "bridge_tested"
  | "carrier_connected"
  | "carrier_disconnected"
  | "listening_started"
  | "listening_ended"
  | "shop_connected"
  | "connection_replaced"
  | "connection_checked"
  | "shop_disconnected"
  | "sample_revealed"
  | "push_tested"
  | "subscription_ended";

/** A change to a bot: actor, action and time. Fingerprints stand for secrets. */
export interface AuditEntry {
  at: Date;
  actor: string;
  action: AuditAction;
  detail: Record<string, unknown>;
}

/** A change with its place in the bot's list. */
export interface NumberedAuditEntry extends AuditEntry {
  /** Grows with each change. */
  entry: string;
}
