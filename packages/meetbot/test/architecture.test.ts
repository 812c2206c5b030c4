import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { registry } from "../src/channels/registry.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Where each room's files lie; a room of `meetbot` is a folder or a file below its `src`. */
const places: [pattern: RegExp, room: string][] = [
  [/^packages\/meetbot\/src\/([\w-]+)(?:\/|\.ts$)/, "$1"],
  [/^packages\/(?!meetbot\/)([\w-]+)\/src\//, "$1"],
  [/^examples\/(demo-store|messenger-thread|vendure-shop)\/src\//, "$1"],
  [/^(bench)\//, "$1"],
];
const packageRooms: Record<string, string> = {
  "@meetbot/protocol": "protocol",
  "@meetbot/presentation": "presentation",
  "@meetbot/sdk": "sdk",
  "@meetbot/sdk/shop": "sdk",
  "@meetbot/connectors": "connectors",
};

const files = globSync(
  ["packages/*/src/**/*.{ts,tsx}", "examples/*/src/**/*.{ts,tsx}", "bench/**/*.ts"],
  { cwd: root },
).filter(
  (file) => !/\.(test|contract|fixture)\.tsx?$/.test(file) && !file.includes("node_modules"),
);

function roomOf(file: string): string {
  for (const [pattern, room] of places) {
    const match = pattern.exec(file);
    if (match) return room.replace("$1", match[1] ?? "");
  }
  throw new Error(`${file} lies in no room`);
}

/** Everything a file imports, types included, as paths below the root or names of packages. */
function importsOf(file: string): string[] {
  const source = readFileSync(join(root, file), "utf8");
  const specifiers = [...source.matchAll(/(?:^|\s)(?:from|import)\s*\(?\s*"([^"]+)"/gm)];
  return specifiers.map(([, specifier = ""]) => pathOf(file, specifier) ?? specifier);
}

/** The path of a file of ours that is imported by its own name; `null`: a package is. */
function pathOf(file: string, specifier: string): string | null {
  if (specifier.startsWith(".")) return relative(root, join(root, dirname(file), specifier));
  const [, pkg, path] = /^@meetbot\/([\w-]+)\/(.+\.ts)$/.exec(specifier) ?? [];
  return path === undefined ? null : `packages/${pkg}/src/${path}`;
}

function allowedImports(): Map<string, Set<string>> {
  const page = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
  const section = page.split("## Who may import whom")[1]?.split("\n## ")[0] ?? "";
  const rows = [...section.matchAll(/^\| ([\w-]+) \|([^|\n]*)\|$/gm)];
  return new Map(
    rows.map(([, room = "", list = ""]) => [room, new Set(list.split(" ").filter(Boolean))]),
  );
}

test("rooms import only what the architecture page allows", () => {
  const allowed = allowedImports();
  assert(allowed.size > 10, "the import table was not found in ARCHITECTURE.md");
  const wrong = files.flatMap((file) => {
    const room = roomOf(file);
    return importsOf(file).flatMap((imported) => {
      const other = packageRooms[imported] ?? (files.includes(imported) ? roomOf(imported) : null);
      const fine = other === null || other === room || allowed.get(room)?.has(other);
      return fine ? [] : [`${file}: ${room} may not import ${other}`];
    });
  });
  assert.deepEqual(wrong, []);
});

test("no file imports itself in a circle", () => {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) circles.push([...path.slice(start), file].join(" → "));
    if (start >= 0 || done.has(file)) return;
    for (const imported of importsOf(file)) {
      if (files.includes(imported)) visit(imported, [...path, file]);
    }
    done.add(file);
  };
  for (const file of files) visit(file, []);
  assert.deepEqual(circles, []);
});

/** The table of all channels stands beside what a channel is: the one file that knows those below it. */
const registryFile = "packages/meetbot/src/channels/registry.ts";

test("no folders import each other in a circle", () => {
  const next = new Map<string, Set<string>>();
  for (const file of files.filter((file) => file !== registryFile)) {
    const own = dirname(file);
    for (const imported of importsOf(file)) {
      if (!files.includes(imported) || dirname(imported) === own) continue;
      next.set(own, (next.get(own) ?? new Set()).add(dirname(imported)));
    }
  }
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (folder: string, path: string[]): void => {
    const start = path.indexOf(folder);
    if (start >= 0) circles.push([...path.slice(start), folder].join(" → "));
    if (start >= 0 || done.has(folder)) return;
    for (const other of next.get(folder) ?? []) visit(other, [...path, folder]);
    done.add(folder);
  };
  for (const folder of next.keys()) visit(folder, []);
  assert.deepEqual(circles, []);
});

/** One file a change of the database, for good: the one folder that may only grow. */
const migrations = "packages/meetbot/src/store/upgrade/migrations";

/** What somebody takes in at a glance. */
const maxFilesPerFolder = 20;

test("no folder holds more files than one takes in at a glance", () => {
  const perFolder = Map.groupBy(files, (file) => dirname(file));
  const full = [...perFolder]
    .filter(([folder, own]) => folder !== migrations && own.length > maxFilesPerFolder)
    .map(([folder, own]) => `${folder}: ${own.length}`);
  assert.deepEqual(full, []);
});

test("of other rooms only presentation is built into the browser's files: of all else they take types", () => {
  for (const room of ["widget", "console", "messenger-thread"]) {
    const own = files.filter((file) => roomOf(file) === room);
    assert(own.some((file) => file.endsWith(".tsx")));
    for (const file of own) {
      const source = readFileSync(join(root, file), "utf8");
      for (const [statement, imported = ""] of source.matchAll(statements)) {
        const other = packageRooms[imported] ?? roomBelow(file, imported);
        if (other === null || other === room || other === "presentation") continue;
        assert.match(statement, /^(import|export) type\b/, file);
      }
      assert.doesNotMatch(source, /\bimport\(\s*"@meetbot\/(?!presentation")/, file);
    }
  }
});

test("presentation runs anywhere: it takes types of the protocol, and nothing else", () => {
  const own = files.filter((file) => roomOf(file) === "presentation");
  assert(own.length > 20);
  for (const file of own) {
    const others = importsOf(file).filter((imported) => !files.includes(imported));
    assert(
      others.every((imported) => imported === "@meetbot/protocol"),
      `${file}: ${others}`,
    );
    const source = readFileSync(join(root, file), "utf8");
    assert.doesNotMatch(source, /^import (?!type)[^;]*"@meetbot\/protocol"/m, file);
  }
});

/** Each import and export of another file. */
const statements = /^(?:import|export)\b[^;]*?"([^"]*)"/gm;

