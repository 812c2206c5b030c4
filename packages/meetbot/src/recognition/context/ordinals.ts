import {
  chineseMeasures,
  chineseNoPlace,
  chineseNumbers,
  englishNoPlace,
  englishPlaces,
  englishThings,
} from "./lexicon/places.ts";
import type { PlainClauses } from "./plain-clauses.ts";

/** More places than are ever shown at once. */
const maxOrdinals = 10;

/** How a form of speech names places: what it matches, and which places that are. */
interface Form {
  pattern: RegExp;
  read(match: RegExpExecArray): readonly number[];
}

const oneTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const placeOf = (word = "") => englishPlaces[word] ?? chineseNumbers[word] ?? Number.NaN;

/** Not the one that was spoken of last, but the one before it. */
const otherPlace = 0;
const lastTwo = [-2, -1];

const places = Object.keys(englishPlaces).join("|");
const chineseDigits = Object.keys(chineseNumbers)
  .sort((a, b) => b.length - a.length)
  .join("|");
/** “second” is a time, “last” and “top” are much else: these need an article or something counted. */
const lead = "(?:the|my|that|this|your|and|or|about|number|show me|no) ";

const forms: readonly Form[] = [
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
      `(?<![a-z])(?:the|my|your) (?:other|previous|earlier)(?: (?:ones?|orders?|packages?|parcels?))?(?=$|\\n| (?:${englishThings})(?![a-z]))`,
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

/** Places in what is shown, as they are named: from 1 on, -1 is the last, 0 the other one. */
export function findOrdinals({ text }: PlainClauses): number[] {
  const found = forms.flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)].flatMap((match) =>
      read(match).map((place) => ({ place, index: match.index })),
    ),
  );
  const inOrder = found.sort((one, other) => one.index - other.index).map(({ place }) => place);
  return [...new Set(inOrder.filter((place) => !Number.isNaN(place)))].slice(0, maxOrdinals);
}
