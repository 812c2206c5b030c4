import type { Context } from "hono";

/** Returns this server's public base URL, without a trailing slash. */
export function publicBase(
  c: Context,
  { publicUrl, ownOrigins }: { publicUrl: string | null; ownOrigins: readonly string[] },
): string {
  return (publicUrl ?? ownOrigins[0] ?? new URL(c.req.url).origin).replace(/\/$/, "");
}
