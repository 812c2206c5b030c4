import { useEffect, useRef, useState } from "react";
import { api, request } from "../../api/api.ts";
import { readEvents } from "../../api/read-events.ts";
import type { DeliveryFilter } from "./delivery-search.ts";
import { type DeliveryRow, pageSize, toQuery } from "./use-deliveries.ts";

export type LiveState = "off" | "connecting" | "live" | "lost";

/** Waits longer each time the line breaks, up to this. */
const maxWaitMs = 15_000;

/**
 * Follows matching deliveries while on. Rows that arrive between the list and the stream are fetched once the stream is
 * open, so that none are missed; `onRows` may get one twice.
 */
export function useLive(
  botId: string,
  filter: DeliveryFilter,
  isOn: boolean,
  onRows: (rows: DeliveryRow[]) => void,
): LiveState {
  const [state, setState] = useState<LiveState>("off");
  const tell = useRef(onRows);
  tell.current = onRows;
  const key = JSON.stringify(filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what the filter is.
  useEffect(() => {
    if (!isOn) {
      setState("off");
      return;
    }
    const end = new AbortController();
    const path = { bot_id: botId };
    const { from, to, ...query } = toQuery(filter, Date.now());
    const follow = async () => {
      const input = { path, query };
      const response = await request("GET /bots/{bot_id}/deliveries/live", input, end);
      for await (const { event, data } of readEvents(response)) {
        if (event === "ready") {
          const now = { path, query: { ...query, limit: pageSize } };
          tell.current((await api("GET /bots/{bot_id}/deliveries", now, end)).data);
          setState("live");
        } else if (event === "delivery") tell.current([JSON.parse(data) as DeliveryRow]);
      }
    };
    const keepFollowing = async () => {
      for (let waitMs = 1_000; !end.signal.aborted; waitMs = Math.min(2 * waitMs, maxWaitMs)) {
        await follow().catch(() => {});
        if (end.signal.aborted) return;
        setState("lost");
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    };
    setState("connecting");
    void keepFollowing();
    return () => end.abort();
  }, [botId, key, isOn]);
  return state;
}
