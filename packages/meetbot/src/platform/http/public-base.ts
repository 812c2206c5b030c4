import type { Context } from "hono";

/** Where this server is reached from outside, without a slash at the end. */
export function publicBase(
  c: Context,
  { publicUrl, ownOrigins }: { publicUrl: string | null; ownOrigins: readonly string[] },
): string {
  return (publicUrl ?? ownOrigins[0] ?? new URL(c.req.url).origin).replace(/\/$/, "");
}
