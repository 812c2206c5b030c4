import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { nginxConf, proxyProgram } from "./proxy-programs.ts";
import { type Block, placeOf } from "./read-blocks.ts";

/** Returns the faults of blocks that go into a file, found by readers of such files. */
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

/** What nginx says. */
function faultOfNginx(code: string, folder: string): Fault {
  const file = join(folder, "nginx.conf");
  writeFileSync(file, nginxConf(code));
  return run("nginx", ["-t", "-q", "-p", folder, "-c", file]);
}

/** What Caddy says. */
function faultOfCaddy(code: string, folder: string): Fault {
  const file = join(folder, "Caddyfile");
  writeFileSync(file, code);
  return run("caddy", ["validate", "--adapter", "caddyfile", "--config", file]);
}

/** Left out where the program is not installed. */
function run(name: "nginx" | "caddy", words: readonly string[]): Fault {
  const program = proxyProgram(name);
  if (!program) return undefined;
  const { status, stderr } = spawnSync(program, words, { encoding: "utf8" });
  return status === 0 ? undefined : stderr;
}
