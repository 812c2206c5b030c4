/** Brazilian customers' questions to a shop that are not about their orders. */
export const shopQuestions: Readonly<Record<string, string>> = {
  "[quanto tempo|em quanto tempo] [costuma demorar|demora normalmente|leva normalmente|costuma levar|demora em média|leva em média] [a entrega|o envio|pra chegar|para entregar|]":
    "how long does shipping usually take",
  "se eu [comprar|pedir|fechar] [hoje|agora] [chega quando|quando chega|chega que dia|quando eu recebo]":
    "if i order today when does it come",
  "quanto [custa|é|fica|sai|tá] [o frete|a entrega|o envio]": "what does shipping cost",
  "[a partir de quanto|a partir de que valor|acima de quanto] [o frete é grátis|tem frete grátis|é frete grátis|o frete sai grátis]":
    "from what amount is shipping free",
  "frete grátis": "free shipping",
  "[fazem|tem|vocês fazem|têm] [envio|entrega|envios] [internacional|internacionais|pro exterior|para o exterior|para fora do brasil]":
    "do you ship internationally",
  "[vocês enviam|enviam|vocês entregam|entregam|vocês mandam|mandam|vcs entregam|vcs enviam] [para|pra|em|no|na]":
    "do you ship to",
  "[vocês enviam|enviam|vocês entregam|mandam] [para o exterior|pro exterior|para fora]":
    "do you ship internationally",
  "[tem que|preciso|vou] pagar [alfândega|imposto de importação|taxa de importação]":
    "do i have to pay customs",
  "[com qual|por qual|qual|com que|quais] [transportadora|transportadoras|empresa] [vocês enviam|vocês usam|vocês trabalham|enviam|usam]":
    "which carriers do you ship with",
  "[vocês mandam|vocês enviam|mandam|enviam|entregam|trabalham] [por|com|pelo|pela] [sedex|correios|jadlog|loggi|transportadora|pac|total express]":
    "do you also ship with dhl",
  "[posso|dá pra|dá para|tem como|consigo] [retirar|buscar|pegar] [na loja|pessoalmente|aí|na loja física|no local]":
    "can i pick it up in your store",
  "retirada na loja": "store pickup",
  "[quais são as|quais as|que|quais] formas de pagamento [vocês aceitam|tem|aceitam|]":
    "which payment methods do you accept",
  "[aceita|aceitam|vocês aceitam|posso pagar com|posso pagar no|dá pra pagar com|dá pra pagar no|paga com] [pix|cartão|boleto|paypal|cartão de crédito|débito|crédito|vale|cartão de débito]":
    "can i pay with paypal",
  "[parcela|parcelam|dá pra parcelar|parcela em quantas vezes|pode parcelar]":
    "can i pay in installments",
  "[tem|vocês têm|tem algum|tem alguma|existe algum|rola|rola algum] [cupom de desconto|cupom|promoção|código de desconto|desconto|promo] [rolando|hoje|ativo|agora|]":
    "do you have a discount code",
  "cupom de desconto": "discount code",
  "agora [está|tá] mais [barato|barata|em conta]": "it is cheaper now",
  "[devolvem|vocês devolvem|me devolvem|reembolsam|recebo] a diferença":
    "do i get the difference back",
  "o preço [caiu|baixou|abaixou] [depois que eu comprei|depois da compra|depois|]":
    "the price dropped after i bought it",
  "[em estoque|no estoque|disponível|disponíveis]": "in stock",
  "[tem|vocês têm|ainda tem] [a caneca|o produto|a camisa|o tênis|esse produto|a peça|o modelo] [em estoque|disponível|no estoque]":
    "is the mug in stock",
  "quando [vai ter|vai voltar|volta|chega|terá|vão ter] [de novo|mais|ao estoque|novamente|no estoque]":
    "when is it back in stock",
  esgotado: "out of stock",
  "[qual|que] tamanho [eu preciso|devo pedir|eu uso|devo comprar|fica bom|serve|pedir|eu peço|preciso]":
    "which size do i need",
  "[o tênis|o sapato|a calça|o vestido|a blusa|ele|ela|a roupa|a bota] [tem forma pequena|tem forma grande|veste bem|veste pequeno|é pequeno|fica pequeno|tem a forma pequena]":
    "do the shoes run small",
  "[tabela|guia] de [medidas|tamanhos]": "size chart",
  "[de que|de qual|qual] [material|tecido] [é|é feita|é feito]": "what material is it made of",
  "[é|] feito de quê": "what is it made of",
  "[pode|dá pra|posso] [lavar|colocar|pôr] [na máquina|na lava-louças|na lavadora]":
    "is it dishwasher safe",
  "[é à prova d'água|é impermeável]": "is it waterproof",
  "[quanto tempo|quantos meses|quanto] [tem de|é a|dura a|de] garantia": "how long is the warranty",
  "[ainda|] [tá|está] na garantia": "is it still under warranty",
  "tem garantia": "is it under warranty",
  garantia: "warranty",
  "[vocês consertam|consertam|vocês arrumam|dá pra consertar|fazem conserto|tem conserto]":
    "can you repair it",
  conserto: "repair",
  "[vendem|tem|onde compro|onde acho] [peça|peças] de reposição": "where do i get spare parts",
  "[qual é o|qual o|qual] horário de [funcionamento|atendimento]": "what are your opening hours",
  "[abre|abrem|vocês abrem|estão abertos|funciona] [no sábado|aos sábados|no domingo|hoje|amanhã|no feriado|sábado|domingo]":
    "are you open on saturdays",
  "que horas [abre|abrem|fecha|fecham]": "when are you open",
  "[esqueci|perdi|não lembro] [minha|a] senha": "i forgot my password",
  "não consigo [entrar|acessar|logar|fazer login] [na minha conta|minha conta|na conta|]":
    "i can not log in to my account",
};
