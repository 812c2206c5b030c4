import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Archive } from "./archives.ts";

const run = promisify(execFile);

/**
 * What is wrong with archives for those who install them, by name: doors that lead nowhere (publint), types that an
 * import or a `require` does not find (attw; the resolution before Node 16's is TypeScript's past).
 */
export async function checkArchives(archives: Archive[], bin: string): Promise<string[]> {
  const found = await Promise.all(
    archives.map(async ({ name, path }) => {
      const said = [
        await complaint(join(bin, "publint"), ["run", path, "--strict"]),
        await complaint(join(bin, "attw"), [path, "--profile", "node16", "--format", "ascii"]),
      ];
      return said.filter((text) => text !== null).map((text) => `${name}: ${text}`);
    }),
  );
  return found.flat();
}

async function complaint(program: string, args: string[]): Promise<string | null> {
  try {
    await run(process.execPath, [program, ...args]);
    return null;
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    return `${stdout}${stderr}`.trim() || String(error);
  }
}
