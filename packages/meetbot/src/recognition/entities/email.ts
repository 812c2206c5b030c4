import { emailWords } from "../lexicon/email-words.ts";
import type { Span } from "../text/span.ts";

/** The longest address that mail systems accept: RFC 5321, 4.5.3.1.3, without the brackets. */
const maxAddressLength = 254;
/** The longest local part: RFC 5321, 4.5.3.1.1. The end of a longer run is no address either. */
const maxLocalLength = 64;

/** A whole address. Dots must separate other characters; the top level must not be a number. */
const address =
  /^[a-z0-9_%+&'-]+(?:\.[a-z0-9_%+&'-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,24}|xn--[a-z0-9-]{1,59})$/;

/** The middle of an address: the sign, or a way to spell it out. */
const middle = / ?@ ?| ?[([{<] ?at ?[)\]}>] ?| ?(?:艾特|小老鼠|圈a) ?| at /g;

const dot = String.raw`(?: dot | ?[([{<] ?(?:dot|点) ?[)\]}>] ?| ?点 ?)`;
const dots = new RegExp(dot, "g");
const localRun = "[a-z0-9_%+&'.-]+";
const domainRun = "[a-z0-9]+(?:[.-]+[a-z0-9]+)*";

/** Builds a pattern for the end of a text. It matches backwards from the end, so each character is read once. */
const atEnd = (source: string, flags = "") => new RegExp(`$(?<=(${source}))`, flags);

const localBefore = atEnd(localRun);
const spelledLocalBefore = atEnd(`(?:${localRun}${dot}){0,3}${localRun}`);
const domainAfter = new RegExp(`^${domainRun}`);
const spelledDomainAfter = new RegExp(`^${domainRun}(?:${dot}${domainRun}){0,4}`);
/** `example .com`, `example. com` and `example,com`: read for the commonest endings only. */
const brokenDomainAfter = new RegExp(`^${domainRun}(?: ?\\. ?|,)(?:com|net|org|cn)(?![a-z0-9])`);

const eastAsian = String.raw`\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}`;
/** A letter or accent that continues a Latin word, unlike Chinese, Japanese and Korean script. */
const foreignLetter = new RegExp(String.raw`\p{M}|[^\P{L}a-z${eastAsian}]`, "u");

/**
 * Addresses in other letters: `jörg@müller.de`, `lena@公司.cn`. They exclude text glued to them. No character is of both
 * kinds: a pattern that may choose between them at each one has 2^n ways to fail.
 */
const anyLocalBefore = atEnd(String.raw`(?:[\d_%+&'.-]|[^\P{L}${eastAsian}])+`, "u");
const anyDomainAfter = /^(?:(?!-)[\p{L}\d-]+(?<!-)\.){1,5}[a-z]{2,24}/u;
const anyAddress = /^[\p{L}\w%+&'-]+(?:\.[\p{L}\w%+&'-]+)*@(?:[\p{L}\d-]{1,63}\.)+[a-z]{2,24}$/u;
const otherAlphabet = /[^\P{L}\p{Script=Latin}]/u;

/**
 * Matches what may come before an address. After a letter, `*` or another sign masks a part of the address (`j*ne@…`),
 * and the rest would be somebody else's address; at the start of a word, the sign is a bullet or an emoji.
 */
const clearLead = new RegExp(
  String.raw`(?:^|(?<![a-z0-9])"|[\s.,;:!'()<>[\]{=/|@&。、「」『』【】《》〈〉“”—–→${eastAsian}])(?:[*•·●◦▪‣?]|[\p{Extended_Pictographic}\p{Emoji_Modifier}]{1,8})?$`,
  "u",
);
/** Stars that mark an address on both sides: `**name@example.com**`. */
const markedBefore = /(?:^|\s)\*\*$/;
const maskedAfter = /^\*+[a-z0-9.]/;

