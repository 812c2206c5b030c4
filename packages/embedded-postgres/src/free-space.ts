import { statfs } from "node:fs/promises";

/** How much room a file system has. */
export interface FreeSpace {
  /** For others than the system's administrator, who has a reserve. */
  freeBytes: number;
  sizeBytes: number;
}

/** Returns the free space of the file system that holds a folder. */
export async function freeSpaceAt(folder: string): Promise<FreeSpace> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { freeBytes: bavail * bsize, sizeBytes: blocks * bsize };
}
