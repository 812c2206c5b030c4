/** Whether a host is in the list; an entry that begins with `*.` matches all subdomains. */
export function isHostAmong(hostname: string, hosts: readonly string[]): boolean {
  return hosts.some((host) =>
    host.startsWith("*.") ? hostname.endsWith(host.slice(1)) : hostname === host,
  );
}
