import { compileCatalog } from "../messages/compile-catalog.mjs";
import { readCatalogs } from "../messages/read-catalogs.mjs";
import type { Area, CatalogWords } from "../src/words/catalogs.ts";
import type { OperatorLocale } from "../src/words/locale.ts";

const catalogs = readCatalogs();

/** Returns the words of a file as the console has them. */
export async function readWords<Name extends Area>(
  locale: OperatorLocale,
  name: Name,
): Promise<CatalogWords<Name>> {
  const code = compileCatalog(catalogs[locale]![name]!, locale);
  const { default: words } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return words;
}
