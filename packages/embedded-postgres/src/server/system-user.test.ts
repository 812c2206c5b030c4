import assert from "node:assert/strict";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import { makeDataDir, silent } from "../test-folder.fixture.ts";
import { systemUser } from "./system-user.ts";

const onLinux = { skip: process.platform !== "linux" && "no other system has flock" };

/** The system's programs as they are on a machine that lacks the user; they come first on the path. */
function setScene(t: { after(undo: () => void): void }, programs: Record<string, string>): string {
  const folder = makeDataDir(t, "bin");
  mkdirSync(folder);
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  const { PATH } = process.env;
  process.env.PATH = `${folder}:${PATH}`;
  t.after(() => {
    process.env.PATH = PATH;
  });
  return folder;
}

const idOfMade = (made: string) => `test -e ${made} && echo 997`;

it("is made once, however many ask for it at once", onLinux, async (t) => {
  const folder = makeDataDir(t, "made");
  mkdirSync(folder);
  const made = join(folder, "user");
  // As useradd is: it looks first, and the second of two would make the user anew.
  const useradd = `test -e ${made} && exit 9; sleep 0.05; echo made >> ${made}`;
  setScene(t, { id: idOfMade(made), useradd });
  const lines: unknown[] = [];
  const log = { info: (line: unknown) => void lines.push(line) };
  const found = await Promise.all([1, 2, 3].map(() => systemUser(log)));
  assert.deepEqual(found, Array(3).fill({ uid: 997, gid: 997 }));
  assert.deepEqual(lines, [{ user: "meetbot-postgres" }]);
});

it(
  "is refused with what to do where it cannot be made, and nobody runs in its place",
  onLinux,
  async (t) => {
    setScene(t, { id: "exit 1", useradd: "echo useradd: cannot open /etc/passwd >&2; exit 1" });
    await assert.rejects(systemUser(silent), {
      code: "user_missing",
      message: /meetbot-postgres.*cannot open \/etc\/passwd.*Make that user/s,
    });
  },
);

it("is not root by another name", onLinux, async (t) => {
  setScene(t, { id: "echo 0" });
  await assert.rejects(systemUser(silent), { code: "user_missing" });
});
