/** Texts by their names; a section holds more of them. */
export interface RawCatalog {
  [name: string]: string | RawCatalog;
}

export declare function readCatalogs(folder?: string): Record<string, Record<string, RawCatalog>>;
export declare function comparePlaces(catalogs: Record<string, RawCatalog>): {
  places: Record<string, Record<string, string>>;
  faults: string[];
};
