import type { RuleIdOf, RuleWords } from "../../ids/rule-ids.ts";

export const security: Readonly<Record<RuleIdOf<"security">, RuleWords>> = {
  "security.valid-signature": {
    title: "accepts a rightly signed query",
    why: "A webhook that refuses Meetbot's own signature answers no customer.",
    fix: "Compare the signing secret on both sides. With the SDK's option url (MEETBOT_WEBHOOK_URL), let it name the host that is asked here: what was sent to another host is refused. Sign <webhook-id>.<webhook-timestamp>.<raw body>; the key is the base64 behind whsec_, decoded. Verify the bytes as they came, before anything parses them, and let no login stand before the webhook.",
  },
  "security.unsigned": {
    title: "refuses a query without any signature",
    why: "Anyone who finds the URL could read any customer's orders.",
    fix: "Answer 401 where webhook-id, webhook-timestamp or webhook-signature is missing.",
  },
  "security.unsigned-data": {
    title: "refuses unsigned queries for orders and packages too",
    why: "A check that stands before `test` alone protects nothing.",
    fix: "Verify first, in one place, and look at the method afterwards.",
  },
  "security.missing-id": {
    title: "refuses a query without webhook-id",
    why: "The id is signed: where it may be missing, something else was verified.",
    fix: "Answer 401 where one of the three webhook- headers is missing; X-Hub-Signature does not make up for it.",
  },
  "security.missing-timestamp": {
    title: "refuses a query without webhook-timestamp",
    why: "Without the time a captured query could be sent again for ever.",
    fix: "Answer 401 where one of the three webhook- headers is missing; X-Hub-Signature does not make up for it.",
  },
  "security.missing-signature": {
    title: "refuses a query without webhook-signature",
    why: "Leaving a header out would be the way around the check.",
    fix: "Answer 401 where one of the three webhook- headers is missing; X-Hub-Signature does not make up for it.",
  },
  "security.wrong-secret": {
    title: "refuses signatures of another secret",
    why: "Anybody can sign with a secret of their own.",
    fix: "Compute the signature with your own secret and compare it, in constant time, with what came. That there is a signature proves nothing.",
  },
  "security.altered-body": {
    title: "refuses a body that was changed after signing",
    why: "Anyone between Meetbot and the shop could ask for another customer's orders.",
    fix: "Compute the signature over the raw body bytes of this very request.",
  },
  "security.altered-id": {
    title: "refuses a webhook-id that was changed after signing",
    why: "A new id would make a captured query look new.",
    fix: "Sign <webhook-id>.<webhook-timestamp>.<raw body>, with the header's own id.",
  },
  "security.stale": {
    title: "refuses a query that was signed more than 300 seconds ago",
    why: "A captured query must become worthless soon: its answer is a customer's orders.",
    fix: "Refuse a webhook-timestamp more than 300 seconds before your clock, and let the clock be set by NTP.",
  },
  "security.future": {
    title: "refuses a query from more than 300 seconds ahead",
    why: "A time far ahead would stay valid for as long as its sender likes.",
    fix: "Refuse a webhook-timestamp more than 300 seconds after your clock: compare the absolute difference.",
  },
  "security.tolerance": {
    title: "accepts a query that was signed 290 seconds ago",
    why: "Clocks drift apart and queues wait: 300 seconds is what the protocol allows for both.",
    fix: "Refuse a webhook-timestamp only where it is more than 300 seconds from your clock, and count in seconds on both sides.",
  },
  "security.replay": {
    title: "refuses the same request a second time",
    why: "Who captured a query could read the answer again within its five minutes.",
    fix: "Remember each webhook-id with its webhook-timestamp for 600 seconds, where all your processes see it, and answer 401 to the same pair. Look and write in one step (SET NX, INSERT with a unique key): of two at once both would find nothing.",
  },
  "security.second-attempt": {
    title: "answers a second attempt: the same id, a later timestamp",
    why: "Meetbot asks once more where the first attempt got lost on the way; the customer waits.",
    fix: "Remember pairs of webhook-id and webhook-timestamp, not ids alone.",
  },
  "security.rotation": {
    title: "accepts a list whose second signature is the right one",
    why: "While a secret is rotated, webhook-signature holds one signature of each secret.",
    fix: "Split webhook-signature at spaces and compare with every entry that begins with v1,.",
  },
  "security.raw-bytes": {
    title: "verifies the bytes as they came, however the JSON is spaced",
    why: "JSON that was parsed and written again is another text: one space more, an escape or 1.0 for 1, and every query is refused.",
    fix: "Verify the raw body, before anything parses it. Express: mount the webhook above express.json(), or keep the bytes in its verify option. Elsewhere ask the framework for the raw body.",
  },
  "security.split-body": {
    title: "reads a body that arrives in two parts",
    why: "Networks and proxies cut requests where they like: who takes the first part for the whole, or makes text of each part by itself, refuses customers' queries now and then.",
    fix: "Collect all bytes of the body, and verify and decode them once they are whole: in Node Buffer.concat, not `body += chunk`.",
  },
  "security.hub-only": {
    title: "refuses X-Hub-Signature alone",
    why: "It covers the body and no time: who captured a query could ask it again for ever. Where it decides, nothing that depends on the time can be refused.",
    fix: "Verify webhook-signature, and refuse a request that has only the other one. If your server cannot, let no query travel by plain http, and keep none in a log.",
  },
  "security.hub-rescue": {
    title: "refuses a wrong webhook-signature beside a right X-Hub-Signature",
    why: "Otherwise a captured query gets a new time and passes.",
    fix: "Let the three webhook- headers decide alone; never try X-Hub-Signature after them.",
  },
  "security.malformed": {
    title: "refuses malformed signatures without breaking",
    why: "A stranger who can make the webhook fail with one header can keep customers from their answers.",
    fix: "Check the form first (v1, and 44 characters of base64) and compare lengths before bytes: some comparisons throw where they differ.",
  },
  "security.long-list": {
    title: "refuses a list of a hundred wrong signatures",
    why: "A long list must neither break the webhook nor get through it.",
    fix: "Look at 8 entries of webhook-signature at most.",
  },
  "security.plain-hash": {
    title: "refuses a SHA-256 made without the secret",
    why: "Anybody can compute a plain hash.",
    fix: "Use HMAC-SHA256 with the secret as its key.",
  },
  "security.weak-key": {
    title: "refuses signatures of an empty or guessable key",
    why: "A variable that is not set becomes an empty key, zeros or the word “undefined”: anybody can sign with those.",
    fix: "Refuse to start without a secret, and never try a second secret that is empty.",
  },
  "security.whole-signature": {
    title: "compares the whole signature, letter by letter",
    why: "A signature of which only a part is compared can be found by trying.",
    fix: "Compare all of it with a function for secrets: hmac.compare_digest, hash_equals, timingSafeEqual. No startsWith, no substring, no collation that ignores letter case.",
  },
  "security.refusal-status": {
    title: "refuses with status 401",
    why: "Meetbot reads 401 and 403 as “the secrets differ” and says so; anything else reads as a shop that is down.",
    fix: "Answer 401 to whatever is not rightly signed.",
  },
  "security.same-refusal": {
    title: "refuses in the same words whatever was wrong",
    why: "Different words tell a stranger how far an attempt came.",
    fix: 'Answer every reason alike: {"success": false, "error": {"code": 401, "message": "invalid signature"}}. Write the reason to your own log.',
  },
  "security.quiet-refusal": {
    title: "gives away neither the secret nor the signature it expected",
    why: "An attacker who learns the expected signature sends it with the next request.",
    fix: "Take the expected value and the secret out of the answer, and turn the debug pages of the framework off.",
  },
};
