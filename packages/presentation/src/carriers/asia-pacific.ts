import type { Carrier } from "./carrier.ts";

/**
 * Carriers of Asia and the Pacific. Most Chinese carriers have no URL for a single parcel: customers type the number on
 * the site, and often the last digits of a phone number.
 */
export const asiaPacific: readonly Carrier[] = [
  {
    name: "SF Express",
    aliases: [
      ...["SF Express", "SF", "SF International", "ShunFeng"],
      ...["顺丰", "顺丰速运", "顺丰快递", "顺丰国际", "順豐", "順豐速運", "順豐快遞"],
    ],
    page: "https://www.sf-express.com/chn/sc/waybill/waybill-detail/{number}",
    form: /^SF\d{12,15}$|^\d{12}$/,
  },
  {
    name: "Cainiao",
    aliases: [
      "Cainiao",
      "Cainiao Global",
      "AliExpress Standard Shipping",
      "菜鸟",
      "菜鸟国际",
      "菜鳥",
    ],
    page: "https://global.cainiao.com/newDetail.htm?mailNoList={number}",
  },
  {
    name: "4PX",
    aliases: ["4PX", "4PX Express", "4PX Worldwide Express", "递四方", "递四方速递", "遞四方"],
    page: "https://track.4px.com/#/result/0/{number}",
  },
  {
    name: "Yanwen",
    aliases: ["Yanwen", "Yanwen Express", "Yanwen Logistics", "燕文", "燕文物流"],
    page: "https://track.yw56.com.cn/en/querydel?nums={number}",
  },
  {
    name: "YunExpress",
    aliases: ["YunExpress", "YunTrack", "云途", "云途物流", "雲途物流"],
    page: "https://www.yuntrack.com/parcelTracking?id={number}",
  },
  {
    name: "Japan Post",
    aliases: ["Japan Post", "JP Post", "Yu-Pack", "日本郵便", "日本邮政", "ゆうパック"],
    page: "https://trackings.post.japanpost.jp/services/srv/search/direct?reqCodeNo1={number}&searchKind=S002&locale=en",
  },
  {
    name: "Yamato",
    aliases: [
      "Yamato",
      "Yamato Transport",
      "Kuroneko Yamato",
      "Kuroneko",
      "ヤマト運輸",
      "クロネコヤマト",
      "雅玛多",
      "黑猫宅急便",
    ],
    page: "https://jizen.kuronekoyamato.co.jp/jizen/servlet/crjz.b.NQ0010?id={number}",
    form: /^\d{11,12}$/,
  },
  {
    name: "Sagawa",
    aliases: ["Sagawa", "Sagawa Express", "佐川急便", "佐川"],
    page: "https://k2k.sagawa-exp.co.jp/p/web/okurijosearch.do?okurijoNo={number}",
  },
  {
    name: "Ninja Van Singapore",
    aliases: ["Ninja Van SG", "Ninja Van Singapore"],
    page: "https://www.ninjavan.co/en-sg/tracking?id={number}",
  },
  {
    name: "Delhivery",
    aliases: ["Delhivery", "Delhivery Surface", "Delhivery Express"],
    page: "https://www.delhivery.com/track/package/{number}",
  },
  {
    name: "Australia Post",
    aliases: [
      "Australia Post",
      "AusPost",
      "Australia Post Express",
      "eParcel",
      "Australia Post eParcel",
      "澳洲邮政",
      "澳大利亚邮政",
    ],
    page: "https://auspost.com.au/mypost/track/#/details/{number}",
  },
  {
    name: "Sendle",
    aliases: ["Sendle"],
    page: "https://track.sendle.com/tracking?ref={number}",
  },
  {
    name: "NZ Post",
    aliases: ["NZ Post", "New Zealand Post", "NZ Post Courier", "CourierPost", "新西兰邮政"],
    page: "https://www.nzpost.co.nz/tools/tracking?trackid={number}",
  },
];
