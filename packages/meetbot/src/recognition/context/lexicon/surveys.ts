import type { Survey } from "@meetbot/model/conversation/recognition.ts";

/** Phrases that ask something about several orders at once. */
export interface SurveyWords {
  /** Phrases that always ask about several orders, whatever the conversation is about. */
  several: readonly string[];
  /** Phrases that, when the conversation is about one order, ask about that order's items. */
  ofOneToo?: readonly string[];
  /** Phrases that also ask about several orders; while a list is on the screen, about the orders in that list. */
  ofThose?: readonly string[];
}

const orders = "(orders|purchases|packages|parcels|shipments)";
const those = `(them|these|those|(the |my |our |these |those )?((open|last|recent|past|other) )?${orders})`;
const all = `((they|these|those|them) all|they both|all( of)? ${those}|all (three|four|five|of it)|every (one|order|package|parcel)|each of ${those}|both( of ${those})?|(my|the|these|those) ${orders}( all)?)`;
const which = `(which|what|any|how many)( (one|ones|order|package|parcel|stuff|things?|other ones?)| ${orders}| of ${those})?`;
const not =
  "(has not|have not|is not|are not|was not|were not|did not|do not|does not|still not|not|never|yet to)";
const sent =
  "(shipped|sent|dispatched|ship|send|posted|mailed|gone out|go out|left|on (its|their|the) way)";
const here =
  "(arrived|arrive|delivered|come|came|here|there|received|turned up|shown up|got here|get here|reached me)";
const span =
  "(this (month|year)|last (month|year)|so far|overall|ever|to date|here|(with|at|in|from) (you|your (shop|store|site))|in (january|february|march|april|may|june|july|august|september|october|november|december|20[0-3][0-9]))";
const cost =
  "(spend|spent|spending|pay|paid|paying|cost|costs|owe|charged|billed|come to|comes to)";
const paidFor =
  "(is |was |were |cost |costs |did |do |have |i |me |we |pay |paid |for |the |of mine ){1,5}";
const thing = "(one|order|purchase|package|parcel|item|thing|of (them|these|those|all|my orders))";

