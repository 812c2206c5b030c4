import type { FreeSpace } from "@meetbot/embedded-postgres/free-space.ts";
import type { Logger } from "pino";

const MiB = 1024 * 1024;

/**
 * The minimum of free disk space: enough for running conversations to write for hours while somebody frees space. On a
 * small disk, a tenth of it.
 */
const maxFloorBytes = 512 * MiB;
const floorShare = 0.1;

/** A disk does not fill within a second, and each new conversation checks it. */
const lookEveryMs = 1_000;

/**
 * If the disk's free space cannot be read, the disk counts as full for this long after the database ran out of room.
 */
const fullForMs = 10_000;

/** Checks whether there is room for new conversations. */
export interface Disk {
  /** Whether free space is below the floor; if this machine cannot see the disk, whether it was full a moment ago. */
  isLow(): Promise<boolean>;
  /** `null` if the database is on another machine. */
  freeBytes(): Promise<number | null>;
  /** The database had no room for something. */
  markFull(): void;
}

export interface DiskDeps {
  /** `null`: it cannot be read from here. */
  freeSpace: (() => Promise<FreeSpace>) | null;
  log: Pick<Logger, "warn" | "error" | "info">;
  now?: () => number;
}

/** Watches the database's disk; reads the free space only when a caller asks. */
export function createDisk({ freeSpace, log, now = Date.now }: DiskDeps): Disk {
  let seen: FreeSpace | null = null;
  let seenAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | null = null;
  let fullUntil = Number.NEGATIVE_INFINITY;
  let wasLow = false;

  const look = async (read: () => Promise<FreeSpace>) => {
    seen = await read().catch((error: unknown) => {
      log.warn({ err: error }, "the free disk was not read");
      return null;
    });
    seenAt = now();
    looking = null;
  };
  const space = async () => {
    if (freeSpace && now() - seenAt >= lookEveryMs) {
      looking ??= look(freeSpace);
      await looking;
    }
    return seen;
  };
  /** Logs each change once. */
  const tell = (isLow: boolean, freeBytes: number | undefined) => {
    if (isLow === wasLow) return;
    wasLow = isLow;
    if (isLow) log.error({ freeBytes }, "the disk is nearly full: no new conversations are begun");
    else log.info({ freeBytes }, "the disk has room again");
  };

  return {
    async isLow() {
      const found = await space();
      const isLow = found ? found.freeBytes < floorOf(found) : now() < fullUntil;
      tell(isLow, found?.freeBytes);
      return isLow;
    },
    freeBytes: async () => (await space())?.freeBytes ?? null,
    markFull() {
      fullUntil = now() + fullForMs;
    },
  };
}

function floorOf({ sizeBytes }: FreeSpace): number {
  return Math.min(maxFloorBytes, sizeBytes * floorShare);
}
