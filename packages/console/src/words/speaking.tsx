import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import type { Words } from "./define-words.ts";
import { firstLocale, keepLocale, languageTags, type OperatorLocale } from "./locale.ts";

interface Speaking {
  locale: OperatorLocale;
  speak(locale: OperatorLocale): void;
}

const SpeakingContext = createContext<Speaking>({ locale: "en", speak() {} });

/** Keeps the language in which everything below it speaks. */
export function SpeakingProvider({ children }: { children: ReactNode }) {
  const [locale, setLocale] = useState(firstLocale);
  useEffect(() => {
    document.documentElement.lang = languageTags[locale];
  }, [locale]);
  const speaking = useMemo(
    () => ({
      locale,
      speak(chosen: OperatorLocale) {
        keepLocale(chosen);
        setLocale(chosen);
      },
    }),
    [locale],
  );
  return <SpeakingContext value={speaking}>{children}</SpeakingContext>;
}

export function useSpeaking(): Speaking {
  return useContext(SpeakingContext);
}

/** The words of a page in the language that is spoken. */
export function useWords<Table>(words: Words<Table>): Words<Table>["en"] {
  return words[useSpeaking().locale];
}
