/** The languages of operators, which the console speaks, as browsers and screen readers name them. */
export const languageTags = { en: "en", zh: "zh-CN" } as const;

export type OperatorLocale = keyof typeof languageTags;
export const locales = Object.keys(languageTags) as OperatorLocale[];

const storageKey = "meetbot-locale";

/** Returns the console language nearest to a customer language, for texts that Meta itself writes. */
export function nearestLocale(language: string): OperatorLocale {
  return locales.find((one) => language.startsWith(one)) ?? "en";
}

/** Returns the language chosen here before, else the first of the browser's languages that the console supports. */
export function firstLocale(): OperatorLocale {
  const wishes = [stored(), ...navigator.languages];
  for (const wish of wishes) {
    const found = locales.find((one) => wish?.startsWith(one));
    if (found) return found;
  }
  return "en";
}

export function storeLocale(locale: OperatorLocale): void {
  try {
    localStorage.setItem(storageKey, locale);
  } catch {
    // Without storage, the browser's language decides again next time.
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
