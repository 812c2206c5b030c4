import { LRUCache } from "lru-cache";
import type { BreakerChange } from "./breaker.ts";
import { createCircuit, type EndpointRuntime } from "./endpoint-runtime.ts";

/** The maximum of endpoints in memory; the least recently used are dropped first. */
const maxCircuits = 10_000;

/** A bot's endpoint: the bot and the URL. */
export interface EndpointRef {
  botId: string;
  url: string;
}

/** The circuits of one node: one for each bot and endpoint, so that no shop waits for another. */
export interface EndpointRuntimes {
  of(endpoint: EndpointRef): EndpointRuntime;
  /** How many endpoints are spared at this moment. */
  countOpen(): number;
}

export function createEndpointRuntimes(
  onChange: (endpoint: EndpointRef, change: BreakerChange) => void,
): EndpointRuntimes {
  const circuits = new LRUCache<string, EndpointRuntime>({ max: maxCircuits });
  return {
    of(endpoint) {
      const key = `${endpoint.botId} ${endpoint.url}`;
      const known = circuits.get(key);
      if (known) return known;
      const circuit = createCircuit(Date.now, (change) => onChange(endpoint, change));
      circuits.set(key, circuit);
      return circuit;
    },
    countOpen: () => [...circuits.values()].filter(({ breaker }) => breaker.isOpen()).length,
  };
}
