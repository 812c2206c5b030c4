import type { WindowLanguage } from "./languages/contract/window-language.ts";
import type { CustomerLocale } from "./languages/customer-locale.ts";

/** Loads only the chat window's texts in one language. Rejects if they cannot be loaded. */
export async function loadWindowLanguage(locale: CustomerLocale): Promise<WindowLanguage> {
  const file: { windowLanguage: WindowLanguage } = await import(`./languages/${locale}/window.ts`);
  return file.windowLanguage;
}
