/** Words for places among the shown items; their values are the places, -1 is the last. */
const englishPlaces: Readonly<Record<string, number>> = {
  first: 1,
  "1st": 1,
  top: 1,
  second: 2,
  "2nd": 2,
  third: 3,
  "3rd": 3,
  fourth: 4,
  "4th": 4,
  fifth: 5,
  "5th": 5,
  sixth: 6,
  "6th": 6,
  seventh: 7,
  "7th": 7,
  eighth: 8,
  "8th": 8,
  ninth: 9,
  "9th": 9,
  tenth: 10,
  "10th": 10,
  last: -1,
  bottom: -1,
  final: -1,
};

/** Words that may follow an ordinal. */
const englishThings =
  "ones?|orders?|packages?|parcels?|items?|purchases?|shipments?|delivery|options?|things?|products?|box|entry|in the list|on the list|please|pls|and|or|though|then|too|also|is|was|are|be|arrive|come|get|ship|cost|that|did|has|will|does|you|go|instead";

/** After the word of a place: it is no place there. */
const englishNoPlace =
  "of all|time|times|name|names|day|days|hand|class|thought|glance|year|month|week|weeks|night|monday|tuesday|wednesday|thursday|friday|saturday|sunday|few|half|line|attempt|chance|try|aid|place|step|floor|message|ever|call|email|mail|language|opinion|quarter|digits?|four digits|letters?|characters?|january|february|march|april|may|june|july|august|september|october|november|december|price|cost|total|amount|status|update|answer|to know|person|straw|resort|summer|winter|spring|autumn|christmas";

/** Numbers that form an ordinal with a Chinese measure word. */
const chineseNumbers: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  "1": 1,
  "2": 2,
  "3": 3,
  "4": 4,
  "5": 5,
  "6": 6,
  "7": 7,
  "8": 8,
  "9": 9,
  "10": 10,
};

/** Words that Chinese ordinals count. */
const chineseMeasures =
  "个|单|件|笔|条|项|份|只|双|款|张|台|包|箱|盒|瓶|套|本|支|把|样|种|订单|包裹|快递|商品|行";
/** After 第 and a number: it is no place there. */
const chineseNoPlace =
  "次|天|步|时间|手|方|人称|季|页|遍|回|轮|期|周|年|代|届|名|位|句|者|眼|感觉|反应|条消息|个月|个星期|个问题|个小时|个号|方面";

/** A way to name places in a list: the pattern, and the places that a match names. */
export interface OrdinalForm {
  pattern: RegExp;
  read(match: RegExpExecArray): readonly number[];
}

const oneTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const placeOf = (word = "") => englishPlaces[word] ?? chineseNumbers[word] ?? Number.NaN;

/** Not the item mentioned last, but the one before it. */
const otherPlace = 0;
const lastTwo = [-2, -1];

const places = Object.keys(englishPlaces).join("|");
const chineseDigits = Object.keys(chineseNumbers)
  .sort((a, b) => b.length - a.length)
  .join("|");
/**
 * “second” is also a unit of time, and “last” and “top” have many other meanings, so these need an article or a counted
 * noun.
 */
const lead = "(?:the|my|that|this|your|and|or|about|number|show me|no) ";

export const ordinalForms: readonly OrdinalForm[] = [
  {
    // “the first two”
    pattern: /(?<![a-z0-9'])(?:first|top) (two|2|three|3|four|4|five|5)(?![a-z0-9])/g,
    read: ([, count = ""]) => oneTo({ two: 2, three: 3, four: 4, five: 5 }[count] ?? Number(count)),
  },
  {
    pattern: new RegExp(
      `(?<![a-z0-9'])(?<!(?:my|our) (?=(?:last|first) (?:order|purchase)))(?<!(?:on|by|since|before|after|until|from|till|at|of) the )(?<!(?:at|last|every|a|one|split|just a|per) )(?:(?<=${lead})(${places})(?=$|[^\\n]?$| (?:${englishThings})(?![a-z])|\\n| [a-z]+ ?$)|^(${places})(?= (?:ones?|orders?|packages?|parcels?|items?)(?![a-z])|$)|([0-9]+(?:st|nd|rd|th)|third|fourth|fifth)(?= (?:${englishThings})|$|\\n))(?! (?:${englishNoPlace})(?![a-z]))`,
      "gm",
    ),
    read: ([, one, two, three]) => [placeOf(one ?? two ?? three)],
  },
  {
    // “the carrier of the second package”
    pattern: new RegExp(
      `(?<=(?:of|on|by|from|for|in|with) the )(${places})(?= (?:ones?|orders?|packages?|parcels?|items?|shipments?)(?![a-z]))`,
      "g",
    ),
    read: ([, place]) => [placeOf(place)],
  },
  {
    // “number 2”, “#2”, “option 3”
    pattern:
      /(?<![a-z0-9'])(?:(?:number|no|nr|option|item|order|package|parcel|choice) #?|#)([1-9]|10)(?![a-z0-9]| (?:days?|weeks?|times?|items?|pairs?|hours?|months?))/g,
    read: ([, digits]) => [Number(digits)],
  },
  {
    pattern: /(?<![0-9a-z])前(两|2|三|3|四|4|五|5)(?:个|单|件|笔|条|份|款)/g,
    read: ([, count]) => oneTo(placeOf(count)),
  },
  {
    pattern: new RegExp(
      `(?:(?<!倒数)第(${chineseDigits})(?!${chineseNoPlace}|[0-9十])|头(一)(?:${chineseMeasures})|([一二三四五])(?:号)(?:订单|包裹|那))`,
      "g",
    ),
    read: ([, one, two, three]) => [placeOf(one ?? two ?? three)],
  },
  {
    pattern: new RegExp(
      `(?:(?:最后|末尾|最末|最下面|最底下)(?:的)?(?:一|那|这|1)?(?:一)?(?:${chineseMeasures})|倒数第一|最(?:后|下面|底下)的?那|[下后]面那?(?:一)?(?:个|单))(?!月|星期|问题|小时)`,
      "g",
    ),
    read: () => [-1],
  },
  {
    pattern: /(?:最上面|上面|上边)的?(?:那|这|第一|一)?(?:一)?(?:个|单|件|笔|条)(?!月|星期|问题)/g,
    read: () => [1],
  },
  {
    pattern: new RegExp(
      `(?:(?<![a-z])(?:the|my|your)|^(?:and|n|so|what about|how about|where is)?(?=\\s?other )) ?(?:other|previous|earlier)(?: (?:ones?|orders?|packages?|parcels?))?(?=$|\\n| (?:${englishThings})(?![a-z]))`,
      "gm",
    ),
    read: () => [otherPlace],
  },
  {
    pattern:
      /(?:另外?|前面|先前|之前|刚才|刚刚|刚)的?(?:那|一|这)?(?:一)?(?:个|单|件|笔|份)(?!月|星期|人|问题|小时|地址)|上一?(?:个|单|笔)(?!月|星期|周|人|问题|小时)/g,
    read: () => [otherPlace],
  },
  {
    pattern:
      /(?<![a-z])(?:both|the two|(?:which|either|neither) (?:one )?of (?:the two|the 2|them|these|those))(?![a-z])|(?:这|那|我)?(?:两|俩|2)(?:个|单|件|笔)(?:都|里|中|哪)|俩都|都.{0,3}(?:两|俩)(?:个|单|件)/g,
    read: () => lastTwo,
  },
];
