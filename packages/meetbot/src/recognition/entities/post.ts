import { s10Mod11 } from "./check-digits.ts";

const item = /^[A-Z]{2}\d{9}([A-Z]{2})$/;

/** Codes (ISO 3166-1) of countries and places that number postal items, besides those named below. */
const otherCountries =
  "AD AE AF AG AI AL AM AO AR AT AW AX AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CD CF CG CH CI CK CL CM CO CR CU CV CW CY CZ DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FM FO GA GD GE GF GG GH GI GL GM GN GP GQ GR GT GW GY HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO KE KG KH KI KM KN KP KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MO MQ MR MS MT MU MV MW MX MZ NA NC NE NG NI NO NP NR NU NZ OM PA PE PF PG PH PK PL PR PS PT PY QA RE RO RS RU RW SA SB SC SD SE SH SI SK SL SM SN SO SR SS ST SV SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG UY UZ VA VC VE VG VN VU WF WS XK YE ZA ZM ZW";

const posts: ReadonlyMap<string, string> = new Map([
  ...otherCountries.split(" ").map((country): [string, string] => [country, `Post of ${country}`]),
  ["AU", "Australia Post"],
  ["CA", "Canada Post"],
  ["CN", "China Post"],
  ["DE", "Deutsche Post"],
  ["FR", "La Poste"],
  ["GB", "Royal Mail"],
  ["HK", "Hongkong Post"],
  ["JP", "Japan Post"],
  ["KR", "Korea Post"],
  ["MY", "Pos Malaysia"],
  ["NL", "PostNL"],
  ["SG", "Singapore Post"],
  ["TW", "Chunghwa Post"],
  ["US", "USPS"],
]);

/** Whether a number is built like that of a letter or parcel by some country's post (UPU S10), right or not. */
export const looksLikePost = (value: string): boolean => posts.has(item.exec(value)?.[1] ?? "");

/** Returns the post office that a postal item's number names; null if the text is not such a number. */
export function findPost(value: string): string | null {
  const country = item.exec(value)?.[1] ?? "";
  if (!s10Mod11(value)) return null;
  return country === "CN" && value.startsWith("E") ? "EMS" : (posts.get(country) ?? null);
}
