import assert from "node:assert/strict";
import { test } from "node:test";
import { newsWord } from "./news-word.ts";

const meant = {
  stop: [
    ...[
      "STOP",
      "Stop.",
      " stop!! ",
      "/stop",
      "ＳＴＯＰ",
      "StopAll",
      "unsubscribe",
      "END",
      "quit",
      "Revoke",
    ],
    ...["opt-out", "OPT OUT", "optout", "stop it", "No more messages!", "no more updates please"],
    ...["please stop sending me updates", "Can you stop texting me?", "don't message me anymore"],
    ...[
      "I don't want these notifications anymore",
      "do not send me any more messages",
      "stop the updates",
    ],
    ...[
      "Please don’t contact me again",
      "turn off notifications",
      "cancel the updates",
      "unsubscribe me please",
    ],
    ...[
      "take me off your list",
      "stop spamming me",
      "I no longer want to receive texts",
      "remove me from this list",
    ],
    ...[
      "退订",
      "TD",
      "td",
      "退訂",
      "取消订阅",
      "取消通知",
      "停止通知",
      "别再发了",
      "別再發了",
      "不要再通知",
      "不要再通知了",
    ],
    ...[
      "请不要再给我发消息了",
      "别再给我发了",
      "不要再推送了，谢谢",
      "不想再收到通知",
      "关闭物流通知",
      "别给我发消息了",
    ],
    ...[
      "請不要再傳訊息給我",
      "不要通知我了",
      "请停止推送",
      "以后不要再发了",
      "别打扰我了",
      "停止发送",
    ],
    ...[
      "baja",
      "BAJA.",
      "darse de baja",
      "Darme de baja",
      "no más mensajes",
      "Deja de enviarme mensajes, por favor",
    ],
    ...[
      "No quiero recibir más avisos",
      "no me escribas más",
      "cancelar suscripción",
      "Ya no quiero más notificaciones",
    ],
    ...[
      "Stopp",
      "STOPP!",
      "Abmelden",
      "abbestellen",
      "Bitte keine Nachrichten mehr",
      "Ende",
      "aufhören",
    ],
    ...[
      "Ich möchte keine Updates mehr bekommen",
      "Bitte nicht mehr schreiben",
      "Keine Benachrichtigungen mehr, danke",
    ],
    ...["Stop asking me!", "Don't tell me anything anymore", "don't ask me again"],
    ...["别再问我了", "不要再告诉我了", "別再煩我了"],
    ...["deja de preguntarme", "No me preguntes más"],
    ...["Frag mich nicht mehr", "Hör auf zu fragen", "schreib mir nichts mehr"],
  ],
  start: [
    "START",
    "start",
    "subscribe",
    "UNSTOP",
    "订阅",
    "訂閱",
    "重新订阅",
    "alta",
    "Abonnieren",
    ...["Turn updates back on", "start again, please", "再打开通知", "恢复通知"],
    ...["Vuelve a avisarme", "wieder benachrichtigen"],
  ],
  which: [
    ...["So what am I subscribed to?", "my subscriptions", "我订阅了什么？", "我的訂閱"],
    ...["¿A qué estoy suscrito?", "Was habe ich abonniert?"],
  ],
  cancel: ["cancel", "Cancel!", "取消", "取消吧", "cancelar", "Stornieren", "anular", "别发了"],
  returns: ["退", "退货", "退貨", "我要退货"],
  refund: ["退款", "我要退款。"],
} as const;

for (const [word, messages] of Object.entries(meant)) {
  test(`a customer who gets updates may say it so: ${word}`, () => {
    const heard = messages.map((message) => [message, newsWord(message)]);
    assert.deepEqual(
      heard.filter(([, is]) => is !== word),
      [],
    );
  });
}

test("what says anything else is no word about updates", () => {
  const others = [
    ...[
      "stop my order",
      "please stop the delivery",
      "cancel my order",
      "I want to cancel order MBA2DSKP5W56",
    ],
    ...[
      "I don't get updates on my order",
      "no updates on my order",
      "why do I not get any messages?",
      "where is it?",
    ],
    ...[
      "Can you send me updates?",
      "please text me when it ships",
      "don't send it to my old address",
      "at the end",
    ],
    ...[
      "I don't want my order anymore",
      "don't tell me it is late again",
      "stop asking for my email",
      "do not send my package",
      "When does the sale end?",
      "the tracking stopped",
    ],
    ...[
      "取消订单",
      "我要取消订单",
      "退货怎么弄",
      "别发货了",
      "不要发货",
      "不要再发货了",
      "停止发货",
      "为什么没有通知我",
    ],
    ...[
      "有消息了通知我",
      "取消我的订单",
      "怎么退订单",
      "不要了",
      "订单不要了",
      "没收到通知",
      "退货运费谁出",
    ],
    ...[
      "quiero dar de baja mi cuenta",
      "no me llega el pedido",
      "cancelar mi pedido",
      "no quiero el pedido",
    ],
    ...[
      "¿Para cuándo llega el paquete?",
      "Ich habe keine Nachrichten bekommen wegen DHL",
      "Bestellung stornieren",
    ],
    ...[
      "Keine Bestellung erhalten",
      "wann kommt das Paket",
      "start over",
      "hello",
      "👍",
      "",
      "   ",
      "?",
    ],
  ];
  assert.deepEqual(
    others.flatMap((message) => (newsWord(message) ? [[message, newsWord(message)]] : [])),
    [],
  );
});

test("a message that takes long to read is not read long", () => {
  const start = process.cpuUsage();
  for (const part of ["别再给我发", "请你我", "stop ", "不要发的", "' ", "́"])
    newsWord(part.repeat(40_000));
  for (const part of ["请我", "别再给我", "消息的", "stop "])
    newsWord(part.repeat(200).slice(0, 120));
  assert.ok(process.cpuUsage(start).user < 1_000_000); // microseconds of the processor's time
});
