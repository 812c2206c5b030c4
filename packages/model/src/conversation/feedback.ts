/** What a customer thinks of an answer: it helped, or it did not. */
export type Feedback = "up" | "down";
