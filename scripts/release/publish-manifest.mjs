// A package that is bundled needs less of npm where it is installed than in the workspace. Its package.json says so
// while it is packed: `prepack` puts that one in place, `postpack` the workspace's back.
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const kept = (folder) => join(folder, ".package.json.workspace");
const manifestIn = (folder) => join(folder, "package.json");

/** What is installed beside the bundle; everything else is in it. Nothing of development is told. */
export function putPublishedManifest(folder, { dependencies, optionalDependencies, ...rest }) {
  restoreManifest(folder);
  const text = readFileSync(manifestIn(folder), "utf8");
  const { devDependencies, ...manifest } = JSON.parse(text);
  const published = { ...manifest, dependencies, optionalDependencies, ...rest };
  writeFileSync(kept(folder), text);
  writeFileSync(manifestIn(folder), `${JSON.stringify(published, null, 2)}\n`);
}

/** Also after a pack that was cut short. */
export function restoreManifest(folder) {
  if (existsSync(kept(folder))) renameSync(kept(folder), manifestIn(folder));
}
