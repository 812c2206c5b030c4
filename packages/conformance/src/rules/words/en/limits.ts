import type { RuleIdOf, RuleWords } from "../../ids/rule-ids.ts";

export const limits: Readonly<Record<RuleIdOf<"limits">, RuleWords>> = {
  "limits.answer-time": {
    title: "answers within 8 seconds",
    why: "After that the customer hears that the shop does not answer.",
    fix: "Look at what the slow query waits for: an index on email and number is usually what is missing.",
  },
  "limits.fast": {
    title: "answers within 2 seconds",
    why: "Customers look at the screen while they wait.",
    fix: "Keep connections to the database open, add the missing index, and do not call carriers while you answer.",
  },
  "limits.size": {
    title: "answers ten orders in 256 KiB at most",
    why: "More is not read, and the customer hears that the shop does not answer.",
    fix: "Send links to images, not images, and leave out what the protocol does not know.",
  },
  "limits.no-encoding": {
    title: "answers uncompressed",
    why: "Meetbot asks for identity and reads no compressed body: a small one may unfold to gigabytes.",
    fix: "Heed Accept-Encoding: identity, or turn compression off for this path.",
  },
  "limits.no-redirect": {
    title: "answers at this URL, without a redirect",
    why: "Redirects are not followed: a signed query goes where it was signed for.",
    fix: "Give Meetbot the final URL: https, with or without www, with or without the slash at the end.",
  },
  "limits.utf8": {
    title: "answers in UTF-8",
    why: "JSON between systems is UTF-8; anything else is not read.",
    fix: "Encode the answer as UTF-8, and read your database as UTF-8.",
  },
  "limits.no-byte-order-mark": {
    title: "begins the answer with its first character",
    why: "A byte order mark before JSON is forbidden, and most readers stop at it.",
    fix: "Save the program's files as UTF-8 without BOM; something before the code is being sent along.",
  },
  "limits.keep-alive": {
    title: "keeps the connection open for the next query",
    why: "A new connection costs each answer two round trips, and over https more.",
    fix: "Speak HTTP/1.1 with Content-Length, and let keep-alive be on in the server and its proxy.",
  },
  "limits.clock": {
    title: "has a clock that is right to 30 seconds",
    why: "Queries that are 300 seconds off are refused, and times of orders are judged by the clock.",
    fix: "Let NTP set the clock of the server; in a container that of its host.",
  },
  "limits.parallel": {
    title: "answers ten queries at once",
    why: "Ten customers may write in one second.",
    fix: "Run several workers, and give the pool of the database as many connections.",
  },
  "limits.own-answer": {
    title: "gives each of ten different queries at once its own answer",
    why: "Where queries share a variable, a cursor or a cache, one customer reads another's orders as soon as two write at once.",
    fix: "Keep what belongs to a query in local variables; take one database cursor for each query; key caches by everything that was asked. Let no look-up wait for another: no lock around them (in PHP start no session, or call session_write_close first), and as many connections to the database as queries.",
  },
  "limits.stays-up": {
    title: "answers every connection until the end",
    why: "A connection that breaks is a customer who hears nothing.",
    fix: "Look at the webhook's own log for what happened then; an error that nobody catches may end the process.",
  },
  "limits.public-url": {
    title: "is at a URL that a running Meetbot may call",
    why: "Meetbot calls public https addresses only, so that nobody reaches what is internal through it.",
    fix: "Put the webhook at an https URL on the public internet, or let the operator list its host in MEETBOT_OUTBOUND_ALLOW.",
  },
};
