import type { MistakeId, MistakeWords } from "../ids/mistake-ids.ts";

const rewritten =
  "The JSON was parsed and written again. That is the same data, but not the same bytes, and a signature is over bytes.";
const useRawBody =
  "Sign the body as it arrived, before any parser: express.raw() or a Request's text() in Node, php://input in PHP, request.get_data() in Flask, request.body in Django, byte[] in Spring, io.ReadAll in Go.";

export const en: Readonly<Record<MistakeId, MistakeWords>> = {
  current_secret: {
    what: "It is signed with the current secret.",
    why: "This request was signed with the next secret alone, to see whether it is in place.",
    fix: "Put the next secret in place, or accept both while the secret is rotated.",
  },
  next_secret: {
    what: "It is signed with the next secret, which is not in use yet.",
    why: "X-Hub-Signature is made with the current secret until the next one is promoted.",
    fix: "Accept both while the secret is rotated, or promote the next one now.",
  },
  previous_secret: {
    what: "It is signed with the previous secret.",
    why: "The secret was rotated, and the old one ends soon.",
    fix: "Put the current secret in place of the old one.",
  },
  identity_secret: {
    what: "It is signed with the identity secret.",
    why: "A bot has three secrets. That one is for vouching for shoppers; requests are signed with the signing secret.",
    fix: "Use the signing secret, the one that begins with whsec_ and stands under “signing” on the keys page.",
  },
  push_secret: {
    what: "It is signed with the push secret.",
    why: "A bot has three secrets. That one is for what your shop sends to Meetbot; what Meetbot asks is signed with the signing secret.",
    fix: "Use the signing secret, the one that stands under “signing” on the keys page.",
  },
  secret_without_prefix: {
    what: "It is signed with the secret without its whsec_.",
    why: "The key of X-Hub-Signature is the whole secret as it is shown.",
    fix: "Leave whsec_ in front of it.",
  },
  secret_decoded: {
    what: "It is signed with the decoded secret.",
    why: "Only webhook-signature takes the bytes behind the base64. X-Hub-Signature takes the secret as text.",
    fix: "Use the whole text of the secret, whsec_ included, as the key.",
  },
  secret_not_decoded: {
    what: "It is signed with the text of the secret.",
    why: "The key of webhook-signature is the 32 bytes that the base64 behind whsec_ stands for.",
    fix: "Take whsec_ off, decode what is left from base64, and use those bytes as the key.",
  },
  secret_decoded_with_prefix: {
    what: "It is signed with the secret decoded together with its whsec_.",
    why: "whsec_ is no base64; decoded with the rest it gives other bytes.",
    fix: "Take whsec_ off first, then decode.",
  },
  secret_cut: {
    what: "It is signed with a secret whose end is missing.",
    why: "The secret ends with “=”, which a double click does not select and some files lose.",
    fix: "Copy the whole secret again, with the “=” at its end.",
  },
  secret_with_line_break: {
    what: "It is signed with the secret and a line break behind it.",
    why: "A file or a command such as echo has put it there.",
    fix: "Trim the secret when you read it.",
  },
  secret_with_quotes: {
    what: "It is signed with the secret and quotes around it.",
    why: "Not every reader of .env files takes them off.",
    fix: "Write the secret without quotes, or take them off.",
  },
  secret_empty: {
    what: "It is signed with an empty secret.",
    why: "The variable that should hold the secret is not set where the code runs.",
    fix: "Set it there, and stop at the start when it is empty: with an empty key anybody can sign.",
  },
  json_spaced: {
    what: "It is the signature of the body with spaces behind its commas and colons.",
    why: `${rewritten} Python's json.dumps writes it like this.`,
    fix: useRawBody,
  },
  json_escaped_slashes: {
    what: "It is the signature of the body with \\/ for each slash.",
    why: `${rewritten} PHP's json_encode writes it like this.`,
    fix: useRawBody,
  },
  json_pretty: {
    what: "It is the signature of the body over several lines, with indents.",
    why: `${rewritten} A pretty printer writes it like this.`,
    fix: useRawBody,
  },
  json_sorted: {
    what: "It is the signature of the body with its names in alphabetical order.",
    why: `${rewritten} Maps of Go, and writers that sort keys, do this.`,
    fix: useRawBody,
  },
  json_html_escaped: {
    what: "It is the signature of the body with <, > and & written as \\u003c and the like.",
    why: `${rewritten} Go's encoding/json and Gson write it like this.`,
    fix: useRawBody,
  },
  json_ascii: {
    what: "It is the signature of the body with \\u… for each letter that is not ASCII.",
    why: rewritten,
    fix: useRawBody,
  },
  json_compact: {
    what: "It is the signature of the body without the spaces it came with.",
    why: rewritten,
    fix: useRawBody,
  },
  json_twice: {
    what: "It is the signature of the body written as one JSON string.",
    why: "The text of the body was turned into JSON once more, with quotes around it.",
    fix: useRawBody,
  },
  line_break_added: {
    what: "It is the signature of the body with a line break at its end.",
    why: "A file, an editor or a command such as echo has put it there; the body ends with a brace.",
    fix: "Sign the bytes as they came. In a shell, use printf %s or a file that ends without a line break.",
  },
  line_break_removed: {
    what: "It is the signature of the body without the line break at its end.",
    why: "The body was trimmed.",
    fix: "Sign the bytes as they came, without trimming them.",
  },
  line_breaks_changed: {
    what: "It is the signature of the body with other line breaks.",
    why: "A text file or a text stream has turned \\n into \\r\\n, or back.",
    fix: "Read the body as bytes, not as text.",
  },
  byte_order_mark_added: {
    what: "It is the signature of the body with a byte order mark before it.",
    why: "An editor or a UTF-8 writer has put three bytes in front of it.",
    fix: "Use UTF-8 without a byte order mark, or better the bytes as they came.",
  },
  byte_order_mark_removed: {
    what: "It is the signature of the body without its byte order mark.",
    why: "A reader of text has taken off the first three bytes.",
    fix: "Read the body as bytes, not as text.",
  },
  wrong_charset: {
    what: "It is the signature of the body in another character set than UTF-8.",
    why: "The bytes became text in one character set and bytes again in another.",
    fix: "Sign the bytes as they came, or name UTF-8 wherever text becomes bytes.",
  },
  body_empty: {
    what: "It is the signature of an empty body.",
    why: "Something read the body before your code did: a stream can be read once.",
    fix: "Read the raw body first and parse it afterwards; in a framework, ask for the raw body or turn its parser off for this route.",
  },
  body_in_base64: {
    what: "It is the signature of the body in base64.",
    why: "Gateways such as AWS API Gateway hand the body over in base64 (isBase64Encoded).",
    fix: "Decode the body from base64, then sign its bytes.",
  },
  body_as_bytes_literal: {
    what: "It is the signature of b'…', the way Python prints bytes.",
    why: "str(body) writes a literal; it does not decode.",
    fix: "Pass the bytes themselves to hmac.new.",
  },
  body_as_object: {
    what: "It is the signature of the words “[object Object]” or “Array”.",
    why: "A parsed body was turned into text.",
    fix: useRawBody,
  },
  part_of_body: {
    what: "It is the signature of a part of the body, such as params alone.",
    why: "The signature covers the whole body.",
    fix: useRawBody,
  },
  id_and_time_added: {
    what: "It is the X-Hub-Signature of the text that webhook-signature signs.",
    why: "X-Hub-Signature covers the body alone, without id and time.",
    fix: "Sign the raw body only; or verify webhook-signature, which is the better one.",
  },
  time_added: {
    what: "It is the signature of the time and the body.",
    why: "Other services sign <time>.<body>. X-Hub-Signature covers the body alone.",
    fix: "Sign the raw body only; or verify webhook-signature, which is the better one.",
  },
  id_and_time_missing: {
    what: "It is the signature of the body alone.",
    why: "webhook-signature covers <webhook-id>.<webhook-timestamp>.<body>, against replay.",
    fix: 'Put the two headers and dots before the raw body: id + "." + timestamp + "." + body.',
  },
  id_missing: {
    what: "It is the signature of the time and the body, without the id.",
    why: "webhook-signature covers <webhook-id>.<webhook-timestamp>.<body>.",
    fix: "Put the header webhook-id and a dot in front.",
  },
  time_missing: {
    what: "It is the signature of the id and the body, without the time.",
    why: "webhook-signature covers <webhook-id>.<webhook-timestamp>.<body>.",
    fix: "Put the header webhook-timestamp and a dot between the id and the body.",
  },
  id_and_time_swapped: {
    what: "It is the signature of time, id and body, in this order.",
    why: "webhook-signature covers <webhook-id>.<webhook-timestamp>.<body>.",
    fix: "Put the id first, then the time.",
  },
  dots_missing: {
    what: "It is the signature of id, time and body without dots between them.",
    why: "webhook-signature covers <webhook-id>.<webhook-timestamp>.<body>.",
    fix: "Join the three with a dot.",
  },
  plain_hash: {
    what: "It is the SHA-256 of the text, without any secret.",
    why: "A hash proves nothing: anybody can compute it. An HMAC takes the secret as its key.",
    fix: "Use HMAC: createHmac in Node, hash_hmac in PHP, hmac.new in Python, Mac in Java, hmac.New in Go.",
  },
  hash_with_secret: {
    what: "It is the SHA-256 of the text with the secret put before or behind it.",
    why: "That is a hash and no HMAC, and a weak one: others can lengthen what it signs.",
    fix: "Use HMAC: createHmac in Node, hash_hmac in PHP, hmac.new in Python, Mac in Java, hmac.New in Go.",
  },
  hashed_before: {
    what: "It is the HMAC of the SHA-256 of the text, not of the text.",
    why: "An HMAC hashes by itself.",
    fix: "Pass the text itself to the HMAC.",
  },
  key_and_message_swapped: {
    what: "It is an HMAC with key and text swapped.",
    why: "The text was passed where the key belongs.",
    fix: "Look up the order: hash_hmac takes the text before the key, hmac.new takes the key before the text.",
  },
  sha1: {
    what: "It is made with SHA-1.",
    why: "Services that sign with X-Hub-Signature used it once. Meetbot uses SHA-256.",
    fix: "Name sha256 as the hash of the HMAC.",
  },
  sha512: {
    what: "It is made with SHA-512.",
    why: "Meetbot uses SHA-256.",
    fix: "Name sha256 as the hash of the HMAC.",
  },
  md5: {
    what: "It is made with MD5.",
    why: "Meetbot uses SHA-256; MD5 can be forged.",
    fix: "Name sha256 as the hash of the HMAC.",
  },
  base64_not_hex: {
    what: "It is written in base64.",
    why: "X-Hub-Signature is written in hexadecimal digits.",
    fix: "Ask your HMAC for hex, or compare the bytes.",
  },
  hex_not_base64: {
    what: "It is written in hexadecimal digits.",
    why: "webhook-signature is written in base64.",
    fix: "Ask your HMAC for base64, put v1, in front, and compare with each entry of the header.",
  },
  base64_of_hex: {
    what: "It is the base64 of the hexadecimal digits, not of the bytes.",
    why: "The HMAC gave text, and that was encoded once more.",
    fix: "Ask the HMAC for bytes before you encode: hash_hmac(…, true) in PHP, digest() in Python and Node.",
  },
  hex_of_text: {
    what: "It is the hexadecimal form of text that was encoded already.",
    why: "The HMAC gave text, and that was encoded once more.",
    fix: "Encode the bytes once.",
  },
  base64_url: {
    what: "It is written in the base64 of URLs, with - and _ or without the “=” at its end.",
    why: "webhook-signature is written in plain base64, with + and / and “=”.",
    fix: "Use the standard base64 of your language, with padding.",
  },
  wrong_prefix: {
    what: "What stands in front of it belongs to another header.",
    why: "X-Hub-Signature begins with sha256=, each entry of webhook-signature with v1, and a comma.",
    fix: "Put the right one in front, or take it off on both sides before you compare.",
  },
  wrapped: {
    what: "It has quotes, colons, spaces or line breaks in it.",
    why: "A comparison of texts fails on a single character more.",
    fix: "Take them off; base64 and openssl break long lines unless told not to.",
  },
  truncated: {
    what: "Its end is missing.",
    why: "A signature has 64 hexadecimal digits, or 44 characters of base64. A column or a log may have cut it.",
    fix: "Compare the whole value.",
  },
  secret_itself: {
    what: "It is the secret, or a part of it.",
    why: "The secret is the key, and never travels. Anyone who has it can read your customers' orders.",
    fix: "Paste what your code computed. If the secret was shown to anybody, rotate it.",
  },
  not_a_signature: {
    what: "It is no signature.",
    why: "A signature has 64 hexadecimal digits, or 44 characters of base64.",
    fix: "Paste what your code compares with the header, such as sha256=… or v1,….",
  },
};
