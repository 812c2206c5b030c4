import type { NamedFact } from "@meetbot/model/conversation/recognition.ts";

/** The subject of a question: a pronoun, or anything of the customer's. */
const it =
  "(it|this|that|they|them|these|those|everything|<id>|((my|our|the|this|that|these|those|his|her) )([a-z]+ ){0,2}?[a-z]+)";
const money =
  "(pay|paid|payed|paying|costs?|costed|spend|spent|charged?|charging|billed|total|totals|owe|owed|altogether|in all|come to|came to|set me back|worth)";
const postage = "(shipping|postage|delivery|freight|handling|p&p)";
const bought = "(ordered|bought|purchased|placed|made)";
const buy =
  "(?<!(?:my|the|this|that|an|last|first|of|your) )(order|buy|purchase|place|make|ordered|bought|purchased|placed)";
const sent =
  "(ship|ships|shipped|sent|send|sending|dispatch*|posted|mailed|left|leave|leaving|gone out|go out|went out|on (its|the|their|it is) way|on route|en route|in transit|out for delivery|packed|processed|processing|moving|moved|handed over|being (prepared|packed|shipped|sent|processed))";
/** Verbs for a single event in a parcel's shipping, on some day. */
const sending =
  "(ship|ships|shipped|shipping|sent|sent out|dispatch|dispatched|leave|leaves|leaving|go out|goes out|going out|posted|mailed|packed and sent)(?! (back|to me|here))";
const day =
  "(today|tonight|tomorrow|tmrw|this (week|weekend|afternoon|morning|evening|month)|next (week|month)|(by|before|on|for|until|till|in time|on time|within|in|at|around) … (mon|tues|wednes|thurs|fri|satur|sun)day|(mon|tues|wednes|thurs|fri|satur|sun)day|(by|before|in time for|for|until|till|over) (the )?(weekend|christmas|xmas|holidays?|easter|new year*|birthday|[a-z]+ birthday|wedding|my [a-z]+|then|noon|end of)|in time|on time|soon|by (the )?[0-9]+(st|nd|rd|th)?|within)";
const carriers =
  "(ups|usps|dhl|fedex|fed ex|dpd|gls|hermes|evri|royal mail|yodel|sf|sf express|amazon logistics|ontrac|tnt|purolator|canada post|australia post|auspost|postnord|la poste|chronopost|colissimo|mondial relay|correos|seur|mrw|correios|sedex|jadlog|yamato|sagawa|japan post|deutsche post|post office|the post|postal service|national post|ems|yto|zto)";
const cards =
  "(paypal|pay pal|visa|mastercard|amex|klarna|apple pay|google pay|(credit|debit|gift) card|card|cash|bank transfer|wire|transfer|alipay|wechat( pay)?|instal?lments)";
/** Charges that are paid to the state, not to the shop. */
const duties = "(for |any |the |extra |import ){0,3}(customs|duty|duties|tax|taxes|vat|tariffs?)";
const notAnOrder =
  "(?!(my|the|your|an?|that|this|our)( [a-z]+){0,2} (number|no|link|refund|invoice|receipt|email|mail|code|money|button|label|store|shop|option|menu|address|confirmation|human|person|agent|id|page|website|office|form|driver|courier leave)(?![a-z]))";

/** Shops' names of stages, as far as customers use them to ask what a stage is. */
const stage =
  "(pending|processing|preparing|being prepared|in preparation|confirmed|ordered|paid|unpaid|shipped|partially shipped|dispatched|(un)?fulfilled|in transit|on (the|its) way|out for delivery|ready for pick ?up|awaiting [a-z]+|label created|picked up|delayed|on hold|delivered|delivery failed|completed?|cancell?ed|refunded|returned|returning|on file)";

/** Amounts that a total may include or exclude. */
const extras = "(shipping|delivery|postage|tax|taxes|vat|duties)";

