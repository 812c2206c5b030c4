import { localStorageColorSchemeManager } from "@mantine/core";

/** Keeps whether the console is light, dark or as the system; `public/assets/scheme.js` reads it. */
export const keptScheme = localStorageColorSchemeManager({ key: "meetbot-scheme" });
