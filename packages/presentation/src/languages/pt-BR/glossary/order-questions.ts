/** Brazilian customers' questions about one order or several. */
export const orderQuestions: Readonly<Record<string, string>> = {
  "[me passa|me manda|me envia|me dá|pode me passar|pode me mandar]": "give me",
  "[quantos|quantas]": "how many",
  "[quantos|quantas] [pedidos|compras] [eu tenho|tenho|eu fiz|fiz|]": "how many orders do i have",
  "tenho [quantos|quantas] [pedidos|compras]": "how many orders do i have",
  // Questions about where an order is and when it arrives.
  "[onde está|onde tá|cadê|onde anda] [agora|ele agora|ele|ela]": "where is it",
  "[chega|vai chegar|chega aqui|será entregue] [mesmo|realmente|com certeza|de verdade] amanhã":
    "will it arrive tomorrow",
  "[chega|vai chegar|chega aqui] [mesmo|realmente|com certeza|ainda] hoje": "will it arrive today",
  "[que horas|que dia|quando é que|quando que] [chega|vai chegar|entregam|entrega]":
    "when will it arrive",
  "[quem|quem foi que] [recebeu|assinou|pegou] [o pacote|a encomenda|meu pedido|]":
    "who signed for it",
  // Which carrier brings the order, and how to track it.
  "[vem|vai vir|é enviado|chega|foi enviado] [pelos|pelo|pela|por]": "is it with",
  "[vem|vai vir|é enviado|chega|foi enviado] [pelos correios|por correios|por sedex|pela jadlog|pela loggi|pelo sedex]":
    "is it with dhl",
  "[qual|qual é a|qual a|que] [transportadora|empresa] [que entrega|vai entregar|traz|]":
    "which carrier is it",
  "[tem|tem um|tem algum|existe] link [para acompanhar|pra acompanhar|para rastrear|pra rastrear|de rastreio|]":
    "is there a link to follow it",
  "[manda|me manda|envia|me envia|pode mandar] o link": "send me the tracking link",
  "[pode chegar|tem como chegar|consegue chegar|dá pra chegar|dá para chegar] [antes|mais cedo|mais rápido]":
    "can it come sooner",
  "[dá pra|dá para|tem como|podem|pode|conseguem] [agilizar|acelerar|apressar|adiantar] [a entrega|isso|]":
    "can you speed it up",
  // Questions about the cost.
  "quanto [deu|saiu|ficou|foi|custou] [tudo|o total|no total|o pedido|a compra|]":
    "how much did it cost",
  "quanto [foi|custou|paguei de|paguei no|ficou|saiu|deu] [o frete|frete|de frete]":
    "how much was shipping",
  "quanto [paguei|foi|deu] [de|no|pelo] frete": "how much was shipping",
  "[ganhei|tive|recebi|teve|me deram] [algum|um|o|] desconto": "did i get a discount",
  "[meu cupom|o cupom|meu código|o desconto] [entrou|foi aplicado|foi usado|funcionou|valeu]":
    "was my coupon used",
  "[o frete|a taxa|o imposto] [está|tá|já está|já tá|vem] [incluso|incluído|incluída|inclusa] [no total|no preço|no valor|]":
    "is shipping included",
  "com ou sem [frete|o frete|imposto]": "with or without shipping",
  "[com frete|frete incluso]": "including shipping",
  // Questions about the contents.
  "[o que tem|o que vem|o que veio|o que há] [no pedido|no meu pedido|no pacote|dentro|nele]":
    "what is in it",
  "[o que foi que|o que é que|o que] eu [comprei|pedi] [mesmo|]": "what did i order",
  "[são quantos|quantos|quantos são os|são quantas] [itens|produtos|artigos|peças]":
    "how many items are in it",
  "[quantas|quantos] [meias|camisas|camisetas|sapatos|canecas|pares|peças|unidades] [eu comprei|comprei|eu pedi|pedi|são|]":
    "how many socks did i order",
  // Questions about an order's destination, recipient and order date.
  "[vai ser entregue|vai ser enviado|vão entregar|será entregue|vão mandar] onde":
    "where will it be delivered",
  "[onde vai ser|onde vão|pra onde vai|para onde vai|pra onde mandaram|onde será] [entregue|entregar|]":
    "where is it going to",
  "[está no|tá no|é no|no] nome de quem": "under which name is it",
  "[quem é|qual é|qual] o destinatário": "who is the recipient",
  destinatário: "recipient",
  "[quando eu|quando|que dia eu|que dia] fiz [o pedido|esse pedido|a compra|essa compra|meu pedido]":
    "when did i order it",
  "[de quando|de que dia|de que data] é [esse pedido|o pedido|este pedido|a compra]":
    "when did i order it",
  "[o que significa|o que quer dizer|que significa|o que é|qual o significado de]":
    "what is meant by",
  "o que é isso": "what is that",
  "[em separação|em preparação|em processamento|processando]": "processing",
  "[enviado|postado|despachado]": "shipped",
  // Paying.
  "[ainda dá pra|ainda dá para|ainda posso|ainda consigo|ainda tem como] [pagar|pagar ainda|ainda pagar]":
    "can i still pay for it",
  "[como|onde] [eu|que eu|] [pago|faço pra pagar|faço para pagar|posso pagar] [esse|este|isso|o pedido|esse pedido|]":
    "how do i pay for it",
  // Lists.
  "[o pedido|meu pedido|a compra|o] mais recente": "my newest order",
  "[o pedido|meu pedido|a compra] mais [antigo|antiga]": "my oldest order",
  "[tudo que|tudo o que] [eu comprei|comprei|eu pedi|já comprei]": "everything i ordered",
  "[o que falta|o que ainda falta|o que eu preciso|falta o que] pagar": "what have i not paid yet",
  "[o que eu ainda não|o que ainda não] paguei": "what have i not paid yet",
  "[qual|quais|qual pedido] [já foi enviado|já foram enviados|já saiu|já foi postado|já está a caminho|já mandaram]":
    "which one has already shipped",
  // Questions about several orders at once.
  "[estão|tão|já estão] [todos|todas] [pagos|pagas]": "are they all paid",
  "[já|eu já|] paguei [todos os pedidos|todos|tudo|todos os meus pedidos]":
    "did i pay for all my orders",
  "[qual|quais|qual pedido|o que] ainda não [foi enviado|foram enviados|foi postado|saiu|enviaram|mandaram]":
    "which one has not been sent yet",
  "[todos os meus pedidos|todos os pedidos|todos|meus pedidos todos] já [foram enviados|foram postados|saíram]":
    "have all my orders been shipped",
  "já [enviaram|mandaram] [tudo|todos]": "has everything been sent",
  "[qual|quais|qual pedido|o que] [ainda não chegou|ainda não chegaram|não chegou ainda|falta chegar|está faltando chegar|ainda falta chegar]":
    "which one has not arrived yet",
  "[já|] chegaram todos [os meus pedidos|]": "have all my orders arrived",
  "quanto [dá|deu|é|custam|dão|somam] todos os meus pedidos [juntos|]":
    "how much did i spend on all my orders",
  "quanto [eu|] gastei [no total|ao todo|até agora|em tudo]":
    "how much did i spend on all my orders",
  "[qual|quais] [foi|é|era] [o pedido|meu pedido|a compra] mais [barato|barata]":
    "which order was the cheapest",
  "[o pedido mais barato|o mais barato|qual saiu mais barato|qual foi o mais barato] [de todos|]":
    "which order was the cheapest",
  "[qual|quais] [foi|é|era] [o pedido|meu pedido|a compra] mais [caro|cara]":
    "which order was the most expensive",
  "[o pedido mais caro|o mais caro|qual saiu mais caro|qual foi o mais caro] [de todos|]":
    "which order was the most expensive",
  "[qual|qual pedido|o que|qual deles] [chega|vai chegar] primeiro": "which one comes first",
  "[qual é o|qual o] próximo [pedido|] [a chegar|que chega|]": "which order arrives next",
  "[qual foi o último que|qual foi a última que|o que|qual foi o último pedido que] [chegou|recebi|chegou por último|eu recebi]":
    "which order arrived last",
  // What the order contains and how it was shipped.
  "[quanto foram|quanto custaram|quanto deram|quanto é|quanto foi|qual o valor|qual é o valor|quanto dá|quanto fica] [os produtos|os itens|] sem [o frete|frete]":
    "how much for just the items",
  "preço [por unidade|unitário|de cada um]": "price per piece",
  "[quanto custa|quanto foi|quanto é|quanto sai] [cada um|cada uma|a unidade|cada|o par|um só]":
    "how much is one of them",
  "[quando foi|que dia foi] [enviado|enviada|postado|postada|despachado]": "when was it shipped",
  "[que dia|quando] [vocês|vcs|] [postaram|enviaram|mandaram|despacharam] [o pedido|meu pedido|]":
    "when did you send it",
  "em quantos [pacotes|volumes|envios] [vem|chega|vai vir|]": "how many packages is it",
  "[vem|chega|vai] tudo [num pacote só|em um pacote só|no mesmo pacote|junto]":
    "does it come in one package",
  "[há|faz] quanto tempo [que|] [eu|] [fiz o pedido|pedi|comprei]": "how long ago did i order it",
  "[há|faz] quantos dias [que|] [eu|] [fiz o pedido|pedi|comprei]": "how long ago did i order it",
  "por que [meu pedido|o pedido|] [foi cancelado|cancelaram|está cancelado] [meu pedido|]":
    "why was my order canceled",
  "[faz|há] quantos dias [isso|foi isso]": "how many days ago was that",
  "quanto tempo [demorou|levou] [a entrega|pra chegar|para chegar]": "how long did delivery take",
};
