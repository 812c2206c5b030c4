/** What an operator may do with one bot: an owner everything, an editor all but keys, people and deleting, a viewer look. */
export type Role = "owner" | "editor" | "viewer";

/** Somebody who signs in to the console. An administrator is owner of every bot, and invites. */
export interface Operator {
  id: string;
  name: string;
  email: string;
  administrator: boolean;
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

/** Who changes people; without an id it is whoever may do everything: the command line, MEETBOT_ADMIN_TOKEN. */
export interface Author {
  operatorId: string | null;
  /** As the audit log names it. */
  actor: string;
}

/**
 * What a one-time link does: `first` makes the first operator, `invitation` another one (or gives a
 * role to one who is known), `sign_in` lets one who is known in.
 */
export type OneTimeLinkKind = "first" | "invitation" | "sign_in";

/** A one-time link, without its token. */
export interface OneTimeLink {
  id: string;
  kind: OneTimeLinkKind;
  /** For whom; `null`: whoever opens the first one says so. */
  email: string | null;
  operatorId: string | null;
  administrator: boolean;
  /** The bot and the role on it that it gives. */
  botId: string | null;
  role: Role | null;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
}

/** Where an operator is signed in: one browser, by its cookie. */
export interface OperatorSession {
  id: string;
  /** What the browser says it is; empty: nothing. */
  userAgent: string;
  createdAt: Date;
  /** To some minutes. */
  lastUsedAt: Date;
}

/** A passkey of an operator, without its key. */
export interface OperatorPasskey {
  id: string;
  name: string;
  /** It is kept by more than one device, such as all phones of one person. */
  isSynced: boolean;
  createdAt: Date | null;
}

/** What an API token may do. Each area of the admin API can be read and written. */
export type Scope = `${ScopeArea}:${"read" | "write"}`;
export type ScopeArea =
  | "bots"
  | "webhook"
  | "keys"
  | "deliveries"
  | "conversations"
  | "overview"
  | "people";

/** A token of the admin API, without itself. It can do no more than its operator. */
export interface ApiToken {
  id: string;
  operatorId: string;
  name: string;
  scopes: Scope[];
  /** The only bot it is for; `null`: all of its operator's. */
  botId: string | null;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
}

/** What is recorded of operators. */
export type OperatorAction =
  | "signed_in"
  | "sign_in_failed"
  | "signed_out"
  | "bot_deleted"
  | "operator_created"
  | "operator_removed"
  | "name_changed"
  | "link_created"
  | "link_revoked"
  | "role_changed"
  | "password_changed"
  | "passkey_added"
  | "passkey_renamed"
  | "passkey_removed"
  | "sessions_revoked"
  | "token_created"
  | "token_revoked";

export interface OperatorAuditEntry {
  /** Grows with each entry. */
  entry: string;
  at: Date;
  actor: string;
  action: OperatorAction;
  detail: Record<string, unknown>;
}
