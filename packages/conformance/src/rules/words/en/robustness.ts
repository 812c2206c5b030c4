import type { RuleIdOf, RuleWords } from "../../ids/rule-ids.ts";

export const robustness: Readonly<Record<RuleIdOf<"robustness">, RuleWords>> = {
  "robustness.both-keys": {
    title: "refuses a query that asks by two keys at once",
    why: "Answering either would be a guess at whose orders are meant.",
    fix: "Answer 400 where both keys of params are there (one that is null or empty is not).",
  },
  "robustness.no-key": {
    title: "refuses a query that asks for nothing in particular",
    why: "A lookup without a condition finds the orders of everybody.",
    fix: "Answer 400 where neither key of params is there.",
  },
  "robustness.empty-key": {
    title: "takes a key that is null or empty as absent",
    why: "The protocol allows both ways of leaving something out.",
    fix: 'Read null and "" as absent before you count the keys.',
  },
  "robustness.unknown-filter": {
    title: "refuses a filter it does not know",
    why: "A later version may have more filters; other orders than were asked for would be a wrong answer.",
    fix: "Know open, unpaid and past, and answer 400 to any other.",
  },
  "robustness.page-bounds": {
    title: "refuses page 0 and a limit of 11",
    why: "Page 0 becomes a negative offset, at which databases fail.",
    fix: "Answer 400 where page is below 1 or limit is not 1 to 10.",
  },
  "robustness.wrong-query-status": {
    title: "answers 400 to a signed query that breaks the protocol",
    why: "A status of its own tells a wrong query from a shop that knows no such order.",
    fix: "Answer 400 and say which place is wrong.",
  },
  "robustness.unknown-method": {
    title: "refuses a method it does not know",
    why: "A newer Meetbot may ask more than you know; a failure would count against the webhook.",
    fix: 'Answer HTTP 200 with {"success": false, "error": {"code": 20002, "message": "unknown method"}}.',
  },
  "robustness.unknown-category": {
    title: "refuses a category it does not know",
    why: "A newer Meetbot may ask for more than ecommerce.",
    fix: 'Answer HTTP 200 with {"success": false, "error": {"code": 20001, "message": "unknown category"}}.',
  },
  "robustness.unknown-fields": {
    title: "ignores fields it does not know",
    why: "Later versions add some; a strict reader would refuse them all.",
    fix: "Let the JSON reader ignore what it does not know.",
  },
  "robustness.long-number": {
    title: "copes with a number of 20 digits",
    why: "Carriers have such numbers. Read as a number it loses digits, or the database fails.",
    fix: "Look numbers up as strings, in columns of text.",
  },
  "robustness.unusual-text": {
    title: "copes with emoji, right-to-left and Chinese text",
    why: "Customers write anything, and some databases fail at four bytes of UTF-8.",
    fix: "Use UTF-8 all the way (in MySQL utf8mb4) and answer that nothing was found.",
  },
  "robustness.quotes": {
    title: "copes with quotes, backslashes and comment signs",
    why: "Where a quote breaks the lookup, SQL can be injected.",
    fix: "Use prepared statements with placeholders; never paste values into SQL.",
  },
  "robustness.broken-json": {
    title: "refuses a signed body that is no query",
    why: "It must be told from a failure of the shop.",
    fix: "Answer 400 where the body is no JSON or has not the form of section 1.",
  },
  "robustness.body-limit": {
    title: "refuses a body larger than 64 KiB",
    why: "A query takes less than 1 KiB: more is an attempt to keep the webhook busy.",
    fix: "Answer 413 beyond 64 KiB, before the body is read whole.",
  },
  "robustness.huge-body": {
    title: "survives a body of 1 MiB",
    why: "One large request must not stop answers to customers.",
    fix: "Limit the size of bodies in the web server or the framework; answer 413.",
  },
  "robustness.get": {
    title: "answers 405 to a GET",
    why: "A query is a POST. Crawlers and prefetchers send GET.",
    fix: "Answer 405 to every method but POST.",
  },
  "robustness.still-answers": {
    title: "still answers after all of this",
    why: "What hurts a webhook lastingly hurts every customer.",
    fix: "Look at the webhook's own log for what happened last; catch errors per request.",
  },
  "robustness.replay-later": {
    title: "still refuses the first request of the test at its end",
    why: "A memory that forgets after seconds, or after some requests, lets a captured query in again within its five minutes.",
    fix: "Remember each webhook-id with its webhook-timestamp for 600 seconds, however many come in between.",
  },
};
