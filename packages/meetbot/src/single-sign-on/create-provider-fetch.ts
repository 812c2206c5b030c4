import { type AllowList, parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { createEndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { readTarget } from "@meetbot/network/addresses/read-target.ts";
import {
  createMerchantAgent,
  type MerchantAgent,
} from "@meetbot/network/exchange/merchant-agent.ts";
import type { CustomFetch } from "openid-client";
import { ProviderUnreachableError } from "./provider-unreachable-error.ts";

/** Metadata and keys of large providers have 30 KiB. */
const maxBodyBytes = 256 * 1024;
/** Short, because a person is waiting in front of a blank page. */
const answersWithinMs = 5_000;

export interface ProviderWayOptions {
  issuer: string;
  /** `MEETBOT_OUTBOUND_ALLOW`. */
  allow: () => AllowList;
  /** The port that Meetbot itself listens on. */
  ownPort: number;
  /** Has each call counted. */
  watch(agent: MerchantAgent): MerchantAgent;
}

/**
 * Creates the fetch for a company's identity provider. A person who sets the environment controls the machine, so the
 * issuer's own host may be in a private network. All other URLs that the provider names are checked like a webhook.
 */
export function createProviderFetch({ issuer, allow, ownPort, watch }: ProviderWayOptions): {
  fetch: CustomFetch;
  close(): Promise<void>;
} {
  const target = readTarget(issuer);
  const own = typeof target === "string" ? [] : [hostAndPort(target)];
  const issuers = parseAllowList(own);
  const guard = createEndpointGuard({ allow: () => either(issuers, allow()), ownPort });
  const agent = watch(createMerchantAgent(guard));
  return {
    async fetch(url, { method, headers, body, signal }) {
      const timeout = AbortSignal.timeout(answersWithinMs);
      const asked = agent.post(url, {
        method: method === "GET" ? "GET" : undefined,
        headers: { ...headers, "accept-encoding": "identity" },
        body: Buffer.from(body == null ? "" : String(body)),
        signals: signal ? [signal, timeout] : [timeout],
        phases: { lookupMs: null, connectMs: null },
        limitBytes: () => maxBodyBytes,
      });
      const answer = await asked.catch((error: unknown) => {
        throw new ProviderUnreachableError(error);
      });
      if (answer.fault) throw new ProviderUnreachableError(answer.fault);
      const { statusCode: status, body: bytes } = answer;
      const isEmpty = status === 204 || status === 304;
      return new Response(isEmpty ? null : new Uint8Array(bytes), {
        status,
        headers: Object.entries(answer.headers).flatMap(([name, value]) =>
          [value ?? []].flat().map((one): [string, string] => [name, one]),
        ),
      });
    },
    close: () => agent.close(),
  };
}

const hostAndPort = ({ host, port }: { host: string; port: number }) =>
  `${host.includes(":") ? `[${host}]` : host}:${port}`;

const either = (one: AllowList, other: AllowList): AllowList => ({
  hasName: (...asked) => one.hasName(...asked) || other.hasName(...asked),
  hasAddress: (...asked) => one.hasAddress(...asked) || other.hasAddress(...asked),
  hasExactAddress: (...asked) => one.hasExactAddress(...asked) || other.hasExactAddress(...asked),
});
