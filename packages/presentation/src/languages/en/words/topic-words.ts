/** The bot's English replies to topics for which the shop has given no answer. */
export const topicWords = {
  topicReturns:
    "I do not know the shop’s rules for returns, but a person there can tell you how it works and until when.",
  topicRefund:
    "I cannot see refunds, but a person at the shop can tell you where the money is and when it comes.",
  topicExchange:
    "I cannot exchange anything myself, but a person at the shop can tell you how it is done.",
  topicCancel:
    "I cannot cancel an order myself. A person at the shop can while it is not sent; after that it is a return.",
  topicChangeAddress:
    "I cannot change an address myself. A person at the shop can while it is not sent; after that, ask the carrier.",
  topicChangeOrder:
    "I cannot change what is in an order. A person at the shop can while it is not sent.",
  topicDamaged:
    "I am sorry that it arrived like that. Please keep everything and take a photo or two: a person at the shop will sort it out with you.",
  topicInvoice: "I cannot write invoices or receipts, but a person at the shop can send you one.",
  topicDeliveryTime:
    "How long delivery takes I cannot say; a person at the shop can. Once you have ordered, I can look up where it is.",
  topicDeliveryCost:
    "What shipping costs I cannot say, but the shop shows it at the checkout, and a person there can tell you.",
  topicAbroad:
    "Where the shop delivers, and what customs take, I cannot say; a person at the shop can.",
  topicCarriers:
    "Which carriers the shop sends with I cannot say, but a person there can. Once it is on its way, I can tell you the carrier.",
  topicPickUp: "Whether you can collect it yourself I cannot say; a person at the shop can.",
  topicPaymentMethods:
    "The shop shows at the checkout how you can pay. For anything special, ask a person there.",
  topicPaymentProblem:
    "I am sorry that the payment makes trouble. I cannot see payments, but a person at the shop can look into it.",
  topicDiscount:
    "I know no codes or offers, but a person at the shop can tell you what there is and why a code is not taken.",
  topicPriceProtection:
    "Whether you get the difference back I cannot say; a person at the shop can.",
  topicStock:
    "What is in stock I cannot see, but a person at the shop can, and knows when there will be more.",
  topicSize:
    "Which size fits I cannot say. The page of the article often has a chart, and a person at the shop can advise you.",
  topicProduct:
    "I know orders better than articles: what you want to know about this one, a person at the shop can tell you.",
  topicWarranty:
    "What the warranty covers I cannot say, but a person at the shop can. The receipt will help.",
  topicRepair:
    "A person at the shop can tell you about repairs, parts and installation; I do not know of those.",
  topicOpeningHours:
    "I do not know the shop’s hours or address, but you find them on its contact page, and a person there can tell you.",
  topicComplaint:
    "I am sorry that you are not happy with it. A person at the shop should hear about that.",
  topicPrivacy:
    "I cannot see or delete what is stored about you. The shop can do both: please ask a person there.",
  topicAccount:
    "I cannot get into your account. The page where you sign in helps with a lost password; with all else, a person at the shop.",
  topicDeliveryWish:
    "I cannot arrange that with the carrier. On most carriers’ tracking pages you can choose another day, a safe place, a neighbor or a pickup point; a person at the shop can ask, too.",
  topicPickupCode:
    "The carrier sends the pickup code itself, by text message or email, once the parcel is ready to be fetched. I do not have it; a person can ask for it.",
  topicGift:
    "Whether it can be gift-wrapped, or come with a card, I cannot say; a person at the shop can.",
} as const;
