import type { Order, OrderElement, Package } from "@meetbot/protocol";
import { type CustomerLocale, languages } from "../languages/customer-locale.ts";
import { orderStage } from "../status/item-stage.ts";
import { readerOf } from "../status/reader-of.ts";
import type { Stage } from "../status/stages.ts";
import { orderWords } from "../status/status-words.ts";
import { addressLine } from "../text/address-line.ts";
import { formatMoment, formatMonth } from "../text/dates.ts";
import { enumerate } from "../text/enumerate.ts";
import { formatMoney } from "../text/money.ts";
import { say } from "../text/say.ts";
import { agoTold } from "./ago.ts";
import { feesTold } from "./extra-told.ts";
import { itemsIn } from "./items-in.ts";
import type { Telling } from "./telling.ts";
import type { Known, Told } from "./told.ts";
import { dispatchedTold, signedTold, whenTold } from "./when.ts";
import { stageOfItem, statusOf, whereSentence, wordsOfItem } from "./where.ts";

/** The facts that each package of an order has of its own; empty or absent if the package has none yet. */
export const parcelFacts = {
  carrier: ({ carrier }: Partial<Package>) => carrier,
  tracking_number: (pkg: Partial<Package>) => pkg.tracking_number || pkg.package_number,
  link: (pkg: Partial<Package>) => pkg.tracking_url,
} as const;

/** The most prices that fit in one sentence. */
const maxPrices = 6;

type Answer = (known: Known, telling: Telling) => Told | null;

/** Formats each fact; `null` when it is hidden from this customer or the shop does not send it. */
export const factAnswers = {
  total: ({ order }, { locale }) => {
    const { total_cost: total, total_tax: included, tax_included } = order?.summary ?? {};
    if (!order || total === undefined) return null;
    const told = amountTold(locale, "factTotal", total, order.currency);
    const tax = formatMoney(included ?? 0, order.currency, readerOf(locale));
    const text =
      tax_included && included
        ? say(locale, "factTotalTax", { amount: told.value, tax })
        : told.text;
    const { sentenceSpace } = languages[locale];
    return { ...told, text: [text, ...feesTold(order, locale)].join(sentenceSpace) };
  },
  goods_total: ({ order }, { locale }) => {
    const { summary, elements = [], currency } = order ?? {};
    const isAlike = elements.every((one) => (one.currency ?? currency) === currency);
    const prices = elements.reduce((all, { price }) => all + price, 0);
    const sum = summary?.subtotal ?? (isAlike && elements.length > 0 ? prices : undefined);
    return sum === undefined ? null : amountTold(locale, "factGoods", sum, currency);
  },
  each: ({ order }, { locale }) => {
    const told = (order?.elements ?? []).slice(0, maxPrices);
    if (!order || told.length === 0) return null;
    const prices = told.map((element) => eachOf(element, order, locale));
    const text = prices.map((price) => price.text).join(languages[locale].sentenceSpace);
    return { text, value: prices.map((price) => price.value).join(", ") };
  },
  included: ({ order }, { locale }) => {
    const { total_cost: total, shipping_cost, total_tax } = order?.summary ?? {};
    if (total === undefined || shipping_cost === undefined) return null;
    const [amount, shipping, tax] = [total, shipping_cost, total_tax ?? 0].map((sum) =>
      formatMoney(sum, order?.currency, readerOf(locale)),
    ) as [string, string, string];
    const text =
      total_tax === undefined
        ? say(locale, "factIncludedShipping", { amount, shipping })
        : say(locale, "factIncluded", { amount, shipping, tax });
    return { text, value: amount };
  },
  shipping: ({ order }, { locale }) => {
    const cost = order?.summary?.shipping_cost;
    if (cost === undefined) return null;
    if (cost === 0) return { text: say(locale, "factShippingFree"), value: "0" };
    return amountTold(locale, "factShipping", cost, order?.currency);
  },
  discount: ({ order }, { locale }) => {
    if (!order?.summary) return null;
    const off = order.adjustments ?? [];
    if (off.length === 0) return { text: say(locale, "factNoDiscount"), value: "0" };
    const sum =
      Math.round(off.reduce((all, { amount }) => all + Math.abs(amount), 0) * 1000) / 1000;
    const amount = formatMoney(sum, order.currency, readerOf(locale));
    const names = enumerate(
      off.map(({ name }) => name),
      locale,
    );
    return { text: say(locale, "factDiscount", { amount, names }), value: String(sum) };
  },
  items: ({ order }, { locale }) => {
    const items = itemsIn(order?.elements, locale);
    return items ? { text: say(locale, "factItems", { items }), value: items } : null;
  },
  quantity: ({ order }, { locale }) => {
    const items = itemsIn(order?.elements, locale);
    if (!items) return null;
    const count = (order?.elements ?? []).reduce((all, { quantity }) => all + quantity, 0);
    const text =
      count === 1
        ? say(locale, "factQuantity1", { items })
        : say(locale, "factQuantity", { count, items });
    return { text, value: String(count) };
  },
  address: ({ order }, { locale }) => {
    const line = order?.address ? addressLine(order.address, readerOf(locale)) : "";
    if (!line) return null;
    const { comma } = languages[locale].window.words;
    const address = [order?.recipient_name, line].filter(Boolean).join(comma);
    return { text: say(locale, "factAddress", { address }), value: address };
  },
  recipient: ({ order }, { locale }) => {
    const { recipient_name: name } = order ?? {};
    return name ? { text: say(locale, "factRecipient", { name }), value: name } : null;
  },
  payment: ({ order, hidesPerson }, { locale }) => {
    if (!order) return null;
    const { status = "", payment_method: method, order_url: url } = order;
    const stage = orderStage(order);
    if (stage === "unpaid") {
      const link = url && { title: languages[locale].cards.words.viewOrder, url };
      return { text: say(locale, "factNotPaid"), value: status, ...(link && { link }) };
    }
    if (method) return { text: say(locale, "factPayment", { method }), value: method };
    if (stage === "paid") return { text: say(locale, "factPaid"), value: status };
    if (!status) return null;
    const shown = orderWords(order, readerOf(locale));
    const key = hidesPerson ? "factPaymentHidden" : "factPaymentShown";
    return { text: say(locale, key, { status: shown }), value: status };
  },
  placed: ({ order }, { locale, timeZone }) => {
    const reader = readerOf(locale, { timeZone });
    if (order?.timestamp) {
      const date = formatMoment(order.timestamp, reader);
      return { text: say(locale, "factPlaced", { date }), value: date };
    }
    if (!order?.placed_month) return null;
    const date = formatMonth(order.placed_month, reader);
    return { text: say(locale, "factPlacedIn", { date }), value: date };
  },
  status: (known, telling) => {
    const [value] = statusOf(known);
    return value === undefined ? null : { text: whereSentence(known, telling), value };
  },
  meaning: (known, { locale }) => {
    const [value] = statusOf(known);
    if (value === undefined) return null;
    const stage = stageOfItem(known);
    const status = wordsOfItem(known, locale);
    const text = stage ? meaningOf(stage, locale, status) : say(locale, "stageUnknown", { status });
    return { text, value };
  },
  reason: (known, telling) => {
    const [value] = statusOf(known);
    if (value === undefined) return null;
    const { sentenceSpace } = languages[telling.locale];
    const text = [whereSentence(known, telling), say(telling.locale, "factNoReason")];
    return { text: text.join(sentenceSpace), value };
  },
  expected: (known, telling) => whenTold(known, telling),
  delivered: (known, telling) => whenTold(known, telling, "delivered"),
  dispatched: dispatchedTold,
  ago: agoTold,
  signed_by: signedTold,
  carrier: ({ pkg, order }, { locale }) => {
    const carrier = pkg && parcelFacts.carrier(pkg);
    if (carrier) return { text: say(locale, "factCarrier", { carrier }), value: carrier };
    return noneYet(pkg, order, locale, "factNoCarrier");
  },
  tracking_number: ({ pkg, order }, { locale }) => {
    const number = pkg && parcelFacts.tracking_number(pkg);
    if (number) return { text: say(locale, "factTracking", { number }), value: number };
    return noneYet(pkg, order, locale, "factNoTracking");
  },
  link: ({ pkg, order }, { locale }) => {
    const url = pkg ? parcelFacts.link(pkg) : order?.order_url;
    if (!url) return noneYet(pkg, order, locale, "factNoLink");
    const { trackPackage, viewOrder } = languages[locale].cards.words;
    const link = { title: pkg ? trackPackage : viewOrder, url };
    return { text: say(locale, "factLink"), value: url, link };
  },
} as const satisfies Record<string, Answer>;