/** In English. */
export const english: Readonly<Record<Survey, SurveyWords>> = {
  sum: {
    several: [
      `${cost} ([a-z]+ ){0,3}(all( of)? ${those}|them all|every (one|order)|${those} (all|together|combined|in total|altogether)|both( of them| orders)?$|all (three|four|five) )`,
      `what (did|do) ${all} cost|(total|price|sum) (for|of) (all|both|these|those|them|everything)`,
      `(total|sum|cost|price|amount|value|worth) (of|for|on|across) (all|my|the|these|those|every|both|our)( of| the| my| these| those| open| past){0,3} (${orders}|them)`,
      `${cost} ([a-z]+ ){0,2}(all|my|these|those|the) ${orders}( together|$)`,
      `(how much|what) (money )?(have|did|has) (i|we) (already |ever |really )?(spent|spend|paid|pay) ([a-z]+ )?${span}`,
      "(total|overall|whole) (spend|spending|spendings|expenses)",
      `(add|sum) (it|them|these|those|everything)( all)? up|${those} (cost |come to )?(altogether|together|in total|combined|add up to)`,
    ],
    ofOneToo: [
      `${cost} … (in total|altogether|all together|all in all|in all|overall|all told|combined|together|for everything|on everything)`,
      "how much … (for everything|overall)",
    ],
    ofThose: [
      "how much (is|was|were|are|does|do|did|will|would|for)(?! (i|we) (spend|spent|pay|paid)) … (altogether|all together|in total|combined|together|all in)|how much (altogether|in total|together|all together)|(altogether|total) for (these|those|them)|what (is|does|do|would) … (add up|come|comes) to (together|altogether|in total)",
    ],
  },
  cheapest: {
    several: [
      `(cheapest|cheaper|least expensive|less expensive|lowest priced) ${thing}|^(and |or |then |what about |how about )?(the |my )?(cheapest|least expensive)$|${which} ${paidFor}(cheapest|cheaper|least expensive|least|lowest)$`,
    ],
  },
  dearest: {
    several: [
      `^(and |or |then |what about |how about )?(the |my )?(most expensive|priciest|costliest)$|(most expensive|more expensive|dearer|dearest|pricier|priciest|costliest|biggest|largest) (one|order|purchase|of (them|these|those|all|my orders))|${which} ${paidFor}(most expensive|more expensive|dearer|dearest|priciest|costliest|most|highest)$`,
    ],
  },
  paid: {
    several: [
      `(are|were|is|have|has|did|do) (i |we |you )?(pay |paid )?(for )?${all} … (paid|pay)`,
      `(?<!(how much|what|how much money) )(have|did) (i|we) (already )?(paid|pay) (for )?(${all}|all|everything)`,
      `${which} (that |which |of mine |i |you )?${not} (i |we |been |yet |be ){0,3}(paid|pay)`,
      `${which} (is |are |was |were |still |left ){1,3}(unpaid|to be paid)`,
      `${which} (do |must |should )?(i|we) (still )?(owe|have to pay|need to pay|must pay)`,
      "(do|what do|how much do) (i|we) (still )?owe( (you|u))?( (anything|any money|money|now))?$",
      "(anything|something|what is) (still |left ){0,2}(unpaid|to pay|to be paid)",
    ],
    ofOneToo: ["(is|was|has) everything (already |been ){0,3}paid"],
  },
  sent: {
    several: [
      `(are|were|is|have|has|did) ${all} (already |been |all |be |now |out ){0,3}${sent}`,
      `${which} (that |which |of mine |i |you )?${not} (been |yet |be |even ){0,3}${sent}`,
      "(which|how many) (is |are |still |that is ){0,3}(unsent|unshipped|not (yet |been ){0,3}(sent|shipped))",
    ],
    ofOneToo: [
      "(what|anything|something) (is |are |still |that is ){0,3}(unsent|unshipped|not (yet |been ){0,3}(sent|shipped))",
      `(is|was|has|did|have) (everything|it all|all) (already |been |now ){0,3}${sent}`,
      `did (you|they) (ship|send|post) (all|everything|both)|(is|are) there … not (been |yet ){0,3}${sent}`,
    ],
  },
  here: {
    several: [
      `(are|were|is|have|has|did) ${all} (already |been |all |be |now ){0,3}${here}`,
      `${which} (that |which |of mine |i |you )?${not} (been |yet |be |even |i ){0,3}${here}`,
      `${which} (are|is|am|are we|am i) (i |we )?still (to come|coming|outstanding|on (its|their|the) way|waiting (for|on))|(what|which) (am|are) (i|we) (still )?waiting (for|on)|(what|anything|something) (is |else ){0,3}(still |left ){1,2}to (come|arrive)`,
    ],
    ofOneToo: [`(is|was|has|did|have) (everything|it all) (already |been |now ){0,3}${here}`],
  },
  next: {
    several: [
      `${which} (is |will |would |should |does |do |going to |be |am i |can i |expected ){0,3}(to |get |getting )?(arrive|arrives|arriving|come|comes|coming|here|delivered|get here|gets here|due|expect|reach me|reaches me) (here |to me |be |me )?(first|next|soonest|earliest|sooner)`,
      `${which} (is |will be |comes |would be )(the )?next( one)?( to (arrive|come|be delivered|get here))?$`,
      "(my |the |your )?next (package|parcel|delivery|shipment|one|order) (that |which |to |is |should |will |be |supposed ){0,3}(arrive|arrives|arriving|come|comes|coming|due|expected|here|reach)",
      "(when|where|what) (is|will|does|should) (my |the )?next (package|parcel|delivery|shipment)|^((my|the) )?next (parcel|package|delivery|shipment)$|soonest (delivery|parcel|package|order|one)",
    ],
  },
  last_here: {
    several: [
      "(last|latest|most recent|newest) (thing|one|order|package|parcel|delivery|item|stuff) (that |which |to |you |i |we |was |has |have |just |actually |really |be |been |got |get ){0,3}(arrived|arrive|came|come|delivered|received|receive|got here|here|turned up)",
      "(last|latest|most recent) (delivered|arrived|received) (order|package|parcel|one|thing|item)",
      "(what|which)( one| order| package| parcel)? (has |have |was |did |i |we |just |actually |really |got |get ){0,3}(arrived|arrive|came|delivered|received|receive|here) (here )?(last|most recently|latest|lately|just now)",
    ],
  },
};

const chineseThing = "(订?单子?|包裹|快递|东西|件|货)";
const chineseWhich = `(哪|几|多少|(?<!为)什么)(些|几)?(个|单|件|笔|样|一个|一单|一件)?(的)?${chineseThing}?(是|呢)?`;
const chineseAll = "(都|全都|全部|全|所有的?|每(一)?(个|单|件)(都)?|两(个|单)都|俩都)";
const chineseNot = "(还|都|仍)?(没|未|没有|还没有|未曾)(能|有|给|给我)?";
const chinesePay = "(花|付|消费|用|给|交)(了|过|掉|出)?(你们)?";
const chineseMuch = "(多少|几(?!个|单|件|天))";
/** What makes a sentence a question: “都到了” alone is a statement. */
const chineseAsks = "[^\\n]{0,2}(吗|没|么|嘛|否|是不|对不|$(?<=(是否|是不是|有没有)[^\\n]{0,12}))";
/** Words for an order's items: a question about all of them may be about one order. */
const chineseGoods = "的?(商品|东西|货物?|宝贝)";
const chineseThose =
  "(这|那|上面|它)(些|几|两|三|四)(个|单|件|笔)?(订?单|包裹)?|这两|它们|俩|(全部|所有)(的)?(订?单子?)?|(几|两|三|四|五|多)(个|笔|单)(订单|单子|单)?";

