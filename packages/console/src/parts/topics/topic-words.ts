import type { KnownTopic } from "../../../../meetbot/src/server/admin-api/contract/answers.ts";
import type { OperatorLocale } from "../../words/locale.ts";

/** What topics are grouped by where they are listed. */
export const subjects = ["own", "orders", "delivery", "payment", "goods", "shop"] as const;
export type Subject = (typeof subjects)[number];

interface TopicWords {
  name: string;
  /** What customers want who ask it. */
  about: string;
}

/** The topics that every bot knows, as a shop speaks of them. */
export const topicWords: Record<
  KnownTopic,
  { subject: Exclude<Subject, "own"> } & Record<OperatorLocale, TopicWords>
> = {
  returns: {
    subject: "orders",
    en: { name: "Returns", about: "Sending something back: how, until when, and who pays" },
    zh: { name: "退货", about: "怎么退、多久内能退、运费谁承担" },
  },
  refund: {
    subject: "orders",
    en: { name: "Refunds", about: "When the money comes back, where to, and how much" },
    zh: { name: "退款", about: "退款什么时候到、退到哪里、退多少" },
  },
  exchange: {
    subject: "orders",
    en: { name: "Exchange", about: "Swapping for another size, color or article" },
    zh: { name: "换货", about: "换尺码、换颜色、换别的商品" },
  },
  cancel: {
    subject: "orders",
    en: { name: "Cancelling", about: "Cancelling an order that was placed" },
    zh: { name: "取消订单", about: "下单后想取消" },
  },
  change_address: {
    subject: "orders",
    en: { name: "Changing the address", about: "Another address, name or phone for an order" },
    zh: { name: "修改地址", about: "修改收货地址、收件人或电话" },
  },
  change_order: {
    subject: "orders",
    en: { name: "Changing an order", about: "Adding, removing or changing what was ordered" },
    zh: { name: "修改订单", about: "增减商品、改尺码或颜色" },
  },
  damaged: {
    subject: "orders",
    en: { name: "Damaged or missing", about: "What arrived is broken, incomplete or wrong" },
    zh: { name: "破损、少件、发错", about: "收到的商品坏了、少了或发错了" },
  },
  invoice: {
    subject: "orders",
    en: { name: "Invoices", about: "An invoice or receipt, a copy of it, VAT" },
    zh: { name: "发票", about: "开发票、改抬头、补发票" },
  },
  delivery_time: {
    subject: "delivery",
    en: { name: "Delivery time", about: "How soon you dispatch, and how long it takes" },
    zh: { name: "发货与配送时间", about: "多久发货、几天能到、节假日发不发" },
  },
  delivery_cost: {
    subject: "delivery",
    en: { name: "Shipping cost", about: "What shipping costs, and from when it is free" },
    zh: { name: "运费", about: "运费多少、满多少包邮" },
  },
  abroad: {
    subject: "delivery",
    en: { name: "Delivery abroad", about: "Other countries and regions, customs and duties" },
    zh: { name: "海外及偏远地区", about: "能不能寄、关税怎么算" },
  },
  carriers: {
    subject: "delivery",
    en: { name: "Carriers", about: "Who delivers, and whether one can choose" },
    zh: { name: "快递公司", about: "发什么快递、能不能指定" },
  },
  pick_up: {
    subject: "delivery",
    en: { name: "Collecting it", about: "Picking an order up in a shop or at a point" },
    zh: { name: "自提", about: "到店或到自提点取货" },
  },
  delivery_wish: {
    subject: "delivery",
    en: { name: "Where to leave it", about: "With a neighbor, in a safe place, on another day" },
    zh: { name: "派送要求", about: "放门口、放驿站、邻居代收、改天再送" },
  },
  pickup_code: {
    subject: "delivery",
    en: { name: "Pickup code", about: "The code that opens the locker or is shown at the point" },
    zh: { name: "取件码", about: "取件码没收到或找不到" },
  },
  gift: {
    subject: "orders",
    en: { name: "Gifts", about: "Gift wrapping, a card, no prices in the box" },
    zh: { name: "礼品包装", about: "礼品包装、写贺卡、不放价格单" },
  },
  payment_methods: {
    subject: "payment",
    en: { name: "Ways to pay", about: "Cards, wallets, instalments, cash on delivery" },
    zh: { name: "付款方式", about: "支持哪些付款方式、能不能分期或货到付款" },
  },
  payment_problem: {
    subject: "payment",
    en: { name: "Payment trouble", about: "Paying fails, charged twice, paid but not shown" },
    zh: { name: "付款遇到问题", about: "付不了款、重复扣款、付了仍显示未付" },
  },
  discount: {
    subject: "payment",
    en: { name: "Discounts and codes", about: "Codes, sales, points, and codes that fail" },
    zh: { name: "优惠与折扣", about: "优惠券、满减、积分、优惠码用不了" },
  },
  price_protection: {
    subject: "payment",
    en: { name: "Cheaper now", about: "The price fell after buying: is the difference refunded?" },
    zh: { name: "价格保护", about: "买完降价了，能不能退差价" },
  },
  stock: {
    subject: "goods",
    en: { name: "Stock", about: "Whether it is in stock, and when it will be back" },
    zh: { name: "库存", about: "有没有货、什么时候补货" },
  },
  size: {
    subject: "goods",
    en: { name: "Sizes", about: "Which size fits, measurements, size charts" },
    zh: { name: "尺码", about: "该选什么码、尺码表" },
  },
  product: {
    subject: "goods",
    en: { name: "About an article", about: "Material, use, care, what it works with" },
    zh: { name: "商品咨询", about: "材质、用法、保养、是否适用" },
  },
  warranty: {
    subject: "goods",
    en: { name: "Warranty", about: "How long it lasts, and what it covers" },
    zh: { name: "质保", about: "保修多久、哪些情况在保修范围内" },
  },
  repair: {
    subject: "goods",
    en: { name: "Repair and installation", about: "Repairs, spare parts, having it installed" },
    zh: { name: "维修与安装", about: "维修、配件、上门安装" },
  },
  opening_hours: {
    subject: "shop",
    en: { name: "Opening hours and contact", about: "When you are there, where, and the phone" },
    zh: { name: "营业时间与联系方式", about: "几点上班、店在哪里、电话多少" },
  },
  complaint: {
    subject: "shop",
    en: { name: "Complaints", about: "Unhappy with the shop, its service or the courier" },
    zh: { name: "投诉", about: "对店铺、服务或快递员不满" },
  },
  privacy: {
    subject: "shop",
    en: { name: "Privacy", about: "What is stored about a customer, and deleting it" },
    zh: { name: "隐私", about: "保存了哪些个人信息、如何删除" },
  },
  account: {
    subject: "shop",
    en: { name: "Customer account", about: "Signing in, passwords, registering" },
    zh: { name: "账户", about: "登录、注册、忘记密码" },
  },
};

/** The words of a topic that Meetbot has; `null`: it is one of the shop's own. */
export function wordsOf(topic: string) {
  return Object.hasOwn(topicWords, topic) ? topicWords[topic as KnownTopic] : null;
}