/** A fact about an order or its package that the bot can answer in a sentence. */
export type ToldFact = keyof typeof factAnswers;

/** Explains a stage to a waiting customer; `called` is the status as the customer reads it. */
export function meaningOf(
  stage: Stage,
  locale: CustomerLocale,
  called: string = languages[locale].cards.stages[stage],
): string {
  return say(locale, "stageMeans", { status: called, meaning: languages[locale].meanings[stage] });
}

/** Returns what one item of an order cost. */
export function priceOf(
  element: OrderElement,
  order: Partial<Order>,
  locale: CustomerLocale,
): Told {
  const currency = element.currency ?? order.currency;
  const amount = formatMoney(element.price, currency, readerOf(locale));
  const item = `${element.quantity} × ${element.title}`;
  return { text: say(locale, "factPrice", { item, amount }), value: amount };
}

/** Returns what one item of an order cost in total and per piece. */
export function eachOf(element: OrderElement, order: Partial<Order>, locale: CustomerLocale): Told {
  const { quantity, title, price } = element;
  if (quantity === 1) return priceOf(element, order, locale);
  const currency = element.currency ?? order.currency;
  const [amount, each] = [price, price / quantity].map((sum) =>
    formatMoney(Math.round(sum * 100) / 100, currency, readerOf(locale)),
  ) as [string, string];
  return {
    text: say(locale, "factEach", { item: `${quantity} × ${title}`, amount, each }),
    value: each,
  };
}

function amountTold(
  locale: CustomerLocale,
  key: "factTotal" | "factShipping" | "factGoods",
  value: number,
  currency: string | undefined,
): Told {
  const amount = formatMoney(value, currency, readerOf(locale));
  return { text: say(locale, key, { amount }), value: amount };
}

/** A package that is not there yet has no carrier and no number. */
function noneYet(
  pkg: Partial<Package> | undefined,
  order: Partial<Order> | undefined,
  locale: CustomerLocale,
  key: "factNoCarrier" | "factNoTracking" | "factNoLink",
): Told | null {
  if (!pkg && !order) return null;
  const status = pkg?.package_status ?? order?.status ?? "";
  return { text: say(locale, key), value: status };
}
