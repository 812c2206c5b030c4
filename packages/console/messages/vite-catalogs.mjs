import { readFileSync } from "node:fs";
import { compileCatalog } from "./compile-catalog.mjs";
import { localesFolder } from "./read-catalogs.mjs";

const mark = "\0catalog:";

/** Compiles the texts of a language where the console imports them. */
export const catalogs = {
  name: "catalogs",
  enforce: "pre",
  async resolveId(source, importer, options) {
    if (!source.endsWith(".json")) return null;
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    if (!found?.id.startsWith(localesFolder)) return null;
    return `${mark}${found.id.slice(0, -".json".length)}`;
  },
  load(id) {
    if (!id.startsWith(mark)) return null;
    const file = `${id.slice(mark.length)}.json`;
    const [language] = file.slice(localesFolder.length).split("/");
    return compileCatalog(JSON.parse(readFileSync(file, "utf8")), language);
  },
};
