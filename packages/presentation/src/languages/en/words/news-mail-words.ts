/** How mails with news are written, and how they are ended. */
export const newsMailWords = {
  newsMailSubject: "{bot}: {news}",
  newsMailHello: "News from {bot}:",
  newsMailWhy:
    "You get this mail because you asked {bot} in the chat to keep you posted. Mails that come back here are read by nobody.",
  newsMailStop: "Get no more mails like this",
  newsStopTitle: "Mails about your orders",
  newsStopText: "{bot} then sends you no more mails about what becomes of your orders.",
  newsStopGo: "Send no more mails",
  newsStopped:
    "Done: {bot} sends you no more mails about your orders. In the chat you can ask for them again.",
} as const;
