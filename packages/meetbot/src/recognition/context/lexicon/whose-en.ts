import type { Concern } from "@meetbot/model/conversation/recognition.ts";

const people =
  "(mother|mum|mom|mommy|dad|daddy|father|wife|husband|hubby|son|daughter|girlfriend|boyfriend|partner|sister|brother|friend|boss|colleague|coworker|roommate|flatmate|aunt|auntie|uncle|grandma|grandmother|grandpa|grandfather|parents|parent|cousin|niece|nephew|fiance|kid|child|client)s?";
const strangers =
  "((other|another|some other|all|different|random) (people|peoples|persons?|customers?|users?|clients?|buyers?|shoppers?)|(somebody|someone|anyone|anybody|everyone|everybody)( else)?|(my |the |our )?neighbou?rs?|strangers?|my ex)";
const orders = "(orders?|packages?|parcels?|purchases?|shipments?|delivery|deliveries)";
const email = "(e ?mail|mail|mail address)";

/**
 * Phrases that show whose orders a customer looks for, and by what besides a number or an email. Searched after denied
 * parts are removed.
 */
export const whose = {
  by_name: [
    "my name is … (find|look|search|track|check|see if)|(give|tell) you (my |the )?(phone|mobile|name|surname|postcode|zip code)",
    "my (phone|mobile|cell|telephone)( number)? is(?! (wrong|not|incorrect|different|old|no longer|changed|missing|outdated|the wrong|broken|dead))",
    "last (4|four|few|digits|numbers) … (card|phone|account)",
    "(find|look|search|check|see|track|locate|pull|get|lookup|show|go|do) … (by|with|using|under|via|from|through|off|on) (only |just |my |the |a |his |her |our |your |last |first |full |family |sur ?){0,4}(names?|surname|phone|mobile|cell|telephone|cellphone|zip|zip ?code|postcode|postal code|nickname|username|date of birth)(?! (of|tag|case))",
    "(by|with|using|under|via) (only |just |my |his |her |our |last |first |full |family ){1,4}(names?|surname|phone|mobile|telephone|zip ?code|postcode|address)( number)?( instead| only| please)?$",
    "(?<!(?:order|buy|pay|purchase|book|reach|contact|talk|ordering|paying)(?: (?:it|this|that|something|things|you|one))? )(by|over|via|using|used|with|through|gave|on|left) (my |the |a |your |only (my|a) )?(phone|mobile|cell|telephone)( number)?(?! (is|case|cover|charger|broke|screen))(?<!(?:on|using) (?:the|a|my) phone)",
    "(only|just) (have|got|know|had|remember|gave|give|used|use|left) (my |a |the |his |her |our |you )?(mobile|phone|cell|name|surname)",
    "(do|can|would|will|could|does) … (name|phone|phone number|surname|zip code|postcode) (work|do|help|be enough|suffice|instead)",
    "^(or |and |what about |how about |maybe |then |just )+(with |by |on )?(my |the |a )?(phone|mobile|telephone|cell|name|surname|last name)( number)?$",
    "(is|are) (my |the |a )?(name|phone|phone number|surname|address|zip code|postcode) (enough|ok|okay|fine|good enough)",
  ],
  as_guest: [
    "(guest|as a guest)(?! (wifi|house|room|star|bed))",
    "(without|no|not have|do not have|never (made|had|created|opened|got)|did not (make|create|open|have)|have not got) (an |any |a |making an |creating an |opening an )?(account|profile|login)(?! (number|with|at (the )?bank|details))",
    "(without|not|never) (being |been |even )?(registering|registered|register|signed up|signing up|sign up|logging in)( (for|on|to|here|at|in|with|and|an?)|$)",
    "(need|have) (to (have |make |create |open )?)?(an |a )?(account|login|register|sign up)( (to|for|first)|$)(?<!(?:i|already|we) have (?:an |a )?account(?: to| for| first)?)",
  ],
  signed_in: [
    "^(which|what|whose) account$|account … (am i|i am|are you|you are) (using|in|on|looking|under)|(right|wrong|correct|same) account$",
    "(have|has) (i|we) … (signed|logged) ?in|how (do|can|could|would|to) (i |we )?(log|sign|login|get) ?(in|into (my|the) account)?( here| now| again| to my account)?$(?<=(?:in|login|account|here|now|again))",
    "(do|should|must) (i|you|we) (need to |have to |need me to |want me to )?(log|sign) ?in( (for|to|first|here)|$)",
    "whose (orders?|packages?|parcels?) (are|is) (these|those|this|that|it|they|you)",
    `(use|try|enter|give you|switch to|change to) (my |the |a |an )?(another|different|other|new|second) ${email}( please| instead| then| now)?$|(change|switch) (the |my )?${email}$`,
    "(am|are) (i|we) (still |even |already |actually |currently |really |now |not )*(logged|signed|log|sign) ?(in|on|out)",
    "(who|what|which|whose) … (signed|logged|log|sign) ?(in|on)( as| to| with| here)?(?! (page|button|link))",
    "(which|what|whose) (account|user|profile|login)( name)? (is (this|that|it|open|active|used|signed)|am i|are (you|we|they)|do (you|i)|does it|i am|we are|you are|this is)(?! … (need|pay|paid|charge))",
    "(which|what|whose) (e ?mail|mail|e ?mail address) (am i|are you|is this|is on my account|do you have (for|of|on)|is (signed|logged|linked))",
    "who (am i|do you think i am)$|(do )?you know who i am",
    "(switch|swap|change|another|different) (the |my |to |a |an |another |a different |into |over |other ){0,4}(accounts?|login|user)(?! (details|e ?mail|password|number|address|data|settings|info*|order|said|got|has))(?<!(?:bank|paypal) account)",
    "(is|was) this my account|(log|sign) (me )?in (as|with|to) (someone|somebody|another|a different|my other)",
    "(linked|connected) (with|to) (my|an|which|what|the) account",
  ],
  on_behalf: [
    `my ${people} (has |had |just )?(placed|made|did) (the|an|this|that) (order|purchase)|(under|in|on) (my|our|a) ${people} (name|account)`,
    `for my ${people}\\n(he|she|they) (ordered|bought|placed|purchased)`,
    "(got|received|was given|been given|given) (this |it |that )?(as )?a (gift|present)|track (a|the|my|this) (gift|present)",
    `(my|our|a|another|his|her) ${people} ${orders}(?! (it|this|that|a|the|from|for|me|number))`,
    `${orders} (of|from|belongs to|belonging to|under|by) (my|our|a) ${people}(?! (account|e ?mail))`,
    `(asking|checking|calling|writing|here|chatting|ask|check) (for|on behalf of) (my|a|someone|somebody|our)( ${people})?(?! (order|package|parcel|own|shirt|refund))`,
    "on behalf of",
    "(gift|present) (from|by|that|i (got|received|was))(?! (the|a|your) (shop|store))",
    `(my ${people}|a ${people}|someone|somebody|someone else|somebody else|he|she|another person) … (ordered|bought|purchased|placed|order|buy) … for me(?! too)`,
    `(my ${people}|a ${people}|someone|somebody) (has |have )?(sent|sends|is sending|gave|got|bought|ordered) me`,
    `(not (placed|ordered|bought) by me|(i|we) (did|was) not (the one who )?(order|ordered|buy|place)( it| this| that)?( myself)? … ${people})`,
  ],
  other_people: [
    `${orders} (of|from|by) ${strangers}$|(who|anyone|anybody) else (ordered|bought|has (ordered|bought))`,
    `(show|see|look|view|find|list|access|open|read|know|what did|what has|what have|tell me|give me|check|track|can i|could i|where is|where are) … ${strangers} (${orders}|data|details|address*|info*|ordered|bought|buy|order)(?! (it |this |that )?for me)`,
    `(can|could|may|do|does) … ${strangers} (see|look|view|find|access|read|track|check) … (my|mine|our)`,
  ],
  why_email: [
    `why (do|does|would|should|must|are|is|did) (you|i|we|u|the bot|it) … (need|want|ask|asking|require|give|type|enter|tell|provide|share|insist|have) … (${email}|order number|number|that|it|this|data|details|info*)$`,
    `what (do|will|would|are|is|happens) … (do|doing|done|happens|happen|with|to) (with |to )?(my|the|our) ${email}|what … need (my|the|our) ${email} for`,
    "(is|are) (it|this|that|here|you|everything) (really |actually |even |all )?(safe|secure|trustworthy|legit|dangerous|risky)( (to|here|with|if|enough|when|site|shop|chat)|$)(?! (wash|eat|use|leave))",
    `(safe|secure|okay|ok|dangerous|risky|wise) to (give|type|enter|share|send|put|write|tell|leave) … (${email}|data|details|info*|here|number)`,
    `(can|should|how do) i (trust|be sure)( (you|this|that))|(will|do) you (spam|send me (spam|ads|advert*|newsletters?))`,
    `do i (really |have to |need to |must ){1,3}(give|tell|type|enter|send|share|leave|provide) … ${email}`,
  ],
} satisfies Partial<Record<Concern, readonly string[]>>;