/** The room of a file that is imported by its path; `null`: it is none of ours. */
function roomBelow(file: string, imported: string): string | null {
  const path = pathOf(file, imported);
  return path !== null && files.includes(path) ? roomOf(path) : null;
}

test("the model holds types and tables, and does nothing", () => {
  for (const file of files.filter((file) => roomOf(file) === "model")) {
    const source = readFileSync(join(root, file), "utf8");
    assert.doesNotMatch(source, /^export (let|function|class|async|const(?! \w+ = [{[]$))/m, file);
  }
});

test("what a package imports, its package.json names", () => {
  const missing = new Set<string>();
  for (const manifest of globSync("packages/*/package.json", { cwd: root })) {
    const pkg = JSON.parse(readFileSync(join(root, manifest), "utf8"));
    const named = { ...pkg.dependencies, ...pkg.optionalDependencies, ...pkg.devDependencies };
    for (const file of files.filter((file) => file.startsWith(`${dirname(manifest)}/src/`))) {
      for (const imported of packagesIn(file)) {
        if (imported !== pkg.name && !(imported in named)) missing.add(`${pkg.name}: ${imported}`);
      }
    }
  }
  assert.deepEqual([...missing], []);
});

/** The packages that a file imports, whichever of their files. */
function packagesIn(file: string): string[] {
  const source = readFileSync(join(root, file), "utf8");
  return [...source.matchAll(/^(?:import|export)\b(?:[^;"=(]*?\bfrom)? "([^"]+)"/gm)]
    .map(([, specifier = ""]) => /^(?!node:)(@[\w-]+\/)?[a-z][\w.-]*/.exec(specifier)?.[0] ?? "")
    .filter(Boolean);
}

/** What the table "One turn" names as doors: files below `src`. */
function doorsOfTurns(): string[] {
  const page = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
  const section = page.split("## One turn")[1]?.split("\n\n`")[0] ?? "";
  const rows = section.split("\n").filter((line) => /^\| \d/.test(line));
  assert.equal(rows.length, 9, "the table of stages was not found in ARCHITECTURE.md");
  return rows.flatMap((row) => {
    const doors = [...(row.split("|")[3] ?? "").matchAll(/`([\w-]+\/[\w/-]+\.ts)`/g)];
    assert(doors.length > 0, `a stage without a door: ${row}`);
    return doors.map(([, door = ""]) => `packages/meetbot/src/${door}`);
  });
}

test("the doors of a turn are there, and other rooms enter them", () => {
  const entered = new Set(
    files.flatMap((file) => importsOf(file).filter((other) => isInAnotherRoom(other, file))),
  );
  for (const door of doorsOfTurns()) {
    assert(files.includes(door), `${door} is not there`);
    assert(entered.has(door), `${door} is entered by nobody`);
  }
});

function isInAnotherRoom(imported: string, file: string): boolean {
  return files.includes(imported) && roomOf(imported) !== roomOf(file);
}

/** Where a channel may be named: in its own folders, in steps that made tables, and where JSON of operators does. */
const placesOfChannels =
  /\/src\/(store\/upgrade\/|operations\/channels\/\w[\w-]*\/|server\/(admin-api|chat)\/)/;

const roomsWithoutChannels = new Set([
  ...["turn", "outbound", "store", "operations", "server"],
  ...["dialog", "recognition", "identity", "merchant"],
]);

/** A channel's name as it may stand in a string or in an identifier. */
function wordsOf(name: string): string {
  const parts = name.split("-");
  return parts.length > 1 ? parts.join("[-_]?") : name;
}

test("no other room knows a channel by its name: what differs stands in the channel", () => {
  const named = new RegExp([...registry.keys()].map(wordsOf).join("|"), "i");
  assert.match("messengerPages", named);
  assert.match("webChat", named);
  const wrong = files
    .filter((file) => roomsWithoutChannels.has(roomOf(file)) && !placesOfChannels.test(file))
    .flatMap((file) => {
      const code = readFileSync(join(root, file), "utf8")
        .replace(/\/\*[\s\S]*?\*\//g, "")
        .replace(/(^|\s)\/\/.*$/gm, "");
      return named.test(code) ? [`${file} names a channel`] : [];
    });
  assert.deepEqual(wrong, []);
});
