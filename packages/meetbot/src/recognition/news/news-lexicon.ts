const listed = (words: string) => words.split(",").map((word) => word.trim());

/** Whole messages that can only mean ending customer updates, even from a customer who gets none. */
export const namingMessages: ReadonlySet<string> = new Set([
  ...listed("unsubscribe, unsubscribe me, optout, opt out, opt me out"),
  ...listed("退订, 退訂, td, tuiding, 取消订阅, 取消訂閱, 取消通知, 关闭通知, 關閉通知, 停止通知"),
  ...listed(
    "darme de baja de los avisos, cancelar suscripcion, cancelar avisos, desactivar avisos",
  ),
  ...listed("keine updates, newsletter abbestellen"),
  ...listed(
    "desabonner, me desabonner, se desabonner, desinscrire, me desinscrire, arreter les alertes, arreter les notifications, plus d alertes, plus de notifications",
  ),
  ...listed(
    "descadastrar, me descadastrar, cancelar avisos de pedidos, desativar notificacoes, parar avisos",
  ),
  ...listed("配信停止, 通知を停止, お知らせを停止, 通知停止, 通知を止めて"),
]);

/** Whole messages by which a customer stops customer updates: those that phones know, and similar ones. */
export const stopMessages: ReadonlySet<string> = new Set([
  ...namingMessages,
  ...listed(
    "stop, stop all, stopall, stop it, stop please, please stop, end, quit, revoke, no more messages, no more updates, remove me, leave me alone, leave me in peace, stop asking, stop asking me, please stop asking me, stop asking me please, dont ask me again, do not ask me again, dont ask me anymore, dont ask again",
  ),
  ...listed(
    "停止, 停止发送, 停止發送, 停止提醒, 取消提醒, 关闭提醒, 關閉提醒, 取消推送, 停止推送, 关闭推送, 關閉推送",
  ),
  ...listed("baja, dar de baja, darme de baja, darse de baja, dame de baja, quiero darme de baja"),
  ...listed("parar, para, basta, detener, alto, terminar, fin, no mas mensajes"),
  ...listed("no mas avisos, desuscribir, desuscribirme"),
  ...listed("stopp, bitte stopp, abmelden, abbestellen, austragen, abbestellung, ende, beenden"),
  ...listed("aufhoren, bitte aufhoren, schluss, keine nachrichten"),
  ...listed(
    "arret, arreter, arretez, arrete, plus de messages, ne m ecrivez plus, ne plus recevoir",
  ),
  ...listed(
    "pare, quero parar, pare com isso, parem, sair da lista, nao quero mais avisos, nao quero mais mensagens",
  ),
  ...listed("止めて, 停止して, もう送らないで, 停止してください"),
]);

/** Messages by which customers turn updates on again after ending them. */
export const startMessages: ReadonlySet<string> = new Set([
  ...listed(
    "start, please start, start please, unstop, subscribe, subscribe again, resubscribe, optin, opt in, resume, start again, start again please, please start again, turn it on again, turn them on again, turn it back on, turn them back on, turn updates on, turn on updates, turn updates on again, turn updates back on, turn the updates on, turn the updates on again, turn the updates back on, turn on the updates, updates on, resume updates, restart updates, keep me posted again, tell me again",
  ),
  ...listed(
    "订阅, 訂閱, 重新订阅, 重新訂閱, 恢复通知, 恢復通知, 开启通知, 開啟通知, 打开通知, 打開通知, 重新开启, 重新開啟, 重新打开, 重新打開, 再打开通知, 再打開通知, 重新通知, 继续通知, 繼續通知, 重新开始, 重新開始",
  ),
  ...listed(
    "alta, darme de alta, suscribir, suscribirme, reanudar, activar avisos, activar los avisos, reactivar avisos, volver a activar, vuelve a avisarme, avisame otra vez",
  ),
  ...listed(
    "abonnieren, starten, wieder einschalten, wieder anschalten, wieder benachrichtigen, updates wieder einschalten, updates wieder an, updates einschalten, updates an, wieder anmelden, fortsetzen, bitte wieder",
  ),
  ...listed(
    "reprendre, reactiver, reactiver les alertes, activer les alertes, s abonner, m abonner, reprendre les alertes, me tenir au courant",
  ),
  ...listed(
    "voltar, reativar, reativar avisos, ativar avisos de novo, assinar, quero avisos, me avisa de novo, quero ser avisado, quero ser avisada",
  ),
  ...listed("再開, 再開して, 再開してください, 通知を再開, お知らせを再開, 変化があれば知らせて"),
]);

