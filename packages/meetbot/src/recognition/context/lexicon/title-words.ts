const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** English words that name no goods, in a title as in a sentence. */
export const emptyWords = list(
  `a about after again all already also am an and any anything are around arrive arrived as ask at back be been before being
  best bit bought but buy by call can cancel card change check come coming cost could customer date day days deal delivered
  delivery did do does done down each edition email ever every exchange fast first for free from full get gift give go going
  gone good got great had has have he hello help her here hey hi him his home hot house how hurry i if in inside is it item
  items its just keep kind know last late later left let like line list live long look lost made make many may me mine month
  more most much my name need never new next nice no not now number of off ok old on once one online only open or order
  ordered orders other our out over own package packages paid parcel part pay person place please price product products
  purchase put quality question quick real receive received refund return right sale same say second see send sent service
  set shall she ship shipped shipping shop should show so some soon sorry status still stock store stuff such sure take tell
  thank thanks that the their them then there these they thing things third this those time times to today tomorrow too
  total track tracking try two type until up update us use used version very via wait want was way we week weeks well went
  were what when where which who why will with work works would wrong year yes yet you your nothing something everything empty says said today's tonight morning evening monday tuesday wednesday
  thursday friday saturday sunday january february march april june july august september october november december
  carrier carriers courier couriers company address eta recipient link links url discount coupon voucher code promo tax
  vat fee fees costs amount sum bill invoice receipt payment paypal visa door neighbor neighbour mailbox driver delivery
  deliveries shipment shipments account mail contact website site page detail details info information moment arrival dispatch
  warehouse customs progress news location city street town country office locker seller agent bot robot chat message question
  answer problem issue mistake error way route map process processing reason rest couple history newest latest oldest
  cheapest unpaid open pending canceled cancelled past previous
  tho though tbh rn btw bro dude mate anyway money funds cash bank refunded ups dhl fedex usps gls dpd hermes yodel evri sf ems yto zto tnt app id vip usd eur cny rmb hi hey hello ok pls sir mom dad someone anyone nobody hell damn fuck fucking shit wtf lol`,
);

/** English words that distinguish goods only next to a name of them. */
export const adjectives = list(
  `black white red blue green yellow pink purple orange brown grey gray beige navy silver gold golden dark light small
  medium large big mini slim wide classic basic premium pro plus max men mens man women womens woman kids kid baby boys girls adult unisex pack
  pair pairs piece pieces box bag size xs xxl xl cm mm ml kg inch
  color colour three four five six ten high low heavy soft warm cool summer winter home natural original special limited`,
);

/** Chinese words that name no goods. */
export const emptyChinese =
  /订单|快递|包裹|物流|发货|收货|到货|退货|换货|什么|怎么|时候|我的|你们|我们|他们|这个|那个|哪个|一个|几个|两个|多少|现在|已经|可以|能不能|是不是|没有|还没|收到|商品|东西|宝贝|产品|新款|正品|官方|旗舰店|包邮|专用|颜色|尺码|尺寸|大小|数量|单号|地址|退款|取消|发票|送到|到了|客服|老板|今天|明天|昨天|谢谢|你好|您好|请问|问题|帮我|查询|查看|一下|看看|知道|告诉|需要|不要|的话|买的|下单|付款|多久|哪里|哪儿|到哪|在哪|为什么|适用|同款|升级|版本|套装|礼盒|礼物|家用|时尚|经典|简约|加厚|大号|小号|中号/gu;

/** Chinese adjectives that distinguish goods only next to a name of them. */
export const chineseAdjectives =
  /[黑白红蓝绿黄紫粉灰棕橙银金]色|男士|女士|男款|女款|儿童|纯棉|春季|夏季|秋季|冬季|夏天|冬天|春秋|新品|大码|小码|男女|学生|便携|户外|防水|保暖|透气|高级|全新/gu;

/** Goods that are called by one character and 子: 鞋子 is any shoe. */
export const goodsWithZi =
  "鞋裤裙杯帽袜被桌椅盘瓶箱柜镜伞袋靴筷勺刀锅垫毯梳夹钳锤尺笔本扇枕带坠链链";
