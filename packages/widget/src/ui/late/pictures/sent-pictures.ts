/**
 * Small copies of the customer's pictures, by the keys of their entries. They are `data:` URLs, which pages allow
 * wherever they allow pictures.
 */
export const sentPictures = new Map<string, string>();
