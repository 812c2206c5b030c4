import assert from "node:assert/strict";
import { test } from "node:test";
import type { FreeSpace } from "@meetbot/embedded-postgres/free-space.ts";
import pino from "pino";
import { createDisk } from "./disk.ts";

const GiB = 1024 ** 3;

/** A disk whose room and whose clock a test sets. */
function openDisk(space: FreeSpace | Error | null) {
  const logged: string[] = [];
  const world = { space, now: 0, looks: 0 };
  const freeSpace = async () => {
    world.looks += 1;
    if (world.space instanceof Error) throw world.space;
    return world.space!;
  };
  const log = pino(
    { base: null, timestamp: false },
    { write: (line: string) => logged.push(line) },
  );
  const disk = createDisk({ freeSpace: space && freeSpace, log, now: () => world.now });
  return { disk, world, logged };
}

test("below half a GiB, and of a small disk below a tenth, the disk is low", async () => {
  const cases: [FreeSpace, boolean][] = [
    [{ freeBytes: 0.49 * GiB, sizeBytes: 100 * GiB }, true],
    [{ freeBytes: 0.51 * GiB, sizeBytes: 100 * GiB }, false],
    [{ freeBytes: 0.11 * GiB, sizeBytes: GiB }, false],
    [{ freeBytes: 0.09 * GiB, sizeBytes: GiB }, true],
  ];
  for (const [space, isLow] of cases) assert.equal(await openDisk(space).disk.isLow(), isLow);
});

test("it is looked at once a second, however many ask, and said once", async () => {
  const { disk, world, logged } = openDisk({ freeBytes: 1, sizeBytes: GiB });
  await Promise.all([disk.isLow(), disk.isLow(), disk.freeBytes()]);
  world.space = { freeBytes: GiB, sizeBytes: GiB };
  world.now = 999;
  assert.equal(await disk.isLow(), true);
  assert.equal(world.looks, 1);
  world.now = 1_000;
  assert.equal(await disk.isLow(), false);
  assert.equal(await disk.freeBytes(), GiB);
  assert.equal(world.looks, 2);
  assert.equal(logged.length, 2);
});

test("where it cannot be seen, the database's word counts for ten seconds", async () => {
  const { disk, world } = openDisk(null);
  assert.equal(await disk.freeBytes(), null);
  assert.equal(await disk.isLow(), false);
  disk.markFull();
  assert.equal(await disk.isLow(), true);
  world.now = 10_000;
  assert.equal(await disk.isLow(), false);
});

test("a disk that cannot be read is none that is full", async () => {
  const { disk, logged } = openDisk(new Error("EIO"));
  assert.equal(await disk.isLow(), false);
  assert.match(logged.join(), /not read/);
});
