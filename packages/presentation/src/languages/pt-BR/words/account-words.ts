import type { AccountWords } from "../../contract/language.ts";

/** The phrases for shops that find customers by phone number, or by phone number or email. */
export const accountWords: AccountWords = {
  phone: {
    help: "Posso encontrar seus pedidos e dizer onde estão seus pacotes. Mande um número de pedido, um número de pacote ou o telefone usado na compra, por exemplo “cadê meu pedido MB12345678?”. Escreva “cancelar” a qualquer momento para parar.",
    askEmail: "Com qual telefone você fez o pedido? Um número de pedido também serve.",
    againEmail:
      "Com isso não consigo buscar: não parece um telefone. Escreva o número completo, com DDD e, se for de outro país, com o código dele, como +55 11 91234-5678. Com qual telefone você fez o pedido?",
    ladderAccount:
      "Só o telefone não prova quem está perguntando, então mostro apenas o status e o mês. Mande um número de pedido para ver o que há nele e onde ele está.",
    ladderAccountOrSignIn:
      "Só o telefone não prova quem está perguntando, então mostro apenas o status e o mês. Mande um número de pedido para ver o que há nele, ou confirme que é você com um dos botões para ver tudo.",
    ladderNumber:
      "Um número assim não prova quem está perguntando, então mostro apenas o status. Mande o telefone usado na compra para ver o resto.",
    limited:
      "Para proteger os pedidos de todos, consulto só um número limitado de telefones e pedidos diferentes por vez. Tente de novo em {wait}, ou fale com um atendente.",
    userNotFound:
      "A loja não tem pedidos com esse telefone. Ele está certo, com o código do país certo, ou você usou outro?",
    orderNotInAccount:
      "Não encontro nenhum pedido com o número {number} para esse telefone. Confira os dois, por favor.",
    thatOrderNotInAccount: "Não encontro mais esse pedido para esse telefone.",
    choiceUseEmail: "Usar meu telefone",
    choiceOtherEmail: "Outro telefone",
    whatNumber:
      "O número do pedido está na mensagem de confirmação e na sua conta da loja. O telefone usado na compra também serve.",
    noEmail:
      "Aqui não precisa de e-mail: basta o telefone usado na compra, ou o número do pedido. Se você não tiver nenhum dos dois, um atendente consegue encontrar seu pedido.",
    byName:
      "Não posso buscar por nome: outras pessoas podem saber o seu. Serve o número do pedido ou o telefone usado na compra. Qual você tem aí?",
    asGuest:
      "Sem problema, não precisa de conta: basta o número do pedido ou o telefone usado na compra. Qual você tem aí?",
    whyEmail:
      "Uso o telefone só para encontrar seus pedidos no sistema da loja. Se preferir não enviar, um número de pedido basta. Nunca preciso de senha nem de número de cartão.",
    signedInNot:
      "Ninguém está conectado aqui. Basta o telefone usado na compra, ou um número de pedido. Qual você tem aí?",
    lookingAt: "Estou consultando os pedidos de {account}. Para mudar, escreva outro telefone.",
  },
  both: {
    help: "Posso encontrar seus pedidos e dizer onde estão seus pacotes. Mande um número de pedido, um número de pacote ou o e-mail ou telefone usado na compra, por exemplo “cadê meu pedido MB12345678?”. Escreva “cancelar” a qualquer momento para parar.",
    askEmail: "Com qual e-mail ou telefone você fez o pedido? Um número de pedido também serve.",
    againEmail:
      "Isso não parece um e-mail, como name@example.com, nem um telefone, como +55 11 91234-5678. Com qual dos dois você fez o pedido?",
    ladderNumber:
      "Um número assim não prova quem está perguntando, então mostro apenas o status. Mande o e-mail ou telefone usado na compra para ver o resto.",
    limited:
      "Para proteger os pedidos de todos, consulto só um número limitado de e-mails, telefones e pedidos diferentes por vez. Tente de novo em {wait}, ou fale com um atendente.",
    choiceUseEmail: "E-mail ou telefone",
    choiceOtherEmail: "Outro e-mail ou tel.",
    whatNumber:
      "O número do pedido está na mensagem de confirmação e na sua conta da loja. O e-mail ou telefone usado na compra também serve.",
    noEmail:
      "Então serve o telefone usado na compra, ou o número do pedido, que está na confirmação e na nota fiscal. Se você não tiver nenhum dos dois, um atendente consegue encontrar seu pedido.",
    byName:
      "Não posso buscar por nome: outras pessoas podem saber o seu. Serve o número do pedido, ou o e-mail ou telefone usado na compra. Qual você tem aí?",
    asGuest:
      "Sem problema, não precisa de conta: basta o número do pedido, ou o e-mail ou telefone usado na compra. Qual você tem aí?",
    whyEmail:
      "Uso o e-mail ou telefone só para encontrar seus pedidos no sistema da loja. Se preferir não enviar, um número de pedido basta. Nunca preciso de senha nem de número de cartão.",
    signedInNot:
      "Ninguém está conectado aqui. Basta o e-mail ou telefone usado na compra, ou um número de pedido. Qual você tem aí?",
    lookingAt:
      "Estou consultando os pedidos de {account}. Para mudar, escreva outro e-mail ou telefone.",
  },
};
