import type { Letters } from "../../../matching/phrase-syntax.ts";

/** Words for a shop's people; "someone" may mean somebody else. */
const staff =
  "((real|actual|live|living|human|proper) ){0,2}(persons?|people|humans?|human beings?|agents?|representatives?|reps?|supervisor|manager|employee|colleague|staff|advis[eo]r)( member)?( (of|from|on|in) your (team|staff|company|shop))?";
const oneOfStaff = `(an?|the|your|some|any|one of your|a member of your) ${staff}`;
const someone =
  "(some ?one|some ?body|any ?one|any ?body)( (else|real|human|(from|of|on|in|at) [a-z]+ [a-z]+))?";
const contact =
  "(call|phone|ring|contact|reach out to|get back to|get in touch with|write to|write|e ?mail|text|message|reply to)";
const handle =
  "(tell|help|look|check|explain|answer|find|see|fix|sort|take|reach|reply|assist|handle|deal|review|get|give|investigate|track|confirm|solve|speak|talk)";
const unwanted = "(?<!(?:not|n't|dont|never|without|did|had|have|who|that|when|if) (?:[a-z]+ )?)";

const english: readonly string[] = [
  `(can|could|will|would|may|might|should) (please )?${oneOfStaff} (please )?(${contact}|${handle})`,
  `(?<!(?:when|soon|long) )(can|could|would|may|should) (please )?${someone} (please )?${contact} (me|us)`,
  `^(please )?(${someone}|${oneOfStaff}) (should|must|has to|have to|needs to|need to|please) (${contact} (me|us)|look|check|take|handle|deal|review)`,
  `${unwanted}((get|ask|let|make|find|tell)( me| us)? (${oneOfStaff}|${someone})|send (me |us )?${oneOfStaff}) (please )?(to )?(${contact} (me|us)|${handle}|on (this|it|the (line|phone)))`,
  `${unwanted}(have|want|need|like) (${oneOfStaff}|${someone}) (please )?(to )?${contact} (me|us)`,
  `(please|can (i|you)|could (i|you)|would you) have (${oneOfStaff}|${someone}) (${contact}|${handle})`,
  `(can|could|may) (i|we) (please )?(have|get) ${oneOfStaff} (to )?${handle}`,
  `(is|are|isn't|aren't) there (${someone}|${oneOfStaff}|${staff}) (here |there )?(that |who |whom )?(i|we) (can|could|may|might) (call|talk|speak|chat|reach|contact|write|phone|ring|turn|ask|complain)`,
  `^any (one|body|${staff}) (here |there |around )?(i|we) (can|could) (talk|speak|chat|call)`,
  `(is|are) (there )?${oneOfStaff} (available|free|around|online|on duty|working)`,
  "who (can|could|do|should|may|must) (i|we) (call|talk (to|with)|speak (to|with)|ring|phone|turn to) (about|for|regarding|because|when|$)",
  "who (can|could|do|should|may|must) (i|we) (call|talk (to|with)|speak (to|with)|ring|phone|turn to)$",
  `how (can|do|could|should) (i|we) (reach|contact|get (a )?hold of|get in touch with|get through to|get) (${oneOfStaff}|${someone})`,
  "(phone|telephone|hotline|number|line) (that )?(i|we) (can|could|should|may) (call|ring|phone|dial)|what number (can|do|should) (i|we) (call|dial|ring)",
  "^((please|pls|kindly|just|can you|could you|would you|will you|you should|hi|hello|hey|ok|so|and|then) ){0,3}(call|ring|phone|telephone|contact) (me|us)( back)?( (please|pls|now|today|asap|immediately|urgently|right away)){0,2}( (about|regarding|concerning|because) [^\\n]*)?$",
  "(call|ring|phone) me back( (please|now|about|regarding)|$)(?<!(?:not|never) (?:[a-z]+ )?(?:call|ring|phone) me back.{0,12})",
  "^((please|can you|could you|would you) )?give (me|us) a (call|ring)( back)?( (please|now|about|regarding) [^\\n]*)?$",
  "(put me through|pass me on|pass (it|this|that) on|hand me over)( (please|then|now|to (someone|somebody|them)))?$",
  `(connect|transfer|put|pass|hand|forward|refer|switch|escalate|direct|link|redirect) (me|us|this|it|my [a-z]+)( (on|over|through|up|back)){0,2} (to|with) (${oneOfStaff}|${staff}|${someone}|(your |the )?(customer )?(support|service|care)|your team)`,
  "^((please|pls|now|can you|could you|would you) ){0,2}(transfer|connect|escalate) (me|this|my [a-z]+)( (please|now)){0,2}$",
  "no more (ro)?bots",
  `(talk|speak|chat) (to|with) (whoever|the (boss|owner|one in charge|person in charge)|your (boss|owner|superior))`,
  `(be|get) (contacted|called( back)?|phoned|helped|served) by (${oneOfStaff}|${someone})`,
  `(rather|prefer to|want to|like to|need to) (deal|communicate|interact) with ${oneOfStaff}`,
  `${unwanted}(want|need|demand|require|request) (an?|some) ((real|actual|live|living|proper) )?(human|person|human being|agent|representative)( (to|now|here|instead|on)|$)`,
  `${unwanted}(want|need) ((real|actual|live) )?human (help|support|assistance)`,
  `${unwanted}tell (an?|your) ${staff} (that|to|about)`,
  "^(a )?(human|agent|operator|representative|manager|supervisor)( (please|pls|now)){1,2}$",
];

