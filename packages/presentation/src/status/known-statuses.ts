import type { Stage } from "./stages.ts";

/** Whole statuses, normalized, that tell one stage: by the language they are written in. */
type Written = Record<string, RegExp>;

/**
 * Every status that is surely known. The whole status must be one of these: what is not listed has no
 * stage, for a wrong stage is worse than none, and a shop can write anything in a status, in any language
 * ("not delivered", "Delivered to carrier", "Shipped on Nov 3", "2 days late", "明天送达"). The stages are as
 * fine as the words, so that telling one in another language loses nothing. All stand in
 * docs/protocol.md too: a test reads them there.
 */
export const orderStatuses: Partial<Record<Stage, Written>> = {
  unpaid: {
    en: /^(unpaid|(pending|awaiting) payment|payment pending)$/,
    zh: /^([待未]付款|待支付|等待(买家)?付款)$/,
    "zh-Hant": /^等待(買家)?付款$/,
    es: /^(no pagado|sin pagar|pendiente de pago|pago pendiente|en espera de pago|esperando (el )?pago)$/,
    de: /^(unbezahlt|nicht bezahlt|zahlung (ausstehend|offen)|warten? auf zahlung|wartet auf zahlung)$/,
  },
  paid: {
    en: /^(paid|payment received)$/,
    zh: /^((买家)?已付款|已支付)$/,
    "zh-Hant": /^(買家已付款|付款完成)$/,
    es: /^(pagado|pago (recibido|aceptado|confirmado))$/,
    de: /^(bezahlt|zahlung (erhalten|eingegangen))$/,
  },
  confirmed: {
    en: /^(order )?confirmed$/,
    zh: /^已确认$/,
    "zh-Hant": /^(訂單)?已確認$/,
    es: /^(pedido )?confirmado$/,
    de: /^(bestellung )?bestätigt$/,
  },
  processing: {
    en: /^(processing|preparing|being prepared|in preparation|unfulfilled|awaiting (fulfillment|shipment)|ready to ship)$/,
    zh: /^([待未]发货|处理中|备货中|配货中|待出库|等待(卖家)?发货)$/,
    "zh-Hant": /^([待未][出發]貨|處理中|備貨中|[理撿揀]貨中)$/,
    es: /^(en preparaci[oó]n|preparando|en proceso|procesando|preparaci[oó]n en (curso|proceso)|pendiente de env[ií]o|listo para enviar)$/,
    de: /^(in (bearbeitung|vorbereitung)|wird (bearbeitet|vorbereitet)|versandbereit|(noch )?nicht (versandt|versendet|verschickt))$/,
  },
  partially_shipped: {
    // What came in part was sent in part; that the rest was sent too, it does not say.
    en: /^(partially ?(shipped|fulfilled|sent|dispatched|delivered)|partly (shipped|delivered))$/,
    zh: /^(已部分发货|部分已?发货|部分(发出|出库|签收|送达|妥投|收货))$/,
    "zh-Hant": /^(部分[出發]貨|部分(簽收|送達|到貨))$/,
    es: /^(parcialmente (enviado|entregado)|(enviado|entregado) parcialmente)$/,
    de: /^(teilversandt|teilgeliefert|teilweise (versandt|versendet|verschickt|geliefert|zugestellt))$/,
  },
  shipped: {
    en: /^(shipped|dispatched|fulfilled)$/,
    zh: /^((卖家)?已发货|已出库|待收货)$/,
    "zh-Hant": /^((賣家)?已[出發]貨|已寄出)$/,
    es: /^(enviado|despachado|expedido)$/,
    de: /^(versandt|versendet|verschickt)$/,
  },
  in_transit: {
    en: /^(in ?transit|on (its|the) way)$/,
    zh: /^运输中$/,
    "zh-Hant": /^(運送|運輸)中$/,
    es: /^(en tr[aá]nsito|en camino)$/,
    de: /^unterwegs$/,
  },
  out_for_delivery: {
    en: /^out ?for ?delivery$/,
    zh: /^(配送中|派[送件]中)$/,
    es: /^en reparto$/,
    de: /^in zustellung$/,
  },
  delivered: {
    en: /^delivered$/,
    zh: /^(已?签收|已?妥投|已送达|已收货)$/,
    "zh-Hant": /^(已?簽收|已送達|已收貨|已取貨)$/,
    es: /^entregado$/,
    de: /^(zugestellt|geliefert)$/,
  },
  completed: {
    en: /^completed?$/,
    zh: /^(已完成|交易(成功|完成))$/,
    "zh-Hant": /^訂單完成$/,
    es: /^(completado|finalizado)$/,
    de: /^(abgeschlossen|fertiggestellt)$/,
  },
  canceled: {
    en: /^cancel(l)?ed$/,
    zh: /^(已取消|交易关闭)$/,
    "zh-Hant": /^訂單已取消$/,
    es: /^(cancelado|anulado)$/,
    de: /^storniert$/,
  },
  refunded: {
    en: /^refunded$/,
    zh: /^已退款$/,
    es: /^reembolsado$/,
    de: /^((zu)?rück)?erstattet$/,
  },
  on_file: { en: /^on file$/ },
};

