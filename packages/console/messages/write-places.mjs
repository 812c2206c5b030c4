// Writes src/locales/places.ts: the types of what texts have to be given. With --check it only looks whether that is up to
// date, and whether all languages have the same texts.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { comparePlaces, localesFolder, readCatalogs } from "./read-catalogs.mjs";

const file = `${localesFolder}places.ts`;

/** Writes the types, and throws where languages differ. */
export function writePlaces({ onlyCheck = false } = {}) {
  const catalogs = readCatalogs();
  const { places, faults } = comparePlaces(catalogs);
  if (faults.length > 0) {
    throw new Error(`Texts differ in src/locales:\n${faults.join("\n")}`);
  }
  const text = typesOf(Object.keys(catalogs.en), places);
  if (read() === text) return;
  if (onlyCheck) throw new Error("src/locales/places.ts is out of date. Run: npm run locales");
  writeFileSync(file, text);
}

function read() {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function typesOf(names, places) {
  const lines = Object.entries(places)
    .filter(([, own]) => Object.keys(own).length > 0)
    .map(([name, own]) => {
      const fields = Object.entries(own).map(([place, type]) => `${place}: ${type}`);
      return `  "${name}": { ${fields.join("; ")} };\n`;
    });
  const files = names.map((name) => `  "${name}": typeof import("./en/${name}.json");\n`).join("");
  return `// Written by \`npm run locales\` from the texts beside it.
// biome-ignore-all format: as it is written
type Value = string | number;

/** The files of a language. */
export interface Texts {
${files}}

/** The values required by texts with placeholders. */
export interface Places {
${lines.join("")}}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    writePlaces({ onlyCheck: process.argv.includes("--check") });
  } catch ({ message }) {
    console.error(message);
    process.exitCode = 1;
  }
}
