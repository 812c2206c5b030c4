import type { WindowLanguage } from "./languages/contract/window-language.ts";
import type { CustomerLocale } from "./languages/customer-locale.ts";

/** Loads what a window says in one language; the others stay where they are. Fails where that cannot be had. */
export async function loadWindowLanguage(locale: CustomerLocale): Promise<WindowLanguage> {
  const file: { windowLanguage: WindowLanguage } = await import(`./languages/${locale}/window.ts`);
  return file.windowLanguage;
}
