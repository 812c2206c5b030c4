import type { Lexicon } from "./lexicon.ts";

/** Common names for what a shop sends. */
const goods =
  "(orders?|purchases?|parcels?|packages?|pkg|shipments?|delivery|deliveries|items?|products?|articles?|goods|stuff|things?|shoes?|dress|shirts?|jacket|books?)";
const parcels = "(parcels?|packages?|packaged|pkg|shipments?|delivery)";
const not =
  "(not|never|yet to|(did|does|do|has|have|was|were|is|are|had|could)n'?t|still waiting|no sign)";
const where = "(where('?s| is| are|s| r|)|wher|whre|where the hell is)";
const when = "(when('?s|)|how soon|how long|how many (more )?(days|weeks)|what (time|day|date))";
const arrives =
  "(arriv*|deliver*|receiv*|gets? here|be here|comes?(?! (out|with|in))|coming|turns? up|shows? up)";
const days = "(today|yesterday|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)";
const many = "(\\d+|a|an|two|three|four|five|six|seven|ten|several|couple of)";
/** Words for the task that customers ask a bot to stop. */
const task =
  "(it|that|this|everything|what (you're|you are|you were) doing|(doing|talking|speaking)( that| this)?|((the|this|that|my|your|current|last|present|previous) ){0,3}(action|task|request|command|process|input|thing|operation|conversation|chat|search|job))";

