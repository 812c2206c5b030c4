/** Spanish-speaking customers' problems, their requests that go beyond a fact, and their small talk with the bot. */
export const troubles: Readonly<Record<string, string>> = {
  "[me puede|me pueden|me podría|puede|pueden] [atender|ayudar|llamar] alguien":
    "i want to talk to a person",
  "[se está retrasando|se ha retrasado|se retrasó|viene retrasado|está demorado|va con retraso|tiene retraso]":
    "is late",
  "[ya debería|debería|ya tenía que|tenía que] [haber llegado|estar aquí|haberme llegado|llegar ayer]":
    "it should be here by now",
  "[está tardando|tarda|demora|está demorando|se demora|se está demorando] [demasiado|mucho|muchísimo|bastante]":
    "it takes far too long",
  "[no se actualiza|no se mueve|no avanza|lleva días parado|está parado|sigue igual] [desde hace días|hace días|hace varios días|]":
    "the tracking has not moved for days",
  "[sin moverse|sin movimiento|sin actualizar|sin actualizarse|sin cambios|sin avanzar]":
    "the tracking has not moved for days",
  "[dice|aparece como|aparece|sale como|figura como|marca] [entregado|entregada]":
    "it says delivered",
  "[vino|llegó|venía|me llegó] [dañado|dañada|roto|rota|quebrado|golpeado|rayado|con defecto|en mal estado|defectuoso]":
    "it arrived broken",
  "[está|vino|llegó] [agrietado|agrietada|rajado|rajada|roto|rota|partido|partida]": "it is broken",
  "[me llegó|llegó|vino|el pedido llegó] [incompleto|incompleta|a medias]": "an item is missing",
  "[faltan|me faltan|me falta|falta] [cosas|artículos|productos|un producto|algo|una pieza|piezas|un artículo|la mitad]":
    "an item is missing",
  "[me mandaron|me enviaron|me han enviado|me llegó|recibí|me han mandado] [otro color|otra talla|otra cosa|el artículo equivocado|el producto equivocado|algo equivocado|un producto equivocado|un color equivocado|otro producto|el color equivocado]":
    "you sent the wrong item",
  "[devolverlo|devolverla|devolverlos|regresarlo|retornarlo]": "to return it",
  "[cómo hago|cómo puedo hacer|cómo se hace|cómo funciona|cómo funcionan] [una devolución|la devolución|las devoluciones]":
    "how do returns work",
  "[cómo lo devuelvo|cómo devuelvo|cómo puedo devolver]": "how do i return it",
  "[cuándo me devuelven|cuándo me reembolsan|cuándo me regresan] [el dinero|mi dinero|]":
    "when do i get my money back",
  "[dónde está|qué pasa con|y] [mi reembolso|el reembolso]": "where is my refund",
  "[lo puedo|puedo|se puede|quiero|quisiera|me gustaría] [cambiar|cambiarlo|cambiarla|hacer un cambio] [por otra talla|por otro color|por otro|por una talla más grande|de talla|de color|por uno más grande]":
    "i want to exchange it for another size",
  "[puedo cambiarlo|se puede cambiar|lo puedo cambiar|quiero cambiarlo|hacer un cambio|puedo cambiarla]":
    "can i exchange it",
  "[se puede|puedo|quiero|quisiera|necesito|pueden] [anular|cancelar] [el pedido|mi pedido|la compra|mi compra|la orden]":
    "can i cancel my order",
  "[puedo|se puede|podría|quiero|quisiera] [agregar|añadir|sumar|incluir] [algo|un artículo|una cosa|un producto|otro artículo|algo más] [al pedido|a mi pedido|]":
    "can i add something to my order",
  "[cambiar|modificar|corregir] [la dirección|mi dirección] [de entrega|de envío|]":
    "change the address",
  "[me pueden|pueden|me puede] [facturar|hacer factura|dar factura|mandar la factura|enviar la factura]":
    "i need an invoice",
  "[qué|un|es un] [mal servicio|pésimo servicio|servicio malo|servicio pésimo]":
    "this is bad service",
  "[es|esto es|qué] [indignante|una vergüenza|el colmo|increíble|ridículo|inaceptable|una falta de respeto|una burla|vergüenza]":
    "this is ridiculous",
  "[voy a llamar|voy a hablar|llamaré|voy a contactar] [a|con] mi abogado": "i will call my lawyer",
  "[los voy a|les voy a|voy a|los vamos a] [denunciar|demandar|poner una denuncia]":
    "i will take legal action",
  // The bot itself.
  "[estoy hablando|hablo|hablando] con una persona o con [un bot|un robot|una máquina]":
    "are you a real person or a bot",
  "[eres una ia|eres una máquina|estoy hablando con un bot|hablo con un robot|hablo con un bot]":
    "are you a robot",
  "con quién [hablo|estoy hablando|tengo el gusto]": "who are you",
  "[se puede|podemos hablar|puedes hablar|hablas|habla|hablan|me puedes atender|atienden] [en|] [inglés|catalán|francés|alemán|portugués|italiano|gallego|euskera|chino]":
    "do you speak english",
  "[qué datos|qué información] [guardan|tienen|almacenan] [de mí|sobre mí|míos]":
    "what do you store about me",
  "[eliminen|elimina|eliminar|borrar|borra|borren] [mis datos|mi cuenta|mi información]":
    "delete my data",
  "[me avisan|me avisas|me puedes avisar|me pueden avisar|avísenme|avisen|me avisa]": "let me know",
  "cuando [salga|llegue|lo manden|esté en camino]": "when it arrives",
  "[espérame|espérate|espera un momento|espera tantito|dame un momento|un segundo|un ratito|dame un segundo] [tantito|poquito|]":
    "wait a moment",
  "[perdón|ups|uy|disculpa|disculpe|lo siento], [me equivoqué|lo escribí mal|escribí mal|error mío]":
    "sorry my mistake",
  "[lo escribí mal|escribí mal|me confundí|fue un error|error mío]": "my mistake",
  "[ups|uy]": "oops",
  "[disculpa|disculpe|lo siento]": "sorry",
  // The number, the email, the account.
  "[no tengo|no encuentro|perdí|no recuerdo|no me acuerdo del|no sé|olvidé] [el|mi] [número de pedido|número de orden|número]":
    "i lost the order number",
  "[dónde encuentro|dónde veo|dónde está|dónde sale|dónde aparece] [el|mi] [número de pedido|número de orden|número]":
    "where do i find the order number",
  "[cuál|qué] número": "which number",
  "[qué es|cuál es] el número de pedido": "what is an order number",
  "[no uso|no tengo] [email|correo|mail|correo electrónico|e-mail]": "i do not have an email",
  "[puede|puedes|pueden|lo puede|lo puedes|lo pueden] [buscarlo|buscar|buscarme|encontrarlo|localizarlo] [por|con] [mi nombre|mi teléfono|mi número de teléfono|el nombre|el teléfono|mi celular|mi móvil]":
    "can you find it by my name",
  "[compré|pedí|hice el pedido] [como invitado|como invitada|sin cuenta|sin registrarme]":
    "i bought it as a guest",
  "no [tengo|tengo una|hice|creé] cuenta": "i do not have an account",
  "[con qué|qué|en qué] cuenta [estoy conectado|estoy conectada|tengo abierta|estoy|entré|he entrado|inicié sesión]":
    "which account am i signed in as",
  "[pedido|compra|paquete] de [mi madre|mi mamá|mi padre|mi papá|mi esposo|mi esposa|mi marido|mi mujer|mi hija|mi hijo|mi hermana|mi hermano|mi abuela|mi novio|mi novia]":
    "my mother's order",
  "[el|un] [pedido|paquete] de [mi madre|mi mamá|mi padre|mi papá|mi esposo|mi esposa|mi marido|mi mujer|mi hija|mi hijo|mi hermana|mi hermano|mi abuela|mi novio|mi novia]":
    "my mother's order",
  "[pregunto|consulto|escribo] [por|para|de parte de] [mi esposo|mi esposa|mi marido|mi mujer|mi madre|mi mamá|mi papá|mi hija|mi hijo|mi hermana|mi abuela]":
    "i am asking for my husband",
  "[los pedidos|pedidos] de [otros|otras|otros clientes|otras personas|otra gente]":
    "other people's orders",
  "qué [pidió|compró] mi [vecina|vecino]": "what did my neighbor order",
  "[para qué|por qué] [necesita|necesitan|quieren|quiere|piden|me piden|necesitas|quieres|me pide|pides] [mi|el] [correo|email|mail|correo electrónico]":
    "why do you need my email",
  "[me han cobrado|me cobraron|me cobran] [de más|demasiado|más de lo debido|otra vez]":
    "you charged me too much",
  // Requests that only the carrier can fulfill, and gifts.
  "[déjenlo|déjelo|déjalo|dejarlo|dejen el paquete] [con|donde] [el vecino|la vecina|mi vecino|mi vecina|un vecino]":
    "leave it with my neighbor",
  "[puede|podría] [recogerlo|recibirlo|cogerlo|quedárselo] [mi vecino|mi vecina|el vecino|un vecino|la vecina]":
    "can my neighbor accept it",
  "[pueden|puede|podrían|puedes|que lo] [dejarlo|dejar el paquete|dejen] en [la puerta|la entrada|la portería|el portal|recepción]":
    "can you leave it at the door",
  "[no me llegó|no recibí|no me ha llegado|no tengo] el código [para recogerlo|de recogida|para recoger|para retirarlo|de retiro|]":
    "i did not get the pickup code",
  "[código para recogerlo|código de retiro|código para retirarlo]": "pickup code",
  "[lo pueden|pueden|se puede|me lo pueden|podrían] [envolver|envolverlo] [para regalo|como regalo|de regalo]":
    "do you do gift wrapping",
  "envoltorio de regalo": "gift wrapping",
  "[se puede|pueden|puedo] [agregar|añadir|poner|incluir] una [tarjeta de regalo con dedicatoria|tarjeta con dedicatoria|dedicatoria|tarjeta|nota] [de regalo|]":
    "can you add a greeting card",
  "es para [regalo|un regalo]": "it is a gift",
  // Reactions to the bot's last reply.
  "[seguro|segura|seguros|de verdad|estás seguro de eso|en serio]": "are you sure",
  "[entonces|y] [qué hago|qué tengo que hacer|qué debo hacer|ahora qué hago]": "then what do i do",
  "[no me entendiste|no me entiendes|no me has entendido|no es eso|eso no era|no pregunté eso|no te pregunté eso|no fue eso lo que pregunté]":
    "that is not what i asked",
  "[el seguro|un seguro|seguro de]": "insurance",
  "[es seguro|pago seguro]": "safe",
  "[por la mañana|en la mañana]": "in the morning",
  "cuántos años [tienes|tiene]": "how old are you",
};
