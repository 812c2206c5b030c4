/** All of the bot's English texts, for every channel and mail. `{name}` marks a placeholder. */
export const dialogWords = {
  welcome:
    "Hi, this is {bot}. I can look up your orders and packages. Just write what you want to know, or choose:",
  help: "I can find your orders and tell you where your packages are. Send me an order number, a package number or the email you ordered with, for example “where is my order MB12345678?”. Write “cancel” at any time to stop.",
  menu: "What would you like to do?",
  greeting: "Hello! What would you like to know?",
  thanks: "You’re welcome. Write any time if there is more.",
  noted: "All right. Write any time if there is more.",
  noMore: "That is all there is to show.",
  stopped: "All right, we leave that. What would you like to do?",
  nothingToStop:
    "There is nothing here to stop, and nothing was changed. What would you like to do?",
  lookOnly:
    "I can only look up orders and packages. For changes, refunds and other questions there is a person.",
  notSpoken: "Sorry, I do not speak that language. Here I speak {languages}.",
  notUnderstood:
    "Sorry, that is beyond me: I look up orders and packages. For anything else, a person can help.",
  notUnderstoodAgain:
    "Sorry, I cannot help with that either. Choose one of these, or talk to a person.",
  clarify: "Is it about an order or a package? Choose one:",
  textOnly:
    "I can only read text so far: no pictures, stickers, files or voice messages. Tell me in words what you need, for example an order number.",
  pictureTaken:
    "I cannot look at pictures or files myself, but a person can. Shall a person help you? Or tell me in words what you need.",
  sendPicture: "Send a picture or PDF",
  pictureRefused: "Not taken: JPEG, PNG, WebP, HEIC or PDF up to 10 MB.",
  choiceExpired: "That button no longer works here. What would you like to do?",

  askEmail: "Which email did you order with? An order number works too.",
  withCountryCode: "Please write a phone number with its country code, such as +44 20 7946 0958.",
  phoneOrNumber: "Is {number} your phone number or an order number?",
  askOrderNumber: "What is the order number? You find it in your order confirmation.",
  askPackageNumber: "What is the package number or the order number?",
  againEmail:
    "That does not look like an email, such as name@example.com. Which email did you order with?",
  againOrderNumber:
    "That does not look like an order number: I need 3 to 64 letters or digits. What is the order number?",
  againPackageNumber:
    "That does not look like a package number: I need 3 to 64 letters or digits. What is the package or order number?",
  stuck: "We can leave this, or a person can help you. What would you like to do?",

  ordersOpenMasked: "{count} in progress.",
  ordersUnpaidMasked: "{count} unpaid.",
  ordersPastMasked: "{count} in the past.",
  count1: "1 order",
  count2: "2 orders",
  countMore: "3 or more orders",
  noOrdersOpen: "I find no orders in progress. Is it an unpaid one, or a past one?",
  noOrdersUnpaid: "I find no unpaid orders.",
  noOrdersPast: "I find no past orders.",
  orderFoundMasked: "This is all I can show for that number so far:",
  ladderAccount:
    "An email alone does not prove who is asking, so I show only the status and the month. Send me an order number to see what is in it and where it is.",
  ladderNumber:
    "A number like this does not prove who is asking, so I show only the status. Send me the email you ordered with to see the rest.",
  ladderPackage: "Send me the order number to see what is in the package.",
  ladderAccountOrCode:
    "An email alone does not prove who is asking, so I show only the status and the month. Send me an order number to see what is in it, or get a code by email to see everything.",
  ladderAccountOrSignIn:
    "An email alone does not prove who is asking, so I show only the status and the month. Send me an order number to see what is in it, or show that it is you with one of the buttons to see everything.",
  askEmailForCode:
    "To keep your orders safe, I first send a code to the email you ordered with. Which email is it?",
  askCode: "What are the 6 digits in the mail I sent you?",
  againCode:
    "I need the 6 digits that stand in the mail I sent you. If it has not come, look into your spam folder or let me send it again.",
  codeSent:
    "I have sent a code to {email}. It is valid for 10 minutes. What are its 6 digits? If nothing arrives, look into your spam folder.",
  codeLimited:
    "Enough codes were sent to {email} for now. You can get the next one in {wait}, or use another email.",
  codeLimitedPending:
    "I cannot send another code to {email} for {wait}, but the last one still counts. What are its 6 digits? Please look into your spam folder too.",
  codeNotSent:
    "The mail with the code could not be sent. That is a fault on our side, not on yours. Please try again in a moment.",
  codeRefused:
    "That mailbox does not take my mail, so I cannot send a code there. Is the email spelled right?",
  codeNotForEmail:
    "I cannot send a code to an email of that form. You can use another email or an order number.",
  codeNotForPhone:
    "I can send a code to an email only, not to a phone. To see your orders here, sign in at the shop, or talk to a person.",
  codeRight: "Thank you, that is the right code.",
  codeWrong:
    "That is not the code. Please look again; the newest mail counts. You have {tries} more tries.",
  codeWrongOnce:
    "That is not the code. Please look again; the newest mail counts. You have one more try.",
  codeUsedUp: "That was not the code either, so it no longer counts. You can get a new one.",
  codeExpired: "That code no longer counts: codes are valid for 10 minutes. You can get a new one.",
  signInNeeded:
    "This shop shows orders only to customers who are signed in. Please sign in on the shop’s page and open the chat there, or talk to a person.",
  linkMade:
    "Sign in at the shop with the button, and confirm there. The page then shows 6 digits: what are they? The link is for you alone, works once and for 5 minutes. Never confirm one that somebody sent you.",
  linkLimited:
    "You have had enough links to sign in for now. You can get the next one in {wait}, or talk to a person.",
  linkUnconfirmed:
    "The shop has not confirmed it yet. Sign in with the button above and confirm there; then the page shows 6 digits. What are they?",
  linkWrong:
    "Those are not the digits that the shop’s page shows. Please look again. You have {tries} more tries.",
  linkWrongOnce:
    "Those are not the digits that the shop’s page shows. Please look again. You have one more try.",
  linkUsedUp: "Those were not the digits either, so they no longer count. You can sign in anew.",
  linkExpired: "That sign-in no longer counts: it is valid for 5 minutes. You can sign in anew.",
  linked:
    "Thank you. This chat is now linked with the account {account}, for 30 days at most. Write “sign out” to end that at any time.",
  askShown: "What are the 6 digits that the shop’s page shows?",
  againShown:
    "I need the 6 digits that the shop’s page shows once you have confirmed there. Sign in again if it shows none.",
  signedOut:
    "You are signed out, and I show nothing more of your account here. What I have sent before may still stand above.",
  notSignedIn: "Nobody is signed in here.",
  packageByOrder: "I look up packages by their orders.",
  limited:
    "To protect everybody’s orders, I look up only so many different emails and numbers in a while. Please try again in {wait}, or talk to a person.",
  waitMinute: "a minute",
  waitMinutes: "{count} minutes",
  waitHours: "{count} hours",
  userNotFound:
    "The shop knows no orders for that email. Is it spelled right, or did you use another one?",
  orderNotInAccount: "I find no order with the number {number} for that email. Please check both.",
  thatOrderNotInAccount: "I no longer find that order for that email.",
  thatNumberNotFound: "The shop no longer knows that order or package.",
  numberNotFound:
    "The shop knows neither an order nor a package with the number {number}. Please send the whole number, as in your order confirmation.",
  noPackages: "The shop shows no package for this order yet.",
  failed: "Sorry, something went wrong on my side, and I could not finish that. Please try again.",

  unavailable:
    "The shop’s system does not answer right now, so I cannot look it up. That says nothing about your order. Please try again in a moment.",
  unavailableForNow:
    "The shop’s system is not answering at present, so I cannot look it up. That says nothing about your order. Please try again later, or talk to a person.",
  unavailableAgain:
    "The shop’s system still does not answer. Please try again later, or talk to a person.",

  reach: "You reach a person here: {contact}.",

  choiceOrders: "My orders",
  choicePackages: "Track a package",
  choiceHelp: "Help",
  choicePerson: "Talk to a person",
  choiceStartOver: "Start over",
  choiceOpen: "In progress",
  choiceUnpaid: "Unpaid",
  choicePast: "Past",
  choiceMore: "More",
  choiceRetry: "Try again",
  choiceTrack: "Where is it?",
  choiceOrderOfPackage: "Show the order",
  choiceGetCode: "Get a code by email",
  choiceSignIn: "Sign in at the shop",
  choiceNewLink: "Get a new link",
  choiceSignOut: "Sign out",
  choiceSendAgain: "Send it again",
  choiceNewCode: "Get a new code",
  choiceAllDetails: "See all details",
  choiceUseEmail: "Use my email",
  choiceOtherEmail: "Another email",
  choiceIsPhone: "My phone number",
  choiceIsNumber: "An order number",
  choiceUseOrderNumber: "Use an order number",
  choiceOtherNumber: "Another number",

  pageGreeting: "This is {bot}. Ask where your order is, and the shop’s own system answers.",
  iceBreakerOrders: "Where is my order?",
  iceBreakerPackages: "Where is my package?",
  buttonCopyTracking: "Copy tracking number",

  mailSubject: "Your code for the chat with {bot}",
  mailWhy:
    "This is {bot}. Somebody gave this email in our chat. To show that it is yours, type this code into the chat:",
  mailValid: "The code is valid for 10 minutes.",
  mailNotYou:
    "If it was not you who asked, ignore this mail: without the code, nobody is taken for you.",
  mailNever: "Never give the code to anyone: the shop will not ask for it.",
  theTeam: "the team",
  transcriptSubject: "Your conversation with {bot}",
  transcriptBefore: "You asked for a copy of your conversation with {bot}. Here it is:",
  transcriptYou: "You",
  personSays: "{name}: {text}",
  transcriptAfter: "It may show your orders: forward it to nobody who is not to see them.",
} as const;
