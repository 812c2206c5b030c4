/** Which connector stands in for a bot's webhook; `null`: its endpoint is a URL. */
export function connectedBy(endpoint: string): string | null {
  const prefix = "connector:";
  return endpoint.startsWith(prefix) ? endpoint.slice(prefix.length) : null;
}
