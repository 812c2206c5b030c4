import type { z } from "@hono/zod-openapi";
import type { Overview } from "@meetbot/admin-api/contract/overview.ts";

/**
 * The series as CSV (RFC 4180): when each part begins, in UTC and by the bot's clock, and its
 * figures. Nothing in it needs quotes, and nothing can be a formula.
 */
export function toCsv({ series, time_zone: timeZone }: z.infer<typeof Overview>): string {
  const local = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "short",
  });
  const names = Object.keys(series[0] ?? {}).filter((name) => name !== "at");
  const lines = series.map((part) => {
    const values = names.map((name) => part[name as keyof typeof part] ?? "");
    return [part.at, local.format(new Date(part.at)), ...values].join(",");
  });
  return [["at", "local_time", ...names].join(","), ...lines, ""].join("\r\n");
}
