/** Spanish-speaking customers' questions about one order or several. */
export const orderQuestions: Readonly<Record<string, string>> = {
  hoy: "today",
  mañana: "tomorrow",
  "pasado mañana": "the day after tomorrow",
  cuál: "which",
  "[cuál es|cuáles son]": "what is",
  cuánto: "how much",
  "[cuántos|cuántas]": "how many",
  "[cuántos|cuántas] [pedidos|compras] [tengo|hice|he hecho|llevo]": "how many orders do i have",
  "número de pedido": "order number",
  "[me pasas|me das|me puedes dar|me mandas|me envías|pásame|dame|mándame|envíame]": "give me",
  // Questions about where an order is and when it arrives.
  "[dónde está|dónde anda|por dónde anda|dónde se encuentra|dónde quedó] [ahora|mi pedido ahora|mi compra|eso|]":
    "where is it",
  "[ya salió|ya fue enviado|ya está enviado|ya se despachó|ya lo despacharon|ya lo mandaron|ya enviaron|ya mandaron|ya despacharon] [mi pedido|el pedido|mi paquete|]":
    "has it shipped",
  "[cuándo sale|cuándo lo envían|cuándo lo mandan|cuándo envían|cuándo despachan]":
    "when will it be shipped",
  "[seguro que|de verdad|sí|] [llega|me llega|llegará|viene|va a llegar] [hoy|hoy mismo]":
    "will it arrive today",
  "[seguro que|de verdad|sí|] [llega|me llega|llegará|viene|va a llegar] mañana":
    "will it arrive tomorrow",
  "[cuándo lo tengo|cuándo lo recibo|cuándo me lo entregan|cuándo lo entregan|para cuándo|para cuándo llega|qué día llega|cuándo estaría llegando|a qué hora llega]":
    "when will it arrive",
  "[ya lo entregaron|ya fue entregado|ya está entregado|ya se entregó|se entregó ya|lo han entregado|lo entregaron]":
    "was it delivered",
  "[quién lo recibió|quién recibió|quién recibió el paquete|quién firmó|quién lo firmó|quién lo recogió]":
    "who signed for it",
  // Which carrier brings the order, and how to track it.
  "[con qué|por qué|qué] [paquetería|mensajería|empresa|transportista|compañía|agencia] [viene|llega|lo trae|lo lleva|lo mandan|lo entrega|lo envían]":
    "which carrier brings it",
  "[viene por|viene con|lo trae|lo manda]": "is it with",
  "para [seguirlo|rastrearlo|seguir el envío|ver dónde está]": "to follow it",
  "[puede llegar|podría llegar|llega] [antes|más pronto|más temprano]": "can it come sooner",
  "[se puede|pueden|podrían|puedes] [acelerar|acelerarlo|agilizar|agilizarlo|apurar|apurarlo]":
    "can you speed it up",
  "hay [un|algún] [enlace|link] [para seguirlo|para rastrearlo|de seguimiento|]":
    "is there a link to follow it",
  // Questions about the cost.
  "[en cuánto me salió|cuánto me salió|cuánto pagué en total|cuánto fue en total|cuánto gasté en eso|cuánto me cobraron]":
    "how much did it cost",
  "[cuánto me cobraron|cuánto pagué|cuánto fue] [de|por el|por] envío": "how much was shipping",
  "[me aplicaron|me hicieron|tuve|me dieron|tiene] [algún|el|un|] [descuento|cupón]":
    "did i get a discount",
  "[se usó|se aplicó|usaron|aplicaron|funcionó] [mi|el] [cupón|código|descuento]":
    "was my coupon used",
  "[está incluido|incluye|viene incluido|ya incluye] [el envío|los gastos de envío|el iva|el impuesto] [en el precio|en el total|]":
    "is shipping included",
  "con o sin [envío|iva|gastos de envío]": "with or without shipping",
  // Questions about the contents.
  "[qué contiene|qué trae|qué hay en|qué venía en|qué incluye] [el pedido|mi pedido|el paquete|]":
    "what is in it",
  "[qué fue lo que|qué es lo que|qué cosas] [pedí|compré|ordené|encargué]": "what did i order",
  "[cuántos|cuántas] [artículos|cosas|productos|piezas|unidades] [son|hay|tiene|pedí|compré|]":
    "how many items are in it",
  "[cuántos|cuántas] [calcetines|camisas|camisetas|zapatos|tazas|pares|platos] [pedí|compré|son|]":
    "how many socks did i order",
  // Questions about an order's destination, recipient and order date.
  "[a qué dirección|a dónde|adónde|dónde] [lo envían|lo mandan|va|lo entregan|me lo mandan|se envía|llega]":
    "where is it going to",
  "a nombre de quién [va|está|es|viene|sale|]": "under which name is it",
  "[quién es|quién figura como|quién aparece como] [el destinatario|destinatario]":
    "who is the recipient",
  destinatario: "recipient",
  "[de qué fecha es|cuándo fue|de cuándo es] [el pedido|mi pedido|este pedido|la compra|]":
    "when did i order it",
  "[qué día|cuándo] [hice|realicé] [el pedido|la compra|este pedido|mi pedido]":
    "when did i order it",
  "[qué significa|qué quiere decir|qué es eso de]": "what is meant by",
  "[en preparación|en proceso|procesando]": "processing",
  enviado: "shipped",
  "en reparto": "out for delivery",
  // Paying.
  "[aún puedo pagar|todavía puedo pagar|puedo pagar todavía|puedo pagar aún|se puede pagar todavía|puedo pagarlo todavía|aún puedo pagarlo|todavía puedo pagarlo]":
    "can i still pay for it",
  "[cómo pago|cómo lo pago|dónde pago|dónde lo pago|cómo puedo pagar|cómo puedo pagarlo|dónde puedo pagar] [este|esto|el pedido|este pedido|]":
    "how do i pay for it",
  pagar: "pay",
  // Lists.
  "[el pedido|mi pedido|la compra|el] más reciente": "my newest order",
  "[el pedido|mi pedido|la compra] más [antiguo|antigua|viejo|vieja]": "my oldest order",
  "todo lo que [he pedido|pedí|he comprado|compré]": "everything i ordered",
  "[qué me falta por pagar|qué me queda por pagar|qué no he pagado|qué falta por pagar|cuáles no he pagado|qué debo]":
    "my unpaid orders",
  "[cuál|cuáles|qué pedido] [ya se envió|ya salió|ya fue enviado|ya fueron enviados|ya se enviaron|ya está en camino|ya enviaron]":
    "which one has already shipped",
  // Questions about several orders at once.
  "[están|ya están] [todos|todas] [pagados|pagadas]": "are they all paid",
  "[ya pagué|he pagado|pagué] [todo|todos|todos los pedidos|todos mis pedidos|todas mis compras]":
    "did i pay for all my orders",
  "[cuál|cuáles|qué pedido|qué] [no se ha enviado|no se ha mandado|no ha salido|aún no se ha enviado|todavía no se ha enviado|no han enviado|no se envió|falta por enviar] [todavía|aún|]":
    "which one has not been sent yet",
  "[ya enviaron|ya mandaron|ya salieron|ya se enviaron|se han enviado] [todos|todo|todos mis pedidos|todos los pedidos]":
    "have all my orders been shipped",
  "[cuál|cuáles|qué pedido|qué] [no ha llegado|no llegó|aún no llega|todavía no llega|aún no ha llegado|todavía no ha llegado|me falta por recibir|falta por llegar|falta] [todavía|aún|]":
    "which one has not arrived yet",
  "[ya llegaron|han llegado] [todos|todo|todos mis pedidos]": "have all my orders arrived",
  "[cuánto suman|cuánto cuestan|cuánto son|cuánto es] [todos mis pedidos|todos los pedidos|todas mis compras] [juntos|]":
    "how much did i spend on all my orders",
  "[cuánto he gastado|cuánto gasté|cuánto llevo gastado] [en total|en todo|en todos mis pedidos|hasta ahora|]":
    "how much did i spend on all my orders",
  "[cuál|cuáles] [fue|es|era] [el pedido|mi pedido|la compra] más [barato|barata|económico]":
    "which order was the cheapest",
  "[el pedido más barato|el más barato|cuál me salió más barato|cuál fue el más barato] [de todos|]":
    "the cheapest order",
  "[cuál|cuáles] [fue|es|era] [el pedido|mi pedido|la compra] más [caro|cara]":
    "which order was the most expensive",
  "[el pedido más caro|el más caro|cuál me salió más caro|cuál fue el más caro] [de todos|]":
    "the most expensive order",
  "[cuál|qué|qué pedido|qué paquete] [llega|va a llegar|llegará] [primero|antes]":
    "which one comes first",
  "[qué pedido|cuál] [es el próximo|es el siguiente|sigue] [en llegar|]":
    "which order arrives next",
  "[qué fue lo último que|cuál fue lo último que|cuál fue el último que|cuál es el último que|qué pedido] [llegó|me llegó|recibí|me entregaron|llegó último]":
    "which order arrived last",
  // What the order contains and how it was shipped.
  "[cuánto es|cuánto cuestan|cuánto cuesta|cuánto fue|el total] [los artículos|los productos|la mercancía|] sin [el envío|envío|los gastos de envío]":
    "how much for just the items",
  "precio [por unidad|unitario|de cada uno]": "price per piece",
  "[cuánto cuesta|cuánto vale|a cuánto está|cuánto sale] [cada uno|cada una|uno solo|la unidad|el par]":
    "how much is one of them",
  "[cuándo lo enviaron|cuándo lo mandaron|cuándo salió|qué día salió|cuándo se envió|cuándo lo despacharon|cuándo enviaron mi pedido|qué día lo enviaron]":
    "when was it shipped",
  "en cuántos [paquetes|envíos|bultos] [viene|llega|lo mandan|]": "how many packages is it",
  "[viene|llega|va] todo en [un paquete|un solo paquete|un envío|la misma caja]":
    "does it come in one package",
  "[ya llegó|llegó] [mi paquete|el paquete|mi pedido|el pedido]": "did it arrive",
  "hace [cuánto|cuánto tiempo|cuántos días] [hice el pedido|lo pedí|pedí|lo compré|compré]":
    "how long ago did i order it",
  "por qué [se canceló|cancelaron|fue cancelado|está cancelado|se ha cancelado|han cancelado] [mi pedido|el pedido|]":
    "why was my order canceled",
  "hace [cuántos días|cuánto] fue [eso|]": "how many days ago was that",
  "cuánto tardó [la entrega|el envío|en llegar]": "how long did delivery take",
};