const chineseStaff =
  "(人工客服|真人客服|人工|真人|活人|客服人员|客服|工作人员|专员|经理|主管|领导|老板|负责人|店长|专人)";
const chinese: readonly string[] = [
  `(?<!不|别|不用|不要|不需要|没)(让|叫|请|安排|派|找|换|喊)(一下)?(个|一个|位|一位|你们的?|你们家)?(${chineseStaff}(来|过来|给我|帮我|跟我|和我|与我|联系我|回复我|回我|处理|看|查|打)|(?<=个)人(来|过来)?(给我|帮我|跟我|和我|与我|联系我|回复我|回我|处理))`,
  `(想|要|需要|得|能|可以|希望|让我)(跟|和|与)(你们的?)?${chineseStaff}(说|谈|聊|沟通|讲|反映|对话)(?!过|了)`,
  "(请|麻烦|能不能|可以|可不可以|能|谁能|谁|要|经理|主管|客服|老板|工作人员)(给我)(回|打)(个|一个|一?通)?电话(?!.{0,4}(的时候|之前|前))",
  "(?<!别|不要|没|没有|不用|快递员|小哥|不)(回|打)(个|一个|一?通)?电话给我(吗|吧|$)",
  "(有没有|有什么|哪个)(客服)?电话(可以|能)打",
  "^(人工客服|人工|真人|活人)(在哪|在吗|呢|在不在|去哪|在么|有吗)",
  "(不想|不要|不|拒绝)(再)?(跟|和|与)(这个?|你这个?)?机器人(说|聊|谈|沟通|对话|讲)|别让机器人",
];

/** German and Spanish patterns match the text as written: the text prepared for English has lost these words. */
const germanStaff =
  "(menschen?|personen?|mitarbeiter(in)?|kolleg(e|en|in)|berater(in)?|kundenberater(in)?|vorgesetzten|chef|kundenservice|kundendienst|support|sachbearbeiter(in)?)";
const german: readonly string[] = [
  `mit ((einem|einer|dem|der|ihrem|eurem|einer echten|einem echten|einem richtigen) )?(${germanStaff}|jemandem|jemanden|jemand) … (sprechen|reden|chatten|telefonieren)`,
  "mit wem (kann|könnte|soll|muss) ich … (sprechen|reden)",
  `(mich|mir|uns)( bitte| mal| endlich){0,2} (jemand|(ein|eine|ihr|euer) ${germanStaff})( bitte| mal| endlich){0,2} (anrufen|zurückrufen|kontaktieren|schreiben|antworten)`,
  `(kann|könnte) (ein|eine) (echter )?(mensch|person|mitarbeiter(in)?|kolleg(e|in))`,
  `(will|möchte|brauche|verlange|wünsche)( bitte| jetzt| endlich)? (einen|eine) ((echten?|richtigen?|realen?) )?${germanStaff}`,
  "(gibt es|habt ihr|haben sie) (jemanden|einen menschen|einen mitarbeiter|eine nummer|eine telefonnummer) … (anrufen|sprechen|wenden|rufen)",
  "(gibt es|habt ihr|haben sie) (jemanden|einen menschen|einen mitarbeiter)",
  "verbinden? (sie )?(mich|uns)|verbindet (mich|uns)|(bitte um|um einen|einen) rückruf|rückruf bitte",
  "ruf(en|t|e)? (sie )?mich( bitte)? (an|zurück)",
  "^(kundenservice|kundendienst|mitarbeiter|ein mensch|mensch)( bitte)?$",
];
const spanishStaff =
  "(persona|humano|agente|alguien|representante|asesora?|encargad[oa]|supervisora?|gerente|responsable|operadora?|empleado|atenci[oó]n al cliente|servicio al cliente|jefe)";
const spanish: readonly string[] = [
  `(hablar|chatear|comunicarme|contactar) con ((una?|el|la|alg[uú]n|su|otra) )?${spanishStaff}`,
  "(p[aá]sa|p[aá]se|p[oó]nga|pon|comun[ií]que|comun[ií]ca|con[eé]cte|con[eé]cta|transfi[eé]ra|transfi[eé]re)me con",
  `(quiero|necesito|exijo|prefiero|quisiera) (que (me (llame|llamen|atienda|contacte|contacten)|(una persona|alguien|un agente|un humano))|(una? )?${spanishStaff})`,
  "(puede|pueden|podr[ií]a|podr[ií]an) (llamarme|contactarme|atenderme)|que me (llame|llamen|contacte|atienda) (alguien|una persona|un agente)",
  "hay alguien (a quien|con quien|que me)",
  "(puede|podr[ií]a) (una persona|un humano|un agente|un empleado)",
  "^(por favor )?ll[aá]m(e|a|en)me( por favor)?$",
];

/** Phrases that decline a person although the same clause seems to ask for one. */
export const declines: readonly RegExp[] = [
  /\b(?:do not|don'?t|dont|no need|needn'?t|without|rather not|never)(?: (?:really|even))? (?:need|want|have|like|wish|require|having|wanting|to)\b(?!.{0,40}(?:bot|machine|computer)\b)/,
  /(?:不用|不要|不需要|不必|别|无需|不想)(?:再|帮我|给我)?(?:转|找|叫|联系|换|跟|和|接|麻烦|人工|真人|客服)(?!.{0,4}机器人)/,
];

/** Phrases that ask for a person, anywhere in a clause. */
export const personCalls: readonly { letters: Letters; phrases: readonly string[] }[] = [
  { letters: "Latin", phrases: [...english, ...german, ...spanish] },
  { letters: "Han", phrases: chinese },
];
