import type { RawCatalog } from "./read-catalogs.mjs";

export declare function compileCatalog(catalog: RawCatalog, language: string): string;
