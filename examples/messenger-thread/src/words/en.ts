/** What the page itself says in English; the bot's words come from the bot. */
export const en = {
  language: "en-US",
  facebookLocale: "en_US",
  other: "中文",
  otherName: "切换到中文",
  pageTitle: (page: string) => `${page} on Messenger (demo)`,
  connecting: "Connecting to the demo …",
  away: "The demo does not answer. Start it again, and this page comes back by itself.",
  failed: "That did not work. Please try again.",
  tooLarge: "The demo takes files of 10 MB at most.",
  simulated: "Simulated on this machine",
  getStarted: "Get Started",
  startHint: "Tap to ask",
  conversation: "Conversation",
  you: "You",
  person: "A person, from the Page Inbox",
  handedBack: "The conversation was handed back to the bot.",
  heldByPerson:
    "A person answers. The bot keeps quiet for 24 hours, until you tap or it is handed back.",
  typing: (page: string) => `${page} is typing`,
  marks: {
    sending: "Sending",
    delivered: "Delivered",
    refused: "Not delivered: the webhook did not take it",
    seen: "Seen",
  },
  like: "Like",
  sendLike: "Send a like",
  send: "Send",
  attach: "Send a picture or a file",
  write: "Message",
  menu: "Menu",
  quickReplies: "Quick replies",
  useEmail: (email: string) => `Send your email: ${email}`,
  cards: "Cards",
  nextCard: "Next card",
  previousCard: "Previous card",
  opensTab: "opens in a new tab",
  unknownMessage: "This page cannot draw this message.",
  receipt: {
    title: "Order confirmation",
    details: "Details",
    order: "Order",
    placed: "Placed",
    paidWith: "Paid with",
    shipTo: "Ship to",
    subtotal: "Subtotal",
    shipping: "Shipping",
    tax: "Tax",
    total: "Total",
    quantity: (count: number) => `Qty ${count}`,
  },
  panel: {
    title: "Behind the scenes",
    startOver: "Start over",
    intro:
      "Everything here runs on this machine: a simulated Graph API, and the same code that talks with Meta's.",
    trouble: "Let something go wrong",
    troubleHint: "What goes wrong at Meta happens once, to the bot's next message.",
    person: "A person answers",
    personHint: "As if somebody wrote in the Page Inbox.",
    personField: "What the person writes",
    answer: "Answer",
    handBack: "Hand back to the bot",
    travels: "What travels",
    noTravels: "Nothing yet. Tap something in the thread.",
    toMeetbot: "Meta → Meetbot",
    toMeta: "Meetbot → Meta",
    noAnswer: "no answer",
    answered: "The answer",
  },
  troubles: {
    answer_lost: {
      name: "The answer gets lost",
      effect:
        "Meta takes the message, but the connection breaks. Its echo tells Meetbot that it arrived; it is not sent twice.",
    },
    meta_down: {
      name: "Meta has a failure",
      effect: "Error 2. The message is sent again after about a second; nothing overtakes it.",
    },
    rate_limited: {
      name: "Too many calls",
      effect:
        "Error 613. The whole page waits as long as Meta says, 10 seconds, then goes on in order.",
    },
    window_closed: {
      name: "The 24 hours are over",
      effect:
        "Error 10/2018278. The message is given up, and nothing is tried before you write again.",
    },
    shop_silent: {
      name: "The shop keeps silent",
      effect:
        "Ask for an order: after 2.5 seconds the bot shows that it is writing, after 8 it says that the shop does not answer. Tap again to end it.",
    },
  },
};

export type Words = typeof en;