/** Customers' phrases in English. {@link Lexicon} explains the syntax of the entries. */
export const en: Lexicon = {
  concepts: {
    order: [
      "(my|the|this|that|our|these|those|any|<id>) ([a-z]+ )?(orders?|purchases?)(?! (a|an|some|me|all|every[a-z]*) )",
      "(orders?|purchases?) (<id>|status*|state|details?|info*|number|history|update*|i|is|was|has|not|in progress|progress|eta|arriv*|deliver*|related|query|delay*|late)",
      "(status|state|update*|progress|details?|eta|track*|check*|locat*|find|see|view|about|with|of|on) (for |of |on |about )?(orders?|purchases?)",
      "(what|things?|stuff|items?|the one) i (bought|ordered|purchased)",
    ],
    parcel: [parcels, "(my|the|this|our) (deliveries|box)"],
    logistics: [
      "tracking( (number|id|code|details?|info*|link|status))?(?! page)|awb|consignment|docket",
      "(which|what) (courier|carrier)( company)? (has|have|is|was|did|brings)|who('s| is) (delivering|bringing) (my|it|the)",
      "(shipping|delivery|shipment|dispatch) (status|progress|update|info*|details?)|waybill",
    ],
    goods: [`(my|the|this|that|our) ([a-z]+ )?${goods}`, "order <id>"],
    parcelOfMine: [
      `(?<!(got|found|open|opened|received|with|inside|in|of|about|return) )(my|our|the) (last |latest |recent )?${parcels}$`,
      `(track*|trace|locat*|find) … (my|the|our|this) ([a-z]+ )?${goods}$`,
      `track … ${goods}`,
    ],
    check: [
      "check(ing)?|see|seeing|view*|show*|find*|look*|track*|trace*|tracing|locat*|know|follow*",
      "monitor*|pull up|tell me|inform*|what|whats|what's",
      "(need|want) (an )?(update|information|info|details?)",
    ],
    status: [
      "status*|state|progress|stage|updates?|eta|situation|whereabouts|details?|info",
      "information|query|enquiry|inquiry|history|summary|what happened",
      "what about|how about|any news|going on|come along|coming along",
    ],
    where: [where, "whereabouts|how far|locat*"],
    when: [
      when,
      "how much (more )?(time|longer)|eta|(can|should) (i|we) expect",
      "(estimated|expected|expect) … (time|date|arrival|delivery)",
      "(delivery|shipping) (date|time|day|period|estimate)s?",
    ],
    day: [
      "today|tonight|tomorrow|this (morning|afternoon|evening|week)|soon|earlier|early|on time",
      "by (monday|tuesday|wednesday|thursday|friday|saturday|sunday|the weekend|christmas)|yet",
    ],
    arrive: [`(it|they|${goods}) … ${arrives}`, `(get|receive|expect) … (it|them|${goods})`],
    ship: [`(it|they|${goods}) … (ship(ped|s|ping)?|dispatch(ed)?|sent( out)?|mailed|posted)`],
    not: [`${not}|no|nothing|cannot|can'?t|dont|don't`],
    still: ["still|yet|already|since|so far|for (days|weeks|ages)|(days?|weeks?|months?|long) ago"],
    mine: ["my|mine|our|ours|i (bought|ordered|purchased|paid)"],
    signed: [
      "(marked|says?|shows?|showing|said|listed|claims?) … (delivered|arrived|received)",
      "signed for",
    ],
    urge: ["asap|urgent*|hurry|quick*|fast(er)?|expedite|speed|immediately|soon"],
    id: ["<id>"],
    question: [
      "\\?",
      "(will|would|can|could|is|are|has|have|did|does|do|should) (it|they|my|the|this|i|we|you)",
    ],
    trouble: ["delay*|overdue|held up|so late|very late|taking (so |too )?long"],
    whereIsOrder: [
      `${where}(?! (do|can|would|should) (i|we) (find|enter|put|see|get)) … (my|the|our|this|order|purchase|<id>) (last |latest |other |[a-z]+ )?(orders?|purchases?)`,
      `${where} … (my|the|our|this|order|purchase) (number |no )?<id>`,
    ],
    whereIsIt: [
      `${where}(?! (do|can|would|should) (i|we) (find|enter|put|see|get|buy)) … (my|the|our|this) ([a-z]+ )?${goods}`,
      "where … (was|were|did) (it|they|he|you|the (driver|courier)) … (left|leave|put|drop*)",
      "where('s| is| are) (the|that|those) [a-z]+( [a-z]+)? (i|we) (ordered|bought|purchased|paid)",
      `(is|are) (it|they|that|${goods}|(my|the) [a-z]+) (still )?(on (its|their|the) way|out for delivery|in transit|on the (truck|van)|at the (depot|locker|pick up point))`,
      "^(still )?(on (its|their|the) way|out for delivery|in transit)( yet| now| still)?$",
      "where('s| is|s) (it|<id>)( now| currently| again| today)?$",
    ],
    whereIsMine: [
      "^((so|bro|dude|hi|hey|hello|ok|okay|and|but|well|please|um|right) ){0,2}where('s| is| are|s| r| the heck is| the hell is| in the world is| tf is| tf are) (my|our) [a-z0-9]+( [a-z0-9]+)?$",
    ],
    whenWillItCome: [
      `${when} … (${goods}|order <id>) … (${arrives}|ship(ped)?|dispatched|reach*|get (to|here))`,
      `${when} … (it|they) … (arriv*|gets? here|(be|is|are) here|deliver*|shipped|reach(es)? me|comes?|coming)`,
      `${when} … (i|we) … (receiv*|get|expect|have|see) … (${goods}|it|them)$`,
      `(how soon|when) (can|do|should|could|may|will) (i|we) expect( (it|them|to|the|my|this) ${goods}| it| them|$)`,
      `(how long|how many days) … (shipping|delivery|shipment|${goods}) (takes?|will take)`,
      `(how long|how many days) … (shipping|delivery|${goods}) … (take|to (arrive|come|reach))`,
      "(in )?how many days … (delivery|get it)|(delivery|shipping) periods?",
      `(how much|how long) … wait … (${goods}|it)`,
      `(has|have|was|were|did|is|are) (it|they|that|${goods})( been)?( already| yet)? (ship|shipped|sent|send|dispatched|delivered|arrive|arrived|come)`,
      `(has|have|is|are|did|was|were) (my|the|our) ([a-z]+ )?(${goods}|order*) … (arriv*|ship(ped)?|sent|dispatched|deliver*|here|come)`,
      "(has|have|did) (my|the|our|that|those|everything) ([a-z]+ ){0,3}(been (shipped|sent out|dispatched|delivered)|shipped|ship|dispatched|gone out)",
      "(have|did) (you|they)( guys)?( already)? (ship|shipped|dispatched|sent out|send out|sent it|send it)",
      "(what time|when) … (courier|driver|delivery (guy|man|van)|delivery slot)",
      "(ship|shipping|dispatch|delivery|arrival) (date|slot|window)",
    ],
    notHere: [
      `${not} … (arriv*|deliver*|receiv*|ship(ped)?|dispatched)`,
      `(it|they|nothing|${goods}) … (${not}) … (come|came|reached|here|turned up|shown up|sent)`,
      `${not} (yet )?(got|gotten|get|had|seen) … (${goods}|it yet|anything)`,
      `(?<!(he|she|who|i) )(was|were|is|are) (supposed|meant|due|scheduled) to (have )?(arriv*|come|be (here|deliver*|shipped)|get here)`,
      `waiting (for|on) … ${goods}|still (not here|missing)|still waiting$`,
      "(delivered|arrived) (but|yet|and|though) … (not|never|n't|nothing|empty|nobody|no one|no (box|parcel|package))|nothing (has )?(arrived|came|come)",
      "(marked|listed) (it |them )?(as )?delivered|says (it's |it is |it was )?delivered",
      `${not} (yet )?(come|came|turned up|turn up|showed up|shown up|show up|got here)(?! (back|with|in|out))`,
      `(was|were) (due|expected|promised) (on|by|for|last|${days})`,
      "should('ve| have) (been (here|delivered|shipped)|arrived|come|shipped)|no sign of (my|the|our|it|them)",
      `(been|still) waiting (for|on|since) … (days|weeks?|months?|since|${days})`,
    ],
    stuck: [
      `${goods} … left the (warehouse|depot|facility|store|factory|country)|stuck (in|at) … (customs|depot|hub|facility)`,
      `tracking … (${not}|stopped|stuck) … (updat*|mov*|chang*)`,
      "why … (delay*|late|taking so long|take so long)",
      `(delay*|late|overdue) … ${goods}`,
      `(${goods}|it|it's|its) … (delay*|late|overdue|stuck|long ago)`,
      `${goods} … taking (so|too) long`,
      "undeliverable|return(ed|ing)? to (the )?sender|delivery (attempt(ed)?|failed|exception)|label created|awaiting (item|collection|pick up)",
      "(last|no|not a single) scans?( since)?|stops? away|held (up )?(at|in|by) customs|pushed back|(keeps?|kept) (moving|changing|pushing)",
      "(stuck|sitting) (at|in|on) (the |a )?(sorting|depot|hub|customs|facility|warehouse|distribution)",
      "(hasn't|not|isn't|has not|stopped) mov(ed|ing)",
    ],
    lost: [
      `(lost|missing|stolen|disappeared) … ${goods}`,
      `${goods} … (lost|missing(?! (a|an|one|two|three|some|the|my|<))|stolen|disappeared|vanished)`,
      "(delivered|went|left|dropped|taken) … (to|at) … (wrong|another|someone else's) (house|door|place|apartment|flat|building)",
    ],
    ordersOfMine: [
      "(?<!(take|scan|place|pay|use|combine|split|repeat|ring|from|of) )(my|our) ([a-z]+ ){0,2}(orders?|purchases?)(?! (a|an|some|me|all|every[a-z]*) | (number|no)(?! <id>)| (was|were) (wrong|perfect|great|fine|good)| won't go)",
      "(all|recent|last|latest|previous|past|open|unpaid|pending|completed|finished|unfinished) ([a-z]+ )?(orders|purchases)",
      "orders?( |-)(history|list|status|details?|info*|query|related|inquiry|lookup|tracking)(?! (page|on))",
      "(what's|what is|find|give me|forgot|lost|look up) my order (number|no)",
      "(what|which|how (many|much)|when) … (did|have|had) i (order|ordered|buy|bought|purchase|purchased)( |$)",
      "(how much|what) (was|is|were|did i (pay|spend) (for|on)) … (my|the|that) ([a-z]+ )?(order|purchase)|(total|amount) (of|on|for) (my|the) ([a-z]+ )?(order|purchase)|(my|the) order total",
      "(what|which) (shipping |delivery )?(address|card|size|color|colour) … (on|for|with|in) (my|that|the) ([a-z]+ )?order",
      "did my (order|payment|purchase) go (through|in)|(any|some) (news|update|updates|word) (on|about) (my|the|an?|order) ",
      "(what's|what is) (up|going on|happening|the latest) (with|on) (my|the|order)",
      "orders? … (unpaid|awaiting payment|not paid)|purchase history|(query|help|assistance) … on order",
    ],
    impatience: [
      "^(it's|its|it has|it is|already|almost|over|been) … (days|weeks?|months?)( now| over| already)?$",
      "(it's|its|it has|been) been … (days|weeks?|months?)|why so (long|many)",
      `${many} (days|weeks?|months?) (now|later|late|and (counting|nothing|still|no|not))`,
      `(said|promised|told me|was told) … (${many}[ -]days?|next[ -]day|same[ -]day|${days})`,
      "(present|current) status",
    ],
    refund: [
      "refund*|reimburs*|rebate*|compensat*|money back|my money|chargeback|return*(?! to (the )?sender)",
    ],
    exchange: ["exchang*|replac*|swap*|switch*"],
    invoice: ["invoices?|bills?|receipts?|tax"],
    price: ["pric*|costs?|discounts?|coupons?|promo*|vouchers?|offers?|deals?|cheap*|sale"],
    callOff: ["cancel*|no longer (want|need)|(don't|dont) (want|need)|changed my mind"],
    change: [
      "(chang*|modif*|edit*|correct*|wrong|new|different|set*|updat*|add*|another|secondary|delivery|shipping|enter*|submit*) … (address*|name|size|colou?r)",
      "(chang*|modif*|edit*|add|adding|remov*|delet*|amend*|alter*|correct*) … (orders?|purchases?|items?|products?|articles?|things?)",
    ],
    contact: ["(?<!(what|which) (shipping |delivery )?)address(es)?"],
    fee: ["fees?|charg*|options?|method*|modalit*|pin codes?|cod|cash on delivery|emi"],
    stock: ["stock|availab*|inventory|restock*|sold out|sell*|sellers?|wholesale"],
    repair: ["install*|repair*|warrant*|guarantee*|not working|(doesn't|doesnt) work"],
    fault: [
      "broken|damaged|defect*|faulty|fake|expired|tamper*|side effects?|smashed|crushed|leaked",
      "(order|parcel|package|delivery|box) (is|was|were|came) (missing (a|an|one|two|three|some|the) |short|incomplete|wrong|open)",
      "wrong (item|product|order)",
    ],
    pay: [
      "(?<!did i )pay|(?<!i )paid for|payments? (method|option|issue*|fail*|problem*|mode*|error)|payments",
      "paying|transfer*|top up|debit*|deduct*",
    ],
    account: [
      "passwords?|log in|sign up|register*|registration|newsletter|subscri*",
      "(my|an?|the|gold|free|premium|standard|platinum|user) accounts?|(verification|discount|promo|the|a) code",
    ],
    complaint: ["reviews?|feedback|complain*|complaints?|claims?|reclamation"],
    carrierChoice: ["couriers? (do|does|will)"],
    sending: [
      "deliver to|ship to|serviceable|areas?|countr*|abroad|international*",
      "franchise|job|vacanc*|showroom|stores?|branch",
    ],
    product: ["samples?|catalog*|custom*|trial|sizes?"],
    hold: ["reschedul*", "(do not|don't|dont) (deliver|ship|send|dispatch|leave|bring)"],
    otherThing: [
      "(bank |credit |debit |new |replacement |virtual |gift |sim )?cards?|atm|bank|pin|insurance",
      "order of (operations|the|magnitude|business)|flights?|planes?|airport|bus|trains?|hotels?|taxi|uber|luggage|baggage|bags?|passport|visa",
      "pizza|restaurant|recipe|weather|songs?|music|movies?|holidays?|vacation|trip|joke|meetings?",
      "library|ballots?|prizes?|diamonds|gems|coins|rewards?|phone plan|data plan|sim",
      "pay (day|che(ck|que))s?|salary|w-?2|refund|money|statement|package deal|shopping list",
    ],
    presale: [
      "if i (order|buy|purchase|place)|before (i )?(order*|buy*|purchas*)",
      "(?<!(my|the|this|last) )(order|buy|purchase) (today|now|it now|tomorrow|online)",
      "(do|does|can|could|will|would) you( guys)? (deliver|ship)|(will|can) take to deliver",
      "how (long|many days) … (your|usual*|normal*|typical*|standard)",
      "(delivery|shipping|deliver|ship)( time| cost)?s? to (?!me|my|arrive|get|us |be)",
      "takes? to (?!arrive|come|reach|get|me|my|us|be|deliver|ship|process|receive|send|the)[a-z]+|choose|select|pick(?! ?up)|prefer*|schedul*|what (if|happens (if|when))|(have|include|come with) tracking",
    ],
    purchase: [
      "(want|like|need|wish|wanna|trying|try|how|going|able|ready|where|have|decide|used|about) … to (order|buy|purchase)",
      "(can|could|may|do|should|shall|how do|where do|cannot|can't|cant|must) (i|we|you) (also |still |directly )?(order|buy|purchase|place)",
      "(place|placing|make|making|create|submit|complete|finali[sz]e|repeat) … (orders?|purchases?)",
      "(?<!(my|the|this|our|your|that|last) )order (a|an|some|more|another|me|food|online|now|again|things|products?|articles?|items?|every*|all|new)",
      "(buy|buying|purchase|purchasing|acquire|earn) (a|an|some|more|another|something|products?|articles?|items?|all)",
      "(order|purchase) (placed|not placed|fail*|got placed)|in order (to|for)",
      "reorder*|repurchase|(?<!my )pre-?order*|bulk orders?|minimum order",
    ],
    person: [
      "(talk(ing)?|speak(ing)?|chat(ting)?|contact(ing)?|connect* me|transfer* me|put me through) … (human*|persons?|people|agents?|representatives?|rep|operators?|someone|somebody|supervisor|manager|executive|advisor|assistant|staff|employee)",
      "(get me|want|need|give me|like|have|call from|contact|reach|prefer|connect*) (to |with |from )?(an? |the |your |real |live |some ){0,3}(human*|agents?|representatives?|rep|operators?|supervisor|manager|executive|advisor|customer (service|care|support))",
      "(?<!(are|am|is) (you |i )?(an? |talking (to|with) an? )?(really )?)(human|live) (agents?|person|support|operator|chat|representative)",
      "^(a )?(real|actual|live) (person|human)( please)?$|customer (service|support|care)",
      "(talk|speak|chat) (to|with) (customer|support|service)|support (team|agent|person)",
      "^(a |an )?(human|agent|operator|representative|person|supervisor|talk|advisor)( please)?$",
    ],
    serviceDesk: [
      "^(not|no|no more|stop the) (a )?(ro)?bots?( please)?$",
      "call (centre|center)|help desk|toll free|hotline|contact (number|details?|support|us)",
      "phone number",
    ],
    cancel: [
      `(cancel|stop|quit|abort|halt|end|terminate|undo|forget|drop|abandon|discontinue|scratch) ${task}( please| now| immediately| anymore)?$`,
      "(please|just|can you|could you|would you) (cancel|stop|abort|quit)( please| now)?$",
      "never mind|start (over|again)|forget it",
    ],
    thanks: [
      "(?<!say )(good)?bye$|^(good)?bye|see (you|ya|u)( again| around| later| soon| then)*$|talk (to you )?(later|soon)|take it easy|peace out|farewell",
      "(nice|good|great|pleasant|enjoyable|cool|pleasure|fun|enjoyed|glad|thanks?) … (talk*|chat*|speak*|convers*|seeing|catch(ing)? up)",
      "appreciat*|grateful|thankful|gratitude|(i|to|let me|why|really) thank you|much obliged",
      "i (have|need|must|got|gotta) (to )?(go|run|leave|get going)( now)?$|thanks? … (for|so much|a lot)",
    ],
    help: [
      "(what|which|how)( [a-z]+){0,6} (can|could|are|will|would) you( [a-z]+){0,4} (do|help|assist|answer|offer|handle|respond|understand|familiar|versed|capable|good at)",
      "(what|which)( [a-z]+){0,4} do you( [a-z]+){0,2} (know( about)?$|offer|handle|respond|accept|have answers)",
      "(what|which|things|topics|anything|something)( [a-z]+){0,5} (can|could|should|may|might|am) i( [a-z]+){0,4} ask",
      "(what|which) (kinds?|types?|sorts?) of (questions?|tasks?|topics?|subjects?|queries)",
      "(tell|know) … (things|topics|subjects|questions) … you|(your|my) … (commands|capabilities|abilities)",
      "what (skills|features|functions) … you",
    ],
    greeting: [
      "^(hi|hello|hey|howdy|hola|yo|aloha|bonjour|salutations|greetings)( [a-z]+){0,2}$",
      "how('s| is| are|'re|'ve| have) (it|you|u|things|everything|life|your (day|week))( (going|doing|been|feeling|treating|hanging|with|for|you|today|now|right|okay|ok|this|fine|day)){0,4}$",
      "are you (doing )?(ok|okay|well|alright)|(nice|good|great) to (see|meet) you",
    ],
  },
  sayings: {
    greeting: [
      "hi+|hey+|hello+|hallo|helo|hiya|yo|howdy|greetings|moin|sup|heya|hola|aloha|bonjour",
      "good (morning|afternoon|evening|day)|morning|evening|how do you do|what's up|whats up|wassup",
      "how (are|r) (you|u|things)( doing| going)?( today)?|how('s| is) (it going|everything|life)",
      "anyone (there|here)|is (anyone|anybody|someone|somebody) (there|here)|(are )?you there",
    ],
    thanks: [
      "thanks*|thank (you|u|ya)|thankyou|thx|tks|ty|cheers|much appreciated|appreciate it",
      "(good ?)?bye+|bye bye|goodbye|see (you|ya|u)( around| later| soon| then)?|cya|cu|adios|sayonara",
      "good night|have a (nice|good|great|lovely) (day|one|evening|weekend|night)|take care|tata",
      "ttyl|farewell|(catch you |later )?later|that's all|thats all|that will be all|that is all",
      "nothing else|peace( out)?|take it easy",
    ],
    help: [
      "help( me| please)?|(i )?need (some |your )?help|assist me|i need assistance|get started",
      "(what|how) (else |exactly |all )?(can|do|could|are) (you|u|this bot|it|this) (do|help|offer|work|able to do)( for me| me| with| here)*",
      "how does (this|it) work|(can|could|will|would) (you|u) (please )?help( me)?",
      "(what|which) (are )?(your|the) (functions|features|capabilities|options|commands)",
      "what (is|does) this( bot)?( do)?|menu|commands|options|instructions|(show (me )?)?(the )?menu",
      "how (do|can) i use (this|you|it)( bot)?|what can i (ask|do|say)( you| here)?",
      "who are you|what are you|i('m| am) (lost|confused)",
    ],
    cancel: [
      "cancel( that| this| it)?|never mind|nvm|forget (it|that|about it)|(let's )?start over",
      "start (again|from scratch|anew)|restart|reset|stop( it| this| that)?|quit|exit|halt|terminate",
      "abort|go back|back|undo|(no )?(leave|drop|scrap|skip) (it|that|this)|begin again|shut up",
      "take me back|main menu|i changed my mind|scratch( that)?|(stop|quit) talking|be quiet",
    ],
    filler: [
      "please|pls|plz|ok|okay|k|so|well|um+|uh+|hmm+|oh|ah|no|yes|yeah|yep|nope|then|now|just|oops",
      "again|a lot|so much|very much|very|many|there|everyone|all|guys|team|bot|ai|friend|dear|sir",
      "for (the |your |all |all your )?(help|info|information|assistance|time|support|everything)",
      "madam|mate|dude|man|everybody|to you|and|you|awesome|great|perfect|cool|nice|got it|alright",
      "fine|sorry|good|the|with|here|for now|my|let's|this|conversation|chat|it|that|actually",
      "really|is|that's|what i needed|can you|could you|would you",
    ],
    orders: [
      "(my|the) (last |recent )?(orders?|purchases?)( related)?|(last|recent) (orders?|purchases?)( related)?",
      "orders|purchases|orders? related",
    ],
    parcels: [
      "(my |the )?(parcels?|packages?|shipments?)",
      "track(ing)?( (it|number|my (parcel|package|order)))?",
    ],
    oneOrder: ["(an )?order|(a )?purchase"],
    unclear: [
      "(check(ing)?|what('s| is)|please provide|provide|present|current)? (the )?status",
      "(the |my )?(delivery|deliveries|eta)|shipping|dispatch|delay(ed)?|products?",
    ],
    label: [
      "(my |the |this is my |here is my |it's |that is )?(e-?mail|account|mail|order|purchase|tracking|package|parcel|shipment)?( address| number| no\\.?| id| code)( is|'s|:)?",
      "(my |the )?(e-?mail|account|mail)( is)?|it'?s|it is|this is|is|number|no|id|try|use",
      "find|check|track|look up|about|regarding|for|my|from",
    ],
  },
};
