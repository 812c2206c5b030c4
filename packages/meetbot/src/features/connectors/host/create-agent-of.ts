import { connectorNameOf } from "@meetbot/admin-api/settings/connector-endpoint.ts";
import type { OpenConnection, Trouble } from "@meetbot/model/connector/connection.ts";
import type { HttpAnswer } from "@meetbot/network/exchange/http-call.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { ConnectorHostError } from "./connector-error.ts";
import type { ConnectorHost } from "./connector-host.ts";
import type { RawAnswer } from "./messages.ts";
import { problemInLog } from "./problem-in-log.ts";

/** What querying connectors requires. */
export interface AgentOfDeps {
  /** The HTTP agent for shop webhooks. */
  http: MerchantAgent;
  host: Pick<ConnectorHost, "ask">;
  /** A bot's connection and signing secrets as they are at this moment; `null`: it has none. */
  reach(botId: string): Promise<(OpenConnection & { signingSecrets: readonly string[] }) | null>;
  /**
   * Receives whether the platform answered; not called if the platform was not queried (a cached answer or an earlier
   * refusal).
   */
  onTrouble(asked: { botId: string; version: string }, trouble: Trouble | null): void;
}

/**
 * Returns a function that creates a bot's agent for shop requests: on this node, the bot's connector answers a
 * `connector:` endpoint; all other endpoints use HTTP. Both receive the same signed bytes.
 */
export function createAgentOf({ http, host, reach, onTrouble }: AgentOfDeps) {
  return (botId: string): MerchantAgent => ({
    ...http,
    async post(url, post) {
      const name = connectorNameOf(url);
      if (name === null) return http.post(url, post);
      const connection = await reach(botId);
      // The endpoint changed while the query was on its way.
      if (connection?.name !== name) throw new ConnectorHostError("MEETBOT_CONNECTOR_UNKNOWN");
      const { version, config, signingSecrets: secrets } = connection;
      const { method = "POST", headers, body } = post;
      const request = { method, headers, body: method === "POST" ? body : null };
      const signal = AbortSignal.any([...post.signals]);
      const answer = await host.ask({ botId, name, version, config, secrets, request }, signal);
      if (answer.isFromPlatform || answer.trouble) onTrouble({ botId, version }, answer.trouble);
      return toHttpAnswer(answer, post.limitBytes);
    },
  });
}

function toHttpAnswer(
  { statusCode, headers, body, trouble }: RawAnswer,
  limitBytes: (head: Pick<HttpAnswer, "statusCode" | "headers">) => number,
): HttpAnswer {
  const room = limitBytes({ statusCode, headers });
  return {
    ...{ statusCode, headers },
    body: Buffer.from(body).subarray(0, room),
    fault: body.length > room ? { kind: "too_large" } : null,
    ...(trouble && { why: { text: problemInLog(trouble.problem, trouble.detail), trouble } }),
  };
}
