import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { customerLocales } from "@meetbot/presentation";
import { orderStatuses, packageStatuses } from "../../presentation/src/status/known-statuses.ts";

const dist = new URL("../dist/", import.meta.url);

const textOf = (name: string) => readFileSync(new URL(name, dist), "utf8");
const sizeOf = (name: string) => gzipSync(textOf(name), { level: 9 }).length;

/** A file and all that it loads at once, in turn. */
function withImports(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const [, imported = ""] of textOf(name).matchAll(/(?:from|import)"\.\/([^"]+)"/g)) {
    withImports(imported, found);
  }
  return found;
}

/** The file with all that the window says in a language. */
const chunkOf = (locale: string) =>
  readdirSync(dist).find((name) => textOf(name).includes(`{locale:"${locale}"`)) ?? "";

test("what every page loads has at most 2 kB", () => {
  assert(sizeOf("loader.js") <= 2_000, `${sizeOf("loader.js")} bytes`);
});

test("an open window with its styles and one language has at most 22 kB", () => {
  const files = [...withImports("app.js"), chunkOf("en")];
  const sizes = files.map((name) => [name, sizeOf(name)] as const);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  assert(total <= 22_000, `${total} bytes: ${JSON.stringify(Object.fromEntries(sizes))}`);
});

test("what follows when the window stands has at most 4.5 kB", () => {
  const late = readdirSync(dist).find((name) => name.startsWith("late-")) ?? "";
  assert(sizeOf(late) <= 4_500, `${sizeOf(late)} bytes`);
});

test("what cards tell at a second look has at most 2.65 kB", () => {
  const details = readdirSync(dist).find((name) => name.startsWith("card-details-")) ?? "";
  assert(sizeOf(details) <= 2_650, `${sizeOf(details)} bytes`);
});

for (const locale of customerLocales) {
  test(`a language of the window has at most 2.2 kB: ${locale}`, () => {
    assert(sizeOf(chunkOf(locale)) <= 2_200, `${sizeOf(chunkOf(locale))} bytes`);
  });
}

test("no browser loads how shops write statuses: what they tell comes with each item", () => {
  const patterns = [orderStatuses, packageStatuses].flatMap((statuses) =>
    Object.values(statuses).flatMap((written) => Object.values(written)),
  );
  for (const name of readdirSync(dist)) {
    const text = textOf(name);
    assert.deepEqual(
      patterns.filter(({ source }) => text.includes(source)),
      [],
      name,
    );
  }
});

test("nothing that is built evaluates text, writes HTML or names another host", () => {
  for (const name of readdirSync(dist)) {
    const text = textOf(name);
    assert.doesNotMatch(text, /\beval\(|new Function|document\.write|window\.onmessage\s*=/, name);
    const hosts = [...text.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host);
    assert.deepEqual(
      hosts.filter((host) => host !== "www.w3.org"), // the names of SVG and MathML
      [],
      name,
    );
  }
});
