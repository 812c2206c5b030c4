import type { Narrowing } from "@meetbot/model/conversation/recognition.ts";

const orders = "(ones?|orders|purchases|stuff|things|items|packages|parcels)";
const one = "(order|one|purchase|package|parcel|shipment|delivery|thing)";

const which =
  "(?<!not )(which|what)( ones?| orders?| packages?| parcels?| of (them|these|those|my orders))? (of mine )?(have |has |are |were |is |already |been |now ){1,4}";
const counted =
  "how many( orders| purchases| packages| parcels| of (them|these|those|my orders))? (of mine )?(i |are |is |were |have |already |been |still |now |got ){1,4}";

/** Words for the state of the orders that the customer means, in English. */
export const englishStates: Readonly<Record<NonNullable<Narrowing["state"]>, readonly string[]>> = {
  canceled: [
    `canceled (${orders}|order)`,
    `(the|my|only|just|show|any|which|all|all the) (ones? )?(i |that were |that was |were |got |have been |been |that i |which i |are ){0,4}canceled( ${orders}|$)`,
    `${orders} (that |which )?(i |were |was |got |have been |are ){0,4}canceled`,
    `${counted}canceled`,
  ],
  delivered: [
    `(delivered|received|completed|arrived) (already )?${orders}`,
    `(the|my|only|just|show|any|which|all) (ones? )?(already )?(delivered|arrived)$`,
    `${orders} (that |which )?(i )?(already |were |have |has |been |was |got |are ){0,4}(delivered|received|arrived)`,
    `${which}(delivered|arrived|come|here)( already)?$`,
    `${counted}(delivered|arrived|here)`,
  ],
  shipped: [
    `(shipped|sent|dispatched) ${orders}`,
    `(the|my|only|just|show|any|which|all) (ones? )?(already )?(shipped|sent)$`,
    `${orders} (that |which )?(already |still |were |is |have |been |are ){0,4}(shipped|on (the|their|its) way|in transit|sent)`,
    `${which}(shipped|sent|dispatched|on (its|their|the) way|in transit)$`,
    `${counted}(shipped|sent|dispatched|on (the|their|its) way|in transit|coming)`,
  ],
  refunded: [
    `refunded (${orders}|order)`,
    `(the|my|only|just|which|all) (ones? )?(i )?(were |got |was |have been ){0,4}refunded$`,
    `${orders} (that |which )?(i |were |was |got |have been |are ){0,4}refunded`,
    "^(do|did|have|are|were) (i|we|there)( have| get| got)? (any|some|open|pending|any open|any pending) refunds?( (coming|due|on the way|for me|yet))?$|^any( open| pending)? refunds?( (coming|due|yet))?$",
    "^(was|were|is|has) (anything|something|any (of it|of them|order|orders)) (been )?refunded$",
  ],
};

export const englishEnds: Readonly<Record<NonNullable<Narrowing["end"]>, readonly string[]>> = {
  newest: [
    `(?<!what is the |what was the )(latest|newest|most recent|recentest)( ${one})?(?! (status|update|news|on|info|scan|tracking|state))`,
    "(my|our) (very )?last (order|purchase|package|parcel|shipment|delivery)",
    "(the )?last (thing|stuff|order|purchase) (i|we) (ordered|bought|made|placed|got|purchased)|what (i|we) (just|last|recently) (ordered|bought)|(ordered|bought) (last|most recently|just now)$|order (i )?just (made|placed)|last order$",
  ],
  oldest: [
    `(oldest|earliest)( ${one})?`,
    "(my|our) (very )?first (ever )?(order|purchase)",
    `(the |my )?(very )?first (${one}|thing|stuff) (i|we) (have )?(ever )?(ordered|bought|made|placed|got)`,
  ],
};

export const englishAll: readonly string[] = [
  "(all|every|each)( (of|single|one of))?( (my|the|our|these|those))? (orders?|purchases?)",
  "(everything|all) (i|we|that i|i have)( have| ve| had)? (ever )?(ordered|bought|purchased)|(whole|full|complete|entire) (order )?(list|history)|all of them|show( me)? (all|everything)$|list (all|everything)$|list all (orders|my)|them all|see (all|everything)$|every one of",
];

const chineseCounted =
  "(几|多少|哪|哪些|哪几)(个|单|件|笔|些)(订单|包裹|快递)?(是)?(已经|还|正|正在|已|被)?";

/** Words for the state of the orders that the customer means, in Chinese. */
export const chineseStates: Readonly<Record<NonNullable<Narrowing["state"]>, readonly string[]>> = {
  canceled: [
    "(把|看|查|显示)[^\\n]{0,3}取消的|已(经)?取消的|取消(了|过|掉|成功)?的(订?单|那|都|有|哪|呢|是|吗|东西|$)|(被)取消(了)?的",
    `${chineseCounted}取消`,
  ],
  delivered: [
    "已(经)?(签收|送达|收到|收货|送到|完成收货|到货)(了)?的|(收到|签收|送到|到货)(了|过)的(订?单|那|都|有|哪|东西|$)",
    `${chineseCounted}(到了|签收|送到|送达|收到)`,
  ],
  shipped: [
    "已(经)?(发货|寄出|发出|发)(了)?的|(发了货|发货了|寄出了|发货|发出|在路上|运输中)的(订?单|那|都|有|哪|包裹|东西|$)",
    `${chineseCounted}(在路上|在途|运输中|已?发货了|发出了|寄出了)`,
  ],
  refunded: [
    "^(我)?(有没有|有)(什么|哪些|正在)?(退款|退钱)(了|中)?的?(订单|单)?(吗|么|没有?|呢)?$|(有没有|有)(什么|哪些)退款",
    "已(经)?(退款|退货|退)(了)?的|退(了|过|掉)?(款|货|钱)?(了|过)?的(订单|单|那些|那个|有|都|哪)",
  ],
};

export const chineseEnds: Readonly<Record<NonNullable<Narrowing["end"]>, readonly string[]>> = {
  newest: [
    "(最新|最近|最后)(下|买|拍|订)?的?(那|这)?(一|1)?(个|单|笔|次|张|件)?(的)?(订单|单子|包裹|快递)(?!们)(?<!最近的(订单|单子))|(最新|最近)(下|买|拍|订)?的?(那|这|一|1)(一)?(个|单|笔|次|张|件)|上一?(单|笔订单|个订单|次(买|下|拍|订))|刚(刚|才)?(下|买|拍|订)的(单|那|订|$)?|最后(一次)?(买|下|拍)的|最新的$",
  ],
  oldest: [
    "最(早|老|旧|开始|初)(下|买|拍|订)?的?(那|一|的)?(一)?(个|单|笔|次)?(订?单)?|第一次(买|下|拍|订)(的|单)",
  ],
};

export const chineseAll: readonly string[] = [
  "(全部?|都)(给我)?(列|查|显示|看)(一下|出来|一遍|给我|$)",
  "(全部|所有|全|每个|每一个|每一单|一切)(的|我的)?(订单|单子|单|购买|买过)|我(的)?(全部|所有)的?(订单|$)|全部(都)?(看|查|列|显示|给我|发|$)|所有的?(都)?(看|查|列|显示|给我|$)|(买|下|拍)过的(全部|所有|东西)|都(列|显示)(出来|一下)|所有买过",
];
