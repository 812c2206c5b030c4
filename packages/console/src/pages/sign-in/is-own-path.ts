/** Checks that a link from the URL points to one of the console's own pages. */
export function isOwnPath(next: string | undefined): next is string {
  return next !== undefined && /^\/(?!\/)/.test(next);
}
