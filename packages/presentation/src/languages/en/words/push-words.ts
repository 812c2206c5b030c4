/** The chat window's texts about web push, which notifies customers while the window is closed. */
export const pushWords = {
  offer: "Also tell me when this page is closed",
  on: "This browser tells you, also when this page is closed.",
  denied: "Your browser does not allow it. You can change that in its settings for this page.",
  failed: "That did not work here. You can try again later.",
};
