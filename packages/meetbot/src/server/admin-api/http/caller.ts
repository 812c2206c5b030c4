import type { Operator, Scope } from "@meetbot/model/operator.ts";

/** Who calls the admin API. */
export interface ApiCaller {
  /** `null` when the caller uses MEETBOT_ADMIN_TOKEN. */
  operator: Operator | null;
  administrator: boolean;
  via: "session" | "api_token" | "admin_token";
  /** The session's id; `null`: a token calls. */
  sessionId: string | null;
  /** The scopes of the caller; `null` for all rights of the operator. */
  scopes: readonly Scope[] | null;
  /** The only bot it may touch; `null`: all that the operator may. */
  onlyBot: string | null;
  /** When the operator last proved who they are (Unix milliseconds); tokens are proof by themselves. */
  provedAt: number;
  /** Whether the operator signed in through their company's identity provider. */
  byProvider: boolean;
  /** Whether the session proves less than this operator must prove; such a session may do next to nothing. */
  lacksSecondFactor: boolean;
  /** As the audit log names it. */
  actor: string;
}
