import {
  createContext,
  type ReactNode,
  Suspense,
  use,
  useContext,
  useEffect,
  useMemo,
  useState,
} from "react";
import { type Area, type CatalogWords, loadSame, loadWords, type WordsName } from "./catalogs.ts";
import { firstLocale, languageTags, type OperatorLocale, storeLocale } from "./locale.ts";

interface Speaking {
  locale: OperatorLocale;
  speak(locale: OperatorLocale): void;
}

const SpeakingContext = createContext<Speaking>({ locale: "en", speak() {} });

/** Provides the language of everything below it. */
export function SpeakingProvider({ children }: { children: ReactNode }) {
  const [locale, setLocale] = useState(firstLocale);
  useEffect(() => {
    document.documentElement.lang = languageTags[locale];
  }, [locale]);
  const speaking = useMemo(
    () => ({
      locale,
      async speak(chosen: OperatorLocale) {
        storeLocale(chosen);
        await loadSame(locale, chosen);
        setLocale(chosen);
      },
    }),
    [locale],
  );
  return (
    <SpeakingContext value={speaking}>
      <Suspense>{children}</Suspense>
    </SpeakingContext>
  );
}

export function useSpeaking(): Speaking {
  return useContext(SpeakingContext);
}

/** Returns the words of a page in the console's current language, or in another one; suspends until they are loaded. */
export function useWords<Name extends WordsName>(
  name: Name,
  language?: OperatorLocale,
): CatalogWords<Name> {
  const { locale } = useSpeaking();
  const [area, section] = name.split(".") as [Area, string?];
  // Always call `use` in the same order: React replays a suspended component by that order.
  const words = use(loadWords(language ?? locale, area));
  return (section ? words[section as keyof typeof words] : words) as CatalogWords<Name>;
}

/** Loads a page together with its words and the words of the parts that pages consist of. */
export async function withWords<Page>(page: Promise<Page>, ...areas: Area[]): Promise<Page> {
  const locale = firstLocale();
  await Promise.all(["fields" as const, ...areas].map((area) => loadWords(locale, area)));
  return page;
}
