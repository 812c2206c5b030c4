import type { TopicWords } from "../../contract/language.ts";

/** The bot's Spanish replies, in the form of “tú”, to topics for which the shop has given no answer. */
export const topicWords: TopicWords = {
  topicReturns:
    "No conozco las normas de devolución de la tienda, pero una persona puede decirte cómo se hace y hasta cuándo.",
  topicRefund:
    "No puedo ver los reembolsos, pero una persona de la tienda puede decirte dónde está el dinero y cuándo llega.",
  topicExchange:
    "Yo no puedo cambiar artículos, pero una persona de la tienda puede decirte cómo se hace.",
  topicCancel:
    "Yo no puedo cancelar pedidos. Una persona de la tienda puede mientras no haya salido; después se hace como devolución.",
  topicChangeAddress:
    "Yo no puedo cambiar la dirección. Una persona de la tienda puede mientras no haya salido; después, pregunta al transportista.",
  topicChangeOrder:
    "Yo no puedo cambiar lo que lleva un pedido. Una persona de la tienda puede mientras no haya salido.",
  topicDamaged:
    "Siento que haya llegado así. Guárdalo todo y haz un par de fotos: una persona de la tienda lo resolverá contigo.",
  topicInvoice:
    "Yo no puedo hacer facturas ni recibos, pero una persona de la tienda puede enviártelos.",
  topicDeliveryTime:
    "No puedo decirte cuánto tarda el envío, pero una persona de la tienda sí. Cuando hayas pedido, puedo mirar por dónde va.",
  topicDeliveryCost:
    "No puedo decirte cuánto cuesta el envío, pero la tienda lo muestra al pagar y una persona puede decírtelo.",
  topicAbroad:
    "No puedo decirte adónde envía la tienda ni qué se paga en la aduana; una persona de la tienda sí.",
  topicCarriers:
    "No puedo decirte con qué transportistas envía la tienda, pero una persona sí. Cuando esté en camino, te diré cuál lo lleva.",
  topicPickUp: "No puedo decirte si se puede recoger en persona; alguien de la tienda sí.",
  topicPaymentMethods:
    "La tienda muestra al pagar qué formas de pago hay. Para algo especial, pregunta a una persona.",
  topicPaymentProblem:
    "Siento que el pago dé problemas. No puedo ver los pagos, pero una persona de la tienda puede mirarlo.",
  topicDiscount:
    "No conozco códigos ni ofertas, pero una persona de la tienda puede decirte cuáles hay y por qué no se acepta un código.",
  topicPriceProtection:
    "No puedo decirte si te devuelven la diferencia; una persona de la tienda sí.",
  topicStock:
    "No puedo ver las existencias, pero una persona de la tienda sí, y sabe cuándo habrá más.",
  topicSize:
    "No puedo decirte qué talla te queda. La página del artículo suele tener una guía, y una persona de la tienda puede aconsejarte.",
  topicProduct:
    "Sé más de pedidos que de artículos: lo que quieras saber de este, puede decírtelo una persona de la tienda.",
  topicWarranty:
    "No puedo decirte qué cubre la garantía, pero una persona de la tienda sí. El recibo ayuda.",
  topicRepair:
    "De reparaciones, piezas e instalación no sé, pero una persona de la tienda puede ayudarte.",
  topicOpeningHours:
    "No conozco el horario ni la dirección, pero están en la página de contacto, y una persona de la tienda puede decírtelos.",
  topicComplaint: "Siento que no haya ido bien. Conviene que lo sepa una persona de la tienda.",
  topicPrivacy:
    "No puedo ver ni borrar lo que se guarda sobre ti. La tienda puede hacer ambas cosas: pídeselo a una persona.",
  topicAccount:
    "No puedo entrar en tu cuenta. La página de acceso ayuda si olvidaste la contraseña; para lo demás, una persona de la tienda.",
  topicDeliveryWish:
    "Eso no puedo acordarlo con el transportista. En la página de seguimiento de la mayoría puedes elegir otro día, un lugar seguro, un vecino o un punto de recogida; también puede preguntarlo una persona de la tienda.",
  topicPickupCode:
    "El código de recogida lo envía el propio transportista, por SMS o correo, cuando el paquete está listo para recoger. Yo no lo tengo; una persona puede pedirlo.",
  topicGift:
    "Si se puede envolver para regalo o añadir una tarjeta, no lo sé; una persona de la tienda puede decírtelo.",
};
