import type { RuleIdOf, RuleWords } from "../../ids/rule-ids.ts";

export const packages: Readonly<Record<RuleIdOf<"packages">, RuleWords>> = {
  "packages.readable": {
    title: "answers `packages` with all that is required, in the right types",
    why: "One required field that is missing makes the whole answer unusable, and the customer hears that the shop does not answer.",
    fix: "Mend the place that is named. Section 6 of the protocol lists all fields, section 8 how values are written.",
  },
  "packages.by-order": {
    title: "answers the packages of the order that was asked, and only those",
    why: "The packages of others tell where strangers live and what they bought.",
    fix: 'Where params.order_number is given, look for this order\'s packages, and name it in each as order_number. An order that has none yet is answered with {"success": true, "object": "packages", "has_next_page": false, "packages": []}: 11001 says that there is no such order.',
  },
  "packages.by-number": {
    title: "finds a package by its number, and only it",
    why: "It is the number in the message “your package is on its way”.",
    fix: "Where params.package_number is given, answer the packages with this number.",
  },
  "packages.by-tracking-number": {
    title: "finds a package by its tracking number",
    why: "Customers type what stands on the carrier's label; Meetbot asks for it as package_number.",
    fix: "Compare params.package_number with your own numbers and with the carriers' tracking numbers.",
  },
  "packages.unknown-number": {
    title: "says no to packages of a number that does not exist",
    why: "The customer hears that there is no such package, and looks at the number again.",
    fix: 'Answer HTTP 200 with {"success": false, "error": {"code": 11001, "message": "Order not found"}}: no empty list (that is for an order without packages), no 404.',
  },
  "packages.number-spelling": {
    title: "finds a package number in small letters, in capitals and with spaces around it",
    why: "Customers type or paste numbers as they please.",
    fix: "Trim the number and compare it without regard to letter case.",
  },
  "packages.number-exact": {
    title: "finds nothing for a part of a package number or a pattern",
    why: "A part of a number is easily guessed; the whole one is what proves something.",
    fix: "Compare the whole number with =: no LIKE, no beginnings, no search.",
  },
  "packages.tracking-exact": {
    title: "finds nothing for a part of a carrier's number",
    why: "The last digits of a tracking number stand on every parcel and are easily tried.",
    fix: "Compare the whole tracking number with =, and never look an internal id up.",
  },
  "packages.limit": {
    title:
      "answers no more packages than pagination.limit, and says truthfully whether there are more",
    why: "Meetbot drops what is beyond, and offers “more” by has_next_page alone.",
    fix: "Use pagination.limit as the LIMIT of the lookup, and ask for one row more to fill has_next_page.",
  },
  "packages.pages": {
    title: "page 2 has other packages than page 1, and together they are all",
    why: "Packages that no page shows are never seen.",
    fix: "Skip (page - 1) × limit packages, and sort by something unique, such as the package number.",
  },
  "packages.beyond-last-page": {
    title: "answers a page of packages beyond the last with an empty list",
    why: "Packages may be gone by the time a customer taps “more”.",
    fix: "Answer an empty list with has_next_page false; it is no error.",
  },
  "packages.number-as-string": {
    title: "writes numbers of packages as strings",
    why: "Tracking numbers have 20 digits and more, and a JSON number loses those beyond 15.",
    fix: "Write order_number, package_number and tracking_number with quotes.",
  },
  "packages.dates": {
    title: "writes exp_delivery as YYYY-MM-DD",
    why: "It is a day of the calendar. A time and a zone move it, and what is no date is left out.",
    fix: 'Write the day alone, such as "2017-12-12".',
  },
  "packages.links": {
    title: "has tracking and image links that are absolute https URLs",
    why: "Others are left out, or warned of by the browser. Left out is also a link with a name before its host (https://name@shop.example): it looks like one to another site.",
    fix: "Write https:// and the whole address, with the tracking number filled in.",
  },
  "packages.plain-texts": {
    title: "has plain texts of packages without markup",
    why: "Markup is shown to the customer as it stands.",
    fix: "Take tags out of what carriers and your own pages say, decode entities such as &amp;, and write one line.",
  },
  "packages.legible-texts": {
    title: "has texts of packages without broken characters",
    why: "“Ã©” in place of “é”, or a � where a letter was, is what the customer reads.",
    fix: "Read the database, and what carriers answer, as UTF-8 and encode once; mend rows that were stored broken.",
  },
};
