/**
 * An operator's rights on one bot. Owner: everything. Editor: everything except keys, people and deleting. Viewer: read
 * only. Agent: answers the bot's customers and sees nothing else of the bot.
 */
export const roles = [
  // Each of these includes all rights of the next.
  "owner",
  "editor",
  "viewer",
  // Beside them.
  "agent",
] as const;
export type Role = (typeof roles)[number];
/** The roles that are more than each other, or less. */
export type Rank = Exclude<Role, "agent">;

/** An account that signs in to the console. An administrator is owner of every bot, and invites. */
export interface Operator {
  id: string;
  name: string;
  email: string;
  administrator: boolean;
}

/** The names by which operators and customers know an operator. */
export interface OperatorNames {
  name: string;
  /** The name that customers see, as chosen by the operator; `null` if none was chosen. */
  publicName: string | null;
}

/** An operator with a role on a bot. */
export interface Member extends Operator {
  role: Role;
}

/** An operator as administrators see them. */
export interface ListedOperator extends Operator {
  createdAt: Date;
  /** When they last signed in; `null`: never. */
  signedInAt: Date | null;
  roles: { botId: string; role: Role }[];
}

/**
 * The author of a change to operators; without an id, one that may do everything: the command line,
 * MEETBOT_ADMIN_TOKEN.
 */
export interface Author {
  operatorId: string | null;
  /** As the audit log names it. */
  actor: string;
}

/**
 * What a one-time link does: `first` creates the first operator, `invitation` creates another one (or gives a role to
 * an existing one), `sign_in` signs in an existing one.
 */
export type OneTimeLinkKind = "first" | "invitation" | "sign_in";

/** A one-time link, without its token. */
export interface OneTimeLink {
  id: string;
  kind: OneTimeLinkKind;
  /** The invited email; `null` when the person who opens the first link enters it. */
  email: string | null;
  operatorId: string | null;
  administrator: boolean;
  /** The bot that the link grants access to, and the role on it. */
  botId: string | null;
  role: Role | null;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
}

/** An operator's session: one browser, identified by its cookie. */
export interface OperatorSession {
  id: string;
  /** The browser's user agent; empty if it sent none. */
  userAgent: string;
  createdAt: Date;
  /** To some minutes. */
  lastUsedAt: Date;
}

/** An operator's passkey, without its key. */
export interface OperatorPasskey {
  id: string;
  name: string;
  /** Whether several devices share the passkey, such as all phones of one person. */
  isSynced: boolean;
  createdAt: Date | null;
}

/** The permissions of an API token. Each area of the admin API has a read and a write scope. */
export const scopes = [
  "bots:read",
  "bots:write",
  "webhook:read",
  "webhook:write",
  // Allows only answering a bot's queries instead of its endpoint.
  "webhook:listen",
  "keys:read",
  "keys:write",
  "deliveries:read",
  "deliveries:write",
  "conversations:read",
  "conversations:write",
  "inbox:read",
  "inbox:write",
  "overview:read",
  "overview:write",
  "people:read",
  "people:write",
] as const;
export type Scope = (typeof scopes)[number];

/** All that an agent's tokens may be allowed; `bots:read` lists the bots, and opens no settings. */
export const agentScopes = [
  "bots:read",
  "conversations:read",
  "inbox:read",
  "inbox:write",
] as const satisfies readonly Scope[];

/** An admin API token, without its value. It can do no more than its operator. */
export interface ApiToken {
  id: string;
  operatorId: string;
  name: string;
  scopes: Scope[];
  /** The only bot that the token can access; `null` for all of its operator's bots. */
  botId: string | null;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
}

/** The audited events about operators. */
export type OperatorAction =
  | "signed_in"
  | "sign_in_failed"
  | "signed_out"
  | "bot_deleted"
  | "bot_moved_away"
  | "bot_moved_here"
  | "operator_created"
  | "provider_linked"
  | "operator_removed"
  | "name_changed"
  | "public_name_changed"
  | "link_created"
  | "link_revoked"
  | "role_changed"
  | "password_changed"
  | "passkey_added"
  | "passkey_renamed"
  | "passkey_removed"
  | "sessions_revoked"
  | "token_created"
  | "token_revoked"
  | "push_device_added"
  | "push_device_removed"
  | "backup_made"
  | "backup_restored";

export interface OperatorAuditEntry {
  /** Grows with each entry. */
  entry: string;
  at: Date;
  actor: string;
  action: OperatorAction;
  detail: Record<string, unknown>;
}
