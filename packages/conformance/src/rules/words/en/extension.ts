import type { RuleIdOf, RuleWords } from "../../ids/rule-ids.ts";

export const extension: Readonly<Record<RuleIdOf<"extension">, RuleWords>> = {
  "extension.capabilities": {
    title: "declares what it can do in words that the protocol has",
    why: "Meetbot silently ignores a misspelled word: what you declared with it is never used.",
    fix: "Write `capabilities` in the answer to `test` as lists of words: accounts, context, fields and pushes. Extension 1 of the protocol has all of them.",
  },
  "extension.context": {
    title: "finds the same with `context` as without it",
    why: "Where it is declared, every query carries `context`: a customer who writes German must not lose the orders that an English one sees.",
    fix: "Use `context` for the language of your texts and for nothing else. Where you have no texts in that language, answer as ever.",
  },
  "extension.codes": {
    title: "writes codes that the protocol has",
    why: "An unknown code is as good as none: the customer reads your own words in your own language.",
    fix: "Translate what your system calls it into the codes of extension 1, and leave the field out where none fits.",
  },
  "extension.fees": {
    title: "has fees with a name and an amount that total_cost contains",
    why: "Fees are added where customers add up. One that cannot be read takes the others along, for they have to add up.",
    fix: "Give each fee a name and a positive amount, and count it in total_cost: subtotal + shipping_cost + fees + tax - adjustments.",
  },
  "extension.tax-included": {
    title: "says truthfully whether prices hold the tax",
    why: "Customers are told “includes 9.58 tax” below a total to which it was added, or the other way round.",
    fix: "tax_included: true where total_tax is part of the prices and of total_cost; false where it comes on top. In `summary`.",
  },
  "extension.refunds": {
    title: "dates refunds in the past, and gives back no more than was paid",
    why: "Customers who wait for their money see the day and the amount.",
    fix: "Write `at` in Unix seconds, amounts in major units, and each refund once.",
  },
  "extension.events": {
    title: "lists events of a package with their moment, newest first, and none to come",
    why: "The first is told as where the parcel is. Of a long list only the beginning is read.",
    fix: "Write `at` in Unix seconds (without adding a time zone), sort by it descending, and give each event a code, a text or a place.",
  },
  "extension.window": {
    title: "writes the days of delivery as dates, the first before the last",
    why: "“Between 3 and 1 December” helps nobody, and what is no date is left out.",
    fix: "exp_delivery_from and exp_delivery_to as YYYY-MM-DD; the same day twice is right, too.",
  },
  "extension.pickup": {
    title: "names the place where a package waits",
    why: "Opening hours alone do not say where to go.",
    fix: "Give `pickup` a name or an address, and `until` as YYYY-MM-DD.",
  },
  "extension.elements": {
    title: "packs no more of a product than was ordered",
    why: "Customers who got one parcel of two read what is still to come out of it.",
    fix: "Write in each package what is in this one, with its own quantity, and not the lines of the whole order.",
  },
};
