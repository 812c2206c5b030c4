import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { en, type Words } from "./en.ts";
import { zh } from "./zh.ts";

/** Where the choice of a language is kept. */
const kept = "meetbot-demo-language";

export const Speaking = createContext<Words>(en);

/** The words of the language that the page is in. */
export function useWords(): Words {
  return useContext(Speaking);
}

/** The browser's language, or the one that was chosen here; and how to change it. */
export function useLanguage(): [Words, () => void] {
  const [isChinese, setChinese] = useState(() =>
    (localStorage.getItem(kept) ?? navigator.language).toLowerCase().startsWith("zh"),
  );
  const words = isChinese ? zh : en;
  useEffect(() => {
    document.documentElement.lang = words.language;
  }, [words]);
  const change = () => {
    localStorage.setItem(kept, isChinese ? "en" : "zh");
    setChinese(!isChinese);
  };
  return [words, change];
}
