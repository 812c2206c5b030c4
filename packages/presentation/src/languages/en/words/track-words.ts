/** The texts of the page where customers look up an order without a chat. */
export const trackWords = {
  trackTitle: "Track your order",
  trackIntro:
    "Type the number from your order confirmation or from the parcel, and the contact details you ordered with.",
  trackNumber: "Order or tracking number",
  trackEmailHint: "So that the shop knows it is yours",
  trackGo: "Find it",
  trackAnswer: "Answer",
  trackChoices: "What next?",
  trackWaiting: "We are still looking. This page looks again by itself.",
  trackLookAgain: "Look again",
  trackAnother: "Look up another order",
  trackEnd: "Done: clear this page",
  trackFailed: "That did not work. Please fill in the form once more. This page needs cookies.",
  trackTooMany: "That was a lot at once. Please try again in a moment.",
} as const;
