import { docsSchema } from "@astrojs/starlight/schema";
import { defineCollection } from "astro/content/config";
import { pagesLoader } from "./pages-loader.ts";

/** Where Astro looks for the pages, by these names. */
export const collections = { docs: defineCollection({ loader: pagesLoader, schema: docsSchema() }) };
