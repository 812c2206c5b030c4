const person =
  "(?:any ?one|any ?body|some ?one|some ?body|every ?one|every ?body|people|(?:an? |the |that |this |your |my |some |any )?(?:real |actual |live |other )?(?:person|persons|people|humans?|agents?|operators?|representatives?|reps?|staff|employees?|colleagues?|supervisor|manager|guy))";
const nobody = "(?:no ?body|no one|noone|none|not (?:any ?one|any ?body|a soul))";
const here = "(?:there|here|around|available|online|on duty|free|alive|listening|reading)";
const late = "(?: (?:still|yet|now|today|at all|any ?more|any ?longer|really|ever|even|actually))";
const answers =
  "(?:com(?:e|es|ing)|answer(?:s|ed|ing)?|repl(?:y|ies|ied|ying)|respond(?:s|ed|ing)?|writ(?:e|es|ing)|show(?:s|ed|ing)? up|help(?:s|ing)?|turn(?:s|ing)? up|join(?:s|ing)?|talk(?:s|ing)?(?: to)?|car(?:e|es)|get(?:s|ting)? back(?: to)?)";

/** Words for the person that a customer wants instead of a bot. */
const called =
  "(?:an? |the |your |some |any ){0,2}(?:real |actual |live |living |human ){0,2}(?:person|persons|people|humans?|human being|agents?|operators?|representatives?|reps?|some ?one|some ?body|supervisor|manager|employee|colleague)(?: (?:of|from) your (?:team|staff|company|shop))?";
const politely =
  "(?:(?:no|yes|ok|okay|please|pls|hello|hi|hey|sorry|look|well|but|and|so|now|just) ){0,3}";
const atOnce =
  "(?: (?:please|pls|now|right now|right away|immediately|asap|here|instead|at once)){0,3}";

