import type { CarrierKind } from "@meetbot/model/carrier/carrier.ts";
import type { Carrier } from "../form/carrier.ts";
import { aftership } from "./aftership.ts";
import { easypost } from "./easypost.ts";
import { kuaidi100 } from "./kuaidi100.ts";
import { sendcloud } from "./sendcloud.ts";
import { seventeenTrack } from "./seventeen-track.ts";

/** All systems that can report parcel changes; to add one, add a file and a line here. */
export const carrierOf: Readonly<Record<CarrierKind, Carrier>> = {
  aftership,
  "17track": seventeenTrack,
  kuaidi100,
  easypost,
  sendcloud,
};
