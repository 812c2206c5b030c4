// npm runs it after an install. The Node that is installed beside Meetbot brings 67 MB of headers in C, for those who
// build add-ons with it. Nobody does here, and a third of the disk that Meetbot needs would be theirs.
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const platform = process.platform === "win32" ? "win" : process.platform;
try {
  const manifest = createRequire(import.meta.url).resolve(
    `node-${platform}-${process.arch}/package.json`,
  );
  rmSync(join(dirname(manifest), "include"), { recursive: true, force: true });
} catch {
  // None is there for this machine, or it may not be changed: what runs is the same.
}
