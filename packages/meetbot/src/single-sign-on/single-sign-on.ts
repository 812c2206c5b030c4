import type { SingleSignOnSettings } from "@meetbot/model/single-sign-on.ts";
import type { AllowList } from "@meetbot/network/addresses/allow-list.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { createProviderFetch } from "./create-provider-fetch.ts";
import { openProvider, type Provider } from "./open-provider.ts";

/** Sign-in through a company's identity provider: its settings and the connection to it. */
export interface SingleSignOn {
  settings: SingleSignOnSettings;
  provider: Provider;
  close(): Promise<void>;
}

interface OpenOptions {
  /** `MEETBOT_OUTBOUND_ALLOW`. */
  outboundAllow: () => AllowList;
  /** The port that Meetbot itself listens on. */
  ownPort: number;
  watch(agent: MerchantAgent): MerchantAgent;
}

export function openSingleSignOn(
  settings: SingleSignOnSettings,
  { outboundAllow: allow, ...open }: OpenOptions,
): SingleSignOn {
  const way = createProviderFetch({ issuer: settings.issuer, allow, ...open });
  return { settings, provider: openProvider(settings, way.fetch), close: way.close };
}
