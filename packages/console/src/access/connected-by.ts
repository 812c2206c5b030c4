/** Returns the connector that replaces a bot's webhook, or `null` if the bot's endpoint is a URL. */
export function connectedBy(endpoint: string): string | null {
  const prefix = "connector:";
  return endpoint.startsWith(prefix) ? endpoint.slice(prefix.length) : null;
}