/** In Chinese. */
export const chinese: Readonly<Record<Survey, SurveyWords>> = {
  sum: {
    several: [
      `(${chineseThose})[^\\n]{0,4}(一共|总共|总计|合计|加起来|加一起|加在一起|共)[^\\n]{0,5}${chineseMuch}`,
      `(全部|所有)(的|我的)?(订?单子?|东西)?[^\\n]{0,6}(${chinesePay}[^\\n]{0,4}${chineseMuch}|多少钱|总额|总金额|总价)`,
      `(订单|单子?|全部|所有|都|它们|全)?(加|算)(在)?一?(起来|起|块)(是|要|有|一共|总共|得)?[^\\n]{0,4}${chineseMuch}`,
      `(在你们?(家|店|这)|这个月|本月|上个?月|今年|去年|到现在|至今|到目前|目前为止|前前后后)[^\\n]{0,8}${chinesePay}[^\\n]{0,3}${chineseMuch}`,
      "总(消费|花费|支出)|消费(总额|总金额)|(全部|所有|都|全)(的|订单)?加(在)?一?起来",
    ],
    ofOneToo: [
      `(一共|总共|总计|合计|拢共|共)(我)?${chinesePay}[^\\n]{0,4}${chineseMuch}|${chinesePay}[^\\n]{0,2}(一共|总共)[^\\n]{0,3}${chineseMuch}`,
    ],
    ofThose: ["(?<!款)(一共|总共|合计|总计)(是|要)?多少钱|加(在)?一?(起来|块儿?)(呢|$)"],
  },
  cheapest: {
    several: [
      "(?<!款|快递|物流|运费|方式)最(便宜|低价|不贵)(?!的?(快递|物流|运费|方式|款|商品|产品|那款|价))|(金额|价格|价钱|花钱?)(得|的|是)?最(少|低|小)",
    ],
  },
  dearest: {
    several: [
      "(?<!款|快递|物流|运费|方式)最(贵|高价)(?!的?(快递|物流|运费|方式|款|商品|产品|那款))|(金额|价格|价钱|花钱?)(得|的|了|是)?最(多|高|大)",
    ],
  },
  paid: {
    several: [
      `${chineseWhich}${chineseNot}(付|支付|结|交|给钱|付款)|(还有|有没有|有)[^\\n]{0,3}(没付|没支付|没交钱|未付|要付|欠)`,
      `(全部|所有|每(个|单))[^\\n]{0,6}(付款|付钱|付过|付了|支付|付清|结清|交钱)`,
    ],
    ofOneToo: [`${chineseAll}(已经|都)?(付款|付钱|付过|付了|支付|付清|结清|付完)${chineseAsks}`],
  },
  sent: {
    several: [
      `${chineseWhich}${chineseNot}(发货|发出|寄出|寄|发|出库)`,
      `(全部|所有|每(个|单))的?(?=订?单|包裹|快递)[^\\n]{1,6}(发货|发出|寄出|发了|寄了|发完)`,
    ],
    ofOneToo: [
      "(还有|有没有|有)[^\\n]{0,4}没发(货|出)?(的|吗|呢|$)",
      `(全部|所有)(?!${chineseGoods}|的?(订?单|包裹|快递))[^\\n]{0,6}(发货|发出|寄出|发了|寄了|发完)`,
      `${chineseAll}(已经|都)?(发货|发出|寄出|发了|寄了|发完|出库|寄完)${chineseAsks}`,
    ],
  },
  here: {
    several: [
      `${chineseWhich}${chineseNot}(到|收到|送到|送达|签收|到货|收|送)|还(有|剩)(哪|什么|几)[^\\n]{0,4}(没到|没收|在路上|在途)|(还有|有没有)[^\\n]{0,4}没(到|收到|签收)的`,
      `(全部|所有|每(个|单))的?(?=订?单|包裹|快递)[^\\n]{1,6}(到了|到齐|收到|签收|送达|到货|送到)`,
    ],
    ofOneToo: [
      `(全部|所有)(?!${chineseGoods}|的?(订?单|包裹|快递))[^\\n]{0,6}(到了|到齐|收到|签收|送达|到货|送到)`,
      `${chineseAll}(已经|都)?(到了|到齐|到货|收到|签收|送到|送达|到)${chineseAsks}`,
    ],
  },
  next: {
    several: [
      `(哪|那)(个|单|件|样|一个|一单|一件)?${chineseThing}?(会|能|要)?(最先|最快|最早|先|最近)(能|会)?(到|送到|送达|收到|来|送来)`,
      `(下一?(个|件|单)|接下来)(的)?${chineseThing}?(什么时候|哪天|何时|几号|多久|要|会|该)[^\\n]{0,3}(到|送|来)|下一?(个|件)(包裹|快递)|(接下来|下一?个|马上)(会|要|该)?(到|送到|送)的`,
    ],
  },
  last_here: {
    several: [
      `(最近|最后|上)(一次|一个|一单|一件|次)?(真正|实际)?(到|收到|签收|送到|送达|到货)(手)?(的|了什么|的是)`,
      "(最近|上次|刚刚|刚才|刚)(一次)?(收到|签收|送到|到)(了)?的?(是)?(什么(?!时候)|哪|啥)|(上次|最近)(收到|签收)的",
    ],
  },
};
