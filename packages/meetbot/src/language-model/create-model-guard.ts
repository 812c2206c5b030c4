import { type AllowList, parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import {
  createEndpointGuard,
  type EndpointGuard,
} from "@meetbot/network/addresses/endpoint-guard.ts";
import { readTarget } from "@meetbot/network/addresses/read-target.ts";

/** This machine, by the names that an operator writes. */
const thisMachine = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

export interface ModelGuardOptions {
  /** `MEETBOT_LLM_URL`. */
  url: string;
  /** `MEETBOT_OUTBOUND_ALLOW`. */
  allow: () => AllowList;
  /** The port that Meetbot itself listens on. */
  ownPort: number;
}

/**
 * Creates the guard of the one way to a language model. The person who sets the environment has the machine, unlike
 * those who set a webhook: so a model on this machine needs no entry in `MEETBOT_OUTBOUND_ALLOW`, and webhooks gain no
 * access to this machine by this. All other private addresses, and http, are as for webhooks.
 */
export function createModelGuard({ url, allow, ownPort }: ModelGuardOptions): EndpointGuard {
  const target = readTarget(url);
  const isHere = typeof target !== "string" && thisMachine.test(target.host);
  if (!isHere) return createEndpointGuard({ allow, ownPort });
  const host = target.host.includes(":") ? `[${target.host}]` : target.host;
  const here = parseAllowList([`${host}:${target.port}`]);
  return createEndpointGuard({ allow: () => either(here, allow()), ownPort });
}

const either = (one: AllowList, other: AllowList): AllowList => ({
  hasName: (...asked) => one.hasName(...asked) || other.hasName(...asked),
  hasAddress: (...asked) => one.hasAddress(...asked) || other.hasAddress(...asked),
  hasExactAddress: (...asked) => one.hasExactAddress(...asked) || other.hasExactAddress(...asked),
});