/** What customers say of people who answer, as whole clauses. */
export const people = {
  wanted: [
    `${politely}(?:i|we)(?: would|'d| d| will| do| am| really| just| only| still| also| now){0,3} (?:want|need|like|demand|require|request|prefer|insist on|insisting on|ask for|asking for)(?: to)?(?: (?:have|get|see|reach|(?:talk|speak|chat) (?:to|with)))? ${called}${atOnce}`,
    `${politely}(?:get|give|bring|find|fetch|send|call|connect|transfer|put)(?: me| us)?(?: through)?(?: to| with)? ${called}${atOnce}`,
    `${politely}(?:can|could|may|might) (?:i|we)(?: please)? (?:have|get|reach|(?:talk|speak|chat) (?:to|with)) ${called}${atOnce}`,
    `${politely}(?:can|could|will|would) (?!some)${called}(?: please)? (?:help|call|contact|answer|talk to|speak (?:to|with)|write to|assist)(?: me| us| with this){1,2}${atOnce}`,
  ],
  anyone: [
    `(?:is |are |was )?(?:there )?${person}${late}{0,2}(?: is| are)? ${here}${late}{0,2}`,
    `(?:is|are) there${late}{0,2} ${person}${late}{0,2}(?: ${here})?${late}{0,2}`,
    `(?:still |is |has |why (?:is|does|has|do) |really |there is ){0,3}${nobody}(?: is| are| was| has| will| does| can)?${late}{0,2}(?: ${here}| ${answers}(?: me| us)?)?${late}{0,2}`,
    `(?:where|how) (?:is|are|stays|remains)${late}{0,2} ${person}${late}{0,2}(?: (?:then|(?:that )?(?:you|i) (?:have )?(?:called|promised|asked for|wanted)))?`,
    `(?:when|how soon|how long until) (?:will |does |do |is |are |can |would |should )?${person}(?: will| is| can| be| going to| gonna){0,2}${late}{0,2} ${answers}(?: to)?(?: me| us| here| back){0,2}${late}{0,2}`,
    `(?:will|is|are|does|did|can|has|could)${late}{0,2} ${person}(?: be| going to| gonna){0,2}${late}{0,2} (?:${answers}|${here}|seen (?:this|it))(?: to)?(?: me| us| this| here| back| soon){0,2}${late}{0,2}`,
    `when (?:will|is|does) (?:the )?(?:human|person|agent|somebody|someone|anyone)(?: be)?(?: ${here})?`,
  ],
  wait: [
    "how (?:much )?(?:long|longer)(?: (?:do|does|will|would|must|should|is|am|are|shall) (?:i|we|it|this|that|you|they|the (?:wait|queue|line)))?(?: (?:still|have to|need to|got to|going to|gonna|supposed to|be|to|left)){0,4}(?: (?:wait|waiting|take|last|be))?(?: (?:for|till|until) (?:an? |the |my )?(?:answer|reply|response|person|human|agent|someone|somebody|anyone))?(?: (?:more|yet|still|now|then|again|here))?",
    "(?:what is |how long is )?the (?:wait|waiting time|queue|line)(?: like)?",
    "(?:can|could|would|will) you (?:please )?(?:hurry(?: up)?|be quick|be quicker|speed up|be faster)|hurry(?: up)?|be quick|be quicker|quick|quickly|faster|come on|speed up|speed it up|asap|right now|at once|chop chop",
    "(?:i am|we are|i have been|we have been|been|am)? ?(?:still |just |here )?waiting(?: (?:here|still|so long|forever|for (?:ages|hours|minutes|an hour|so long|half an hour|a long time|(?:an? |the |your )?(?:answer|reply|response|person|human|agent)|some ?one|some ?body|any ?one|[a-z0-9]{1,8} (?:minutes?|hours?|min|mins))|since [a-z0-9]{1,10})){0,2}(?: (?:now|already|still))?",
    "(?:why (?:is|does) )?(?:this|it|that)(?: is)?(?: so)? (?:slow|tak(?:e|es|ing) (?:so|too|very) long|tak(?:e|es|ing) (?:forever|ages|so much time))|(?:what is )?taking (?:so long|forever|ages)|so slow|too slow",
    `(?:are |r )?(?:you|u)(?: guys)?${late}{0,2} (?:there|here|alive|online)${late}{0,2}|still there`,
    "(?:is there |got |have you |do you have )?any (?:news|update|updates|progress|answer|reply|response)(?: for me)?(?: yet| now)?",
    "(?:please )?(?:answer|reply|respond|write back|say something)(?: to)?(?: me| us)?(?: now| already)?",
  ],
  unneeded: [
    `(?:i |we )?(?:do not|no longer|not|never|do no longer|would not|does not)(?: really| actually| even){0,2} (?:need|want|require)(?: to)?(?: (?:talk|speak|chat|wait)(?: (?:to|with|for))?)? ?(?:${person}|help|assistance|support|you)(?: any ?more| any ?longer| now| then| after all| for now| at the moment| right now){0,2}`,
    `no (?:need|longer needed|longer necessary)(?: (?:for|of|to (?:wait|call|get|bother|bring))?(?: in)? ?(?:${person}|help))?(?: any ?more| any ?longer| now| then){0,2}`,
    `(?:no|not)(?: a| any)? ?(?:person|human|agent|help|one|body)?(?: is| are)?(?: needed| necessary| required)(?: any ?more| any ?longer| now)?`,
    "never ?mind(?: then)?|nvm|forget (?:it|that|about it|about that|the (?:person|human|agent|call))|(?:do not|no need to) bother(?: (?:any ?one|any ?body|them|him|her|the (?:person|agent)))?|leave it(?: then)?",
    "(?:it is |that is |it has been |this is |i got it |got it |all |has been |it |that |everything is )?(?:solved|resolved|sorted|settled)(?: itself)?(?: out)?(?: now| already| then)?",
    "(?:i )?(?:have )?(?:found|solved|figured|sorted|worked) (?:it|that)(?: out)?(?: now| already| myself| on my own){0,2}",
    "call (?:it|them|him|her|the (?:person|agent|human)) off|(?:i )?(?:do not|no longer) (?:want|wish) to wait(?: any ?more| any ?longer)?|(?:cancel|stop) (?:the |that |my )?(?:call|person|human|agent|request for an? (?:person|human|agent))",
  ],
} satisfies Record<string, readonly string[]>;

/** Words that add no meaning to these phrases. */
export const fillers: readonly string[] = [
  "hello|hallo|hi|hey|ok|okay|well|so|oh|ah|um|hm|please|pls|sorry|excuse me|but|and|then|just|now|now then|again|anyway|yes|no|yeah|thanks|thank you|thx|cheers|guys|man|sir|madam|dude|bot|good|great|alright|all right|fine|actually|for god sake|ffs|wtf|omg|damn|the hell|come on",
];

/** Words for people and machines in a question about whether the bot is human. */
export const human: readonly string[] = [
  "human|humans|human being|person|people|somebody|someone|any ?one|real|alive|living|breathing|actual",
];
export const machine: readonly string[] = [
  "bot|bots|robot|chat ?bot|machine|program|computer|ai|a i|gpt|chat ?gpt|algorithm|automated|automatic|artificial|software|auto ?reply|llm",
];
