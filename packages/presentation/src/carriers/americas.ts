import type { Carrier } from "./carrier.ts";

/** Carriers of the Americas. */
export const americas: readonly Carrier[] = [
  {
    name: "USPS",
    aliases: [
      ...[
        "USPS",
        "United States Postal Service",
        "US Postal Service",
        "USPS Priority Mail",
        "USPS First Class",
      ],
      ...[
        "USPS Ground Advantage",
        "USPS Priority Mail Express",
        "USPS Media Mail",
        "USPS Parcel Select",
      ],
      ...["USPS First Class Mail", "美国邮政", "美國郵政"],
    ],
    page: "https://tools.usps.com/go/TrackConfirmAction?tLabels={number}",
  },
  {
    name: "OnTrac",
    aliases: ["OnTrac", "LaserShip", "OnTrac LaserShip"],
    page: "https://www.ontrac.com/tracking/?number={number}",
  },
  {
    name: "Canada Post",
    aliases: [
      "Canada Post",
      "Postes Canada",
      "Canada Post Expedited Parcel",
      "Canada Post Xpresspost",
      "加拿大邮政",
    ],
    page: "https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor={number}",
  },
  {
    name: "Purolator",
    aliases: ["Purolator", "Purolator Ground", "Purolator Express"],
    page: "https://www.purolator.com/en/shipping/tracker?pin={number}",
  },
];
