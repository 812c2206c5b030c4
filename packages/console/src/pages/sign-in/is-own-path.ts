/** A link in an address may lead to the console's own pages only. */
export function isOwnPath(next: string | undefined): next is string {
  return next !== undefined && /^\/(?!\/)/.test(next);
}
