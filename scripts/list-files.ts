import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Returns the files below the current folder that git has or would take, as paths. Deleted ones are left out. */
export function listFiles(): string[] {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], {
    encoding: "utf8",
  });
  return listed.split("\0").filter((path) => path !== "" && existsSync(path));
}
