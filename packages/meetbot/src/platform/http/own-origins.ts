/**
 * Returns the origins of this server's own pages: the public one or, if none is configured, those of the listening
 * address and of this machine.
 */
export function findOwnOrigins(publicUrl: string | null, host: string, port: number): string[] {
  if (publicUrl) return [new URL(publicUrl).origin];
  const names = new Set([host, "127.0.0.1", "localhost", "::1"]);
  return [...names].map((name) => `http://${name.includes(":") ? `[${name}]` : name}:${port}`);
}
