import type { ConcernWords } from "../../contract/language.ts";

/** The bot's Spanish answers, in the form of “tú”, to customers' problems and to requests that it cannot fulfill. */
export const concernWords: ConcernWords = {
  sorryLate: "Siento que tengas que esperar.",
  sorryStuck:
    "Siento que no se mueva. Si en dos días no cambia nada, una persona puede preguntar al transportista.",
  sorryNotHere:
    "Lo siento. El transportista dice que se entregó. Mira dónde suelen dejar los paquetes y pregunta a tus vecinos; a veces se marcan como entregados un día antes. Si mañana no ha aparecido, una persona puede reclamarlo al transportista.",
  sorryMissing:
    "Siento que falte algo. Mira si llega en otro paquete; si no, una persona lo resolverá contigo.",
  sorryWrong:
    "Siento que te haya llegado otra cosa. Guárdala como está y haz una foto: una persona lo resolverá contigo.",
  cannotHurry:
    "Yo no puedo hacer que llegue antes, pero una persona puede preguntar si es posible.",
  sorryComplaint: "Siento que no haya ido bien. Conviene que lo sepa una persona de la tienda.",
  sorryAnger: "Lo siento, entiendo tu enfado. Una persona puede hacer más que yo.",
  robot:
    "Sí, soy un programa: consulto pedidos y paquetes en el sistema de la tienda. Si prefieres hablar con una persona, dímelo.",
  notHuman:
    "No, soy un programa: consulto pedidos y paquetes en el sistema de la tienda. Si prefieres hablar con una persona, dímelo.",
  who: "Soy el chatbot de {bot}, un programa que consulta pedidos y paquetes. ¿Qué quieres saber?",
  speaks: "Sí, hablo {languages}. Escribe en el idioma que prefieras.",
  privacy:
    "Yo no puedo borrar nada. La tienda puede borrar todo lo que se guarda sobre ti y sobre este chat: pídeselo a una persona.",
  notify:
    "Todavía no puedo escribirte por mi cuenta. Pregúntame cuando quieras; muchos transportistas envían avisos desde su página de seguimiento.",
  waiting: "Tómate tu tiempo, aquí estoy.",
  noProblem: "No pasa nada.",
  resigned: "De acuerdo, lo dejamos. Aquí estoy si me necesitas.",
  whatNumber:
    "El número de pedido está en el correo de confirmación y en tu cuenta de la tienda. También sirve el correo con el que hiciste el pedido.",
  noEmail:
    "Entonces sirve el número de pedido: está en la confirmación que te llegó por correo o SMS, y en la factura. Si no tienes ninguno de los dos, una persona puede encontrar tu pedido.",
  byName:
    "No puedo buscar por nombre ni por teléfono: otros también pueden saberlos. Sirve el número de pedido o el correo con el que compraste. ¿Cuál tienes a mano?",
  byNameSignedIn:
    "Aquí no hacen falta ni nombre ni teléfono: has iniciado sesión y veo los pedidos de tu cuenta.",
  asGuest:
    "No pasa nada, no hace falta cuenta: basta el número de pedido o el correo con el que compraste. ¿Cuál tienes a mano?",
  onBehalf:
    "Si el pedido lo hizo otra persona, pídele el número de pedido o de seguimiento: con él puedo decirte cómo va. Lo demás solo se lo muestro a quien lo hizo. ¿Cuál es el número?",
  otherPeople: "Solo muestro un pedido a quien lo hizo, y con los tuyos es igual.",
  whyEmail:
    "El correo solo lo uso para encontrar tus pedidos en el sistema de la tienda. Si prefieres no enviarlo, sirve un número de pedido. Nunca necesito contraseñas ni números de tarjeta.",
  signedInAs:
    "Has iniciado sesión como {account}. Para usar otra cuenta, escribe antes «cerrar sesión».",
  signedInNot:
    "Aquí no hay ninguna sesión iniciada. Basta el correo con el que compraste o un número de pedido. ¿Cuál tienes a mano?",
  lookingAt: "Estoy consultando los pedidos de {account}. Para cambiarlo, escribe otro correo.",
  hiddenLines:
    "En esta lista solo puedo mostrar el estado y el mes de cada pedido. Envíame el número del que te interesa.",
  hiddenAgain:
    "Sin un número de pedido o una prueba de que eres tú, no puedo mostrar nada más de estos.",
  whichStatus:
    "Puedo explicar los estados de un pedido, por ejemplo «enviado». ¿A cuál te refieres? Para otras palabras hay una persona.",
  noneFits: "Ninguno encaja con eso. ¿Cuál de ellos?",
  whichOne: "¿Cuál de ellos?",
  leftOut: "Son más de los que consulto de una vez: pídeme el resto después.",

  listOpen1: "Tienes 1 pedido en curso:",
  listOpen: "Tienes {count} pedidos en curso:",
  listOpenMore: "Tienes más de {count} pedidos en curso. Los primeros:",
  listUnpaid1: "Tienes 1 pedido sin pagar:",
  listUnpaid: "Tienes {count} pedidos sin pagar:",
  listUnpaidMore: "Tienes más de {count} pedidos sin pagar. Los primeros:",
  listPast1: "Tienes 1 pedido anterior:",
  listPast: "Tienes {count} pedidos anteriores:",
  listPastMore: "Tienes más de {count} pedidos anteriores. Los primeros:",
  listPlaced: "Tus pedidos{span}:",
  listCanceled: "Tus pedidos cancelados{span}:",
  listDelivered: "Tus pedidos entregados{span}:",
  listShipped: "Tus pedidos{span} que van en camino:",
  listRefunded: "Tus pedidos reembolsados{span}:",
  listAll: "Tus pedidos, del más reciente al más antiguo:",
  goodsNone: "No encuentro nada con ese nombre en tus pedidos.",
  listNone: "No encuentro ninguno así entre tus pedidos.",

  notUnderstoodStill:
    "Lo siento, sigo sin entenderlo. Dímelo con otras palabras o habla con una persona.",
  greetingAgain: "Aquí estoy. ¿De qué se trata?",
  helpAgain:
    "Escribe, por ejemplo, «¿dónde está mi pedido?», un número de pedido o un número de seguimiento. Para lo demás hay una persona.",
  thanksAgain: "¡No hay de qué!",
  notedAgain: "De acuerdo.",
  lookOnlyAgain: "Eso también lo puede hacer solo una persona.",

  sorryForThat: "Siento lo ocurrido.",
  shopWroteIn: "La tienda solo ha escrito esto en {language}:",
  shopWroteAll:
    "Es todo lo que la tienda ha escrito sobre eso. Una persona de allí puede contarte más.",

  lookedAgain:
    "Acabo de mirarlo otra vez. {answer} Si eso no puede ser, una persona puede comprobarlo.",
  sureNone:
    "Entre los pedidos que puedo ver no encuentro ninguno así. Puede estar a nombre de otro correo: con el número de pedido de tu confirmación busco justo ese. Una persona puede seguir buscando.",
  sureShop:
    "Es lo que dice el sistema de la tienda, y yo no veo más que eso. Una persona puede comprobarlo.",
  misread: "Perdona, entonces te entendí mal. Dímelo con otras palabras o elige:",
  nextUnpaid:
    "Págalo en la tienda: se envía después. Si ya te han cobrado, una persona puede comprobar el pago.",
  nextWait:
    "De momento no tienes que hacer nada. Si tarda más de la cuenta, una persona puede averiguarlo.",
  nextFailed:
    "Lo normal es que vuelvan a intentarlo el siguiente día laborable. Busca un aviso o un mensaje del transportista: dice cómo elegir otro día o dónde recogerlo. Si no hay ninguno, una persona puede hablar con el transportista.",
  nextPickup:
    "Recógelo allí y lleva un documento de identidad y el código de recogida, si te han enviado uno.",
  nextDelivered:
    "Si ya lo tienes, está todo hecho. Si no, mira donde suelen dejar los paquetes y pregunta a los vecinos; una persona puede hablar con el transportista.",
  nextEnded:
    "De este pedido no se envía nada más. Si aún esperas dinero, o lo quieres después de todo, una persona puede ayudarte.",
  nextProblem:
    "Ahora le toca al transportista o a la tienda. Una persona puede averiguar si hace falta algo de ti.",
};