/** Whole messages that ask which customer updates the customer gets. */
export const whichMessages: ReadonlySet<string> = new Set([
  ...listed(
    "what am i subscribed to, so what am i subscribed to, what did i subscribe to, am i subscribed, which updates do i get, what updates do i get, do i get updates, what are you keeping me posted about, what do you keep me posted about, what do i follow, what am i following, my subscriptions, my updates, subscriptions, show my subscriptions",
  ),
  ...listed(
    "我订阅了什么, 我訂閱了什麼, 我都订阅了什么, 我都訂閱了什麼, 我订阅了哪些, 我訂閱了哪些, 订阅了什么, 訂閱了什麼, 我的订阅, 我的訂閱, 查看订阅, 查看訂閱, 有哪些订阅, 有哪些訂閱, 我关注了什么, 我關注了什麼, 我关注了哪些订单, 我追蹤了哪些訂單",
  ),
  ...listed(
    "a que estoy suscrito, a que estoy suscrita, mis suscripciones, que avisos recibo, de que me avisas, mis avisos",
  ),
  ...listed(
    "was habe ich abonniert, was hab ich abonniert, meine abos, meine abonnements, welche updates bekomme ich, welche updates erhalte ich, meine updates",
  ),
  ...listed(
    "a quoi suis-je abonne, a quoi suis je abonne, a quoi suis je abonnee, mes abonnements, mes alertes, quelles alertes je recois",
  ),
  ...listed(
    "quais avisos eu recebo, que avisos recebo, minhas assinaturas, meus avisos, minhas notificacoes",
  ),
  ...listed("何を購読していますか, 購読一覧, 通知一覧, どの通知が届きますか"),
]);

/** Words about orders that may also mean updates: when a message has nothing else, the bot asks which is meant. */
export const orderMessages: Readonly<Record<"cancel" | "returns" | "refund", ReadonlySet<string>>> =
  {
    cancel: new Set([
      ...listed(
        "cancel, cancel it, cancel please, please cancel, 取消, 取消吧, 我要取消, 别发了, 別發了",
      ),
      ...listed(
        "不要发了, 不要發了, cancelar, cancelalo, anular, stornieren, storno, abbrechen, キャンセル, キャンセルして, キャンセルしたい, cancela, cancelar tudo, annuler, annule, annulez",
      ),
    ]),
    returns: new Set(listed("退, 退货, 退貨, 我要退货, 我要退貨, 退单, 退單, 退了吧, 退掉")),
    refund: new Set(listed("退款, 我要退款, 退钱, 退錢")),
  };

/** The only words that a sentence ending updates may consist of, in one language. */
interface StopSentence {
  /** The sentence contains one of these, */
  stops: readonly string[];
  /** and one of these, which may be among the first, */
  things: readonly string[];
  /** and nothing else but these. */
  fillers: readonly string[];
}

