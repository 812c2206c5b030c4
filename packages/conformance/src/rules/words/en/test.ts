import type { RuleIdOf, RuleWords } from "../../ids/rule-ids.ts";

export const test: Readonly<Record<RuleIdOf<"test">, RuleWords>> = {
  "test.status": {
    title: "answers `test` with HTTP 200",
    why: "Meetbot reads bodies of 2xx only, and asks `test` when the webhook is set up.",
    fix: "Let the URL lead to the code of the webhook, and answer a signed POST with status 200.",
  },
  "test.answer": {
    title: "answers `test` with a JSON object: success and object",
    why: "Without them Meetbot cannot tell an answer from anything else that a server may send.",
    fix: 'Answer {"success": true, "object": "test", "test_token": "…"} and nothing around it: no HTML, no warnings of the language.',
  },
  "test.token": {
    title: "gives the test token back",
    why: "The token is random: only a webhook that has read the query can know it.",
    fix: "Answer params.test_token of the query as test_token.",
  },
  "test.token-verbatim": {
    title: "gives a token back character by character: emoji, right to left, 20 digits",
    why: "What is lost in a token is lost in names, accounts and numbers too.",
    fix: "Treat tokens, accounts and numbers as strings, read and write UTF-8, and neither trim nor convert them.",
  },
  "test.content-type": {
    title: "says Content-Type: application/json",
    why: "Proxies and firewalls change what they take for a web page.",
    fix: "Send the header Content-Type: application/json with every answer.",
  },
};
