import {
  type CheckDigit,
  fedexMod11,
  mod7,
  mod10Of12,
  mod10Of31,
  mod37Of36,
} from "./check-digits.ts";

/** One form of a carrier's numbers, in upper case and without spaces. */
export interface CarrierForm {
  shape: RegExp;
  /**
   * The check digit. A number of this shape that fails the check is not the carrier's: it is a typo or something else.
   */
  check?: CheckDigit;
  /** Order numbers look like this too: only a word nearby can decide. */
  needsWord?: true;
  /** Rarely an order number: read as a package number unless a word calls it an order's. */
  isLikely?: true;
}

export interface Carrier {
  name: string;
  /** How customers call it, as patterns in lower case and Simplified Chinese. */
  words: readonly string[];
  forms?: readonly CarrierForm[];
}

/** Returns a check of what follows the first `length` characters; `countsAs` replaces those characters. */
const after =
  (length: number, check: CheckDigit, countsAs = ""): CheckDigit =>
  (value) =>
    check(countsAs + value.slice(length));

/** The carriers, with the forms of their parcels' numbers. Post offices: `post.ts`. */
export const carriers: readonly Carrier[] = [
  {
    name: "UPS",
    words: ["ups"],
    forms: [
      { shape: /^1Z[0-9A-Z]{15}\d$/, check: after(2, mod10Of12) },
      { shape: /^[AHJKTV]\d{10}$/, check: after(1, mod10Of12), needsWord: true },
    ],
  },
  {
    name: "USPS",
    words: ["usps"],
    forms: [
      { shape: /^9[1-5]\d{20}$/, check: mod10Of31 },
      { shape: /^9[1-5]\d{24}$/, check: mod10Of31 },
      { shape: /^420\d{5}9[1-5]\d{20}(?:\d{4})?$/, check: after(8, mod10Of31) },
      { shape: /^420\d{9}9[1-5]\d{20}$/, check: after(12, mod10Of31) },
      { shape: /^(?:03|23|7[01])\d{18}$/, check: mod10Of31 },
    ],
  },
  {
    name: "FedEx",
    words: ["fed ?ex", "联邦快递"],
    forms: [
      { shape: /^96\d{20}$/, check: after(7, mod10Of31) },
      { shape: /^[0-8]\d{33}$/, check: after(20, fedexMod11) },
      { shape: /^96\d{32}$/, check: after(20, fedexMod11) },
      { shape: /^61299\d{15}$/ },
      { shape: /^\d{12}$/, check: fedexMod11, needsWord: true },
      { shape: /^\d{15}$/, check: mod10Of31, needsWord: true },
    ],
  },
  {
    name: "DHL",
    words: ["dhl", "敦豪"],
    forms: [
      { shape: /^JVGL\d{10,14}$/ },
      { shape: /^J?JD\d{16,18}$/ },
      { shape: /^JJD\d{10,22}$/ },
      { shape: /^00340434\d{12}$/ },
      { shape: /^GM\d{16,22}$/ },
      { shape: /^\d{10}$/, check: mod7, needsWord: true },
    ],
  },
  { name: "TNT", words: ["tnt"], forms: [{ shape: /^G[A-Z]\d{9}WW$/ }] },
  {
    name: "DPD",
    words: ["dpd"],
    forms: [{ shape: /^(?:\d{14}|\d{27})[A-Z]$/, check: mod37Of36 }, { shape: /^\d{13}U$/ }],
  },
  { name: "GLS", words: ["gls"] },
  {
    name: "Evri",
    words: ["evri", "hermes"],
    forms: [{ shape: /^[HT]0\d[0-9A-Z]{13}$/ }],
  },
  { name: "InPost", words: ["inpost"], forms: [{ shape: /^6\d{23}$/, isLikely: true }] },
  { name: "Yodel", words: ["yodel"] },
  { name: "PostNL", words: ["post ?nl"], forms: [{ shape: /^3S[A-Z]{2,6}\d{7,11}$/ }] },
  { name: "Amazon", words: [], forms: [{ shape: /^TB[ACM]\d{12}$/ }] },
  {
    name: "OnTrac",
    words: ["ontrac", "lasership"],
    forms: [
      { shape: /^C\d{14}$/, check: after(1, mod10Of12, "4") },
      { shape: /^D\d{14}$/, check: after(1, mod10Of12, "5") },
      { shape: /^L[AIEHNX][1-3]\d{7}$/ },
      { shape: /^1LS(?:7[12]|CX)[0-9A-Z]{10,14}(?:-1)?$/ },
    ],
  },
  { name: "UniUni", words: ["uniuni"], forms: [{ shape: /^UUS[0-9A-Z]{13,17}$/ }] },
  { name: "GOFO", words: ["gofo"], forms: [{ shape: /^GFUS\d{14}$/ }] },
  { name: "Landmark Global", words: ["landmark global"], forms: [{ shape: /^LTN\d{8,12}N1$/ }] },
  {
    name: "Canada Post",
    words: ["canada ?post"],
    forms: [{ shape: /^[1-9]\d{15}$/, check: mod10Of31, isLikely: true }],
  },
  { name: "Canpar", words: ["canpar"], forms: [{ shape: /^D\d{21}$/ }] },
  { name: "Purolator", words: ["purolator"] },
  {
    name: "Australia Post",
    words: ["aus(?:tralia)? ?post"],
    forms: [{ shape: /^33[A-Z]{3}\d{7}(?:\d{2,12})?$/ }],
  },
  { name: "Colissimo", words: ["colissimo"], forms: [{ shape: /^[5-9][A-Z]\d{11}$/ }] },
  {
    name: "Correos",
    words: ["correos"],
    forms: [{ shape: /^P[A-Z][0-9A-Z]{4}\d{16}[A-Z]$/ }],
  },
  {
    name: "PostNord",
    words: ["post ?nord"],
    forms: [{ shape: /^00[357]7\d{16}$/ }],
  },
  {
    name: "Packeta",
    words: ["packeta", "zásilkovna"],
    forms: [{ shape: /^Z\d{10}$/, isLikely: true }],
  },
  {
    name: "Nova Poshta",
    words: ["nova ?poshta"],
    // 20 and a year would be a moment, which orders are numbered by.
    forms: [{ shape: /^(?:20[03-9]|59\d)\d{11}$/, isLikely: true }],
  },
  { name: "DTDC", words: ["dtdc"], forms: [{ shape: /^[DZMXV]\d{8}$/, isLikely: true }] },
  { name: "Ekart", words: ["ekart"], forms: [{ shape: /^FMP[CP]\d{10}$/ }] },
  { name: "Kerry Express", words: ["kerry express"], forms: [{ shape: /^KEX\d{10,14}$/ }] },
  { name: "Royal Mail", words: ["royal ?mail"] },
  { name: "Aramex", words: ["aramex"] },
  {
    name: "Yamato",
    words: ["yamato", "黑猫"],
    forms: [{ shape: /^\d{12}$/, check: mod7, needsWord: true }],
  },
  { name: "Sagawa", words: ["sagawa", "佐川"] },
  { name: "Japan Post", words: ["japan ?post"] },
  { name: "Korea Post", words: ["korea ?post"] },
  { name: "Pos Malaysia", words: ["pos ?laju", "pos malaysia"] },
  {
    name: "Ninja Van",
    words: ["ninja ?van"],
    forms: [{ shape: /^N(?:V|J|L)[A-Z]{2,6}\d{8,14}$/ }],
  },
  {
    name: "Flash Express",
    words: ["flash express"],
    forms: [{ shape: /^TH\d{11,12}[0-9A-Z]{2,4}$/ }],
  },
  { name: "Shopee Xpress", words: ["spx"], forms: [{ shape: /^SPX[A-Z]{2}\d{9,15}$/ }] },
  { name: "Delhivery", words: ["delhivery"] },
  { name: "Blue Dart", words: ["blue ?dart"] },
  {
    name: "SF Express",
    words: ["sf ?express", "顺丰"],
    forms: [{ shape: /^SF\d{12,15}$/ }],
  },
  {
    name: "JD Logistics",
    words: ["jd ?logistics", "jdl", "京东(?:物流|快递)"],
    forms: [{ shape: /^JD[A-Z]{0,2}\d{11,15}(?:-\d+-\d+-?)?$/ }],
  },
  { name: "YTO Express", words: ["yto", "圆通"], forms: [{ shape: /^YT(?:O\d{9,15}|\d{13})$/ }] },
  {
    name: "ZTO Express",
    words: ["zto", "中通"],
    forms: [{ shape: /^ZTO\d{9,15}$/ }, { shape: /^7[358]\d{12}$/, needsWord: true }],
  },
  {
    name: "STO Express",
    words: ["sto express", "申通"],
    forms: [{ shape: /^STO\d{9,15}$/ }, { shape: /^77\d{13}$/, needsWord: true }],
  },
  {
    name: "Yunda",
    words: ["yunda", "韵达"],
    forms: [{ shape: /^YD\d{13}$/ }, { shape: /^4[36]\d{13}$/, needsWord: true }],
  },
  {
    name: "J&T Express",
    words: ["j ?& ?t", "jnt", "极兔"],
    forms: [{ shape: /^JTE?\d{12,15}$/ }],
  },
  { name: "Best Express", words: ["best express", "百世"] },
  { name: "Deppon", words: ["deppon", "德邦"], forms: [{ shape: /^DPK\d{9,15}$/ }] },
  { name: "Kuayue", words: ["跨越(?:速运)?"], forms: [{ shape: /^KYE?\d{9,15}$/ }] },
  {
    name: "Cainiao",
    words: ["cainiao", "菜鸟"],
    forms: [{ shape: /^LP\d{14}$/ }, { shape: /^CN(?:G|CN)?\d{13,15}$/ }],
  },
  {
    name: "YunExpress",
    words: ["yun ?express", "云途"],
    forms: [{ shape: /^YT\d{16}$/ }],
  },
  { name: "4PX", words: ["4px", "递四方"], forms: [{ shape: /^4PX\d{10,16}(?:CN)?$/ }] },
  { name: "Yanwen", words: ["yanwen", "燕文"], forms: [{ shape: /^[A-Z]{2}\d{9}YP$/ }] },
  { name: "EMS", words: ["ems"] },
  { name: "China Post", words: ["china ?post", "邮政"] },
];
