import type { TopicWords } from "../../contract/language.ts";

/** The bot's Brazilian Portuguese replies, in the form of “você”, to topics for which the shop has given no answer. */
export const topicWords: TopicWords = {
  topicReturns:
    "Não conheço as regras de devolução da loja, mas um atendente pode dizer como funciona e até quando.",
  topicRefund:
    "Não consigo ver reembolsos, mas um atendente da loja pode dizer onde está o dinheiro e quando ele chega.",
  topicExchange: "Eu mesmo não faço trocas, mas um atendente da loja pode dizer como é feito.",
  topicCancel:
    "Eu mesmo não consigo cancelar um pedido. Um atendente da loja consegue enquanto ele não for enviado; depois disso é uma devolução.",
  topicChangeAddress:
    "Eu mesmo não consigo mudar o endereço. Um atendente da loja consegue enquanto nada for enviado; depois disso, veja com a transportadora.",
  topicChangeOrder:
    "Não consigo mudar o que há em um pedido. Um atendente da loja consegue enquanto ele não for enviado.",
  topicDamaged:
    "Sinto muito que tenha chegado assim. Guarde tudo e tire uma ou duas fotos: um atendente da loja resolve isso com você.",
  topicInvoice: "Não emito notas fiscais nem recibos, mas um atendente da loja pode enviar.",
  topicDeliveryTime:
    "Não sei dizer quanto tempo leva a entrega; um atendente da loja sabe. Depois que você fizer o pedido, posso ver onde ele está.",
  topicDeliveryCost:
    "Não sei dizer quanto custa o frete, mas a loja mostra na hora de pagar, e um atendente pode informar.",
  topicAbroad:
    "Não sei dizer para onde a loja envia nem o que se paga na alfândega; um atendente da loja sabe.",
  topicCarriers:
    "Não sei dizer com quais transportadoras a loja trabalha, mas um atendente sabe. Quando estiver a caminho, digo qual é.",
  topicPickUp: "Não sei dizer se dá para retirar pessoalmente; um atendente da loja sabe.",
  topicPaymentMethods:
    "A loja mostra as formas de pagamento na hora de pagar. Para um caso especial, pergunte a um atendente.",
  topicPaymentProblem:
    "Sinto muito que o pagamento dê problema. Não consigo ver pagamentos, mas um atendente da loja pode verificar.",
  topicDiscount:
    "Não conheço cupons nem ofertas, mas um atendente da loja pode dizer o que há e por que um cupom não é aceito.",
  topicPriceProtection:
    "Não sei dizer se você recebe a diferença de volta; um atendente da loja sabe.",
  topicStock:
    "Não consigo ver o estoque, mas um atendente da loja consegue, e sabe quando chega mais.",
  topicSize:
    "Não sei dizer qual tamanho serve. A página do produto costuma ter uma tabela, e um atendente da loja pode orientar.",
  topicProduct:
    "Entendo mais de pedidos do que de produtos: o que você quer saber sobre este, um atendente da loja pode dizer.",
  topicWarranty:
    "Não sei dizer o que a garantia cobre, mas um atendente da loja sabe. O recibo ajuda.",
  topicRepair:
    "De consertos, peças e instalação eu não sei, mas um atendente da loja pode informar.",
  topicOpeningHours:
    "Não sei o horário nem o endereço da loja, mas estão na página de contato, e um atendente pode informar.",
  topicComplaint:
    "Sinto muito que não tenha sido como você esperava. Um atendente precisa saber disso.",
  topicPrivacy:
    "Não consigo ver nem apagar o que é guardado sobre você. A loja pode fazer as duas coisas: peça isso a um atendente.",
  topicAccount:
    "Não consigo entrar na sua conta. A página de acesso ajuda se você esqueceu a senha; no mais, a equipe da loja.",
  topicDeliveryWish:
    "Não consigo combinar isso com a transportadora. Na página de rastreio da maioria delas dá para escolher outro dia, um local seguro, um vizinho ou um ponto de retirada; um atendente da loja também pode pedir.",
  topicPickupCode:
    "O código de retirada é enviado pela própria transportadora, por SMS ou e-mail, quando o pacote fica disponível. Eu não tenho esse código; um atendente pode pedir.",
  topicGift:
    "Não sei se dá para embrulhar para presente ou incluir um cartão; um atendente da loja pode dizer.",
};
