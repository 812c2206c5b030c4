/**
 * Limits of the Send API. Where Meta does not define a character, both readings are respected: a text is cut between
 * graphemes and counted in UTF-16 units, of which there are never fewer.
 */

/** "Must be UTF-8 and less than 2000 characters": Send API reference, `message.text`. */
export const maxTextLength = 1999;

/** Send API reference, `message.metadata`: "less than 1000 characters". */
export const maxMetadataLength = 999;

/** Quick replies: "up to 13", titles of 20 characters, payloads of 1000. */
export const maxQuickReplies = 13;
export const maxQuickReplyTitleLength = 20;
export const maxPayloadLength = 1000;

/** Generic template: 10 elements; title and subtitle of 80 characters each. */
export const maxCards = 10;
export const maxCardTextLength = 80;

/** Button template: "a set of 1-3 buttons". */
export const maxButtons = 3;

/** Button template: text of 640 characters; titles of buttons everywhere 20. */
export const maxButtonTextLength = 640;
export const maxButtonTitleLength = 20;

/** Receipt template: "maximum of 100 element objects". */
export const maxReceiptElements = 100;
