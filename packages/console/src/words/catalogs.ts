import type { Places, Texts } from "../locales/places.ts";
import type { OperatorLocale } from "./locale.ts";

/** A file of a language. */
export type Area = keyof Texts;

/** Texts with placeholders become functions of the values to fill in. */
type Filled<Text, Name extends string> = {
  readonly [Key in keyof Text & string]: Text[Key] extends string
    ? `${Name}.${Key}` extends infer Path extends keyof Places
      ? (places: Places[Path]) => string
      : string
    : Filled<Text[Key], `${Name}.${Key}`>;
};
type Catalog = { readonly [Name in Area]: Filled<Texts[Name], Name> };

/** A file, or a section of one: `"audit"`, `"inbox.list"`. */
export type WordsName = {
  [Name in Area]: Name | `${Name}.${Extract<keyof Texts[Name], string>}`;
}[Area];

/** The words by this name, in any language. */
export type CatalogWords<Name extends WordsName> = Name extends Area
  ? Catalog[Name]
  : Name extends `${infer File extends Area}.${infer Section}`
    ? Section extends keyof Catalog[File]
      ? Catalog[File][Section]
      : never
    : never;

const files = import.meta.glob<{ default: Catalog[Area] }>("../locales/*/*.json");
/** A file being loaded, with the fields in which React looks for a loaded one, so that no page waits for it again. */
interface LoadedFile extends Promise<Catalog[Area]> {
  status?: "fulfilled";
  value?: Catalog[Area];
}

const loading = new Map<string, LoadedFile>();

/** Loads a file of a language once: returns the same promise each time. */
export function loadWords<Name extends Area>(
  locale: OperatorLocale,
  area: Name,
): Promise<Catalog[Name]> {
  const path = `../locales/${locale}/${area}.json`;
  const file = loading.get(path) ?? load(path);
  loading.set(path, file);
  return file as Promise<Catalog[Name]>;
}

function load(path: string): LoadedFile {
  const file: LoadedFile = files[path]!().then(
    ({ default: value }) => {
      Object.assign(file, { status: "fulfilled", value });
      return value;
    },
    (error: unknown) => {
      loading.delete(path);
      throw error;
    },
  );
  return file;
}

/** Loads in another language every catalog that is loaded in one. */
export async function loadSame(from: OperatorLocale, to: OperatorLocale): Promise<void> {
  const prefix = `../locales/${from}/`;
  const areas = [...loading.keys()].filter((path) => path.startsWith(prefix));
  await Promise.all(
    areas.map((path) => loadWords(to, path.slice(prefix.length, -".json".length) as Area)),
  );
}
