import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { parseDocument } from "yaml";
import { root } from "../../src/site.ts";
import { type Block, placeOf } from "./read-blocks.ts";

/** What is wrong with blocks that go into a file, by whoever reads such a file. */
export function faultsOfConfigs(blocks: readonly Block[], folder: string): string[] {
  return blocks.flatMap((block) => {
    const fault = readers[block.language]?.(block.code, folder);
    return fault ? [`${placeOf(block)}: ${fault}`] : [];
  });
}

type Fault = string | undefined;

const readers: Readonly<Record<string, (code: string, folder: string) => Fault>> = {
  json: (code) => thrownBy(() => JSON.parse(code)),
  yaml: (code) => parseDocument(code).errors[0]?.message,
  ini: faultOfIni,
  nginx: faultOfNginx,
  caddyfile: faultOfCaddy,
};

/** The languages of files that are checked here. */
export const configLanguages = Object.keys(readers);

function thrownBy(what: () => unknown): Fault {
  try {
    what();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

/** Sections, settings and comments, and nothing else. */
function faultOfIni(code: string): Fault {
  return code.split("\n").find((line) => !/^(?:|[;#].*|\[[\w.-]+\]|[\w.-]+ *=.*)$/.test(line));
}

/** What nginx says of directives that stand within a server. Left out where nginx is not installed. */
function faultOfNginx(code: string, folder: string): Fault {
  const file = join(folder, "nginx.conf");
  const logs = "error_log stderr; pid nginx.pid;";
  const parts = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const temporary = parts.map((part) => `${part}_temp_path ${part};`).join(" ");
  const server = `server { listen 127.0.0.1:8080; access_log off;\n${code}\n}`;
  writeFileSync(file, `${logs}\nevents {}\nhttp {\n${temporary}\n${server}\n}\n`);
  return run("nginx", ["-t", "-q", "-p", folder, "-c", file]);
}

/** What Caddy says. Left out where it is not installed. */
function faultOfCaddy(code: string, folder: string): Fault {
  const file = join(folder, "Caddyfile");
  writeFileSync(file, code);
  return run("caddy", ["validate", "--adapter", "caddyfile", "--config", file]);
}

/** Where .ci/run unpacks them, and where Debian installs them. */
const places = [
  join(root, "node_modules/.cache/debian-proxies/usr/sbin"),
  join(root, "node_modules/.cache/debian-proxies/usr/bin"),
  "/usr/sbin",
  ...(process.env.PATH ?? "").split(delimiter),
];

function run(name: string, words: readonly string[]): Fault {
  const program = places.map((place) => join(place, name)).find((file) => existsSync(file));
  if (!program) return process.env.CI ? `${name} is not installed, and must be in CI` : undefined;
  const { status, stderr } = spawnSync(program, words, { encoding: "utf8" });
  return status === 0 ? undefined : stderr;
}
