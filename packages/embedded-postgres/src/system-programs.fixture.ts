import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { debianFolder } from "./programs/find-programs.ts";

/** Unpacked, not installed: an installed one would be run by all other tests too, in npm's place. */
const unpacked = fileURLToPath(
  new URL("../../../node_modules/.cache/debian-postgresql/usr/lib/postgresql", import.meta.url),
);

function runsHere(folder: string): boolean {
  return ["initdb", "postgres"].every(
    (name) => spawnSync(join(folder, "17/bin", name), ["--version"]).status === 0,
  );
}

/** Where Debian's PostgreSQL 17 is for tests: unpacked by `.ci/run`, or installed. */
export const systemFolder = runsHere(unpacked) ? unpacked : debianFolder;

/** For tests of it, which are left out where it is in neither place. */
export const withDebians = {
  skip: !runsHere(systemFolder) && "Debian's postgresql-17 is not here",
};
