import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { prepareConsoles } from "./open-console.ts";

/** The most script that opening the console may load: more would be felt on a phone. */
const maxScriptBytes = 220_000;

const folder = fileURLToPath(new URL("../dist/", import.meta.url));
const startConsole = prepareConsoles();

test("the first page loads 220 KB of compressed script at most", async (t) => {
  const server = await startConsole(t);
  const { page } = await server.visit({ path: "/sign-in", as: null });
  await page.getByRole("heading", { level: 1 }).waitFor();
  const names = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith(".js")),
  );
  assert(names.length > 1, "no script was loaded");
  const bytes = names
    .map((path) => readFileSync(folder + path.replace("/console/", "")))
    .reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
  assert(bytes <= maxScriptBytes, `${bytes} bytes in ${names.join(", ")}`);
  t.diagnostic(`${bytes} bytes of script`);
});
