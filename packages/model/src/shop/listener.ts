/** A developer's machine that answers a bot's queries instead of its endpoint, at this moment. */
export interface Listener {
  id: string;
  /** Whose it is, as the audit log names them. */
  actor: string;
  since: Date;
}

/** A query in the hands of a listener. */
export interface ListenedRef {
  botId: string;
  listenerId: string;
  queryId: string;
}

/** The signed request as the endpoint would get it. */
export interface ListenedRequest {
  headers: Record<string, string>;
  /** Base64. */
  body: string;
}

/** What the listener's webhook answered, or the code of why it did not. */
export type ListenedAnswer =
  | { status: number; headers: Record<string, string>; body: string }
  | { failed: string };
