import { localStorageColorSchemeManager } from "@mantine/core";

/** Stores whether the console is light, dark or follows the system; `public/assets/scheme.js` reads it. */
export const keptScheme = localStorageColorSchemeManager({ key: "meetbot-scheme" });