/** Complete requests, anywhere in a clause. */
export const asked: Readonly<Record<NamedFact, readonly string[]>> = {
  total: [
    `how much(?! (longer|time|more|of|did i save|have i saved))(?! (is|was|were|are|did|does|for)( the| you| charge| my){0,4} ${postage})(?! … (discount|save|saved|off|shipping|postage|delivery (cost|fee|charge)))( … ${money}|$)`,
    `how much (was|is|were|are|did|does|do|for|will|would|be)( you)? (?!(the |my )?(${postage}|discount|tax|vat|longer|time))${it}(?! … (discount|save|saved|late|delayed|longer))`,
    "how much (money|cash)|how expensive",
    "how much (more|less|cheaper|dearer)( expensive)? (was|is|were|are|did|does|do) … than",
    `what (did|do|have|does|was|had|am|is|will) (i|we|it|this|that|they) … ${money}(?! (with|by))`,
    "what (i|we) (paid|spent|owe|was charged|were charged)",
    "(i|we) (was|were|got|been) charged(?! twice)",
    "(cost|charged) (me|us)(?! for (shipping|delivery|postage|twice))|set me back|add up to",
    "total up",
    "how much (did|do|have|has|was|were|am) (i|we|you|they) (pay|paid|spend|spent|charged?|owe|take|been charged|give|drop|put down)",
  ],
  goods_total: [
    "sub ?total",
    "(total|sum|cost|price|value|worth) of (just |only )?(the |my |all |all the )?(goods|items|products|articles|things)( alone| only)?",
    "(goods|items|products|articles|things)( |$)(alone|only|total|by themselves)",
    "(just|only) the (goods|items|products|articles|things)$",
  ],
  each: [
    "(how much|what|price|prices|cost|costs|pay|paid|come|came) … (each|apiece|a piece|per (pair|piece|item|unit|pack|bottle|box|one|article|head)|for (just )?one( of (them|those|these))?$)",
    "^(and |so |ok |what about |how about )?(each|apiece|(each )?per (pair|piece|item|unit|pack|bottle|box|one)|for one)( one| of (them|those|these))?$",
    "(unit|single|individual|item) prices?|price per|how much (is|was|were|for|does|did) (one|a single|a pair)( (of|cost|pair|item|piece)|$)",
  ],
  included: [
    `(does|do|has|have|is) … (have|with|plus|has) (the )?(vat|tax|taxes) ?(in|on)?( it| top| that)?$`,
    `(with|including|before|after|incl|inc|plus)( or (without|excluding|excl|after|before|not))? (the )?${extras}$`,
    `(without|excluding|excl) (the )?${extras}$|(with|including) or (without|excluding)`,
    `(include|includes|including|included|contain|contains|cover|covers) … ${extras}`,
    `${extras}( (fees?|costs?|charges?))?( is| are| was)?( already| all)? (included|excluded|on top|extra|part of (it|that|the total))`,
    `(is|are|was|were) … ${extras}( (fees?|costs?|charges?))?( already| all)? (included|excluded|extra|on top|in (it|that|there))`,
  ],
  shipping: [
    `${postage} (was|is) how much`,
    `how much … ${postage}(?! (take|takes|date|time|late))`,
    `${postage} (fees?|costs?|charges?|prices?|expenses?|rates?)`,
    `(pay|paid|paying|charge|charged|cost|costs|extra) … (for|on) (the )?${postage}`,
    `(free|include|includes|included|including|plus|with|without) ${postage}`,
    `${postage} (was |is |were |come |came )?(free|included|extra|for free)`,
    "(what|how) (is|was|did|does|were) … (shipping|postage|freight|handling)(?! (company|method|status|address|date|number|provider|info*|update))( … cost)?",
    "cost … to (ship|send|deliver|post) (it|this|that|them)",
    "(did|do|have) i … (pay|paid) … (shipping|postage|delivery)",
  ],
  discount: [
    "(discounts?|promo*|promo code|coupons?|vouchers?|codes?|deal|offer|gift card|sale) … (work|worked|works|working|appl*|go through|went through|going through|used|use|counts?|counted|taken|taken off|deduct*|includ*|go in|went in|accepted|valid|recogni*|kick in|register*)",
    "(apply|applied|use|used|get|got|have|had|with|any|what|which|much|see|include*|give|given|without|my|the|was there|is there) ([a-z]+ ){0,3}?(discounts?|coupons?|vouchers?|promo codes?|promo|promotion|rebate|reduction)",
    "(how much|what|did|do) (did |have |do )?(i|we) … (save|saved|saving)|how much … off",
    "(percent|%|money|anything|something|bucks|dollars|euros) (taken |knocked )?off",
    "(on|the) sale price|full price",
  ],
  items: [
    `what( exactly| all| else)?(?! (time|day|date)) (did|have|had|was) (i|we) … (${buy}|get|got|gotten|pick|had|ordering|buying)(?! (home|it|this|that|them|here))`,
    "what (exactly )?(is|was|were|are|s)( all)? (in|inside|included|coming|contained|part of|supposed to be in)( …|$)",
    "what (is|was|were|are|s) (it|this|that|this one|that one|they|those|these|the order|this order|that order|<id>|order <id>|the [a-z]+ one)( again| about| exactly| for| anyway| really){0,4}$",
    "(what|which|what kind of|what sort of) (items?|products?|things?|articles?|stuff|goods)(?! (happen|is going|are going|is wrong|can))",
    `what (all )?(i|we) … (${bought}|got|am getting|get|ordered|buy)`,
    "what (does|did|do) (it|this|that|they|the [a-z]+|my [a-z]+|order <id>|<id>) … (contain|contains|include|have in|have inside|come with|consist)",
    "(list|show|see|tell|remind|name|give|know|check|view) … (contents?|items|products|articles|(what|things?|stuff) (i|we) (ordered|bought|got|purchased)|order details|item list)",
    "(?<!(?:when|where|how|what day|what date|which day|what time|how long ago) )did (i|we) (actually |really |also |even )?(order|buy|purchase|get) (the|an?|any|some|my|those|that|these|both)(?! (order|package|parcel|discount|email|refund|coupon))( [a-z]+)",
    "what am i (getting|waiting for|expecting|receiving)|what (are|is) (you|they) sending",
    "what (should|will|would) be in|what (do|will) i (get|receive) in",
    "which (one|ones) (did|have) i(?! (already )?(get|got|gotten|receive|received))",
    "(in|inside) (<id>|it|this|that|there|(the|my|this|that) (box|order|package|parcel))( also)? (is|are|was|were) there",
    "(is|are|was|were) there (also |any |some |an? |the )?[a-z]+( [a-z]+)? (also )?(in|inside|with) (<id>|it|this|that|there|(the|my|this|that) (box|order|package|parcel))",
    "^(so |and )?were there (any |some )?[a-z]+$",
    "(does|do|did) (it|they|this|that|the [a-z]+) (include|contain|come with|have)",
    "(is|are|was|were) (the|my) [a-z]+( [a-z]+)? (in|inside|part of|included) … (it|this|that|order|package|parcel|box|one|there)",
  ],
  quantity: [
    "how many(?! (more |other |open |unpaid |past |active |different |working |business |separate |pending ){0,4}(orders?|days?|weeks?|hours?|minutes?|times|months?|purchases|people|business|working|emails|years|points|stars))",
    "quantit(y|ies)|qty",
    "(number|amount|count) of (items|pieces|pairs|units|things|products|articles|socks|bottles|boxes)",
    "(item|piece|unit) count",
    "(one|two|three|four|five|1|2|3|4|5|six|ten) or (one|two|three|four|five|six|ten|[0-9]+)( |$)(?!(days?|weeks?|hours?|months?))",
    "(did|have) (i|we) (only |just |really |actually )?(order|ordered|buy|bought|get|got|purchase) (only |just )?(one|two|three|four|five|six|[0-9]{1,2}|both|enough|a pair|a couple|a dozen)",
    "(is|are|was|were) (it|that|there|they|these|those) (only |just )?(one|two|three|four|five|six|[0-9]{1,2}) (of|pairs?|pieces?|units?|items?|packs?|sets?)",
    "just (the )?one$",
  ],
  address: [
    "(who|what name) (is|are|was) (the |my )?(recipient|it (for|under|addressed to|going to))|(who|what) is the recipient",
    "where (is|are|was|were|will|did|do|does|am|should) … (going( to)?|go to|sent to|being sent|sending|send|sent$|shipped to|being shipped|shipping to|shipping (it|this|that|them|my|the)|shipping$|ship (it|to|this)|delivered to|delivering|deliver|headed|heading|addressed)(?! from)",
    "where (will|would|should|does|is) (it|this|that|they|my [a-z]+|the [a-z]+|the [a-z]+ one) (go|be delivered|get delivered|be sent|be shipped|be dropped|arrive|end up|be going)$",
    "where to$|where are you (taking|bringing)",
    "(which|what|whose|right|correct|which one of my|to what|to which) ((shipping|delivery|home|street|mailing|postal|destination) )?(address|addresses|city|town|country|street|destination|house|apartment)(?! change)( (did|do|have|are|will) (you|they) (send|sent|ship|shipped|sending|shipping|deliver)( it| this| that)?)?",
    "(is|was|are) (the|my) ((shipping|delivery) )?address (right|correct|ok|okay|fine|complete|still)",
    "(?<!(?:mail|email|ip|web) )address(es)? (is|was|are|do|did|have|on|i|you|it|for|used|that)(?! (<email>|wrong|incorrect|[0-9]|changed))( …)?(right|correct|on file|used|have|put|gave|enter*|did i|typed|going|there|listed|sent|see|order|it|this|that|using)",
    "(did|have) (i|we|you) (put|give|gave|enter|entered|use|used|write|type|typed|have|get|got|send) … (?<!(?:mail|email) )address",
    "(going|go|goes|sent|send|sending|ship|shipped|shipping|deliver|delivered|coming|come|addressed|headed) to (my|the|our|which|what|whose|me at|right|someone|somebody|a) ([a-z]+ )?(home|house|place|office|work|workplace|address|apartment|flat|mum*|mom*|parents|school|job|shop|pick ?up|locker|street|city|town|store|neighbor|neighbour|old|new)",
    "(home|house|office|work|place|apartment) or (to )?(my |the )?(home|house|office|work|place|apartment|parents|old|new)",
    "who is it (addressed|going|sent) to|to (my )?(home|work|office|house)$",
  ],
  recipient: [
    "(what|which|whose) (last |first |full )?name … (on|under|in|for|is|was|did|use|used|with)(?! (my|the|this|your) (chat|bot|shop|store))",
    "(under|in|on|with) (what|which|whose) (last |first |full )?name",
    "(who|what name) (is|are|was) (the |my )?(recipient|it under)",
    "(who|whom) (is|was|are) … (addressed to|made out to|going to|shipped to|sent to|meant for)",
    "who (is|was) (it|this|that|the (order|package|parcel)|my (order|package|parcel)) for",
    "(under|in) (my|whose|another) name$|name (is )?(on|of) (it|the (label|package|parcel|order|recipient)|my (order|package|parcel))",
  ],
  payment: [
    "(too late|late|still time|still possible|possible|time) to (still )?pay(?! (back|attention))|^(which|what|whose) (credit |debit |bank )?card$",
    "(my|the) payment … (go|gone|went) through",
    "(was|is|has) (my|the) payment (ok|okay|fine|good|been|gone|there)|(did|has|have) (the|my) money (go|gone|went|come|came|arrive*) (through|in|over)?",
    "(?<!(?:what|how much|why|when|where) )(was|were|am|have|has) (i|my card|we) (already |been )?(been )?(charged|debited|billed)(?! (twice|double|again|two|too))",
    "(can|could|may) (i|we) (still )?pay (it |this |for it |for this )?(here|now|online|later|in the chat|by|with)|(want|like|ready) to pay(?! (less|back|extra))|^pay( it| this)?( now)?$",
    "(can|could|may) (i|we) still pay( it| this| that| for (it|this|that|them))?$",
    "(payment|pay|checkout) (link|page|url)",
    `(?<!(?:how much|what|why|where|when) )(did|have|has|had|was|were|is|are|am|do) ${"(i|we|it|this|that|they|you|<id>|(my|the|this|that) [a-z]+( [a-z]+)?)"} (already |actually |really |fully |been |even |not |still ){0,4}(paid|pay|payed|unpaid|paying)(?! (back|me back|for (shipping|delivery|postage)|shipping|postage|${duties}))`,
    "(was|has|is|did|have) (my|the) (card|account|paypal) (been )?(charged|debited|billed)",
    "(payment|transaction|charge) ((go|goes|went|gone|come|came|been|was|is|got|get|has|have|already|not) ){0,4}(through|received|accepted|success*|fail*|pending|declined|confirmed|arriv*|clear*|taken|processed|work|worked|deducted|complete*)",
    "(where|how) (can|do|could|should|must|would|to) (i |we )?(still |now |even )?(go to )?(pay|checkout|check out)(?! (back|attention))",
    "payment (status|method|type|option|mode|details|confirmation|received|info*)",
    "method of payment|form of payment",
    "how (did|do|was|have|am|is|were) (i|we|it|this|that) … (pay|paid|paying|payed)",
    "(pay|paid|payed|paying) (for it |for this |for that |it |this |that )?(with|by|via|using|through|in cash|cash|in full|on delivery)(?! (monday|friday|tomorrow))",
    "(which|what) (credit |debit |bank |payment )?(card|account|bank|payment|wallet)(?! number)( …)?(did|was|is|have|i|used|use|charged|method)",
    `${cards} or|or (by |with |via )?${cards}`,
    `(use|used|using|with|by|via) (my |a |the )?${cards}$`,
    "(did|have|has) (you|they|the shop) … (receive|get|got|gotten|take|taken|charge|charged|deduct|received) … (payment|money|card|account)",
    `(do|must|should|did) (i|we) (still |even |already )?(have to |need to |must )(pay(?! ${duties}))?(?! pay)`,
    "(do|did) (i|we) still owe|(is|are) … (paid for|paid|unpaid|all paid|paid off)$|still unpaid",
    "already paid for|anything (to pay|open|due|left to pay)|when did i pay",
    "amount due",
  ],
  placed: [
    "(which|what) (day|date) (that )?(did )?(i|we) (order(ed)?|b(uy|ought)|placed?|purchased?)",
    `(when|how long ago)( exactly)? (did|have|had) (i|we) … ${buy}`,
    `(when|how long ago)( exactly)? (was|were|is|did) ${it} … ${bought}`,
    `(what|which) (day|date|time|month|week|year)( of [a-z]+)? (did|was|were|have|had|is) (i|we|${it}) … (${buy}|${bought})`,
    "how long ago|how old is (it|this|that|the order|my order|this order|that order)",
    "(order|ordered|ordering|purchase|purchased|purchasing|bought|buying) (date|day|time)(?! (of delivery))",
    "date (of|of the|of my|i|we) (order*|purchase*|buying|bought|placed)",
    "(did|have) (i|we) (order|buy|purchase|place|bought|ordered) (it|this|that|them|this one|that one|these|<id>|the [a-z]+|my [a-z]+) (last|in|on|this|yesterday|before|after|today|over|around|back|two|a|a few|[0-9]+|earlier|recently)",
    "(when|what day) (i|we) (ordered|bought|purchased|placed)|since when",
    `^(so |and )?(was|were|is) ${it}( really)? (ordered|placed|bought|purchased) (on|in|last|before|after|yesterday|today|this|around|back)`,
    "(ordered|placed|bought|purchased) (on|in|last|before|after|yesterday|today|this|around|back) … (right|correct|is that right|was it not)$",
    "(ordered|placed|bought) (it |this |that |them |these )?when",
    "when … (order|purchase) (placed|made|created)",
  ],
  dispatched: [
    "when (did|was|were|has|have)(?! you open) … (ship|shipped|sent|send|dispatched|dispatch|leave|left|go out|gone out|posted|mailed|handed over)(?! (back|in))",
    `(when|what day|which day|what date|how soon)( exactly| then)? (will|does|do|is|are|can|should|would|am) ${it} … ${sending}`,
    `(when|how soon)( exactly| then)? (will|do|can|are|is) (you|they|the shop|the store|someone) … (ship|shipping|send|sending|dispatch|dispatching|post)(?! … (refund|money|invoice|code|email|mail|link|label|receipt))`,
    `(what|which) (day|date|time)( exactly)? (did|was|were|has|will) ${it} … (ship*|sent|dispatch*|leave|left|go out|gone out|posted|mailed)(?! back)`,
    "when (you|they|it) (ship|ships|shipped|send|sent|dispatch|dispatched|left|leaves|goes out|went out|was (sent|shipped|dispatched))( |$)",
    "(shipped|sent out|dispatched|posted) (when|on (which|what) day|what day)",
    "(date|day) of (dispatch|shipment|shipping)|dispatch(ed)? (date|day|time)|(ship|shipping) (date|day)(?! change)",
  ],
  ago: [
    "how (many days|many weeks|long) ago (was|is|were) (that|it|this)( now| already)?$",
    "how (long|many days) (did|has|have|does) (the |my |this )?(delivery|shipping|shipment|it|that|this|order|package|parcel) (take|taken|took|been)(?! (place|to (arrive|come|get here)))(?<!how long has (?:it|that|this) (?:taken|been))",
    "(how long|how many days) (after|since|from|between) (ordering|i ordered|i bought|my order|the order|buying|purchase|delivery|it (arrived|came|was (delivered|ordered)))|days since (i ordered|my order|the order|delivery|it (arrived|came))",
    "(is|was) (it|that) (already |now |really ){0,2}(more|less|longer|over|under) than (a|[0-9]+|two|three|four|five|six|seven|ten|fourteen|thirty) (days?|weeks?|months?)( ago| now| already| old)?$",
  ],
  signed_by: [
    "who (signed|took|received|accepted|picked|collected|got (it|my|the)|has signed|did (you|they) (give|hand|leave))",
    "whose signature|name of (who|whoever|the one who|the person (who|that)) (signed|took|received|accepted)|signed for by|(who|whom) was it (handed|given|left)",
  ],
  parcels: [
    "how many (packages|parcels|boxes|deliveries|shipments)",
    `(is|are|does|do|will|did|was|were) ${it} … (in (one|a single|two|separate|several|the same|different) (package|parcel|box|shipment|delivery)s?|separately|split( up| into)?$)`,
    "number of (packages|parcels|boxes)",
    "why (are there |is it |is it in |in |did you send )?(two|2|three|3|several|different|separate) (packages|parcels|boxes|deliveries|shipments)",
  ],
  reason: [
    "why( on earth| exactly)? (was|were|is|are|has|have|had|did|do|does) … (been |get |got )?(cancell?ed|cancel|refunded|refund|returned|sent back)(?! (me|my money|to me|yet))",
    "^(and |but |so |ok |ok but )?why not( yet)?$",
    "(reason|explanation) (for|of|behind) (the |this |that |my )?(cancellation|refund|return)|(cancell?ed|refunded|returned) why$",
  ],
  status: [
    "^(so |and |is it |it )?(sent|shipped|dispatched|out|gone out|on its way) (yet|already)$",
    "where (the |my )?(delivery |shipping )?(van|truck|driver|courier|postman|mailman|carrier|delivery (guy|man|person|van|truck)) (is|are|was)",
    `(did|is|was|has|have|were|are) ${it} (been |get |got |already |really |actually ){0,2}cancell?ed( or not| yet| already| or what)?$`,
    "where (the )?<id> (is|are|was)(?! from)|which (one |ones )?(of (the two|the 2|them|these|those) )?(is|are|was|were|has|have) (already |now |still )?(on (its|the|their) way|shipped|sent|coming|out)",
    `where (the (hell|heck|fuck) |on earth |tf |exactly |abouts |about )?(is|are|was) ${notAnOrder}${it}(?! (going|sent|being sent|shipped|headed|heading|shipping|delivered|from|addressed|left))`,
    `where (the (hell|heck) )?(has|have|did|does) ${notAnOrder}${it} (go|gone|got|get|got to|been|stand|at|went|end up)`,
    "(where|how far)(about|abouts)? (it is|they are|my [a-z]+ (is|are)|is that|is it|along|away|has it)",
    "where (it|they) (is|are|at)|where (you|u) at with",
    `(?<!when )(has|have|is|are|was|were|did|does|do) ${"(it|this|that|they|these|those|you|everything|<id>|<id>|(my|our|the|this|that|these|those) ([a-z]+ ){0,2}?[a-z]+)"} (already |been |being |even |still |actually |yet |just |now |get |got |all |really ){0,4}${sent}(?! (back|us|me (an?|the) (wrong|email)))`,
    "(any|some|an|no) (news|updates?|word|progress|changes?|movement|info)",
    "(what|what s) (is |was |are )?(the |its )?(current |latest |actual |present )?(latest|status|state|situation|progress|updates?|news|stage|hold up|holdup|story with|deal with)",
    "what (is|has|s) (happening|going on|up|happened|happend|become|been happening) (with|to|of|there)",
    "(what|whats) (is )?(happening|going on)( now| here)?$|what happened (to|with)",
    "how (is|are|s|far is) (it|this|that|they|things|my [a-z]+|the [a-z]+|our [a-z]+|<id>|order <id>|it all)( [a-z]+)? (going|coming|coming along|doing|looking|progressing|moving|now)",
    "how (is|are) (my|the) (order|package|parcel|delivery|shipment|stuff)( doing| now| coming)?",
    "(?<!you )(how goes|going) (it |on )?with (it|my|the)",
    "still (processing|in transit|pending|on (its|the|it is) way|being|unshipped|at the|in the (warehouse|depot)|not (sent|shipped|dispatched)|waiting to)",
    "(is|are) (it|they|this|that|my [a-z]+|the [a-z]+) (still |already |now |actually ){0,4}(lost|ready|on (its|the|it is) way|out|moving|through|in (the mail|transit|customs|the post)|with (the|ups|dhl)|on a truck|nearby|close|near|in my|coming)(?! … (day|today|tomorrow|week))",
    "(track|trace|locate|find) (it|this|that|them|<id>|(my|this|the) (order|package|parcel|shipment|delivery))(?! (down )?(online|myself|somewhere))",
    "check (on|up on)? ?(it|this|that|them|my (order|package|parcel))( for me)?|status of",
    "update (me )?on|(what|which) stage|look (it|this) up",
  ],
  meaning: [
    `(what|whats) (is|are|s) (status )?${stage}$|(define|explain|meaning of|what about) ${stage}$|${stage} meaning$`,
    `(says?|shows?|status is|it is) ${stage} … what (is|does|s) (that|it|this)|(get|understand|know|sure) what ${stage}`,
    `difference between ${stage}|(does|do|is) ${stage} mean|mean by ${stage}|^meaning$`,
    "(what|whats)( the hell| on earth| exactly)? (does|do|did|is|s)(?! (you|your|the shop|this shop)(?! status))( …)? (mean|means|meant|stand for)(?! (by|to (me|you)))",
    "(meaning|definition) of|what is meant by|(mean|means) (that|it) (is|was|has)( …)? or",
    "(not|do not) (understand|get|know) (what |the )?(it |that |this |the )?(status|stage)( means?| says?)?",
    "(explain|what about) (the |that |this )?(status|stage)(?! of)",
  ],
  expected: [
    "(only|just|all i) … (want|need|wanted|wanna|care) … (know|about|is) (the|which|what) (day|date|time)$",
    "^(and |so |or |but |what about |how about |ok |not ){0,3}(before |by |until )?(today|tonight|tomorrow|tmrw|(mon|tues|wednes|thurs|fri|satur|sun)day|the weekend|this week|next week)( (noon|morning|afternoon|evening|night|already|then))?$",
    "(idea|know|tell me|sure|say|wondering|see|find out|check) when (it|they|this|that|my [a-z]+|the [a-z]+) (will|is|are|should|would|can|gets?|arrives?|comes?)",
    "when(?! you)( exactly)? (will|can|should|would|does|do|is|are|am|shall|might|could|may) (i|we|it|this|that|they|these|those|you|my|the|our|<id>|someone|order|all)(?! (open|close|open up|have sale|restock|be restocked|have it in stock))",
    "(?<!since )when( exactly| then| about| roughly| approximately| please| pls| again)?$|by when",
    "until when|when (about|to expect|approximately|exactly|roughly)$",
    "(what|which) (day|date|time|week)( of [a-z]+)? (will|is|are|can|should|does|do|am|would|shall|might|could)",
    "how long(?! (ago|have|has|did|was|had|is the (guarantee|warranty)|are you open))",
    "how (many|much)( more| working| business| long){0,4} (days?|weeks?|hours?|longer|time|more)(?! … (ago|did))( …)?(until|till|to|take|left|wait|more|before|does|do|will|for|is|are|$)",
    "how (soon|quick|quickly|fast)",
    `(will|is|can|could|does|should|would|might|are|shall|gonna|going to)(?! the (store|shop|office|sale)) ${"(it|this|that|they|these|those|i|we|you|everything|<id>|(my|our|the|this|that|these|those) ([a-z]+ ){0,2}?[a-z]+)"} … (?<!(?:ordered|paid|shipped|sent) )${day}(?! i )`,
    `(will|can|could|should|would|is|are|does|might) ${it} (still |really |even |actually )?(arrive|arriving|come|be here|get here|be delivered|make it|be coming|get to me|reach me|show up|be there|come in|due|expected|supposed to (arrive|come|be)|scheduled)`,
    "(expect|expecting|get|receive|have) (it|this|that|them|my [a-z]+|the [a-z]+) (by|before|today|tomorrow|this week|next week)",
    "(today|tomorrow|this week) or (tomorrow|next|the|later|on)",
    "should i (be|stay|wait) (at )?home|be (at )?home",
  ],
  delivered: [
    "^(so |and |is it |it )?(here|there|arrived|delivered|come) (yet|already)$",
    "(which|what)( (one|ones|part|parts|items?|things?|parcels?|packages?|half))? (did|have|has) (i|we) (already |actually )?(get|got|gotten|receive|received)( already| so far| yet| now)$",
    `when (did|was|were|has|have) ${"(i|we|it|this|that|they|these|you|<id>|(my|our|the|this|that) ([a-z]+ ){0,2}?[a-z]+)"} … (arrive|arrived|come|came|deliver|delivered|received?|get|got|get here|here|drop|dropped|signed|picked|collected|handed|reach|reached|show up)(?! (ordered|bought|placed|shipped|sent|out))`,
    `(?<!when )did ${"(it|both|all|this|that|they|these|<id>|(my|our|the|this|that) ([a-z]+ ){0,2}?[a-z]+)"} (already |ever |actually |even |really |get |just ){0,4}(arrive|arrived|come|came|get here|delivered|here|make it|show up|turn up|reach|get to|got here|get in|land)`,
    "(?<!what |when |which )did (i|we|someone|anyone|somebody|anybody|my [a-z]+) … (get it|got it|receive|received|pick|picked|sign|signed|collect|take it|accept|get (my|the|this|that) (order|package|parcel|delivery|shipment|stuff))",
    `(has|have|is|was|were|are|had) ${"(it|this|that|they|these|those|everything|<id>|(my|our|the|this|that) ([a-z]+ ){0,2}?[a-z]+)"} (already |been |being |ever |actually |even |really |just |yet |now |marked ){0,4}(arrived|delivered|come|came|here yet|here already|here|there yet|received|dropped|handed|collected|picked up|signed|shown up|turned up|gotten here|reached)(?! … (by|before|on|tomorrow|today) )(?! (today|tomorrow|tonight|by|to my|soon))`,
    "(what|which) (time|day|date|week)( exactly)? (was|did|were|has) … (deliver*|arrive|arrived|come|came|drop*|get here|received?|signed|show up|here|get it|hand*)",
    "(did|have) (you|they|he|the [a-z]+) (already |actually |ever )?(deliver|delivered|hand|handed|drop|dropped|bring|brought)",
    "(already|been) (delivered|received|arrived)$|(date|time|day|proof) of (delivery|receipt)$",
    "proof of delivery|delivered (when|on which|what day)",
    "(arrived|delivered|received) (yet|already)$",
  ],
  carrier: [
    "(which|what|whose|name of the|who is the) (kind of |type of |sort of )?((delivery|shipping|parcel|courier|mail|post|postal|transport|freight|logistics) )?(company|courier|carrier|service|shipper|firm|post|provider|couriers|company s|deliverer|delivery guy|transporter)(?! (number|fee|time))",
    "(which|what) (shipping|delivery) (method|option|type|service)",
    "how (is|was|will|are|were) (it|this|that|they|my [a-z]+|the [a-z]+) (being |be |getting )?(shipped|sent|delivered|coming|transported)(?! (going|along))",
    "who(?! (signed|took|got|received|am|are you))( is| will| has| does| did| do| are| s| was|m)?( (it|you|they|this|that|the (package|parcel|order)|my (package|parcel|order)))?( being| be| have| the| use| used| do)? (deliver*|ship*|bring*|carr(y|ies|ying)|transport*|handling|handles|send|sends|sending|sent|courier|dropping|got it|has it|have it|it (with|coming with|shipped with|sent with)|shipped (with|by)|for (shipping|delivery)|to deliver|you ship with)",
    `(is|was|are|were|do|did|does|by|with|via|through|use|using|from|will|it|or) (you |it |they |this |that |the |be |being |come |coming |sent |shipped |delivered |ship |send |with |by |via |using |through ){0,4}${carriers}`,
    "(who|which (carrier|company|courier))( is| will be| will| does| has)? (bring*|deliver*|ship*|carr(y|ies|ying)|transport*|send*)( me| us)? (the|my|those|these) [a-z]+",
    `${carriers} (or|right|delivering|delivers|bringing|is it|handling)|^${carriers}$`,
  ],
  tracking_number: [
    "(a|the|my|any|your) (tracking|track)(?! (link|url|page|website|site|says|show*|has|have|is|info*|status|update*|stopped|does|did|history|was|just|still|page))( (number|numbers|no|nr|num|id|code|ref*))? (for|of|from|to) (it|this|that|my|the|them|order|<id>)",
    "track (number|no|nr|id)",
    "tracking (number|numbers|code|id) (for|of|from) (the|my) [a-z]+",
    "(number|id|code|reference) (to|for|so i can|of|i can use to) (track*|the (package|parcel|shipment|courier|carrier))",
    "(number|code|id) … track (it|this|that|my|the)",
  ],
  link: [
    "where (can|do|could|should|would|may|might|to|is the place to) (i |we |you |one )?(track|follow|see where|check where|see|check|look|view|trace|watch|monitor|go to|find out where)( it is| they are)?(?! … (number|refund|invoice|email))",
    "(can|could|may|how (do|can|could|would|to|should)) (i |we )?(actually |also |just )?(track|follow|trace|monitor|watch)(?! (the )?(refund|return))( (it|this|that|them|my|the|order|<id>)|$)",
    "(send|give|share|have|get|got|need|want|post|is there|any|where is|what is|show|drop|forward|resend|do you have|see) … (links?|url|website|web ?page|web ?site|tracking (page|site)|a page|page where|page to|map)( to (track|follow|see|check)( it| my [a-z]+| this| that)?)?",
    "(track*|follow|shipping|delivery|carrier s?|courier s?) (link|url|page|site|website)",
    "(live|online) (tracking|map)",
    "(track|follow|see|check) (it|this|that|my [a-z]+|the [a-z]+) (online|live|myself|on a map|somewhere|on the)",
  ],
  hurry: [
    "(?<!(?:no|not|any|a) )(hurry( up)?|hurry it|urgent|urgently|rush( it| this| my| the|$))",
    "in a hurry|it is urgent|(?<!no )rush",
    "(can|could|will|would|is|any chance) … (faster|quicker|sooner|earlier|quickly|asap)",
    "please expedite",
    "(speed|expedite|prioriti[sz]e|accelerate|hasten|fast ?track|push|step on)(?! (back|notif*))( up| it| this| that| things| my| the)",
    "speed … up",
    "(faster|quicker|sooner|earlier|more quickly|quickly|asap|as soon as possible|a s a p|right away|immediately)(?! or later)(?! i )",
    "(i|we) (really |do |just ){0,4}(need|want) (it|this|that|them|these|those) (by|before|on|for)",
    `(i|we) (really |do |just |badly |desperately |will |urgently |still |also |kind of |absolutely ){0,4}(need|want|require) (it|this|that|them|these|those|my [a-z]+( [a-z]+)?|the [a-z]+( [a-z]+)?) (${day}|really|now|urgently|quickly|fast|for|right|here|to (be here|arrive|come|get here))`,
    "(can|could|please|pls) … (be quick|make it quick|chase|quick|move it (up|along)|bump)",
    "quick(ly)? please|as fast as|chase (it|this|that|them|the|my|up)",
    "(any|a) (way|chance) … (earlier|sooner|faster|quicker)|express (shipping|delivery)",
    "upgrade … (shipping|delivery)|get a move on|move your",
  ],
  count: [
    "how many (more |other |open |unpaid |past |active |different |pending |current |total |separate |of my |completed ){0,4}(orders?|purchases)(?! (are|is) in)",
    "how many (of (them|these|those|my orders|the orders|mine) )?(are|is|were|have|has|did) (i |we |not |already |still |been |now |yet ){0,4}(on (the|their|its) way|in transit|unpaid|paid|shipped|sent|dispatched|delivered|arrived|come|coming|canceled|open|pending|left|here|outstanding)|how many (did|have) (i|we) (order*|place|placed|make|made|buy|bought) (in|this|last|so far)|how many (orders|purchases|packages|parcels|deliveries) (are|do i|have i|did i|am i)",
    "how many times (have|did) (i|we) (order*|bought|buy|purchase*)",
    "(number|amount|count|total) of (my |the |all |open ){0,4}(orders|purchases)|order count",
    "(do|did|have|is|are|am) (i|we|there|these) … (more than one|two|several|another|any other|other|any|multiple|just one|only one|a second|any open|any more|three) (open |other |more |pending |unpaid ){0,4}(orders?|purchases?)",
    "(is|are) (that|this|these|those) (all|the only|everything)",
  ],
};

