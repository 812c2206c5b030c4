/** The page and the customer of these tests, and when it happens. */
export const page = "1029384756";
export const user = "5647382910";
export const at = 1_790_000_000_000;

/** One item between the customer and the page, with what differs. */
export const item = (fields: object) => ({
  sender: { id: user },
  recipient: { id: page },
  timestamp: at,
  ...fields,
});

/** A webhook body with these items. */
export const bodyOf = (...messaging: unknown[]) =>
  JSON.stringify({ object: "page", entry: [{ id: page, time: at, messaging }] });

/** The same while another app holds the conversation. */
export const standbyOf = (...standby: unknown[]) =>
  JSON.stringify({ object: "page", entry: [{ id: page, time: at, standby }] });
