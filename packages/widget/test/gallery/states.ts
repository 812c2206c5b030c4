import type { Order, Package } from "@meetbot/protocol";
import type { ChatState, Entry, Locale } from "../../src/chat/chat.ts";
import type { Choice, WireReply } from "../../src/chat/reply.ts";

/** Every state the window can be in, by name; the content in the window's own language. */
export function galleryStates(
  locale: Locale,
  pictures: string,
): Record<string, Partial<ChatState>> {
  const zh = locale === "zh";
  const t = (en: string, chinese: string) => (zh ? chinese : en);
  let count = 0;
  /** A minute of a day long ago. */
  const at = 1_700_000_000_000;
  const bot = (reply: WireReply, spoken = locale): Entry => ({
    at,
    key: `k${count++}`,
    from: "bot",
    reply,
    locale: spoken,
  });
  const text = (words: string, more: object = {}) => bot({ kind: "text", text: words, ...more });
  const customer = (
    words: string,
    state: "sending" | "waiting" | "sent" | "failed" = "sent",
  ): Entry => ({
    at,
    key: `k${count++}`,
    from: "customer",
    text: words,
    state,
  });
  const menu = menuOf(locale);
  const welcome = text(
    t(
      "Hi, this is Northwind. I can look up your orders and packages. Just write what you want to know, or choose:",
      "您好，这里是北风商店。我可以帮您查订单和包裹。直接告诉我想查什么，或者选一项：",
    ),
    { choices: menu },
  );
  const where = customer(t("Where is my order 12345678902?", "我的订单 12345678902 到哪了？"));
  const found = text(
    t(
      "Your order (Classic White T-Shirt +1 more) is not paid yet, so it has not been sent.",
      "您的订单（经典白色 T 恤，另有 1 件）还没付款，所以还没发货。",
    ),
  );
  const adaIs = t("Ada", "小艾");
  const typed = (words: string): Entry => ({
    ...{ at, key: `k${count++}`, from: "person", name: adaIs, locale },
    reply: { kind: "text", text: words },
  });
  const ada = [
    typed(t("Good morning! I have just asked the warehouse.", "早上好！我刚问过仓库。")),
    typed(
      t(
        "It leaves today, see https://shop.example/blog",
        "今天就发出，详见 https://shop.example/blog",
      ),
    ),
    customer(t("Thank you!", "谢谢！")),
    typed(t("You are welcome.", "不客气。")),
  ];
  const order: Order = {
    order_number: "12345678902",
    currency: zh ? "CNY" : "USD",
    timestamp: "1428444852",
    status: "unpaid",
    recipient_name: t("Yilia Lin", "林一莉"),
    payment_method: "Visa ····2345",
    order_url: "https://shop.example/orders/12345678902",
    address: zh
      ? { street_1: "人民路 88 号 3 栋", city: "深圳市", state: "广东省", postal_code: "518000" }
      : {
          street_1: "1 Hacker Way",
          street_2: "Floor 2",
          city: "Menlo Park",
          postal_code: "94025",
          state: "CA",
          country: "US",
        },
    summary: { subtotal: 75, shipping_cost: 4.95, total_tax: 6.19, total_cost: 56.14 },
    adjustments: [
      { name: t("New Customer Discount", "新客优惠"), amount: 20 },
      { name: t("$10 Off Coupon", "满减券"), amount: -10 },
    ],
    elements: [
      {
        title: t("Classic White T-Shirt", "经典白色 T 恤"),
        subtitle: t("100% soft and luxurious cotton", "100% 柔软纯棉"),
        quantity: 2,
        price: 50,
        image_url: `${pictures}/shirt.svg`,
      },
      {
        title: t("Classic Gray T-Shirt", "经典灰色 T 恤"),
        quantity: 1,
        price: 25,
        image_url: `${pictures}/gone.svg`,
      },
    ],
  };
  const { recipient_name: _n, payment_method: _p, order_url: _u, address: _a, ...levelOne } = order;
  const pkg: Package = {
    order_number: "12345678902",
    package_number: "PK-20931",
    product_name: t("Classic White T-Shirt and 1 more", "经典白色 T 恤等 2 件"),
    carrier: t("Northern Post", "顺丰速运"),
    tracking_number: "1Z999AA10123456784",
    tracking_url: "https://carrier.example/1Z999AA10123456784",
    package_status: t("Out for delivery", "派送中"),
    exp_delivery: "2035-12-12",
    image_url: `${pictures}/shirt.svg`,
  };
  const long = t(
    "Extraordinarily long product title that some shop wrote for search engines, ",
    "店家为了搜索引擎而写得特别特别长的商品标题，包邮特价限时优惠，",
  )
    .repeat(zh ? 7 : 3)
    .slice(0, 200);
  const track = [{ title: t("Where is it?", "到哪儿了"), payload: "track" }];

  return {
    connecting: { phase: "connecting" },
    empty: {},
    welcome: { entries: [welcome] },
    text: {
      entries: [
        welcome,
        customer(t("Thanks! How do I reach a person?", "谢谢！怎么找人工客服？")),
        text(
          t(
            "You reach a person here: https://shop.example/contact (weekdays, 9–17).",
            "人工客服在这里：https://shop.example/contact。",
          ),
        ),
        text(
          t("你好，这是另一种语言的回答。", "This answer is in another language than the window."),
          {},
        ),
        customer("👍"),
      ].map((entry, at) => (at === 3 ? ({ ...entry, locale: zh ? "en" : "zh" } as Entry) : entry)),
    },
    ofShop: {
      entries: [
        customer(t("Can I return it?", "可以退货吗？")),
        text(
          t(
            "You can send anything back within 30 days, and we pay the postage.",
            "签收后 30 天内都可以退，运费由我们承担。",
          ),
          {
            ofShop: true,
            links: [
              { title: t("How to return", "退货流程"), url: "https://shop.example/returns" },
              { title: t("Print a label", "打印退货单"), url: "https://shop.example/label" },
            ],
            choices: [{ title: t("Talk to a person", "转人工"), payload: "menu:person" }],
          },
        ),
      ],
    },
    order: {
      entries: [welcome, where, found, bot({ kind: "orders", orders: [order], choices: track })],
    },
    orderLevelOne: {
      entries: [
        where,
        bot({ kind: "orders", orders: [{ ...levelOne, status: "shipped" }], choices: track }),
      ],
    },
    orders: {
      entries: [
        customer(t("My orders", "我的订单")),
        text(t("Your orders in progress:", "您进行中的订单：")),
        bot({
          kind: "orders",
          orders: [
            { ...order, status: "shipped" },
            {
              ...order,
              order_number: "12345678917",
              timestamp: "1427500000",
              elements: [{ title: t("Leather Belt", "真皮腰带"), quantity: 1, price: 30 }],
            },
            {
              ...levelOne,
              order_number: "12345678931",
              timestamp: "1426000000",
              status: t("Partially shipped, rest on backorder", "部分发货，其余缺货等待中"),
              elements: [{ title: long, quantity: 1, price: 30 }, ...order.elements],
            },
          ],
          choices: [{ title: t("More", "更多"), payload: "more" }],
        }),
      ],
    },
    ordersMasked: {
      entries: [
        customer("yilia@meetbot.biz"),
        text(t("3 or more orders in progress:", "进行中的订单有 3 个或更多：")),
        bot({
          kind: "orders",
          orders: [
            { order_number: "····8902", status: "unpaid", placed_month: "2015-04" },
            { order_number: "····", status: "delivered", placed_month: "2023-11" },
            { status: "on_file", placed_month: "2024-03" },
          ],
          choices: [{ title: t("More", "更多"), payload: "more" }],
        }),
        text(
          t(
            "An email alone does not prove who is asking, so I show only the status and the month. Send me an order number to see what is in it, or get a code by email to see everything.",
            "只凭邮箱无法确认是您本人，所以只显示状态和下单月份。把订单号发给我，就能看到里面的商品；或者用邮箱收一个验证码，就能看到全部内容。",
          ),
          {
            ask: "order_number",
            choices: [{ title: t("Get a code by email", "用邮箱收验证码"), payload: "code" }],
          },
        ),
      ],
    },
    ordersMany: {
      entries: [
        where,
        bot({
          kind: "orders",
          orders: [
            {
              ...order,
              status: "completed",
              elements: Array.from({ length: 40 }, (_, at) => ({
                title: at === 1 ? long : `${t("Item", "商品")} ${at + 1}`,
                quantity: at + 1,
                price: at * 3.5,
              })),
            },
            {
              ...levelOne,
              order_number: "98765432100",
              currency: "JPY",
              status: "canceled",
              summary: { total_cost: 123456 },
              adjustments: [],
              elements: [
                { title: long, subtitle: long, quantity: 1, price: 123456, currency: "KWD" },
              ],
            },
            {
              ...levelOne,
              order_number: "555-0000-1111",
              currency: "XQZ",
              status: t("Partially shipped, rest on backorder", "部分发货，其余缺货等待中"),
              summary: { total_cost: 9876543.21 },
              elements: [],
            },
          ],
        }),
      ],
    },
    contact: {
      entries: [
        customer(t("Talk to a person", "转人工")),
        text(
          t(
            "Write to help@shop.example or call +49 30 1234567.",
            "请写信到 help@shop.example 或致电 +49 30 1234567。",
          ),
        ),
        bot({
          kind: "orders",
          orders: [
            {
              ...order,
              elements: [
                {
                  title: "https://evil.example call +1 555 010 0000",
                  subtitle: "mail@evil.example",
                  quantity: 1,
                  price: 5,
                },
              ],
            },
          ],
        }),
      ],
    },
    orderLong: {
      entries: [
        where,
        bot({
          kind: "orders",
          orders: [
            {
              ...order,
              elements: Array.from({ length: 40 }, (_, at) => ({
                title: `${t("Item", "商品")} ${at + 1}`,
                quantity: 1,
                price: 5,
              })),
            },
          ],
        }),
      ],
    },
    package: {
      entries: [
        where,
        bot({
          kind: "packages",
          packages: [pkg],
          choices: [{ title: t("Show the order", "看订单"), payload: "order" }],
        }),
      ],
    },
    packagesMany: {
      entries: [
        where,
        text(t("Here is where your packages are:", "您的包裹到这里了：")),
        bot({
          kind: "packages",
          packages: [
            { ...pkg, package_status: t("Delivered", "已签收"), exp_delivery: "2017-12-12" },
            {
              ...pkg,
              package_number: "PK-2",
              package_status: t("In transit", "运输中"),
              exp_delivery: "2020-01-31",
              image_url: `${pictures}/gone.svg`,
            },
            {
              ...pkg,
              package_number: "PK-3",
              product_name: long,
              package_status: t("Held at customs until papers arrive", "海关查验，等待补充资料"),
              exp_delivery: "2035-02-28",
              tracking_number: "VERYLONGTRACKINGNUMBER0123456789012345678901234567890",
            },
            {
              order_number: "12345678902",
              package_number: "PK-4",
              package_status: t("Ready for pickup", "待取件"),
            },
          ],
        }),
      ],
    },
    packageClosed: {
      entries: [
        customer("PK-20931"),
        bot({
          kind: "packages",
          packages: [
            {
              order_number: "····",
              package_number: "PK-20931",
              carrier: pkg.carrier!,
              package_status: pkg.package_status,
              exp_delivery: "2035-12-12",
              tracking_url: pkg.tracking_url!,
            },
            { order_number: "····", package_status: "shipped" },
          ],
        }),
        text(
          t(
            "Send me the order number to see what is in the package.",
            "把订单号发给我，就能看到包裹里是什么。",
          ),
          { ask: "order_number" },
        ),
      ],
    },
    askEmail: {
      entries: [
        welcome,
        customer(t("My orders", "我的订单")),
        text(
          t(
            "Which email did you order with? An order number works too.",
            "请问您下单时用的邮箱是什么？发订单号也可以。",
          ),
          { ask: "email" },
        ),
      ],
    },
    askNumber: {
      entries: [
        customer(t("Where is my package?", "我的包裹到哪了？")),
        text(t("What is the package or order number?", "请问包裹号或订单号是多少？"), {
          ask: "package_number",
        }),
      ],
    },
    askCode: {
      entries: [
        customer("yilia@meetbot.biz"),
        text(
          t(
            "I have sent a code to y••••@meetbot.biz. What are its 6 digits?",
            "验证码已发到 y••••@meetbot.biz，10 分钟内有效。请把那 6 位数字发给我。",
          ),
          {
            ask: "code",
            choices: [
              { title: t("Send it again", "重新发送"), payload: "again" },
              { title: t("Another email", "换个邮箱"), payload: "other" },
            ],
          },
        ),
      ],
    },
    calledPerson: {
      holder: "waiting",
      entries: [
        customer(t("I want to talk to a person", "转人工")),
        text(t("I have called a person of the shop.", "已为您呼叫店铺的人工客服。")),
        where,
        found,
      ],
    },
    person: { holder: "person", entries: [where, found, ...ada] },
    personWrites: { holder: "person", entries: [where, found, ...ada], typing: adaIs },
    typing: { entries: [welcome, where], typing: true },
    sending: { entries: [welcome, customer(t("Is it here yet?", "到了吗？"), "sending")] },
    waiting: { entries: [welcome, customer(t("Is it here yet?", "到了吗？"), "waiting")] },
    failed: {
      entries: [
        welcome,
        customer(t("Is it here yet?", "到了吗？"), "failed"),
        customer(t("Hello?", "在吗？"), "failed"),
      ],
    },
    offline: {
      phase: "offline",
      entries: [welcome, customer(t("Is it here yet?", "到了吗？"), "sending")],
    },
    ended: {
      phase: "ended",
      entries: [welcome, where, found],
    },
    unidentified: { phase: "unidentified" },
    refused: { phase: "refused" },
  };
}

/** What the bot offers at any time. */
export function menuOf(locale: Locale): Choice[] {
  const t = (en: string, chinese: string) => (locale === "zh" ? chinese : en);
  return [
    { title: t("My orders", "我的订单"), payload: "orders" },
    { title: t("Track a package", "查包裹"), payload: "packages" },
    { title: t("Help", "帮助"), payload: "help" },
    { title: t("Talk to a person", "转人工"), payload: "person" },
  ];
}
