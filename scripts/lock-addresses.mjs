// Gives each package of a lock the address of its archive, at a registry that does not exist: npm asks the one that is
// configured in its place (`replace-registry-host` in .npmrc). Without an address npm first fetches the list of all
// versions of each package: 366 requests and 107 MB more for the workspace. Run as npm's script `dependencies`, after each
// change of the lock. Plain JavaScript on purpose, as prepare.mjs is.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A name that RFC 2606 keeps free. The real address stays out: a mirror's name is nobody's business. */
export const lockedHost = "registry.invalid";

/** The option that npm needs where we have no .npmrc. */
export const replaceHost = `--replace-registry-host=${lockedHost}`;

/**
 * Completes a lock that npm has written, and returns whether it was incomplete. npm leaves addresses out
 * (`omit-lockfile-registry-resolved`).
 */
export function addAddresses(file, { onlyCheck = false } = {}) {
  const text = readFileSync(file, "utf8");
  const lock = JSON.parse(text);
  const packages = Object.entries(lock.packages).map(([path, entry]) => [
    path,
    locate(path, entry),
  ]);
  const wanted = `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`;
  if (wanted === text) return false;
  if (!onlyCheck) writeFileSync(file, wanted);
  return true;
}

function locate(path, entry) {
  if (!path.includes("node_modules/") || !entry.integrity || entry.resolved) return entry;
  const name = entry.name ?? path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  const archive = `${name.slice(name.lastIndexOf("/") + 1)}-${entry.version}.tgz`;
  const resolved = `https://${lockedHost}/${name}/-/${archive}`;
  // Where npm has it: behind the version.
  const fields = Object.entries(entry).flatMap((field) =>
    field[0] === "version" ? [field, ["resolved", resolved]] : [field],
  );
  return Object.fromEntries(fields);
}

const own = fileURLToPath(new URL("../package-lock.json", import.meta.url));
if (process.argv[1] === fileURLToPath(import.meta.url) && existsSync(own)) {
  const onlyCheck = process.argv[2] === "--check";
  if (addAddresses(own, { onlyCheck }) && onlyCheck) {
    console.error("package-lock.json lacks addresses. Run: node scripts/lock-addresses.mjs");
    process.exitCode = 1;
  }
}