/** A password in a web address (`https://name:secret@host`) is no mail address. */
const webCredentials = /[a-z]:\/\/[^/?#\s]*$/;

interface Part {
  value: string;
  /** How many characters of the text this part takes. */
  length: number;
}

function readLocal(before: string, spelled: boolean): Part | null {
  let run = (spelled ? spelledLocalBefore : localBefore).exec(before)?.[1] ?? "";
  const isForeign = () => foreignLetter.test(before.at(-run.length - 1) ?? "");
  if (!spelled && isForeign()) run = anyLocalBefore.exec(before)?.[1] ?? "";
  if (run === "" || isForeign()) return null;
  // In `'name@…` and `mail...name@…` the start is punctuation; `.name@…` stays the mistake that it is.
  const written = run.replace(/^(?:'+|\.{2,})/, "");
  const value = written.replace(dots, ".");
  return value.length > maxLocalLength ? null : { value, length: written.length };
}

function readDomain(after: string, spelled: boolean): Part | null {
  const broken = brokenDomainAfter.exec(after)?.[0] ?? "";
  const run = (spelled ? spelledDomainAfter : domainAfter).exec(after)?.[0] ?? "";
  const written = broken.length > run.length ? broken : run;
  const next = after.charAt(written.length);
  if (!spelled && (written === "" || foreignLetter.test(next))) return readAnyDomain(after);
  if (written === "" || /[_@]/.test(next) || foreignLetter.test(next)) return null;
  if (maskedAfter.test(after.slice(written.length))) return null;
  const value = written.replace(dots, ".").replace(/ ?[.,] ?(?=[a-z]+$)/, ".");
  const ellipsis = value.indexOf("..");
  return ellipsis < 0
    ? { value, length: written.length }
    : { value: value.slice(0, ellipsis), length: ellipsis };
}

function readAnyDomain(after: string): Part | null {
  const value = anyDomainAfter.exec(after)?.[0] ?? "";
  const next = after.charAt(value.length);
  return value === "" || /[_@a-z]/.test(next) || foreignLetter.test(next)
    ? null
    : { value, length: value.length };
}

/** A look-alike: a Latin letter and one of another alphabet in one word. */
const isMixed = (value: string): boolean =>
  value.split(/[@.]/).some((word) => /[a-z]/.test(word) && otherAlphabet.test(word));

const isAddress = (value: string): boolean =>
  value.length <= maxAddressLength &&
  (address.test(value) || (anyAddress.test(value) && !isMixed(value)));

/** Checks that nothing before an address hides a part of it; `after` is the text that follows `lead`. */
const isWhole = (lead: string, after: string): boolean =>
  clearLead.test(lead) || (markedBefore.test(lead) && after.startsWith("**"));

/** Checks whether a spaced or spelled-out "at" belongs to an address; in "meet me at noon" it does not. */
function isMeant(mark: string, before: string, local: string, domain: string): boolean {
  if (mark === "@") return true;
  if (emailWords.neverLocal.has(local) || !emailWords.plainEnding.test(domain)) return false;
  const isTellingMark = mark !== " at " && mark !== " @";
  return (
    isTellingMark ||
    before === "" ||
    emailWords.providers.test(domain) ||
    emailWords.cue.test(before)
  );
}

/** Finds the mail addresses of a text. Linear: it looks at a bounded window around each middle. */
export function findEmails(text: string): Span[] {
  const found: Span[] = [];
  let free = 0;
  for (const mark of text.matchAll(middle)) {
    const after = mark.index + mark[0].length;
    const spelled = !mark[0].includes("@");
    const before = text.slice(Math.max(free, mark.index - 2 * maxLocalLength), mark.index);
    const local = readLocal(before, spelled);
    const domain = local && readDomain(text.slice(after, after + maxAddressLength), spelled);
    if (!domain) continue;
    const value = `${local.value}@${domain.value}`;
    const lead = before.slice(0, before.length - local.length);
    const end = after + domain.length;
    if (!isAddress(value) || !isWhole(lead, text.slice(end, end + 2))) continue;
    if (webCredentials.test(before) || !isMeant(mark[0], lead, local.value, domain.value)) continue;
    free = end;
    found.push({ value, start: mark.index - local.length, end: free });
  }
  return found;
}
