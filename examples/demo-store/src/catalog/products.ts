import type { Currency } from "./money.ts";

interface SeedProduct {
  title: string;
  subtitle: string;
  /** For one piece, in major units. */
  prices: Readonly<Record<Currency, number>>;
}

/** All the shop sells, by stock keeping unit. Goods keep the language of their maker. */
export const products = {
  "enamel-mug": {
    title: "Enamel Camp Mug",
    subtitle: "Speckled white, 350 ml",
    prices: { USD: 14.5, CNY: 98, JPY: 2200 },
  },
  "canvas-tote": {
    title: "Canvas Tote Bag",
    subtitle: "Natural cotton, long handles",
    prices: { USD: 22, CNY: 149, JPY: 3300 },
  },
  "wool-socks": {
    title: "Merino Hiking Socks",
    subtitle: "One pair, charcoal",
    prices: { USD: 18, CNY: 119, JPY: 2700 },
  },
  "linen-shirt": {
    title: "Linen Shirt",
    subtitle: "Relaxed fit, sand, size M",
    prices: { USD: 64, CNY: 439, JPY: 9600 },
  },
  "white-tshirt": {
    title: "Classic White T-Shirt",
    subtitle: "Heavy organic cotton, size M",
    prices: { USD: 25, CNY: 169, JPY: 3750 },
  },
  "desk-lamp": {
    title: "Brass Desk Lamp",
    subtitle: "Dimmable, warm light",
    prices: { USD: 89, CNY: 599, JPY: 13400 },
  },
  notebook: {
    title: "Dot Grid Notebook",
    subtitle: "A5, 160 pages",
    prices: { USD: 12, CNY: 79, JPY: 1800 },
  },
  "fountain-pen": {
    title: "Fountain Pen",
    subtitle: "Fine nib, deep blue",
    prices: { USD: 38, CNY: 259, JPY: 5700 },
  },
  "rain-jacket": {
    title: "Rain Jacket",
    subtitle: "Waterproof, forest green, size M",
    prices: { USD: 120, CNY: 799, JPY: 18000 },
  },
  "travel-bottle": {
    title: "Steel Travel Bottle",
    subtitle: "Keeps warm for 12 hours, 500 ml",
    prices: { USD: 28, CNY: 189, JPY: 4200 },
  },
  "chess-set": {
    title: "Wooden Chess Set",
    subtitle: "Folding board, 38 cm",
    prices: { USD: 72, CNY: 489, JPY: 10800 },
  },
  headphones: {
    title: "Wireless Headphones",
    subtitle: "Over-ear, 40 hours of play",
    prices: { USD: 149, CNY: 999, JPY: 22400 },
  },
  "longjing-tea": {
    title: "西湖龙井",
    subtitle: "明前特级，罐装 100 克",
    prices: { USD: 45, CNY: 298, JPY: 6700 },
  },
  "puer-cake": {
    title: "普洱茶饼",
    subtitle: "七年陈化，357 克",
    prices: { USD: 68, CNY: 458, JPY: 10200 },
  },
  gaiwan: {
    title: "白瓷盖碗",
    subtitle: "三件套，150 毫升",
    prices: { USD: 36, CNY: 238, JPY: 5400 },
  },
  teapot: {
    title: "宜兴紫砂壶",
    subtitle: "容量 200 毫升",
    prices: { USD: 168, CNY: 1180, JPY: 25200 },
  },
  "silk-scarf": {
    title: "真丝方巾",
    subtitle: "牡丹纹，90 × 90 厘米",
    prices: { USD: 58, CNY: 388, JPY: 8700 },
  },
  "cotton-quilt": {
    title: "新疆长绒棉被",
    subtitle: "200 × 230 厘米，四斤",
    prices: { USD: 110, CNY: 728, JPY: 16500 },
  },
  "paper-lantern": {
    title: "手工纸灯笼",
    subtitle: "两只装，红色",
    prices: { USD: 24, CNY: 158, JPY: 3600 },
  },
  "calligraphy-set": {
    title: "文房四宝礼盒",
    subtitle: "笔、墨、纸、砚",
    prices: { USD: 52, CNY: 348, JPY: 7800 },
  },
  "chili-sauce": {
    title: "老坛辣椒酱",
    subtitle: "三瓶装，每瓶 280 克",
    prices: { USD: 16, CNY: 89, JPY: 2400 },
  },
  mooncakes: {
    title: "五仁月饼礼盒",
    subtitle: "八枚装",
    prices: { USD: 32, CNY: 218, JPY: 4800 },
  },
  "rice-cooker": {
    title: "智能电饭煲",
    subtitle: "4 升，可预约",
    prices: { USD: 99, CNY: 659, JPY: 14900 },
  },
  "down-vest": {
    title: "轻薄羽绒马甲",
    subtitle: "男款，藏青，L 码",
    prices: { USD: 79, CNY: 529, JPY: 11900 },
  },
} as const satisfies Record<string, SeedProduct>;

export type Sku = keyof typeof products;
