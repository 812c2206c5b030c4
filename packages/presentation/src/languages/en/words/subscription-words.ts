/** Phrases about customer updates: that they begin, how they arrive, how to stop them. */
export const subscriptionWords = {
  choiceKeepPosted: "Keep me posted",
  choiceKeepPostedAll: "Updates: all orders",
  newsOfOrder:
    "I will tell you when something changes with this order: when it is sent, out for delivery or delivered, and if something goes wrong.",
  newsOfPackage:
    "I will tell you when something changes with this package: when it is out for delivery or delivered, and if something goes wrong.",
  newsOfAll:
    "I will tell you when something changes with any of your orders: when one is sent, out for delivery or delivered, and if something goes wrong.",
  newsFromShop:
    "You asked in the shop to be kept posted about your order, so I will tell you when it is sent, out for delivery or delivered, and if something goes wrong.",
  newsHere: "The updates come here, in this chat.",
  newsOnReturn: "You find the updates here when you come back to this chat.",
  newsOnReturnBrowser:
    "You find the updates here when you come back to this chat, and also in your browser if you turn on notifications.",
  newsOnReturnEmail:
    "You find the updates here when you come back to this chat; while it is closed, they come by email.",
  newsOnReturnBoth:
    "You find the updates here when you come back to this chat; while it is closed, they come by email, or in your browser if you turn on notifications.",
  newsStopHint: "Reply STOP to end them.",
  newsOff: "You will get no more updates here. Reply START to turn them on again.",
  newsNone: "You get no updates in this chat.",
  newsHowTo: "To get some, ask for an order and choose “Keep me posted”.",
  newsOnAgain: "Your updates are on again. Reply STOP to end them.",
  newsFollowed: "Orders and packages I keep you posted about: {count}.",
  newsEndedToo: "The updates have been stopped too.",
  newsOrCancel: "Do you want to stop the updates, or is it about the order itself?",
  choiceStopNews: "Stop the updates",
  choiceCancelOrder: "Cancel the order",
  choiceReturnOrder: "Return or refund",
  newsNotProved:
    "I can no longer be sure that this may be shown to you, so I did not turn the updates on. Please look it up again first.",
  newsFull: "You already get updates on as many orders as I can follow in one chat.",
  newsWhich: "Which order shall I keep you posted about? Please send me its number.",
  newsNothingToCome:
    "There is nothing I could keep you posted about here: no more changes are expected.",
} as const;
