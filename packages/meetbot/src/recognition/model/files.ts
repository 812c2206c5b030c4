/** The weights, as they are shipped. */
export const intentModelFile = new URL("./intents.bin", import.meta.url);

/** The weights for the topics, as they are shipped. */
export const topicModelFile = new URL("./topics.bin", import.meta.url);

/** The training data of the weights, and their scores on held-out templates. */
export const metricsFile = new URL("./metrics.json", import.meta.url);

/** How well the model separates the topics, on held-out lines. */
export const topicMetricsFile = new URL("./topic-metrics.json", import.meta.url);

/** Lines that clearly ask for each topic, for an order or a package. */
export const clearRequestsFile = new URL("./clear-requests.json", import.meta.url);
