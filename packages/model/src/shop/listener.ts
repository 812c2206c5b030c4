/** A developer's machine that currently answers a bot's queries instead of its endpoint. */
export interface Listener {
  id: string;
  /** The developer's name in the audit log. */
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

/** The response of the listener's webhook, or the code of why there is none. */
export type ListenedAnswer =
  | { status: number; headers: Record<string, string>; body: string }
  | { failed: string };
