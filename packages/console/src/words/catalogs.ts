import type { Places, Texts } from "../locales/places.ts";
import type { OperatorLocale } from "./locale.ts";

/** A file of a language. */
export type Area = keyof Texts;

/** Texts with places are functions of what is filled in. */
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
export type Words<Name extends WordsName> = Name extends Area
  ? Catalog[Name]
  : Name extends `${infer File extends Area}.${infer Section}`
    ? Section extends keyof Catalog[File]
      ? Catalog[File][Section]
      : never
    : never;

const files = import.meta.glob<{ default: Catalog[Area] }>("../locales/*/*.json");
const loaded = new Map<string, Catalog[Area]>();
const loading = new Map<string, Promise<Catalog[Area]>>();

/** Loads a file of a language, once. */
export function loadWords<Name extends Area>(
  locale: OperatorLocale,
  area: Name,
): Promise<Catalog[Name]> {
  const path = `../locales/${locale}/${area}.json`;
  const words = loading.get(path) ?? load(path);
  loading.set(path, words);
  return words as Promise<Catalog[Name]>;
}

async function load(path: string): Promise<Catalog[Area]> {
  try {
    const { default: words } = await files[path]!();
    loaded.set(path, words);
    return words;
  } catch (error) {
    loading.delete(path);
    throw error;
  }
}

/** Returns the words if they are loaded, and else what brings them. */
export function findWords<Name extends WordsName>(
  locale: OperatorLocale,
  name: Name,
): Words<Name> | Promise<unknown> {
  const [area, section] = name.split(".") as [Area, string?];
  const words = loaded.get(`../locales/${locale}/${area}.json`);
  if (!words) return loadWords(locale, area);
  return (section ? words[section as keyof typeof words] : words) as Words<Name>;
}

/** Loads in another language what is loaded in one. */
export async function loadSame(from: OperatorLocale, to: OperatorLocale): Promise<void> {
  const prefix = `../locales/${from}/`;
  const areas = [...loading.keys()].filter((path) => path.startsWith(prefix));
  await Promise.all(
    areas.map((path) => loadWords(to, path.slice(prefix.length, -".json".length) as Area)),
  );
}
