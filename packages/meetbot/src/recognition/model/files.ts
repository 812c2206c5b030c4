/** The weights, as they are shipped. */
export const intentModelFile = new URL("./intents.bin", import.meta.url);

/** What the weights were made of, and how well they do on templates kept apart. */
export const metricsFile = new URL("./metrics.json", import.meta.url);