/** Sentences without accents, in languages that separate words. */
export const stopSentences: readonly StopSentence[] = [
  {
    stops: listed(
      "stop, quit, cease, unsubscribe, disable, mute, cancel, end, opt out, turn off, switch off, no more, do not send, do not text, do not message, do not email, do not notify, do not update, do not contact, do not write, do not bother, do not want, do not need, dont send, dont text, dont message, dont email, dont notify, dont update, dont contact, dont write, dont bother, dont want, dont need, dont tell, do not tell, no longer want, never text, never message, remove me, take me off",
    ),
    things: listed(
      "update, updates, message, messages, notification, notifications, alert, alerts, reminder, reminders, texts, text, sms, emails, email, mails, news, list, sending, texting, messaging, emailing, notifying, updating, writing, contacting, bothering, spamming, unsubscribe, contact, notify, write, bother, tell, telling",
    ),
    fillers: listed(
      "please, pls, plz, can, could, would, will, you, me, to, these, those, this, the, any, all, your, my, of, from, now, anymore, more, again, i, get, getting, receive, receiving, with, about, for, order, package, parcel, like, thanks, thank, hi, hey, ok, okay, and, it, just, ever, subscription, so, many, us, here, a, off, want, tracking, delivery, shipping, wanna, id, im, anything, everything",
    ),
  },
  {
    stops: listed(
      "no me, no quiero, no mas, deja de, deje de, deja ya de, dejad de, dejen de, deje de, parar, para, paren, pare, cancelar, cancela, cancelen, desactivar, desactiva, quitar, quita, ya no, basta de",
    ),
    things: listed(
      "mensaje, mensajes, aviso, avisos, notificacion, notificaciones, alerta, alertas, correos, sms, actualizaciones, enviarme, mandarme, escribirme, avisarme, escribas, escriban, escribais, avises, avisen, mandes, manden, envies, envien, notifiques, preguntes, pregunten, preguntar, preguntarme, digas, digan",
    ),
    fillers: listed(
      "por, favor, me, los, las, el, la, de, mas, quiero, recibir, quisiera, gracias, nada, mis, tus, sus, este, ese, estos, esos, estas, esas, pedido, paquete, del, sobre, hola, ya, que, recibiendo, todos, todas, a, nunca, ahora",
    ),
  },
  {
    stops: listed(
      "keine, keinen, nicht mehr, nichts mehr, hort auf, hor auf, horen sie auf, abbestellen, abmelden, stoppen, stopp, stop, beenden, abschalten, ausschalten, deaktivieren, abstellen, storniere",
    ),
    things: listed(
      "nachricht, nachrichten, update, updates, benachrichtigung, benachrichtigungen, mitteilungen, meldungen, sms, mails, emails, newsletter, schreiben, benachrichtigen, informieren, schicken, senden, anschreiben, frag, fragen, frage, fragt, sagen, sag, melden, schreib, schreibt",
    ),
    fillers: listed(
      "bitte, ich, mochte, will, mir, mich, mehr, sie, die, den, der, das, diese, alle, weitere, weiteren, zu, von, ihnen, euch, zur, zum, bestellung, meiner, lieferung, paket, danke, hallo, bekommen, erhalten, haben, kann, konnen, konnt, ihr, jetzt, ab, nie, wieder, auf, mit, diesen, und, nun, nichts, bloß, bloss, standig, dauernd",
    ),
  },
  {
    stops: listed(
      "arretez, arreter, arrete, cessez, cesser, ne plus, plus de, ne veux plus, veux plus, stop, stopper, stoppez, desactiver, desactivez, annuler, annulez, ne me, ne m",
    ),
    things: listed(
      "alerte, alertes, message, messages, notification, notifications, sms, mails, mail, emails, nouvelles, newsletter, ecrire, ecrivez, envoyer, prevenir, previens, prevenez, envoyez, demandez, demander",
    ),
    fillers: listed(
      "s, il, vous, plait, svp, stp, merci, je, j, ne, n, pas, plus, de, d, des, les, la, le, l, me, m, moi, veux, voudrais, souhaite, recevoir, ces, ce, cette, mes, vos, tes, pour, sur, ma, mon, commande, colis, livraison, maintenant, jamais, a, tous, toutes, bonjour, que, et, par, rien",
    ),
  },
  {
    stops: listed(
      "pare de, parem de, parar de, para de, nao me, nao quero, nao quero mais, chega de, cancela, cancelar, cancelem, desativar, desativa, desativem, sem mais, parar, pare, parem",
    ),
    things: listed(
      "mensagem, mensagens, aviso, avisos, notificacao, notificacoes, alerta, alertas, emails, email, sms, mandar, mande, mandem, enviar, envie, enviem, avisar, avise, avisem, escrever, escreva, perguntar, pergunte",
    ),
    fillers: listed(
      "por, favor, me, os, as, o, a, de, do, da, mais, quero, receber, obrigado, obrigada, nada, meus, seus, este, esse, estes, esses, estas, essas, pedido, pacote, encomenda, sobre, oi, ja, que, todos, todas, nunca, agora, essa, isso, voces, voce, vc, pra, para, eu, no, meu, minha",
    ),
  },
];

/** Sentences in Chinese, which does not separate words: what may come before, and what ends updates. */
export const chineseStop = {
  before:
    "(?:请|請|麻烦|麻煩|拜托|拜託|你们|你們|您|你|我|可以|能不能|能|以后|以後|帮我|幫我|把|给我|給我|都)",
  /** Words that say “any more”: the thing that the bot shall not send again is no order. */
  noMore: "(?:别再|別再|不要再|不用再|不必再|请勿再|請勿再|不想再|不再)",
  stops:
    "(?:停止|取消|关闭|關閉|关掉|關掉|退订|退訂|别再|別再|不要再|不想再|别|別|不要|不用|不必|请勿|請勿|不想)",
  verbs:
    "(?:给我|給我|向我|收到|接收|接受|发送|發送|推送|通知|提醒|打扰|打擾|骚扰|騷擾|发|發|传|傳|收|看到|问|問|告诉|告訴|说|說|烦|煩)",
  things:
    "(?:消息|訊息|讯息|通知|提醒|短信|簡訊|推送|动态|動態|更新|邮件|郵件|信息|资讯|資訊|这些|這些|这个|這個|这种|這種|订单|訂單|物流|快递|快遞|包裹|所有|任何|的)",
  /** The sentence needs one of these where nothing says “any more”: “别发了” may be about an order. */
  sure: "(?:消息|訊息|讯息|通知|提醒|短信|簡訊|推送|动态|動態|邮件|郵件|打扰|打擾|骚扰|騷擾)",
  after: "(?:了|吧|啊|呀|啦|哦|我|谢谢|謝謝|好吗|好嗎|行吗|行嗎|可以吗|可以嗎|您|你|来|來|给|給)",
} as const;
