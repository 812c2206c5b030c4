// Reads src/locales: a folder for each language, with the same files and texts in each.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { TYPE } from "@formatjs/icu-messageformat-parser";
import { parseMessage } from "./compile-catalog.mjs";

export const localesFolder = fileURLToPath(new URL("../src/locales/", import.meta.url));

/** The language that others are translated from. */
const source = "en";

/** Returns the texts of each language by language and file. */
export function readCatalogs(folder = localesFolder) {
  const languages = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return Object.fromEntries(
    languages.map((language) => {
      const files = readdirSync(`${folder}/${language}`).toSorted();
      const read = (file) => JSON.parse(readFileSync(`${folder}/${language}/${file}`, "utf8"));
      return [
        language,
        Object.fromEntries(files.map((file) => [file.replace(".json", ""), read(file)])),
      ];
    }),
  );
}

/** Returns each text's places with their types, by the text's path, and what one language has and another has not. */
export function comparePlaces(catalogs) {
  const all = Object.fromEntries(
    Object.entries(catalogs).map(([language, catalog]) => [language, placesOf(catalog, language)]),
  );
  const places = all[source];
  const faults = [];
  for (const [language, own] of Object.entries(all)) {
    for (const name of new Set([...Object.keys(places), ...Object.keys(own)])) {
      if (!own[name]) faults.push(`${language} lacks ${name}`);
      else if (!places[name]) faults.push(`${source} lacks ${name}, which ${language} has`);
      else {
        // What only chooses between forms, a language without these forms leaves out.
        for (const [place, type] of Object.entries(places[name])) {
          if (!own[name][place] && type === anything)
            faults.push(`${language} lacks {${place}} in ${name}`);
        }
        for (const place of Object.keys(own[name])) {
          if (!places[name][place])
            faults.push(`${source} has no {${place}} for ${language} in ${name}`);
        }
        for (const [place, type] of Object.entries(own[name])) {
          if (type !== anything) places[name][place] = type;
        }
      }
    }
  }
  return { places, faults };
}

const anything = "Value";

function placesOf(catalog, language) {
  const found = {};
  const read = (value, name) => {
    if (typeof value === "string") {
      found[name] = {};
      collect(parseMessage(value, `${language}/${name}`), found[name]);
    } else {
      for (const [key, inner] of Object.entries(value)) read(inner, name ? `${name}.${key}` : key);
    }
  };
  read(catalog, "");
  return found;
}

function collect(parts, places) {
  for (const part of parts) {
    if (part.type === TYPE.argument) places[part.value] ??= anything;
    if (part.type !== TYPE.plural && part.type !== TYPE.select) continue;
    const keys = Object.keys(part.options);
    const isSwitch = keys.some((key) => key === "true" || key === "false");
    places[part.value] = part.type === TYPE.plural ? "number" : isSwitch ? "boolean" : "string";
    for (const { value } of Object.values(part.options)) collect(value, places);
  }
}
