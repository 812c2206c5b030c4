/** Small copies of what was sent from here, by the keys of their entries: pages let in `data:` where they let in pictures. */
export const sentPictures = new Map<string, string>();
