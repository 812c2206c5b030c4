/** Words that mark a nearby number as a telephone number. */
export const phoneWords =
  "(?<![a-z])(?:phone|mobile|tel|telephone|cell|whatsapp|handy)|telefon|handynummer|telefonnummer|rufnummer|tel[eé]fono|m[oó]vil|celular|手机号?码?|电话号?码?|联系方式|座机|热线";

/** The kind of number that a nearby word indicates. `other`: neither an order number nor a package number. */
export type NumberKind = "order" | "package" | "other";

/** Words that name the kind of the number next to them, tried in this order. Carriers: `carriers.ts`. */
export const numberWords: Readonly<Record<NumberKind, readonly string[]>> = {
  other: [
    "phone|mobile|tel|telephone|cell|whatsapp|wechat|fax|call|text|sms|ring|reach|qq|telefon|handy|tel[eé]fono",
    "zip|zipcode|postal|postcode|pincode|pin|plz",
    "invoice|bill|receipt|ticket|case|coupon|voucher|code|otp|sku|model|serial|version|rechnung|factura",
    "(item|product|article|part|style|flight|room|account|card|policy|user|customer|client|member|membership|employee|booking|contract|meter|loyalty|rewards?|refund|tax|vat|vendor|store|device) (no|number|nr|id|code)s?",
    "card|iban|passport|imei|isbn|ean|upc|gtin|asin|s/n|sn|ssn|vat|licen[cs]e|plate|kundennummer|artikelnummer|mitgliedsnummer",
    "手机|电话|微信|联系方式|传真|尾号|邮编|邮政编码|门牌|身份证|护照|发票|税号|识别号|卡号|银行卡|验证码|取件码|取货码|提货码|收货码|座机|热线|车牌",
    "型号|货号|商品号|商品编号|商品id|序列号|服务单|工单|纠纷|优惠券|券码|金额|价格|房号|账户|学号|工号",
    "(会员|用户|客户|账号|买家|设备|机身|产品|商户|店铺)的?(号码|编号|号|id|码|名)|串号|条形?码|序列码|书号",
  ],
  package: [
    "track|tracking|parcels?|packages?|pkg|shipments?|waybill|consignment|awb|docket",
    "sendung|sendungs(?:nummer|nr)|paket|paket(?:nummer|nr)|paquete|seguimiento|rastreo|gu[ií]a|env[ií]o|colis|suivi",
    "(快递|物流|运单|包裹|货运|发货|邮件)的?(单号|编号|号码|号)?",
  ],
  order: [
    "(orders?|purchases?)[ _-]?(no|number|num|nr|id|code|ref|reference)?",
    "pedidos?|bestellung|bestell(?:nummer|nr)|auftrag|auftragsnummer|commande|ordine|encomenda",
    "订单的?(编号|号码|号)?|单号|这单|下单号|订购号|交易号",
  ],
};

/** What may follow a carrier's name and still belong to the name of its number: "顺丰快递单号". */
export const carrierTail = "(?:(?:快递|物流|速运|速递)?的?(?:单号|编号|号码|号))?";

/** The word that marks an order number, unless the text has just mentioned a package. */
export const ambiguousNumberWord = "单号";

/** Words that make "order" a verb: "I want to order 100 mugs". */
export const verbBefore = /(?:\bto|\bi|\bwe|\bcan|\bcould|\bi'd|\bwould|\blet's) $/;

/** What may stand between a kind word and its number. */
export const numberFillers =
  "\\s|[:#=.,\"'()<>\\[\\]/_*°-]|no|number|num|nr|id|is|was|it's|its|the|of|my|for|with|code|ref|reference|n(?=[°.])|número|numero|ist|lautet|es|号码|编号|号|是|为|的|这个|我的|有";

/**
 * What may stand between a number and the word that follows it: "12345, my order". No alternative is a combination of
 * two others.
 */
export const numberTails = "\\s|,|is|my|the|an?|这个|这|那个|是|我|的|号|为";

/** Text that joins two numbers of one kind: "1042, #1043", "1042, not 1024". */
export const numberJoints =
  /^ ?(?:[,、;] ?)?(?:[,&+/、;]|and|or|not|but|plus|also|y|und|oder|和|跟|与|及|或|或者|以及|还有|而?不是)(?: also| not)? ?(?:#|no\.? ?|nr\.? ?|订单|单号)?$/;

/** Words directly after which a number of one or two digits is an order number: "order no. 7", "#77". */
export const shortNumberWord = /(?:#|\b(?:no|nr|num|number|id)|号码?|编号)$/;

/** Shops' prefixes that make a short number an order number even without a word. */
export const orderPrefix = /^(?:so|ord|order|web|shop)-\d{1,7}$/;

/** Units that make a short number a quantity, a date or a time. */
export const units =
  /^ ?(?:hours?|hrs?|days?|weeks?|months?|years?|min|mins|minutes|am|pm|st|nd|rd|th|items?|pieces?|pcs|pairs?|orders|packages|parcels|times|kg|g|ml|cm|mm|小时|天|日|号(?!单|的?订单|的?包裹|的?快递)|月|年|点|分|秒|周|星期|个|件|台|箱|盒|瓶|袋|斤|克|码|次|遍|单|款|双|套|只|米|岁|楼|室|栋|座)/;

/** Currencies before and after an amount. */
export const currencyBefore = /(?:[$€£¥₹₩]|usd|rmb|cny|eur|gbp|hkd) ?$/;
export const currencyAfter =
  /^ ?(?:[$€£¥%]|元|块|刀|美元|美金|欧元|dollars?|usd|rmb|cny|euros?|eur|pounds?|gbp|bucks|percent)/;
