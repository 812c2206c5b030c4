/** Words that point at shown items, and where they do not. */
export const englishPointers: readonly string[] = [
  "it(?! (is |s )?(possible|raining|late|okay|ok|fine|cold|hot|snowing|too bad))",
  "(this|that|the other|another|the same|the) (one|order|package|parcel|purchase|shipment|delivery|item)",
  "(them|they|these|those|both)",
  "(what|how) about (this|that)",
  "(of|for|on|about|with|in|is|was|did|has|will|track|cancel) (this|that)$",
  "(is|was|has|did|will|does|when is|where is|how much is|how much was) (this|that)(?! (a|the|your|possible|ok|okay|right|fine|all|how|why|what|chat|bot|shop|store|website))",
  "the (above|former|latter)|same (order|one|package|parcel)",
];

export const chinesePointers: readonly string[] = [
  "它们?",
  "(这|那|该|此|上面|上边|刚才|刚刚|前面|同|另)(的)?(一|两|几|些|那|这)?(个|单|件|笔|条|份|款|双|些|张|箱)(?!(月|星期|礼拜|小时|时候|问题|意思|人|网站|店|机器人|号码|邮箱|客服|态度|年))",
  "(这|那|该|此|两个|这个|那个)(的)?(订单|包裹|快递|货|东西|单子|商品|宝贝)|(这|那)(俩|些)",
  "两个都|都(?=什么时候|到哪|发)",
];
