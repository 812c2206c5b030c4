import type { Reading } from "../contract/reading.ts";

/** English: recognition is trained for it. */
export const reading: Reading = {
  script: "Latin",
  words:
    "a about again all an and any anything are arrive arrived as at be been but by can cancel check code come coming could deliver delivered delivery did do does don't email for from get give go good got had has have hello help here hey hi how i i'd i'm in into is it it's item items just know let like long look me more my need new no not now number of on one order ordered orders our out over package packages paid parcel parcels past pay person please receive received refund return same send sent shipment shipped shipping show so some someone status still stop take talk tell than thank thanks that that's the their them then there these they this to today track tracking unpaid up us want was we were what what's when where where's which who why will with would yes yet you your",
  characters: "",
  articles: null,
  glossary: null,
};
