import type { RuleIdOf, RuleWords } from "../../ids/rule-ids.ts";

export const orders: Readonly<Record<RuleIdOf<"orders">, RuleWords>> = {
  "orders.readable": {
    title: "answers `orders` with all that is required, in the right types",
    why: "One required field that is missing makes the whole answer unusable, and the customer hears that the shop does not answer.",
    fix: "Mend the place that is named. Section 5 of the protocol lists all fields, section 8 how values are written.",
  },
  "orders.account-found": {
    title: "has orders for the account that was named",
    why: "Three empty lists look just like pages that are counted from 0, a filter that never matches or an account that is spelled otherwise: nothing can be tested with them, and customers would hear that they have no orders.",
    fix: "Name an account that has orders. If this one has, look at how page becomes an offset, (page - 1) × limit, and at what each filter selects.",
  },
  "orders.by-number": {
    title: "finds each listed order by its number, and only it",
    why: "Customers read the number in the list and ask for it.",
    fix: "Where params.order_number is given, answer the one order with this number, under the same number as in the list.",
  },
  "orders.same-order": {
    title: "shows the same order by its number as in the list",
    why: "Other amounts or another name under the same number are another order, perhaps another customer's.",
    fix: "Read an order in one place for both questions, and join its address and its lines by its own key.",
  },
  "orders.unknown-account": {
    title: "has nothing for an account that does not exist",
    why: "“No such account” is an answer; a failure reads as a shop that is down.",
    fix: 'Answer HTTP 200 with {"success": false, "error": {"code": 10001, "message": "User not found"}}.',
  },
  "orders.unknown-account-code": {
    title: "says 10001 for an account that does not exist",
    why: "An empty list tells the customer that the email is right and all orders are done.",
    fix: "Refuse with code 10001; an empty list is for accounts that exist.",
  },
  "orders.unknown-number": {
    title: "says no to a number that does not exist",
    why: "The customer hears that there is no such order, and looks at the number again.",
    fix: 'Answer HTTP 200 with {"success": false, "error": {"code": 11001, "message": "Order not found"}}: no empty list, no 404.',
  },
  "orders.discreet-refusals": {
    title: "says no without repeating the account or the number",
    why: "The message stands in the delivery log, and often in your own logs: personal details have no place there.",
    fix: "Write the same message whatever was asked for, such as “User not found”.",
  },
  "orders.account-spelling": {
    title: "finds the account in capitals and with spaces around it",
    why: "Customers write their email as their keyboard likes.",
    fix: "Trim the account and lower its ASCII letters before you compare; keep it so in the database.",
  },
  "orders.account-exact": {
    title: "finds nothing for a pattern or a part of an account, or for one that holds it",
    why: "If % and _ match any character, or a prefix is enough, the owner of such a mailbox could read other customers' orders.",
    fix: "Compare the whole account with =: no LIKE, no search.",
  },
  "orders.account-mailbox": {
    title: "takes other mailboxes for other accounts: dots, +tags, hyphens, hosts",
    why: "s.mith@ and smith@, or the same name at another host, are two mailboxes at most providers: one owner would read the other's orders.",
    fix: "Strip nothing from an address and add nothing: only surrounding spaces and the case of ASCII letters do not count.",
  },
  "orders.account-accents": {
    title: "keeps accounts apart that differ in an accent or a look-alike letter",
    why: "jose@ and josé@ are two mailboxes: one owner would read the orders of the other. So are a letter and its full-width form, k and the Kelvin sign, i and the Turkish ı.",
    fix: "Lower ASCII letters alone, normalize nothing (no NFKC), and compare with a collation that heeds accents, or byte by byte (in MySQL utf8mb4_bin, on values in lower case).",
  },
  "orders.account-itself": {
    title: "finds orders by the account alone, not by a name or an order number in its place",
    why: "Names are no secret, and one order number must not open all orders of an account.",
    fix: "Compare params.user_account with the account of the order, its email or telephone number, and with no other column.",
  },
  "orders.other-account": {
    title: "never lists an order under two accounts",
    why: "A customer who proves one account could read the other's orders.",
    fix: "Look at the WHERE of the list: the account must stand in it whatever the filter is, with brackets around every OR; key caches by account, filter and page; keep nothing of a query in a variable that others share.",
  },
  "orders.number-spelling": {
    title: "finds a number in small letters, in capitals and with spaces around it",
    why: "Customers type or paste numbers as they please.",
    fix: "Trim the number and compare it without regard to letter case.",
  },
  "orders.number-exact": {
    title:
      "finds nothing for a part of a number, a pattern, a number with something added or an internal id",
    why: "A part of a number is easily guessed, and 1, 2, 3 are tried first; the whole number is what proves something.",
    fix: "Compare the whole number with =, as text: no LIKE, no beginnings, no search, no conversion to an integer (MySQL reads 123 out of “123abc”), and never look an internal id up.",
  },
  "orders.limit": {
    title: "answers no more orders than pagination.limit",
    why: "Meetbot drops what is beyond, and the next page begins after it: the customer never sees it.",
    fix: "Use pagination.limit as the LIMIT of the lookup.",
  },
  "orders.pages": {
    title: "shows every order once, page by page, whatever the limit is",
    why: "A page that repeats the one before looks like a mistake, and an order that no page holds is never seen.",
    fix: "Skip (page - 1) × limit orders, and sort by something that is unique in the end, such as the number.",
  },
  "orders.has-next-page": {
    title: "says truthfully whether there is a next page",
    why: "Meetbot offers “more” by has_next_page alone.",
    fix: "Ask the database for limit + 1 rows: has_next_page is whether the last one came.",
  },
  "orders.beyond-last-page": {
    title: "answers a page beyond the last with an empty list",
    why: "Orders may be gone by the time a customer taps “more”.",
    fix: "Answer an empty list with has_next_page false; it is no error.",
  },
  "orders.defaults": {
    title: "takes an absent filter for open, and absent pagination for page 1",
    why: "The protocol lets both be absent.",
    fix: "Use open, page 1 and limit 10 where they are absent.",
  },
  "orders.filter": {
    title: "answers each filter with its own orders",
    why: "Where the filter is ignored, customers find delivered and unpaid orders among those on their way.",
    fix: "Read params.filter and select by it: open, unpaid or past.",
  },
  "orders.newest-first": {
    title: "lists the newest order first",
    why: "Customers ask for what they bought last.",
    fix: "Sort by the time the order was placed, descending.",
  },
  "orders.filters-apart": {
    title: "lists each order under one filter only",
    why: "The same order as open and as past confuses the customer who looks for it.",
    fix: "open: paid and in progress. unpaid: waiting for payment. past: delivered, canceled or refunded.",
  },
  "orders.unpaid-apart": {
    title: "lists nothing under open that says it is unpaid",
    why: "Unpaid orders have a filter of their own.",
    fix: "Take orders that wait for payment out of open (payment on delivery is open).",
  },
  "orders.finished-apart": {
    title: "lists nothing under open or unpaid that says it is delivered, canceled or refunded",
    why: "Customers look under open for what is still to come.",
    fix: "Put delivered, canceled and refunded orders under past; if such an order is still in progress, say in its status what is awaited.",
  },
  "orders.number-as-string": {
    title: "writes numbers of orders as strings",
    why: "A JSON number loses its digits beyond 15 and its leading zeros in most languages.",
    fix: 'Write "order_number": "12345678902", with quotes.',
  },
  "orders.line-prices": {
    title: "has line prices that add up to the subtotal",
    why: "`price` is what the line costs: two shirts at 25 are 50.",
    fix: "Send quantity times unit price as price, before discounts, and their sum as summary.subtotal.",
  },
  "orders.totals": {
    title: "has amounts that add up to total_cost",
    why: "Customers add up what they see and write to you where it does not fit.",
    fix: "subtotal + shipping_cost + total_tax - adjustments = total_cost; where prices include the tax, without total_tax. Leave out a part you do not know.",
  },
  "orders.discounts": {
    title: "writes discounts as positive amounts",
    why: "Adjustments are subtracted: a negative one looks like a surcharge.",
    fix: "Send the amount without a minus.",
  },
  "orders.minor-units": {
    title: "writes amounts in major units",
    why: "7600 for 76 dollars reads as seven thousand six hundred.",
    fix: "Divide by 100 what your database or payment provider counts in cents: 76 or 76.00.",
  },
  "orders.whole-units": {
    title: "writes amounts in yen, won and other currencies without cents as whole numbers",
    why: "There is no half a yen: 19.80 is what becomes of 1980 where it is divided by 100, and it reads as a hundredth of the price.",
    fix: "Divide by 100 only where the currency has cents (not JPY, KRW, VND, CLP, XOF …), and round taxes to whole units.",
  },
  "orders.timestamps": {
    title: "has times of placing in Unix seconds, and in the past",
    why: "The customer reads the day; milliseconds, zones added twice and zero show a wrong one.",
    fix: 'Write Unix seconds in UTC as a string, such as "1428444852".',
  },
  "orders.currencies": {
    title: "names currencies of ISO 4217",
    why: "An unknown code is shown as it stands, without its sign.",
    fix: "Use the three letters, such as USD, EUR, CNY or JPY.",
  },
  "orders.links": {
    title: "has links that are absolute https URLs",
    why: "Others are left out, or warned of by the browser. Left out is also a link with a name before its host (https://name@shop.example): it looks like one to another site.",
    fix: "Write https:// and the whole address, as your shop is reached from outside.",
  },
  "orders.plain-texts": {
    title: "has plain texts without markup",
    why: "Markup is shown to the customer as it stands.",
    fix: "Take tags out, decode entities such as &amp;, and write one line.",
  },
  "orders.legible-texts": {
    title: "has texts without broken characters",
    why: "“MÃ¼ller” in place of “Müller”, or a � where a letter was, is what the customer reads.",
    fix: "Read the database as UTF-8 (the charset of the connection, too: utf8mb4 in MySQL) and encode once; mend rows that were stored broken.",
  },
  "orders.forbidden-keys": {
    title: "has no key named __proto__, constructor or prototype",
    why: "They are ignored, and in your own programs they can do harm.",
    fix: "Build the answer out of the fields of the protocol instead of copying objects.",
  },
};