/** The same of a package. To whoever may see little, being held up or about to come is being on its way. */
export const packageStatuses: Partial<Record<Stage, Written>> = {
  pending: { en: /^pending$/, es: /^pendiente$/, de: /^ausstehend$/ },
  ordered: {
    en: /^(ordered|order placed)$/,
    zh: /^已下单$/,
    "zh-Hant": /^已下單$/,
    de: /^bestellt$/,
  },
  confirmed: {
    en: /^(order )?confirmed$/,
    zh: /^已确认$/,
    "zh-Hant": /^(訂單)?已確認$/,
    es: /^(pedido )?confirmado$/,
    de: /^(bestellung )?bestätigt$/,
  },
  processing: {
    en: /^(preparing|processing)$/,
    zh: /^(待发货|备货中)$/,
    "zh-Hant": /^(待[出發]貨|備貨中)$/,
    es: /^(en preparaci[oó]n|preparando)$/,
    de: /^(in vorbereitung|wird vorbereitet)$/,
  },
  awaiting_pickup: {
    en: /^(label created|info(rmation)? received)$/,
    zh: /^待揽收$/,
    es: /^etiqueta creada$/,
    de: /^((versand)?etikett erstellt|elektronisch angekündigt)$/,
  },
  picked_up: {
    en: /^((carrier )?picked up|picked up by carrier)$/,
    zh: /^已揽[收件]$/,
    es: /^recogido por el transportista$/,
    de: /^vom (paketdienst|versanddienstleister) abgeholt$/,
  },
  shipped: {
    en: /^(shipped|dispatched)$/,
    zh: /^已发货$/,
    "zh-Hant": /^(已[出發]貨|已寄出)$/,
    es: /^(enviado|despachado|expedido)$/,
    de: /^(versandt|versendet|verschickt)$/,
  },
  in_transit: {
    en: /^(in ?transit|on (its|the) way|delivery in progress)$/,
    zh: /^(运输中|在途中?|转运中)$/,
    "zh-Hant": /^(運送|運輸|轉運)中$/,
    es: /^(en tr[aá]nsito|en camino)$/,
    de: /^unterwegs$/,
  },
  delayed: { en: /^delayed$/, es: /^(retrasado|con retraso)$/, de: /^(verspätet|verzögert)$/ },
  out_for_delivery: {
    en: /^out ?for ?delivery$/,
    zh: /^(派[送件]中|正在派[送件]|配送中)$/,
    es: /^en reparto$/,
    de: /^(in zustellung|im zustellfahrzeug)$/,
  },
  ready_for_pickup: {
    en: /^(ready|available) for pick ?up$/,
    zh: /^(待取件|待自提)$/,
    "zh-Hant": /^(待取貨|已到店)$/,
    es: /^(listo|disponible) para recoger$/,
    de: /^(abholbereit|bereit zur abholung|zur abholung bereit)$/,
  },
  delivered: {
    en: /^(successfully |package )?delivered$/,
    zh: /^(已?签收|已?妥投|已送达)$/,
    "zh-Hant": /^(已?簽收|已送達|已取貨)$/,
    es: /^(paquete )?entregado$/,
    de: /^((erfolgreich )?zugestellt|geliefert)$/,
  },
  not_delivered: {
    en: /^(not delivered|undelivered|could not be delivered)$/,
    zh: /^(未签收|未送达|未妥投)$/,
    "zh-Hant": /^(未簽收|未送達)$/,
    es: /^(no entregado|no se pudo entregar)$/,
    de: /^(nicht (zugestellt|geliefert|zustellbar)|unzustellbar)$/,
  },
  delivery_failed: {
    en: /^(delivery failed|failed delivery)$/,
    zh: /^(派[送件]|配送|投递)失败$/,
    "zh-Hant": /^(派送|配送|投遞)失敗$/,
    es: /^(entrega fallida|intento de entrega fallido)$/,
    de: /^(zustellung|zustellversuch) fehlgeschlagen$/,
  },
  returning: {
    en: /^returning to sender$/,
    zh: /^退回中$/,
    es: /^en devolución al remitente$/,
    de: /^auf dem rückweg zum absender$/,
  },
  returned: {
    en: /^returned to sender$/,
    zh: /^已退回$/,
    es: /^devuelto al remitente$/,
    de: /^(zurück an (den )?absender|an (den )?absender zurückgesandt)$/,
  },
  on_file: { en: /^on file$/ },
};
