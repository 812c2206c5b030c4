/** A topic that a shop might add: what it writes as examples, and what its customers then write. */
export interface OwnTopicCase {
  name: string;
  examples: readonly string[];
  asked: readonly string[];
}

/** Written in this order: first all examples, later the customers' questions, without looking back. */
export const ownTopicCases: readonly OwnTopicCase[] = [
  {
    name: "gift wrapping",
    examples: [
      "do you offer gift wrapping",
      "can you wrap it as a gift",
      "i want it gift wrapped with a ribbon",
      "is there a gift box for it",
      "can i add a greeting card to the gift",
    ],
    asked: [
      "could it be wrapped as a present",
      "gift wrap available?",
      "how much is the gift box",
      "please wrap the mug as a gift, it's for my mum",
      "do you do gift packaging",
      "can a card be put in with my gift",
    ],
  },
  {
    name: "engraving",
    examples: [
      "can you engrave a name on it",
      "how many letters can be engraved",
      "what does engraving cost",
      "which fonts are there for the engraving",
      "do you do personalised engraving",
    ],
    asked: [
      "is engraving possible on the ring",
      "can I have my initials engraved",
      "engraved with two names, possible?",
      "what font do you engrave in",
      "i'd like a date engraved on the back",
      "how long does the engraving take",
    ],
  },
  {
    name: "wholesale",
    examples: [
      "do you sell wholesale",
      "i have a shop and want to buy in bulk",
      "are there trade prices for retailers",
      "how do i become a reseller",
      "minimum order quantity for wholesale",
    ],
    asked: [
      "we are a retailer, do you have wholesale prices",
      "can i resell your products in my shop",
      "wholesale catalogue please",
      "bulk order for my store",
      "what's the minimum quantity for trade customers",
      "i want to be a reseller in denmark",
    ],
  },
  {
    name: "workshops",
    examples: [
      "when is the next pottery workshop",
      "how do i book a class",
      "are your courses for beginners too",
      "what does a workshop cost per person",
      "can i move my workshop to another date",
    ],
    asked: [
      "is there a workshop in december",
      "i want to book a pottery class for two",
      "do i need experience for the course",
      "price of the beginners course",
      "can kids come to the workshop",
      "i can't make it to my class on saturday",
    ],
  },
  {
    name: "刻字",
    examples: ["可以刻字吗", "刻字要加钱吗", "能刻几个字", "刻字多久能好", "刻名字用什么字体"],
    asked: [
      "戒指上能刻字不",
      "刻字收费么",
      "最多刻多少个字",
      "想刻两个人的名字",
      "刻字的字体能选吗",
      "可以在背面刻日期吗",
    ],
  },
  {
    name: "礼品包装",
    examples: [
      "有礼品包装吗",
      "可以包成礼物吗",
      "送人的，能给个礼盒吗",
      "能写贺卡吗",
      "礼盒要另外买吗",
    ],
    asked: [
      "礼盒多少钱",
      "能帮忙写张贺卡吗",
      "送女朋友的，包装好看点",
      "有没有礼品盒",
      "帮我包成礼物的样子",
      "贺卡内容可以自己定吗",
    ],
  },
  {
    name: "批发",
    examples: [
      "可以批发吗",
      "批发价怎么算",
      "我想代理你们的产品",
      "拿货多少件起批",
      "支持一件代发吗",
    ],
    asked: [
      "批发的话有什么价",
      "多少件可以拿批发价",
      "想做你们家代理",
      "能一件代发不",
      "起批量多少",
      "我开店的，想长期拿货",
    ],
  },
  {
    name: "课程",
    examples: [
      "陶艺课怎么报名",
      "体验课多少钱一位",
      "零基础可以上课吗",
      "小孩能参加课程吗",
      "课程可以改时间吗",
    ],
    asked: [
      "想报名陶艺课",
      "体验课要提前约吗",
      "没有基础能不能上课",
      "孩子六岁可以上课么",
      "周六的课我去不了，能改吗",
      "课程一次多长时间",
    ],
  },
];
