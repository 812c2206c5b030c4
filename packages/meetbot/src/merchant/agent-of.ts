import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";

/**
 * Returns the agent for requests to a bot's shop: over HTTP to its webhook, or to the connector that replaces one; with
 * a listener's id, to the developer's machine that answers instead.
 */
export type AgentOf = (botId: string, listenerId?: string | null) => MerchantAgent;
