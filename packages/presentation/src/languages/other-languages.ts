/**
 * Latin-script languages that the bot does not speak yet, recognized by their small words: the bot tells customers so
 * instead of treating their text as bad English.
 */
export const otherLanguages: Readonly<Record<string, string>> = {
  it: "dove lo gli mio mia miei ordine ordini pacco buongiorno buonasera sono non è che chi quando perché con per nel nella vorrei voglio posso questo questa ancora arrivato arriva spedizione consegna aiuto ho sì numero prego di del della",
  nl: "mijn bestelling bestellingen pakket pakketje hallo goedemorgen goedemiddag dank bedankt ik niet het een dat wie wanneer waarom voor wil kan deze nog aangekomen komt levering bezorging hulp heb ja nummer van zijn jullie",
  pl: "gdzie jest moje moja zamówienie zamówienia paczka paczki dzień dobry cześć dziękuję nie że kto kiedy jak dlaczego z dla chcę mogę ten jeszcze dotarła przyjdzie dostawa pomoc mam tak numer się proszę",
  tr: "nerede siparişim siparişlerim kargom kargo paketim merhaba selam günaydın teşekkürler teşekkür ederim değil ve bu kim zaman nasıl neden ile için istiyorum henüz gelmedi teslimat yardım var yok evet hayır numarası lütfen",
  vi: "đơn của tôi ở đâu xin chào cảm ơn không và là bao giờ khi nào thế nào giao kiện muốn được giúp vâng số",
  id: "dimana mana pesanan saya paket selamat pagi kasih tidak yang siapa kapan bagaimana kenapa dengan untuk bisa ini itu belum sampai pengiriman bantuan nomor",
  sv: "är mitt mina beställning beställningar paket tack inte och att vem när hur varför för vill detta denna ännu kommit kommer leverans hjälp ja nummer jag ett",
};
