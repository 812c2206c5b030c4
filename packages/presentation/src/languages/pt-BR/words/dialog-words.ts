import type { DialogWords } from "../../contract/language.ts";

/** All of the bot's Brazilian Portuguese texts, using “você”. `{name}` marks a placeholder. */
export const dialogWords: DialogWords = {
  welcome:
    "Oi, aqui é {bot}. Posso consultar seus pedidos e pacotes. É só escrever o que você quer saber, ou escolher:",
  help: "Posso encontrar seus pedidos e dizer onde estão seus pacotes. Mande um número de pedido, um número de pacote ou o e-mail usado na compra, por exemplo “cadê meu pedido MB12345678?”. Escreva “cancelar” a qualquer momento para parar.",
  menu: "O que você quer fazer?",
  greeting: "Olá! O que você quer saber?",
  thanks: "De nada! Se precisar de mais alguma coisa, é só escrever.",
  noted: "Certo. Se precisar de mais alguma coisa, é só escrever.",
  noMore: "Não há mais nada para mostrar.",
  stopped: "Tudo bem, paramos por aqui. O que você quer fazer?",
  nothingToStop: "Não há nada para parar aqui, e nada foi alterado. O que você quer fazer?",
  lookOnly:
    "Só posso consultar pedidos e pacotes. Para alterações, reembolsos e outras dúvidas, há um atendente.",
  notSpoken: "Desculpe, não falo esse idioma. Aqui eu falo {languages}.",
  notUnderstood:
    "Desculpe, com isso não consigo ajudar: consulto pedidos e pacotes. Para o resto, um atendente pode ajudar.",
  notUnderstoodAgain:
    "Desculpe, com isso também não consigo ajudar. Escolha uma destas opções ou fale com um atendente.",
  clarify: "É sobre um pedido ou sobre um pacote? Escolha:",
  textOnly:
    "Por enquanto só leio texto: nada de fotos, figurinhas, arquivos ou áudios. Diga em palavras do que você precisa, por exemplo um número de pedido.",
  pictureTaken:
    "Eu mesmo não consigo ver fotos nem arquivos, mas um atendente consegue. Quer que um atendente ajude? Ou diga em palavras do que você precisa.",
  sendPicture: "Enviar uma foto ou um PDF",
  pictureRefused: "Não aceito: JPEG, PNG, WebP, HEIC ou PDF de até 10 MB.",
  choiceExpired: "Esse botão não funciona mais aqui. O que você quer fazer?",

  askEmail: "Com qual e-mail você fez o pedido? Um número de pedido também serve.",
  withCountryCode: "Escreva o telefone com o código do país, como +55 11 91234-5678.",
  phoneOrNumber: "{number} é seu telefone ou um número de pedido?",
  askOrderNumber: "Qual é o número do pedido? Está na confirmação do seu pedido.",
  askPackageNumber: "Qual é o número do pacote ou do pedido?",
  againEmail:
    "Isso não parece um e-mail, como name@example.com. Com qual e-mail você fez o pedido?",
  againOrderNumber:
    "Isso não parece um número de pedido: preciso de 3 a 64 letras ou números. Qual é o número do pedido?",
  againPackageNumber:
    "Isso não parece um número de pacote: preciso de 3 a 64 letras ou números. Qual é o número do pacote ou do pedido?",
  stuck: "Podemos deixar isso, ou um atendente pode ajudar. O que você quer fazer?",

  ordersOpenMasked: "Em andamento: {count}.",
  ordersUnpaidMasked: "Não pagos: {count}.",
  ordersPastMasked: "No histórico: {count}.",
  count1: "1 pedido",
  count2: "2 pedidos",
  countMore: "3 pedidos ou mais",
  noOrdersOpen: "Não encontro pedidos em andamento. É um não pago, ou um anterior?",
  noOrdersUnpaid: "Não encontro pedidos não pagos.",
  noOrdersPast: "Não encontro pedidos anteriores.",
  orderFoundMasked: "Por enquanto, isto é tudo o que posso mostrar com esse número:",
  ladderAccount:
    "Só o e-mail não prova quem está perguntando, então mostro apenas o status e o mês. Mande um número de pedido para ver o que há nele e onde ele está.",
  ladderNumber:
    "Um número assim não prova quem está perguntando, então mostro apenas o status. Mande o e-mail usado na compra para ver o resto.",
  ladderPackage: "Mande o número do pedido para ver o que há no pacote.",
  ladderAccountOrCode:
    "Só o e-mail não prova quem está perguntando, então mostro apenas o status e o mês. Mande um número de pedido para ver o que há nele, ou receba um código por e-mail para ver tudo.",
  ladderAccountOrSignIn:
    "Só o e-mail não prova quem está perguntando, então mostro apenas o status e o mês. Mande um número de pedido para ver o que há nele, ou confirme que é você com um dos botões para ver tudo.",
  askEmailForCode:
    "Para proteger seus pedidos, primeiro envio um código para o e-mail usado na compra. Qual é o e-mail?",
  askCode: "Quais são os 6 números do e-mail que enviei?",
  againCode:
    "Preciso dos 6 números que estão no e-mail que enviei. Se ele não chegou, veja na pasta de spam ou peça para eu enviar de novo.",
  codeSent:
    "Enviei um código para {email}. Ele vale por 10 minutos. Quais são os 6 números? Se não chegar nada, veja na pasta de spam.",
  codeLimited:
    "Já foram enviados códigos suficientes para {email} por enquanto. Você pode receber o próximo em {wait}, ou usar outro e-mail.",
  codeLimitedPending:
    "Só posso enviar outro código para {email} daqui a {wait}, mas o último ainda vale. Quais são os 6 números? Veja também na pasta de spam.",
  codeNotSent:
    "Não foi possível enviar o e-mail com o código. A falha é nossa, não sua. Tente de novo daqui a pouco.",
  codeRefused:
    "Essa caixa de entrada não aceita meu e-mail, então não consigo enviar um código para lá. O e-mail está escrito certo?",
  codeNotForEmail:
    "Não posso enviar um código para um e-mail desse formato. Você pode usar outro e-mail ou um número de pedido.",
  codeNotForPhone:
    "Só posso enviar códigos por e-mail, não para o telefone. Para ver seus pedidos aqui, entre na sua conta da loja, ou fale com um atendente.",
  codeRight: "Obrigado, o código está certo.",
  codeWrong:
    "Esse não é o código. Olhe de novo; vale o e-mail mais recente. Você ainda tem {tries} tentativas.",
  codeWrongOnce:
    "Esse não é o código. Olhe de novo; vale o e-mail mais recente. Você ainda tem uma tentativa.",
  codeUsedUp: "Esse também não era o código, então ele não vale mais. Você pode pedir um novo.",
  codeExpired:
    "Esse código não vale mais: os códigos valem por 10 minutos. Você pode pedir um novo.",
  signInNeeded:
    "Esta loja mostra pedidos só a clientes conectados. Entre na sua conta na página da loja e abra o chat por lá, ou fale com um atendente.",
  linkMade:
    "Entre na sua conta da loja pelo botão e confirme lá. Depois a página mostra 6 números: quais são? O link é só para você, funciona uma vez e por 5 minutos. Nunca confirme um que outra pessoa enviou.",
  linkLimited:
    "Você já recebeu links de acesso suficientes por enquanto. Você pode receber o próximo em {wait}, ou falar com um atendente.",
  linkUnconfirmed:
    "A loja ainda não confirmou. Entre na sua conta pelo botão acima e confirme lá; depois a página mostra 6 números. Quais são?",
  linkWrong:
    "Esses não são os números que a página da loja mostra. Olhe de novo. Você ainda tem {tries} tentativas.",
  linkWrongOnce:
    "Esses não são os números que a página da loja mostra. Olhe de novo. Você ainda tem uma tentativa.",
  linkUsedUp:
    "Esses também não eram os números, então eles não valem mais. Você pode entrar de novo.",
  linkExpired: "Esse acesso não vale mais: ele dura 5 minutos. Você pode entrar de novo.",
  linked:
    "Obrigado. Este chat agora está ligado à conta {account}, por 30 dias no máximo. Escreva “sair da conta” para encerrar a qualquer momento.",
  askShown: "Quais são os 6 números que a página da loja mostra?",
  againShown:
    "Preciso dos 6 números que a página da loja mostra depois que você confirma. Se ela não mostrar nenhum, entre de novo.",
  signedOut:
    "Você saiu da conta, e não mostro mais nada dela aqui. O que enviei antes pode continuar acima.",
  notSignedIn: "Ninguém está conectado aqui.",
  packageByOrder: "Busco os pacotes pelos pedidos.",
  limited:
    "Para proteger os pedidos de todos, consulto só um número limitado de e-mails e números diferentes por vez. Tente de novo em {wait}, ou fale com um atendente.",
  waitMinute: "um minuto",
  waitMinutes: "{count} minutos",
  waitHours: "{count} horas",
  userNotFound:
    "A loja não tem pedidos com esse e-mail. Ele está escrito certo, ou você usou outro?",
  orderNotInAccount:
    "Não encontro nenhum pedido com o número {number} para esse e-mail. Confira os dois, por favor.",
  thatOrderNotInAccount: "Não encontro mais esse pedido para esse e-mail.",
  thatNumberNotFound: "A loja não tem mais esse pedido ou pacote.",
  numberNotFound:
    "A loja não tem nem pedido nem pacote com o número {number}. Mande o número completo, como está na confirmação do pedido.",
  noPackages: "A loja ainda não mostra nenhum pacote para este pedido.",
  failed:
    "Desculpe, algo deu errado do meu lado e não consegui terminar. Tente de novo, por favor.",

  unavailable:
    "O sistema da loja não está respondendo agora, então não consigo consultar. Isso não diz nada sobre seu pedido. Tente de novo daqui a pouco.",
  unavailableForNow:
    "O sistema da loja não está respondendo no momento, então não consigo consultar. Isso não diz nada sobre seu pedido. Tente mais tarde, ou fale com um atendente.",
  unavailableAgain:
    "O sistema da loja continua sem responder. Tente mais tarde, ou fale com um atendente.",

  reach: "Você fala com um atendente aqui: {contact}.",

  choiceOrders: "Meus pedidos",
  choicePackages: "Rastrear um pacote",
  choiceHelp: "Ajuda",
  choicePerson: "Falar com atendente",
  choiceStartOver: "Começar de novo",
  choiceOpen: "Em andamento",
  choiceUnpaid: "Não pagos",
  choicePast: "Anteriores",
  choiceMore: "Mais",
  choiceRetry: "Tentar de novo",
  choiceTrack: "Onde está?",
  choiceOrderOfPackage: "Ver o pedido",
  choiceGetCode: "Código por e-mail",
  choiceSignIn: "Entrar na loja",
  choiceNewLink: "Pedir outro link",
  choiceSignOut: "Sair da conta",
  choiceSendAgain: "Enviar de novo",
  choiceNewCode: "Pedir outro código",
  choiceAllDetails: "Ver tudo",
  choiceUseEmail: "Usar meu e-mail",
  choiceOtherEmail: "Outro e-mail",
  choiceIsPhone: "Meu telefone",
  choiceIsNumber: "Um número de pedido",
  choiceUseOrderNumber: "Usar nº do pedido",
  choiceOtherNumber: "Outro número",

  pageGreeting: "Aqui é {bot}. Pergunte onde está seu pedido, e o sistema da loja responde.",
  iceBreakerOrders: "Cadê meu pedido?",
  iceBreakerPackages: "Onde está meu pacote?",
  buttonCopyTracking: "Copiar rastreio",

  mailSubject: "Seu código para o chat com {bot}",
  mailWhy:
    "Aqui é {bot}. Alguém informou este e-mail no nosso chat. Para mostrar que ele é seu, digite este código no chat:",
  mailValid: "O código vale por 10 minutos.",
  mailNotYou:
    "Se não foi você que pediu, ignore este e-mail: sem o código, ninguém se passa por você.",
  mailNever: "Nunca passe o código a ninguém: a loja não vai pedir.",
  theTeam: "a equipe",
  transcriptSubject: "Sua conversa com {bot}",
  transcriptBefore: "Você pediu uma cópia da sua conversa com {bot}. Aqui está:",
  transcriptYou: "Você",
  personSays: "{name}: {text}",
  transcriptAfter: "Ela pode mostrar seus pedidos: não encaminhe a quem não deve vê-los.",
};
