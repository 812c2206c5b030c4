/** The phrases for shops that find customers by phone number, or by phone number or email. */
export const accountWords = {
  phone: {
    help: "I can find your orders and tell you where your packages are. Send me an order number, a package number or the phone number you ordered with, for example “where is my order MB12345678?”. Write “cancel” at any time to stop.",
    askEmail: "Which phone number did you order with? An order number works too.",
    againEmail:
      "That does not look like a phone number I can use. Please write it in full, with the country code if there is one, such as +44 20 7946 0958. Which phone number did you order with?",
    ladderAccount:
      "A phone number alone does not prove who is asking, so I show only the status and the month. Send me an order number to see what is in it and where it is.",
    ladderAccountOrSignIn:
      "A phone number alone does not prove who is asking, so I show only the status and the month. Send me an order number to see what is in it, or show that it is you with one of the buttons to see everything.",
    ladderNumber:
      "A number like this does not prove who is asking, so I show only the status. Send me the phone number you ordered with to see the rest.",
    limited:
      "To protect everybody’s orders, I look up only so many different phone and order numbers in a while. Please try again in {wait}, or talk to a person.",
    userNotFound:
      "The shop knows no orders for that phone number. Is it right, and of the right country, or did you use another one?",
    orderNotInAccount:
      "I find no order with the number {number} for that phone number. Please check both.",
    thatOrderNotInAccount: "I no longer find that order for that phone number.",
    choiceUseEmail: "Use my phone number",
    choiceOtherEmail: "Another phone number",
    whatNumber:
      "The order number is in the message that confirmed your order, and in your account at the shop. The phone number you ordered with works too.",
    noEmail:
      "You need no email here: the phone number you ordered with will do, or the order number. If you have neither, a person can find your order.",
    byName:
      "I cannot look up by a name: others may know yours. The order number works, or the phone number you ordered with. Which one do you have?",
    asGuest:
      "That is fine, it needs no account: the order number or the phone number you ordered with is enough. Which one do you have?",
    whyEmail:
      "I use a phone number only to find your orders in this shop’s system. If you would rather not send it, an order number will do. I never need a password or a card number.",
    signedInNot:
      "Nobody is signed in here. The phone number you ordered with will do, or an order number. Which one do you have?",
    lookingAt:
      "I am looking up the orders of {account}. To change that, write another phone number.",
  },
  both: {
    help: "I can find your orders and tell you where your packages are. Send me an order number, a package number or the email or phone number you ordered with, for example “where is my order MB12345678?”. Write “cancel” at any time to stop.",
    askEmail: "Which email or phone number did you order with? An order number works too.",
    againEmail:
      "That does not look like an email, such as name@example.com, or a phone number, such as +44 20 7946 0958. Which one did you order with?",
    ladderNumber:
      "A number like this does not prove who is asking, so I show only the status. Send me the email or phone number you ordered with to see the rest.",
    limited:
      "To protect everybody’s orders, I look up only so many different emails, phone numbers and order numbers in a while. Please try again in {wait}, or talk to a person.",
    choiceUseEmail: "Use email or phone",
    choiceOtherEmail: "Other email or phone",
    whatNumber:
      "The order number is in the message that confirmed your order, and in your account at the shop. The email or phone number you ordered with works too.",
    noEmail:
      "Then the phone number you ordered with will do, or the order number: it is in the confirmation of your order and on the invoice. If you have neither, a person can find your order.",
    byName:
      "I cannot look up by a name: others may know yours. The order number works, or the email or phone number you ordered with. Which one do you have?",
    asGuest:
      "That is fine, it needs no account: the order number, or the email or phone number you ordered with, is enough. Which one do you have?",
    whyEmail:
      "I use an email or phone number only to find your orders in this shop’s system. If you would rather not send it, an order number will do. I never need a password or a card number.",
    signedInNot:
      "Nobody is signed in here. The email or phone number you ordered with will do, or an order number. Which one do you have?",
    lookingAt:
      "I am looking up the orders of {account}. To change that, write another email or phone number.",
  },
} as const;
