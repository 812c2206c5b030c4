import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import { formatTimeLeft } from "./format-time-left.ts";
import { keysQuery } from "./keys-data.ts";

/** Shows how long a previous secret stays valid. Fetches the list again when it expires. */
export function Countdown({ botId, endsAt }: { botId: string; endsAt: string }) {
  const words = useWords("keys.main");
  const formats = useFormats();
  const leftMs = useLeft(botId, endsAt);
  const queries = useQueryClient();
  const isOver = leftMs <= 0;
  useEffect(() => {
    if (isOver) void queries.invalidateQueries(keysQuery(botId));
  }, [isOver, queries, botId]);
  return (
    <span className="countdown" title={formats.dateTime(endsAt)}>
      {words.validFor({ left: formatTimeLeft(leftMs, words.span) })}
    </span>
  );
}

/** Returns the time left until a moment, by the server's clock, because the browser's may be wrong. */
export function useLeft(botId: string, endsAt: string): number {
  const { data, dataUpdatedAt } = useQuery(keysQuery(botId));
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(ticking);
  }, []);
  const aheadMs = data ? Date.parse(data.now) - dataUpdatedAt : 0;
  return Date.parse(endsAt) - (Math.max(now, dataUpdatedAt) + aheadMs);
}
