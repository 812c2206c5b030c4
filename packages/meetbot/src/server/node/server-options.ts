import type { Mailer } from "@meetbot/model/mail.ts";
import type { SecondFactorPolicy } from "@meetbot/model/second-factor.ts";
import type { SingleSignOnSettings } from "@meetbot/model/single-sign-on.ts";
import { turnLimits } from "@meetbot/model/turn-limits.ts";
import { type AllowList, parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import type { Hono } from "hono";
import type { Logger } from "pino";
import { registry as allChannels, type Channels } from "../../channels/registry.ts";
import type { ShopWaysOptions } from "../../features/connectors/connecting/open-shop-ways.ts";
import { features as allFeatures } from "../../features/features.ts";
import type { Feature, FeatureNode } from "../../features/form/feature.ts";
import type { Clamd } from "../../features/pictures/files/clamd.ts";
import type { ModelEndpoint } from "../../language-model/post-completion.ts";
import type { Storage } from "../../operations/open-storage.ts";
import type { WorkMode } from "../../platform/limits/ask-for-work.ts";
import { idsOnly, type Tracer } from "../../tracing/tracer.ts";
import type { Listener } from "../listener/open-listener.ts";

export interface ServerOptions extends Pick<Storage, "store">, Partial<Pick<Storage, "freeSpace">> {
  /** Sends codes; `null`: they are not offered. */
  mailer: Mailer | null;
  /** Pages of the demo, below `/demo`. */
  demoPages?: Hono | null;
  host: string;
  /** The port to listen on; 0 takes any free port. */
  port: number;
  /** A listener that is already open, to answer requests while the store opens; by default, one is opened. */
  door?: Listener;
  /** The only `Host` names served; `null`: any. */
  hosts: readonly string[] | null;
  /** Origins of pages that this server shows itself on the port it has. */
  ownOrigins(port: number): readonly string[];
  /** Shops that are called although they are not on the public internet; none by default. */
  outboundAllow?: () => AllowList;
  /** Push services that browsers may use in addition to the known ones; none by default. */
  pushServices?: () => AllowList;
  /** Addresses and CIDR networks of proxies whose `X-Forwarded-For` is trusted; none by default. */
  trustedProxies?: readonly string[];
  /** MEETBOT_ADMIN_NETWORKS: addresses and CIDR networks that operators may connect from; any by default. */
  adminNetworks?: readonly string[];
  /** MEETBOT_PUBLIC_URL; none by default. */
  publicUrl?: string | null;
  /** MEETBOT_PROOF_OF_WORK; on pressure by default. */
  proofOfWork?: WorkMode;
  /** How long a message that requests nothing waits for the next one; a moment by default. */
  waitForMoreMs?: number;
  /** Channels through which customers reach bots; all available ones by default. */
  channels?: Channels;
  /** Base URLs of platform APIs, by channel name; the platforms' own by default. */
  apiUrls?: Readonly<Record<string, string | null>>;
  /** The language model that bots may query when their engine is unsure; none by default. */
  languageModel?: ModelEndpoint | null;
  /** Scans files from customers before they are stored; none by default. */
  clamd?: Clamd | null;
  /** Traces work under request ids; by default only assigns ids. */
  tracer?: Tracer;
  /** Platforms that Meetbot queries itself; all available ones by default. */
  connectors?: ShopWaysOptions;
  /** Handles hints from carriers; by default queries the shop about them. */
  onCarrierHint?: FeatureNode["takeHint"] | null;
  /** The features that this node also runs; all by default. */
  features?: readonly Feature[];
  /** MEETBOT_ADMIN_TOKEN; none by default. */
  adminToken?: string | null;
  /** Sign-in by a company's identity provider; none by default. */
  singleSignOn?: SingleSignOnSettings | null;
  /** MEETBOT_SECOND_FACTOR; off by default. */
  secondFactor?: SecondFactorPolicy;
  log: Logger;
}

/** The complete settings of a node. */
export type NodeSettings = Required<Omit<ServerOptions, "door">>;

/** Returns the options, with defaults for those left out. */
export const withDefaults = (options: ServerOptions): NodeSettings => ({
  freeSpace: null,
  demoPages: null,
  outboundAllow: () => parseAllowList([]),
  pushServices: () => parseAllowList([]),
  trustedProxies: [],
  adminNetworks: [],
  publicUrl: null,
  proofOfWork: "on-pressure",
  waitForMoreMs: turnLimits.waitForMoreMs,
  channels: allChannels,
  apiUrls: {},
  languageModel: null,
  clamd: null,
  tracer: idsOnly,
  connectors: {},
  onCarrierHint: null,
  features: allFeatures,
  adminToken: null,
  singleSignOn: null,
  secondFactor: "off",
  ...options,
});
