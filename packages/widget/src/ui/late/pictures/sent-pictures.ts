/**
 * Small copies of the pictures sent from this page, by the keys of their entries. They are `data:` URLs, which pages
 * that allow pictures allow.
 */
export const sentPictures = new Map<string, string>();
