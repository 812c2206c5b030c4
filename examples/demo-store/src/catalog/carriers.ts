interface Carrier {
  name: string;
  /** Where a parcel can be followed: the tracking number goes at the end. */
  trackingPage: string;
}

/** The carriers the shop sends with. */
export const carriers = {
  sf: {
    name: "SF Express 顺丰",
    trackingPage: "https://www.sf-express.com/chn/sc/waybill/waybill-detail/",
  },
  yto: {
    name: "YTO Express 圆通",
    trackingPage: "https://www.kuaidi100.com/chaxun?com=yuantong&nu=",
  },
  zto: {
    name: "ZTO Express 中通",
    trackingPage: "https://www.kuaidi100.com/chaxun?com=zhongtong&nu=",
  },
  ups: { name: "UPS", trackingPage: "https://www.ups.com/track?tracknum=" },
  usps: {
    name: "USPS",
    trackingPage: "https://tools.usps.com/go/TrackConfirmAction?tLabels=",
  },
  dhl: {
    name: "DHL Express",
    trackingPage: "https://www.dhl.com/en/express/tracking.html?AWB=",
  },
  yamato: {
    name: "Yamato Transport",
    trackingPage: "https://jizen.kuronekoyamato.co.jp/jizen/servlet/crjz.b.NQ0010?id=",
  },
} as const satisfies Record<string, Carrier>;

export type CarrierCode = keyof typeof carriers;
