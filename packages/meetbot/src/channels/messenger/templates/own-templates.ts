import {
  type OwnTemplate,
  type TemplateKind,
  templateKinds,
} from "@meetbot/model/push/message-template.ts";
import type { CustomerLocale } from "@meetbot/presentation";

/** Part of the template names: templates are never edited, so changed words get the next edition. */
const edition = 1;

/** Sample shop name for Meta's review of the template. */
export const sampleShop = "Lantern & Loom";

interface TemplateWords {
  /** Meta's code for the language. */
  language: string;
  /**
   * Button title. A tap counts as if the customer had written it, so the bot must understand it. 20 characters at most.
   */
  button: string;
  texts: Record<TemplateKind, string>;
}

/**
 * Texts sent outside the window, per language: a status and nothing of an order, because lock screens show them. A text
 * neither begins nor ends with a placeholder, and offers nothing, or Meta classifies it as marketing.
 */
const words: Record<CustomerLocale, TemplateWords> = {
  en: {
    language: "en",
    button: "Where is it?",
    texts: {
      placed: "{{1}} has received your order. You can ask here how it is doing at any time.",
      shipped: "Your parcel from {{1}} is on its way. Tap below to see where it is.",
      out_for_delivery: "Your parcel from {{1}} is out for delivery. Tap below to see where it is.",
      ready_for_pickup:
        "Your parcel from {{1}} is ready for pickup. Tap below to see where it is waiting.",
      delivered:
        "Your parcel from {{1}} has been delivered. If you can’t find it, tap below to see the details.",
      problem:
        "The delivery of your order from {{1}} is not going as planned. Tap below to see what happened.",
    },
  },
  zh: {
    language: "zh_CN",
    button: "物流到哪了？",
    texts: {
      placed: "您在{{1}}的订单已提交成功。想了解进度，随时可以在这里查询。",
      shipped: "您在{{1}}购买的商品已发货。点击下方按钮查看物流。",
      out_for_delivery: "您在{{1}}购买的商品正在派送，请留意查收。点击下方按钮查看物流。",
      ready_for_pickup: "您在{{1}}购买的商品已到取件点，请及时取件。点击下方按钮查看取件信息。",
      delivered: "您在{{1}}购买的商品已送达。如未收到，请点击下方按钮查看详情。",
      problem: "您在{{1}}的订单配送出现异常。点击下方按钮查看具体情况。",
    },
  },
  "zh-Hant": {
    language: "zh_TW",
    button: "包裹到哪了？",
    texts: {
      placed: "您在{{1}}的訂單已成立。想了解進度，隨時可以在這裡查詢。",
      shipped: "您在{{1}}購買的商品已出貨。點選下方按鈕查看配送進度。",
      out_for_delivery: "您在{{1}}購買的商品正在配送，請留意收件。點選下方按鈕查看配送進度。",
      ready_for_pickup: "您在{{1}}購買的商品已送達取貨點，請記得領取。點選下方按鈕查看取貨資訊。",
      delivered: "您在{{1}}購買的商品已送達。若未收到，請點選下方按鈕查看詳情。",
      problem: "您在{{1}}的訂單配送發生異常。點選下方按鈕查看詳細情況。",
    },
  },
  es: {
    language: "es",
    button: "¿Dónde está?",
    texts: {
      placed: "{{1}} ha recibido tu pedido. Puedes preguntar aquí cómo va en cualquier momento.",
      shipped: "Tu paquete de {{1}} está en camino. Toca el botón para ver dónde está.",
      out_for_delivery: "Tu paquete de {{1}} está en reparto. Toca el botón para ver dónde está.",
      ready_for_pickup:
        "Ya puedes recoger tu paquete de {{1}}. Toca el botón para ver dónde te espera.",
      delivered:
        "Tu paquete de {{1}} se ha entregado. Si no lo encuentras, toca el botón para ver los detalles.",
      problem:
        "Hay una incidencia con la entrega de tu pedido de {{1}}. Toca el botón para ver qué ha pasado.",
    },
  },
  ja: {
    language: "ja",
    button: "今どこですか？",
    texts: {
      placed: "ご注文を{{1}}が承りました。状況はここでいつでもお尋ねいただけます。",
      shipped: "お荷物を{{1}}が発送しました。下のボタンから現在地をご確認いただけます。",
      out_for_delivery: "お荷物（{{1}}）を配達中です。下のボタンから現在地をご確認いただけます。",
      ready_for_pickup:
        "お荷物（{{1}}）を受け取れます。下のボタンから受け取り場所をご確認いただけます。",
      delivered:
        "お荷物（{{1}}）が配達されました。見当たらない場合は、下のボタンから詳細をご確認いただけます。",
      problem: "ご注文（{{1}}）の配送に問題が起きました。下のボタンから詳細をご確認いただけます。",
    },
  },
  "pt-BR": {
    language: "pt_BR",
    button: "Onde está?",
    texts: {
      placed:
        "A loja {{1}} recebeu seu pedido. Você pode perguntar aqui a qualquer momento como ele está.",
      shipped: "Seu pacote de {{1}} está a caminho. Toque abaixo para ver onde ele está.",
      out_for_delivery:
        "Seu pacote de {{1}} saiu para entrega. Toque abaixo para ver onde ele está.",
      ready_for_pickup:
        "Seu pacote de {{1}} está pronto para retirada. Toque abaixo para ver onde.",
      delivered:
        "Seu pacote de {{1}} foi entregue. Se não o encontrar, toque abaixo para ver os detalhes.",
      problem:
        "A entrega do seu pedido de {{1}} teve um problema. Toque abaixo para ver o que aconteceu.",
    },
  },
  fr: {
    language: "fr",
    button: "Où en est l’envoi ?",
    texts: {
      placed:
        "La boutique {{1}} a bien reçu votre commande. Vous pouvez demander ici à tout moment où elle en est.",
      shipped: "Votre colis de {{1}} est en route. Appuyez ci-dessous pour voir où il est.",
      out_for_delivery:
        "Votre colis de {{1}} est en cours de livraison. Appuyez ci-dessous pour voir où il est.",
      ready_for_pickup:
        "Votre colis de {{1}} vous attend au point de retrait. Appuyez ci-dessous pour voir où.",
      delivered:
        "Votre colis de {{1}} a été livré. Si vous ne le trouvez pas, appuyez ci-dessous pour le détail.",
      problem:
        "La livraison de votre commande de {{1}} rencontre un problème. Appuyez ci-dessous pour en savoir plus.",
    },
  },
  de: {
    language: "de",
    button: "Wo ist mein Paket?",
    texts: {
      placed:
        "Ihre Bestellung ist bei {{1}} eingegangen. Wie es damit steht, können Sie hier jederzeit fragen.",
      shipped: "Ihr Paket von {{1}} ist unterwegs. Tippen Sie unten, um zu sehen, wo es ist.",
      out_for_delivery:
        "Ihr Paket von {{1}} wird gerade zugestellt. Tippen Sie unten, um zu sehen, wo es ist.",
      ready_for_pickup:
        "Ihr Paket von {{1}} liegt zur Abholung bereit. Tippen Sie unten, um zu sehen, wo.",
      delivered:
        "Ihr Paket von {{1}} wurde zugestellt. Finden Sie es nicht, tippen Sie unten für Einzelheiten.",
      problem:
        "Bei der Lieferung Ihrer Bestellung von {{1}} gibt es ein Problem. Tippen Sie unten, um Näheres zu erfahren.",
    },
  },
};

/** All messages that a page may send by template. */
export const ownTemplates: readonly OwnTemplate[] = Object.entries(words).flatMap(
  ([locale, { language, button, texts }]) =>
    templateKinds.map((kind) => ({
      ...{ kind, locale: locale as CustomerLocale, language, button },
      name: `meetbot_${kind}_${edition}`,
      text: texts[kind],
    })),
);
