/** Spanish-speaking customers' questions to a shop that are not about their orders. */
export const shopQuestions: Readonly<Record<string, string>> = {
  "cuánto [suele tardar|tarda normalmente|tardan normalmente|suelen tardar|tarda] [el envío|un envío|la entrega|en llegar un pedido|los envíos]":
    "how long does shipping usually take",
  "si [compro|pido|hago el pedido|lo pido|ordeno] [hoy|ahora] [cuándo me llega|cuándo llega|cuándo llegaría|cuándo lo recibo]":
    "if i order today when does it come",
  "si [compro|pido|hago el pedido|lo pido|ordeno] [hoy|ahora], [cuándo me llega|cuándo llega|cuándo llegaría|cuándo lo recibo]":
    "if i order today when does it come",
  "[tiempo|plazo|plazos] de [envío|entrega] habitual": "usual shipping time",
  "cuánto [cuesta|cuestan|vale|es|cobran por] [el envío|los envíos|mandarlo]":
    "what does shipping cost",
  "[a partir de cuánto|desde cuánto|con qué monto] [es gratis el envío|el envío es gratis|hay envío gratis]":
    "from what amount is shipping free",
  "envío gratis": "free shipping",
  "[hacen|hacéis|realizan|ofrecen] envíos [internacionales|al extranjero|al exterior|fuera del país|a otros países]":
    "do you ship internationally",
  "[envían|enviáis|mandan|hacen envíos|entregan] [a|al]": "do you ship to",
  "[envían|mandan|enviáis] [al extranjero|al exterior|fuera del país]":
    "do you ship internationally",
  "[hay que|tengo que] pagar [aduana|aduanas|aranceles]": "do i have to pay customs",
  méxico: "mexico",
  "[con qué|qué|por qué] [empresa de mensajería|empresa|empresas|paquetería|mensajería|transportista|transportistas|agencia] [envían|enviáis|trabajan|mandan|usan]":
    "which carriers do you ship with",
  "[trabajan|envían|mandan|hacen envíos] [con|por]": "do you also ship with",
  "[trabajan|envían|mandan|hacen envíos] [con|por] [correos|seur|mrw|estafeta|servientrega|andreani]":
    "do you also ship with dhl",
  "[puedo|se puede|podría|puedo pasar a|se puede pasar a|puedo ir a] [recogerlo|recoger|retirarlo|retirar|recogerla|buscarlo] [en la tienda|en tienda|en persona|personalmente|por la tienda|]":
    "can i pick it up in your store",
  "[qué|cuáles son las|cuáles] [formas de pago|métodos de pago|medios de pago|formas de pagar] [aceptan|tienen|hay|aceptáis|]":
    "which payment methods do you accept",
  "[se puede|puedo|aceptan|aceptáis] [pagar|pago|] [con|por|en] [paypal|tarjeta|transferencia|bizum|oxxo|efectivo|mercado pago|cuotas|contra reembolso]":
    "can i pay with paypal",
  "[aceptan|aceptáis]": "do you accept",
  "[tienen|hay|tenéis|me das|existe] [algún|alguna|un|] [código de descuento|cupón|descuento|promo|promoción|oferta|código]":
    "do you have a discount code",
  "[código de descuento|código promocional]": "discount code",
  "[ahora está|ahora es|ya está|está] [más barato|más barata|rebajado]": "it is cheaper now",
  "[me devuelven|me reembolsan|me regresan|devuelven] la diferencia":
    "do i get the difference back",
  "[bajó|bajaron] [de|el] precio [después de que lo compré|después de comprarlo|después de mi compra|después|]":
    "the price dropped after i bought it",
  "[en stock|disponible|disponibles|en existencia]": "in stock",
  "[tienen|tenéis|hay|les queda|quedan] [la taza|el producto|este producto|esto|la lámpara] [en stock|disponible]":
    "is the mug in stock",
  "cuándo [vuelven a tenerlo|vuelve a estar disponible|vuelven a tener|lo reponen|reponen|vuelve|habrá otra vez|tendrán de nuevo]":
    "when is it back in stock",
  agotado: "out of stock",
  "qué talla [necesito|me queda|debo pedir|me conviene|tengo que pedir|pido]":
    "which size do i need",
  "[los zapatos|las zapatillas|los tenis|la chaqueta|el vestido|los pantalones|la ropa|] [tallan|talla|calzan|viene|vienen] [pequeño|grande|chico|normal|pequeños|grandes]":
    "do the shoes run small",
  "[guía de tallas|tabla de tallas]": "size chart",
  "[de qué material|de qué tela|de qué] [es|está hecho|está hecha|son]":
    "what material is it made of",
  "[se puede lavar|se puede meter|puede ir|va] [en|en el|al] [lavavajillas|lavadora|lavaplatos]":
    "is it dishwasher safe",
  "[es resistente al agua|es impermeable]": "is it waterproof",
  "cuánto [dura|tiempo tiene de|es] [la garantía|garantía]": "how long is the warranty",
  "[tiene|tienen|está en|sigue en|hay] garantía": "is it under warranty",
  garantía: "warranty",
  "[lo pueden|pueden|se puede|lo podéis] [reparar|repararlo|arreglar|arreglarlo]":
    "can you repair it",
  "[venden|tienen|vendéis|dónde consigo] [repuestos|refacciones|recambios|piezas de repuesto]":
    "where do i get spare parts",
  "[repuestos|recambios]": "spare parts",
  "[cuál es el|qué|cuáles son los] [horario|horarios] [de la tienda|de atención|tienen|de apertura|]":
    "what are your opening hours",
  "[abren|están abiertos|abrís|atienden] [los sábados|los domingos|el sábado|el domingo|hoy|mañana|los festivos]":
    "are you open on saturdays",
  "a qué hora [abren|cierran|abre|cierra]": "when are you open",
  "[olvidé|perdí|no recuerdo|se me olvidó] [mi|la] [contraseña|clave]": "i forgot my password",
  "[no puedo|no me deja|no logro|no consigo] [entrar|acceder|ingresar|iniciar sesión] [en mi cuenta|a mi cuenta|]":
    "i can not log in to my account",
};
