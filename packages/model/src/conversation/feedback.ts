/** A customer's feedback on an answer: helpful or not. */
export type Feedback = "up" | "down";
