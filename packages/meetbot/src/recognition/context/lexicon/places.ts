/** Words of places in what is shown; their values are the places, -1 is the last. */
export const englishPlaces: Readonly<Record<string, number>> = {
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

/** What is counted, after the word of a place. */
export const englishThings =
  "ones?|orders?|packages?|parcels?|items?|purchases?|shipments?|delivery|options?|things?|products?|box|entry|in the list|on the list|please|pls|and|or|though|then|too|also|is|was|are|be|arrive|come|get|ship|cost|that|did|has|will|does|you|go|instead";

/** After the word of a place: it is no place there. */
export const englishNoPlace =
  "of all|time|times|name|names|day|days|hand|class|thought|glance|year|month|week|weeks|night|monday|tuesday|wednesday|thursday|friday|saturday|sunday|few|half|line|attempt|chance|try|aid|place|step|floor|message|ever|call|email|mail|language|opinion|quarter|digits?|four digits|letters?|characters?|january|february|march|april|may|june|july|august|september|october|november|december|price|cost|total|amount|status|update|answer|to know|person|straw|resort|summer|winter|spring|autumn|christmas";

/** Numbers beside which a Chinese measure word makes a place. */
export const chineseNumbers: Readonly<Record<string, number>> = {
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

/** What is counted in Chinese. */
export const chineseMeasures =
  "个|单|件|笔|条|项|份|只|双|款|张|台|包|箱|盒|瓶|套|本|支|把|样|种|订单|包裹|快递|商品|行";
/** After 第 and a number: it is no place there. */
export const chineseNoPlace =
  "次|天|步|时间|手|方|人称|季|页|遍|回|轮|期|周|年|代|届|名|位|句|者|眼|感觉|反应|条消息|个月|个星期|个问题|个小时|个号|方面";
