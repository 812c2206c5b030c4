import { i18nLoader } from "@astrojs/starlight/loaders";
import { docsSchema, i18nSchema } from "@astrojs/starlight/schema";
import { defineCollection } from "astro/content/config";
import { pagesLoader } from "./pages-loader.ts";

/** Where Astro looks, by these names, for the pages and for what the site itself says. */
export const collections = {
  docs: defineCollection({ loader: pagesLoader, schema: docsSchema() }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
};
