const list = (words: string): readonly string[] => words.split(" ");

/** English words whose misspellings are corrected. */
export const keywords = list(
  "order orders ordered package packages parcel parcels delivery deliver delivered shipment shipped shipping dispatched tracking status arrive arrived arriving receive received purchase purchases refund return invoice cancel address please thanks human person agent someone",
);

/** English words one letter away from a keyword that are not misspellings of it. */
export const lookalikes: ReadonlySet<string> = new Set(
  list(
    "older odder persona personal slipped skipped skipping slipping shopping whipping packaged delivers arrives receives returns refunds invoices cancels purchased purchaser stats statue statues tracing trucking humans humane persons agents thank deceive pleased pleases cancer",
  ),
);
