import type { ChannelFact } from "@meetbot/model/channel-fact.ts";
import type { LinkRef } from "@meetbot/model/channel-link.ts";
import type { Logger } from "pino";
import type { SenderFor } from "../../../outbound/sender.ts";
import type { Job } from "../../../platform/parts/job.ts";
import type { Agents } from "../../../server/metrics/watch-calls.ts";
import type { Store } from "../../../store/store.ts";
import { markPictures, startFetchPictures } from "../fetching/fetch-pictures.ts";
import type { KeepDeps } from "../fetching/store-picture.ts";
import { createReEncode } from "../files/re-encode-process.ts";

/** What pictures need from a node. */
export interface PicturesDeps {
  store: Store;
  senderFor: SenderFor;
  agents: Agents;
  /** Scans a file for viruses; `null`: files are not scanned. */
  scan: KeepDeps["scan"];
  closing: AbortSignal;
  log: Logger;
}

/** Pictures of customers, as other parts of the node use them. */
export interface Pictures extends Job {
  keeping: KeepDeps;
  /** Marks facts whose pictures the bot accepts. */
  mark(facts: readonly ChannelFact[]): ChannelFact[];
  /** Fetches the pictures of stored facts; another node takes over if this one stops. */
  fetch(link: LinkRef, facts: readonly ChannelFact[]): Promise<void>;
}

/** Opens the picture store, and starts fetching the pictures that platforms still hold. */
export function openPictures(deps: PicturesDeps): Pictures {
  const { store, scan, closing, senderFor, agents, log } = deps;
  const keeping = { pictures: store.pictures, reEncode: createReEncode(), scan };
  const fetching = startFetchPictures({
    channels: store.channels,
    fetches: store.pictureFetches,
    dueWork: store.dueWork,
    limits: store.limits,
    agent: agents.picture,
    ...{ keeping, senderFor, closing, log },
  });
  return { keeping, mark: markPictures, fetch: fetching.note, stop: fetching.stop };
}
