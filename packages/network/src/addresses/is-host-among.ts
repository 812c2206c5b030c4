/** Whether a host is one of these; `*.` before one stands for whatever is below it. */
export function isHostAmong(hostname: string, hosts: readonly string[]): boolean {
  return hosts.some((host) =>
    host.startsWith("*.") ? hostname.endsWith(host.slice(1)) : hostname === host,
  );
}
