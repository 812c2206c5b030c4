import type { NewsWords } from "../../contract/language.ts";

/** One-sentence updates about a parcel or an order for a lock screen: no number, no name, no day. */
export const newsWords: NewsWords = {
  package: {
    preparing: "Seu pacote está sendo preparado.",
    info_received: "A transportadora está esperando seu pacote.",
    picked_up: "Seu pacote já está com a transportadora.",
    in_transit: "Seu pacote está a caminho.",
    customs: "Seu pacote está na alfândega.",
    ready_for_pickup: "Seu pacote está pronto para retirada.",
    out_for_delivery: "Seu pacote saiu para entrega.",
    attempt_failed: "Desta vez não foi possível entregar seu pacote.",
    exception: "Seu pacote teve um problema no caminho.",
    damaged: "Seu pacote foi danificado no caminho.",
    returning: "Seu pacote está voltando para o remetente.",
    delivered: "Seu pacote foi entregue.",
    returned: "Seu pacote voltou para o remetente.",
    lost: "A transportadora informa que seu pacote se perdeu.",
    canceled: "O envio do seu pacote foi cancelado.",
    other: "Há novidades sobre seu pacote.",
  },
  order: {
    placed: "Recebemos seu pedido.",
    paid: "Recebemos o pagamento do seu pedido.",
    processing: "Seu pedido está sendo preparado.",
    partially_shipped: "Parte do seu pedido foi enviada.",
    shipped: "Seu pedido foi enviado.",
    delivered: "Seu pedido foi entregue.",
    delayed: "Seu pedido está atrasado.",
    canceled: "Seu pedido foi cancelado.",
    refunded: "Seu pedido foi reembolsado.",
    other: "Há novidades sobre seu pedido.",
  },
};
