import { type Candidate, right, wrong } from "./candidate.ts";
import type { MistakeId } from "./ids/mistake-ids.ts";
import { beyondAscii, type JsonStyle, writeJson } from "./write-json.ts";

const spaced: JsonStyle = { comma: ", ", colon: ": " };
const htmlUnits = /[<>&\u2028\u2029]/g;
const gsonUnits = /[<>&='\u2028\u2029]/g;

/** JSON serializers that merchants use, each with the mistake that it reveals. */
const styles: readonly [MistakeId, JsonStyle][] = [
  ["json_compact", {}],
  ["json_ascii", { escaped: beyondAscii }],
  // Go and Gson make JSON safe for HTML.
  ["json_html_escaped", { escaped: htmlUnits }],
  ["json_html_escaped", { escaped: gsonUnits }],
  // Python, with and without ensure_ascii, and with sort_keys.
  ["json_spaced", { ...spaced, escaped: beyondAscii }],
  ["json_spaced", spaced],
  ["json_spaced", { ...spaced, escaped: beyondAscii, isSorted: true }],
  ["json_spaced", { ...spaced, isSorted: true }],
  // PHP, with and without JSON_UNESCAPED_UNICODE.
  ["json_escaped_slashes", { escapesSlashes: true, escaped: beyondAscii }],
  ["json_escaped_slashes", { escapesSlashes: true }],
  ["json_pretty", { ...spaced, indent: "  " }],
  ["json_pretty", { ...spaced, indent: "    " }],
  ["json_pretty", { ...spaced, indent: "\t" }],
  ["json_pretty", { ...spaced, indent: "  ", escaped: beyondAscii }],
  ["json_pretty", { ...spaced, indent: "    ", escaped: beyondAscii }],
  ["json_pretty", { ...spaced, indent: "    ", escaped: beyondAscii, escapesSlashes: true }],
  // A map of Go's.
  ["json_sorted", { isSorted: true }],
  ["json_sorted", { isSorted: true, escaped: htmlUnits }],
];

/** As its bytes read one by one. */
const byteOrderMark = "\xef\xbb\xbf";

/** All that the bytes of a body turn into before they are signed by mistake; the right ones first. */
export function bodyForms(body: Buffer): Candidate<Buffer>[] {
  const text = body.toString("utf8");
  const forms = [
    right(body),
    ...edgeForms(body.toString("latin1")),
    ...textForms(text),
    ...charsetForms(body, text),
    ...jsonForms(text),
  ];
  const seen = new Set<string>();
  return forms.filter(({ value }) => {
    const key = value.toString("latin1");
    return !seen.has(key) && seen.add(key);
  });
}

/** Returns forms with bytes added or removed at the ends of the body or its lines, whatever the other bytes are. */
function edgeForms(bytes: string): Candidate<Buffer>[] {
  const unix = bytes.replaceAll("\r\n", "\n");
  const forms: [string, MistakeId][] = [
    [`${bytes}\n`, "line_break_added"],
    [`${bytes}\r\n`, "line_break_added"],
    [bytes.replace(/\r?\n$/, ""), "line_break_removed"],
    [unix, "line_breaks_changed"],
    [unix.replaceAll("\n", "\r\n"), "line_breaks_changed"],
    [byteOrderMark + bytes, "byte_order_mark_added"],
    [bytes.replace(byteOrderMark, ""), "byte_order_mark_removed"],
  ];
  return forms.map(([form, mistake]) => wrong(Buffer.from(form, "latin1"), mistake));
}

function textForms(text: string): Candidate<Buffer>[] {
  const forms: [string, MistakeId][] = [
    ["", "body_empty"],
    [Buffer.from(text).toString("base64"), "body_in_base64"],
    [`b'${text}'`, "body_as_bytes_literal"],
    ["[object Object]", "body_as_object"],
    ["Array", "body_as_object"],
    [JSON.stringify(text), "json_twice"],
  ];
  return forms.map(([form, mistake]) => wrong(Buffer.from(form), mistake));
}

function charsetForms(body: Buffer, text: string): Candidate<Buffer>[] {
  return [
    // The body's bytes read as characters and written as UTF-8.
    Buffer.from(body.toString("latin1")),
    Buffer.from(text, "latin1"),
    // ASCII and Latin-1 writers replace other characters with "?".
    Buffer.from(text.replace(beyondAscii, "?")),
    Buffer.from(text, "utf16le"),
  ].map((form) => wrong(form, "wrong_charset"));
}

function jsonForms(text: string): Candidate<Buffer>[] {
  const value = parse(text);
  if (typeof value !== "object" || value === null) return [];
  const rewritten = styles.map(([mistake, style]) =>
    wrong(Buffer.from(writeJson(value, style)), mistake),
  );
  const parts = Object.values(value).flatMap((part) =>
    typeof part === "object" ? [wrong(Buffer.from(JSON.stringify(part)), "part_of_body")] : [],
  );
  return [...rewritten, ...parts];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