/** The names by which customers ask for a fact, with or without a word of asking. */
export const named: Readonly<Partial<Record<NamedFact, string>>> = {
  total:
    "((grand |order |full |overall |final )?total(?! (joke|rubbish|nonsense|waste|disaster|garbage|mess|scam|bs|loss|fail*))( cost| price| amount| sum| paid| bill)?|price|prices|costs?|amount|sum|bill|damage)(?! (back|of shipping|of delivery))",
  shipping: `(postage|shipping (fee|cost|costs|charge|charges|price)|delivery (fee|cost|costs|charge|charges|price)|freight)`,
  discount: "(discounts?|coupons?|vouchers?|promo code|savings)",
  items: "(items|contents?|products|articles|item list|order details|items in (it|there))",
  quantity: "(quantity|qty|number of (items|pieces|pairs))",
  address:
    "(?<!(?:mail|email|ip|web) )((shipping|delivery|destination|home|mailing|postal|receiving) )?(address|destination)(?! (change|is wrong|book))",
  recipient: "(recipient|addressee|consignee)( s)?( name)?",
  payment: "(payment|payment method|payment status|paid)",
  placed:
    "(order date|purchase date|date of (order|purchase)|ordered on|order time|date placed|date ordered|order day)",
  status:
    "(order |delivery |shipping |shipment |package |parcel |current |tracking )?(status|state|updates?|progress|whereabouts|news|stage|location|position)(?! (never|has not|did not|does not|is not|is stuck))",
  expected:
    "(eta|e t a|delivery|((arrival|delivery|expected|estimated|due|shipping|est|approximate|approx|exact) )+(date|day|time|window|arrival|delivery|timeframe|estimate|slot)|due date|estimate|time of arrival|arrival|date)",
  delivered: "(date of delivery|delivered|delivered on|proof of delivery)",
  carrier:
    "(carrier|courier|shipper|(delivery|shipping|parcel|courier|transport|logistics) (company|service|firm|provider|partner|method)|courier name|carrier name)",
  tracking_number:
    "((tracking|track|waybill|way bill|consignment|shipment|parcel|package|shipping|courier|carrier|airway bill|awb)( (numbers?|no|nr|num|id|ids|code|codes|reference|ref|#))|tracking(?! (number|no|nr|id|code|link|url|page|site|website|says|show*|has|is|does|did|status|history|map|update*|stopped))( info| information| details)?|waybill|awb)(?! ?(is|was|:|=|#)? ?<id>)",
  link: "((tracking |delivery |shipping |carrier )?(link|links|url|website|web ?page|web ?site))",
  hurry: "(hurry|asap|faster|urgent|quick|quickly)",
  count: "(number of orders|order count)",
};

/** Words that turn the name of a fact next to them into a request. */
export const cue =
  "(what|which|give|tell|send|show|know|see|find|check|confirm|provide|share|remind|say|forward|drop|get|(can|could|may|do|did|would|should) (i|you|u|we)|is there|(i|we|you) (need|want|like|require)|need|want|looking for|like|please|how about|what about|and|about|also)";

/** Small words that may stand before and after a name that makes up a whole clause. */
export const before =
  "(and|the|my|its|it is|when is|what is|what was|is|what|about|how|please|hi|hello|hey|ok|okay|also|your|order|for|so|but|or|yes|then|just|exact|current|full|a|an|any|now|this|that|well|um|er|on|with|have|got)";
export const after =
  "(please|again|for|it|this|that|order|orders|<id>|my|the|on|of|is|was|then|thanks|thank you|now|though|one|package|parcel|them|these|delivery|exactly|number|to|in|all|and|or|too|so far|mate|bro|today|by|second|first|last|third|fourth|fifth|other|latest)";
