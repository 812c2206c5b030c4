// Plain JavaScript on purpose: npm runs it while it packs, on whatever `node` is found first.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const workspace = fileURLToPath(new URL("../../", import.meta.url));

/**
 * What a published package carries of other folders: the code that browsers load, and the Node that
 * comes with the workspace ("").
 */
const carriedBy = {
  meetbot: ["", "packages/console", "packages/widget", "examples/messenger-thread"],
};

/** Whatever is published or will be, by name, with its folder. */
export const publishedPackages = {
  "@meetbot/protocol": "packages/protocol",
  "@meetbot/presentation": "packages/presentation",
  "@meetbot/sdk": "packages/sdk",
  "@meetbot/connectors": "packages/connectors",
  "@meetbot/network": "packages/network",
  "@meetbot/conformance": "packages/conformance",
  "@meetbot/embedded-postgres": "packages/embedded-postgres",
  "@meetbot/embed": "packages/embed",
  meetbot: "packages/meetbot",
};

/**
 * What a package needs where it runs, down to the last dependency, as package-lock.json has it: what
 * tests and tools need is not in it, and what only other systems install is.
 */
export function productionParts(packageName) {
  const { packages } = JSON.parse(readFileSync(`${workspace}package-lock.json`, "utf8"));
  const found = new Map();
  const roots = [publishedPackages[packageName], ...(carriedBy[packageName] ?? [])];
  for (const root of roots) follow(packages, root, found);
  for (const root of roots) found.delete(root);
  return [...found]
    .map(([path, { name, version, license }]) => ({
      name: name ?? nameIn(path),
      version,
      license,
      path,
    }))
    .sort((one, other) => compare(one.name, other.name) || compare(one.version, other.version));
}

function follow(packages, path, found) {
  if (found.has(path)) return;
  const entry = packages[path];
  found.set(path, entry);
  const { dependencies, optionalDependencies, peerDependencies } = entry;
  for (const name of Object.keys({
    ...dependencies,
    ...optionalDependencies,
    ...peerDependencies,
  })) {
    const next = resolve(packages, path, name);
    // A peer that nobody has asked for is not installed, and one that only development asked for neither.
    if (next === null || packages[next].dev || packages[next].devOptional) continue;
    follow(packages, next, found);
  }
}

/** As Node looks: in the folder's own node_modules, then in those above it. */
function resolve(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/")))) {
    const path = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
    const entry = packages[path];
    if (entry) return entry.link ? entry.resolved : path;
    if (folder === "") return null;
  }
}

const nameIn = (path) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
