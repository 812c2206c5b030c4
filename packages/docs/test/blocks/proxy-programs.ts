import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { root } from "../../src/site.ts";

/** Where `.ci/run` unpacks them, and where Debian installs them. */
const places = [
  join(root, "node_modules/.cache/debian-proxies/usr/sbin"),
  join(root, "node_modules/.cache/debian-proxies/usr/bin"),
  "/usr/sbin",
  ...(process.env.PATH ?? "").split(delimiter),
];

/** Where a proxy's program is; undefined where it is not installed. Throws in CI, where each must be. */
export function proxyProgram(name: "nginx" | "caddy"): string | undefined {
  const found = places.map((place) => join(place, name)).find((file) => existsSync(file));
  if (!found && process.env.CI) throw new Error(`${name} is not installed. .ci/run unpacks it.`);
  return found;
}

/** A page's directives, which stand within a server, as a whole file for nginx in a folder of its own. */
export function nginxConf(directives: string, listen = "127.0.0.1:8080"): string {
  const parts = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const temporary = parts.map((part) => `${part}_temp_path ${part};`).join(" ");
  const server = `server { listen ${listen}; access_log off;\n${directives}\n}`;
  // Started by root, its workers would be somebody whom this folder is closed to.
  const user = process.getuid?.() === 0 ? "user root;" : "";
  return `${user} daemon off; error_log stderr; pid nginx.pid;\nevents {}\nhttp {\n${temporary}\n${server}\n}\n`;
}
