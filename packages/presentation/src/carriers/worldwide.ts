import type { Carrier } from "./carrier.ts";

/** Carriers that bring parcels everywhere. */
export const worldwide: readonly Carrier[] = [
  {
    name: "UPS",
    aliases: [
      ...[
        "UPS",
        "United Parcel Service",
        "UPS Ground",
        "UPS Standard",
        "UPS Express",
        "UPS SurePost",
      ],
      ...["UPS Express Saver", "UPS Worldwide Expedited", "UPS 2nd Day Air", "UPS Next Day Air"],
      ...["UPS Mail Innovations", "优比速", "優比速", "联合包裹"],
    ],
    page: "https://www.ups.com/track?tracknum={number}",
  },
  {
    name: "FedEx",
    aliases: [
      ...["FedEx", "Federal Express", "FedEx Ground", "FedEx Home Delivery", "FedEx Express"],
      ...[
        "FedEx International Priority",
        "FedEx International Economy",
        "FedEx 2Day",
        "FedEx Freight",
      ],
      ...["FedEx SmartPost", "FedEx Ground Economy", "联邦快递", "聯邦快遞"],
    ],
    page: "https://www.fedex.com/fedextrack/?trknbr={number}",
  },
  {
    name: "TNT",
    aliases: ["TNT", "TNT Express"],
    page: "https://www.tnt.com/express/en_gc/site/shipping-tools/tracking.html?searchType=con&cons={number}",
  },
  {
    name: "DHL",
    aliases: ["DHL", "DHL Global", "敦豪"],
    page: "https://www.dhl.com/global-en/home/tracking.html?tracking-id={number}",
  },
  {
    name: "DHL Express",
    aliases: [
      "DHL Express",
      "DHL Express Worldwide",
      "DHL International",
      "敦豪快递",
      "敦豪快遞",
      "中外运敦豪",
    ],
    page: "https://www.dhl.com/global-en/home/tracking/tracking-express.html?submit=1&tracking-id={number}",
  },
  {
    name: "DHL eCommerce",
    aliases: [
      "DHL eCommerce",
      "DHL eCommerce Solutions",
      "DHL eCommerce US",
      "DHL Global Mail",
      "DHL eCommerce Asia",
    ],
    page: "https://www.dhl.com/us-en/home/tracking/tracking-ecommerce.html?submit=1&tracking-id={number}",
  },
  {
    name: "Aramex",
    aliases: ["Aramex", "Aramex International", "أرامكس"],
    page: "https://www.aramex.com/track/results?ShipmentNumber={number}",
  },
  {
    name: "Amazon Logistics",
    aliases: ["Amazon", "Amazon Logistics", "Amazon Shipping", "AMZL", "AMZL US", "亚马逊物流"],
    page: "https://track.amazon.com/tracking/{number}",
    form: /^TB[ACM]\d{12}$/,
  },
];
