import { i18nLoader } from "@astrojs/starlight/loaders";
import { docsSchema, i18nSchema } from "@astrojs/starlight/schema";
import { defineCollection } from "astro/content/config";
import { pagesLoader } from "./pages-loader.ts";

/** Astro looks up the pages and the site's own texts under these names. */
export const collections = {
  docs: defineCollection({ loader: pagesLoader, schema: docsSchema() }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
};
