import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const workspace = fileURLToPath(new URL("../../..", import.meta.url));
const guide = readFileSync(join(workspace, "docs/install.md"), "utf8");

/** The programs that the guide and the script call: they only write down how, and npm leaves what it would install. */
const stubs = {
  debootstrap: 'mkdir "$3"',
  podman: 'echo "podman $*" >> called; [ "$1" != import ] || cat > imported.tar',
  npm: [
    'app="$3"',
    'for cpu in x64 arm64; do mkdir -p "$app/node_modules/node-linux-$cpu"; done',
    'mkdir -p "$app/node_modules/.bin" "$app/node_modules/meetbot"',
    `echo '{"version":"0.1.0"}' > "$app/node_modules/meetbot/package.json"`,
  ].join("\n"),
};

test("the image is built on the Debian that the guide makes where there is no registry", (t) => {
  const lines = guide.match(/^debootstrap .*\n(?:.+\n)+?(?=```)/m)?.[0] ?? "";
  const folder = mkdtempSync(join(tmpdir(), "meetbot-base-"));
  t.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "bin"));
  for (const [name, does] of Object.entries(stubs)) {
    const file = join(folder, "bin", name);
    writeFileSync(file, `#!/bin/sh\n${does}\n`);
    chmodSync(file, 0o755);
  }
  writeFileSync(join(folder, "meetbot-0.1.0.tgz"), "");
  const script = join(workspace, "deploy/image/build.sh");
  const { status, stderr } = spawnSync(
    "sh",
    ["-ec", lines.replace("deploy/image/build.sh", script)],
    {
      cwd: folder,
      env: { PATH: [join(folder, "bin"), process.env.PATH].join(delimiter) },
      encoding: "utf8",
    },
  );
  assert.equal(status, 0, stderr);
  const [imported, built] = readFileSync(join(folder, "called"), "utf8").split("\n");
  const [, name = ""] = /^podman import - (\S+)$/.exec(imported ?? "") ?? [];
  assert.match(name, /^localhost\//);
  assert.match(built ?? "", /^podman build .*--tag meetbot:0\.1\.0 /);
  assert.ok(built?.includes(` --build-arg BASE=${name} `), built);
});
