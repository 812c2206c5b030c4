import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createMachine } from "./fixtures/machine.ts";

// What the operator guide says of backups, done as it stands there.

const guide = readFileSync(new URL("../../../docs/operator-guide.md", import.meta.url), "utf8");
const chapter = guide.slice(guide.indexOf("### Backup"), guide.indexOf("### Replacing"));
const [copying = "", restoring = ""] = [...chapter.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(
  ([, commands]) => commands,
);
const onUnix = { skip: process.platform === "win32" && "the guide's commands are a shell's" };
const isRoot = process.getuid?.() === 0;

test(
  "a copy holds no key, opens with it elsewhere, and opens nothing without",
  onUnix,
  async (t) => {
    const folder = mkdtempSync(join(tmpdir(), "meetbot-backup-"));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const follow = (commands: string, dataDir: string, input = "") =>
      execFileSync("sh", ["-ec", commands], {
        cwd: folder,
        env: { ...process.env, MEETBOT_DATA_DIR: dataDir },
        input,
      });

    const before = createMachine(t);
    const create = ["bot", "create", "--name", "Shop", "--endpoint", "https://shop.example.com/m"];
    const created = await before.run([...create, "--json"]);
    assert.equal(created.code, 0, created.stderr);
    const { bot_id: botId } = JSON.parse(created.stdout);
    const key = readFileSync(join(before.dataDir, "master.key"), "utf8");

    follow(copying, before.dataDir);
    const listed = execFileSync("tar", ["-tzf", "meetbot-data.tar.gz"], {
      cwd: folder,
      encoding: "utf8",
    });
    assert.match(listed, /postgres\/cluster\/PG_VERSION/);
    assert.doesNotMatch(listed, /master\.key/);

    // Another machine calls the database's owner by another number.
    const after = createMachine(t);
    follow(restoring, after.dataDir, key);
    const cluster = join(after.dataDir, "postgres/cluster");
    if (isRoot) {
      for (const name of ["", ...readdirSync(cluster, { recursive: true, encoding: "utf8" })]) {
        chownSync(join(cluster, name), 64_019, 64_019);
      }
    }
    const promoted = await after.run(["secret", "rotate", "--bot", botId, "--json"]);
    assert.equal(promoted.code, 0, promoted.stderr);

    const withoutKey = createMachine(t);
    follow(restoring, withoutKey.dataDir, "");
    rmSync(join(withoutKey.dataDir, "master.key"));
    const refused = await withoutKey.run(["secret", "rotate", "--bot", botId]);
    assert.notEqual(refused.code, 0);
    assert.match(refused.stderr, /sealed under the master key/);
  },
);
