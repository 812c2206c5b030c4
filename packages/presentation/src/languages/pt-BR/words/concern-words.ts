import type { ConcernWords } from "../../contract/language.ts";

/**
 * The bot's Brazilian Portuguese answers, in the form of “você”, to customers' problems and to requests that it cannot
 * fulfill.
 */
export const concernWords: ConcernWords = {
  sorryLate: "Sinto muito pela espera.",
  sorryStuck:
    "Sinto muito que não esteja andando. Se nada mudar em dois dias, um atendente pode perguntar à transportadora.",
  sorryNotHere:
    "Sinto muito. A transportadora diz que foi entregue. Veja onde costumam deixar encomendas, na portaria e com os vizinhos; às vezes marcam a entrega um dia antes. Se não aparecer até amanhã, um atendente pode abrir uma reclamação com a transportadora.",
  sorryMissing:
    "Sinto muito que esteja faltando algo. Veja se vem em outro pacote; se não, um atendente resolve isso com você.",
  sorryWrong:
    "Sinto muito que tenha chegado outra coisa. Guarde como está e tire uma foto: um atendente resolve isso com você.",
  cannotHurry: "Eu não consigo fazer chegar antes, mas um atendente pode ver se é possível.",
  sorryComplaint:
    "Sinto muito que não tenha sido como você esperava. Um atendente precisa saber disso.",
  sorryAnger: "Sinto muito, entendo que isso incomoda. Um atendente pode fazer mais do que eu.",
  robot:
    "Sim, sou um programa: consulto pedidos e pacotes no sistema da loja. Se preferir um atendente, é só dizer.",
  notHuman:
    "Não, sou um programa: consulto pedidos e pacotes no sistema da loja. Se preferir um atendente, é só dizer.",
  who: "Sou o bot de {bot}, um programa que consulta pedidos e pacotes. O que você quer saber?",
  speaks: "Sim, falo {languages}. Escreva no idioma que preferir.",
  privacy:
    "Eu mesmo não consigo apagar nada. A loja pode apagar tudo o que guarda sobre você e este chat: peça isso a um atendente.",
  notify:
    "Ainda não posso escrever por conta própria. Pergunte quando quiser; muitas transportadoras também enviam avisos pela página de rastreio.",
  waiting: "Sem pressa, estou aqui.",
  noProblem: "Sem problema.",
  resigned: "Tudo bem, deixa para lá. Estou aqui se precisar.",
  whatNumber:
    "O número do pedido está no e-mail de confirmação e na sua conta da loja. O e-mail usado na compra também serve.",
  noEmail:
    "Então serve o número do pedido: está na confirmação que chegou por e-mail ou SMS, e na nota fiscal. Se você não tiver nenhum dos dois, um atendente consegue encontrar seu pedido.",
  byName:
    "Não posso buscar por nome nem por telefone: outras pessoas podem saber os seus. Serve o número do pedido ou o e-mail usado na compra. Qual você tem aí?",
  byNameSignedIn:
    "Aqui não precisa de nome nem de telefone: você está conectado, e eu vejo os pedidos da sua conta.",
  asGuest:
    "Sem problema, não precisa de conta: basta o número do pedido ou o e-mail usado na compra. Qual você tem aí?",
  onBehalf:
    "Se outra pessoa fez o pedido, peça a ela o número do pedido ou o código de rastreio: com ele posso dizer como está. O resto só mostro a ela. Qual é o número?",
  otherPeople: "Só mostro um pedido a quem o fez, e com os seus é igual.",
  whyEmail:
    "Uso o e-mail só para encontrar seus pedidos no sistema da loja. Se preferir não enviar, um número de pedido basta. Nunca preciso de senha nem de número de cartão.",
  signedInAs:
    "Você está conectado como {account}. Para usar outra conta, escreva antes “sair da conta”.",
  signedInNot:
    "Ninguém está conectado aqui. Basta o e-mail usado na compra, ou um número de pedido. Qual você tem aí?",
  lookingAt: "Estou consultando os pedidos de {account}. Para mudar, escreva outro e-mail.",
  hiddenLines:
    "Nesta lista só posso mostrar o status e o mês de cada pedido. Mande o número do que você quer ver.",
  hiddenAgain:
    "Sem um número de pedido ou uma prova de que é você, não posso mostrar mais nada destes.",
  whichStatus:
    "Posso explicar as etapas de um pedido, por exemplo “enviado”. Qual delas? Para outras palavras, há um atendente.",
  noneFits: "Nenhum deles é assim. Qual deles?",
  whichOne: "Qual deles?",
  leftOut: "É mais do que consulto de uma vez: peça o resto depois.",

  listOpen1: "Você tem 1 pedido em andamento:",
  listOpen: "Você tem {count} pedidos em andamento:",
  listOpenMore: "Você tem mais de {count} pedidos em andamento. Os primeiros:",
  listUnpaid1: "Você tem 1 pedido não pago:",
  listUnpaid: "Você tem {count} pedidos não pagos:",
  listUnpaidMore: "Você tem mais de {count} pedidos não pagos. Os primeiros:",
  listPast1: "Você tem 1 pedido anterior:",
  listPast: "Você tem {count} pedidos anteriores:",
  listPastMore: "Você tem mais de {count} pedidos anteriores. Os primeiros:",
  listPlaced: "Seus pedidos{span}:",
  listCanceled: "Seus pedidos cancelados{span}:",
  listDelivered: "Seus pedidos entregues{span}:",
  listShipped: "Seus pedidos{span} que estão a caminho:",
  listRefunded: "Seus pedidos reembolsados{span}:",
  listAll: "Seus pedidos, do mais recente ao mais antigo:",
  goodsNone: "Não encontro nada com esse nome nos seus pedidos.",
  listNone: "Não encontro nenhum pedido assim entre os seus.",

  notUnderstoodStill:
    "Desculpe, ainda não entendi. Tente com outras palavras ou fale com um atendente.",
  greetingAgain: "Estou aqui. Do que se trata?",
  helpAgain:
    "Escreva, por exemplo, “cadê meu pedido?”, um número de pedido ou um código de rastreio. Para o resto, há um atendente.",
  thanksAgain: "Imagina!",
  notedAgain: "Certo.",
  lookOnlyAgain: "Isso também só um atendente pode fazer.",

  sorryForThat: "Sinto muito por isso.",
  shopWroteIn: "A loja só escreveu isto em {language}:",
  shopWroteAll: "É tudo o que a loja escreveu sobre isso. Um atendente pode contar mais.",

  lookedAgain: "Acabei de olhar de novo. {answer} Se isso não bate, um atendente pode verificar.",
  sureNone:
    "Entre os pedidos que consigo ver, não encontro nenhum assim. Ele pode estar em outro e-mail: com o número do pedido da confirmação, eu procuro exatamente esse. Um atendente pode procurar mais a fundo.",
  sureShop:
    "É o que consta no sistema da loja, e eu não vejo mais do que isso. Um atendente pode verificar.",
  misread: "Desculpe, então entendi errado. Diga com outras palavras ou escolha:",
  nextUnpaid:
    "Pague na loja: o envio acontece depois disso. Se o valor já foi cobrado, um atendente pode conferir o pagamento.",
  nextWait:
    "Por enquanto você não precisa fazer nada. Se demorar mais do que devia, um atendente pode verificar.",
  nextFailed:
    "Em geral, a transportadora tenta de novo no próximo dia útil. Procure um aviso ou uma mensagem dela: lá diz como escolher outro dia ou onde retirar. Se não houver nenhum, um atendente pode resolver com a transportadora.",
  nextPickup: "Retire lá e leve um documento com foto e o código de retirada, se você recebeu um.",
  nextDelivered:
    "Se já está com você, está tudo certo. Se não, veja onde costumam deixar encomendas, na portaria e com os vizinhos; um atendente pode resolver com a transportadora.",
  nextEnded:
    "Nada mais será enviado deste pedido. Se você ainda espera o dinheiro de volta, ou quer o pedido mesmo assim, um atendente pode cuidar disso.",
  nextProblem:
    "Agora depende da transportadora ou da loja. Um atendente pode descobrir se precisam de algo seu.",
};
