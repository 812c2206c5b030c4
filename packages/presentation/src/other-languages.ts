/**
 * Languages with Latin letters in which nobody is spoken to yet, by their small words: whoever writes
 * in one is told so, rather than taken for somebody who writes bad English.
 */
export const otherLanguages: Readonly<Record<string, string>> = {
  fr: "où est ma mon mes commande commandes colis bonjour bonsoir merci je suis pas le la les une un des du et que qui quand comment pourquoi avec pour dans sur votre vous nous mon c'est s'il plaît plait cette ce livraison suivi reçu pouvez aide combien avez j'ai n'est oui numéro",
  it: "dove il lo gli mio mia miei ordine ordini pacco ciao buongiorno buonasera grazie sono non è che chi quando come perché con per nel nella vorrei voglio posso questo questa ancora arrivato arriva spedizione consegna aiuto ho sì numero prego di del della",
  pt: "onde está meu minha meus encomenda encomendas pacote olá bom dia boa tarde obrigado obrigada não o os as um uma e que quem quando como por quê com para quero preciso posso este esta ainda chegou chega entrega envio ajuda tenho sim número eu do da dos",
  nl: "waar is mijn bestelling bestellingen pakket pakketje hallo goedemorgen goedemiddag dank bedankt ik niet het een en dat wie wanneer hoe waarom met voor wil kan dit deze nog aangekomen komt levering bezorging hulp heb ja nummer van de zijn jullie",
  pl: "gdzie jest moje moja zamówienie zamówienia paczka paczki dzień dobry cześć dziękuję nie i że kto kiedy jak dlaczego z dla chcę mogę to ten ta jeszcze dotarła przyjdzie dostawa pomoc mam tak numer się proszę",
  tr: "nerede siparişim siparişlerim kargom kargo paketim merhaba selam günaydın teşekkürler teşekkür ederim değil ve bir bu ne kim zaman nasıl neden ile için istiyorum henüz gelmedi teslimat yardım var yok evet hayır numarası lütfen",
  vi: "đơn hàng của tôi ở đâu xin chào cảm ơn không và là bao giờ khi nào thế nào giao gói kiện muốn được giúp vâng số",
  id: "dimana di mana pesanan saya paket halo selamat pagi terima kasih tidak dan yang siapa kapan bagaimana kenapa dengan untuk mau bisa ini itu belum sampai pengiriman bantuan ya nomor",
  sv: "var är min mitt mina beställning beställningar paket hej tack inte och att vem när hur varför med för vill kan detta denna ännu kommit kommer leverans hjälp har ja nummer jag det en ett",
};
