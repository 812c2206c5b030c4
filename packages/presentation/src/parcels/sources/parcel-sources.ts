import type { ParcelSource } from "../parcel-source.ts";
import { aftership } from "./aftership.ts";
import { agenticCommerce } from "./agentic-commerce.ts";
import { cainiao } from "./cainiao.ts";
import { easypost } from "./easypost.ts";
import { kuaidi100 } from "./kuaidi100.ts";
import { seventeenTrack } from "./seventeen-track.ts";
import { shippo } from "./shippo.ts";
import { shopify } from "./shopify.ts";
import { yunda } from "./yunda.ts";

/**
 * All sources with known words and codes; to add one, add a file and a line here. docs/protocol.md lists them, and a
 * test checks that list.
 */
export const parcelSources = {
  aftership,
  "17track": seventeenTrack,
  shopify,
  kuaidi100,
  cainiao,
  easypost,
  shippo,
  yunda,
  acp_ucp: agenticCommerce,
} as const satisfies Record<string, ParcelSource>;

export type ParcelSourceName = keyof typeof parcelSources;
