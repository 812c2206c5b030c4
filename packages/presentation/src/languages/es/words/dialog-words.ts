import type { DialogWords } from "../../contract/language.ts";

/** All of the bot's Spanish texts, using “tú”. `{name}` marks a placeholder. */
export const dialogWords: DialogWords = {
  welcome:
    "Hola, aquí {bot}. Puedo consultar tus pedidos y paquetes. Escribe lo que quieras saber o elige:",
  help: "Puedo encontrar tus pedidos y decirte dónde están tus paquetes. Envíame un número de pedido, un número de paquete o el correo con el que hiciste la compra, por ejemplo: «¿dónde está mi pedido MB12345678?». Escribe «cancelar» en cualquier momento para parar.",
  menu: "¿Qué quieres hacer?",
  greeting: "¡Hola! ¿Qué quieres saber?",
  thanks: "De nada. Escribe cuando quieras si necesitas algo más.",
  noted: "De acuerdo. Escribe cuando quieras si necesitas algo más.",
  noMore: "No hay nada más que mostrar.",
  stopped: "De acuerdo, lo dejamos. ¿Qué quieres hacer?",
  nothingToStop: "Aquí no hay nada que parar, y no se ha cambiado nada. ¿Qué quieres hacer?",
  lookOnly:
    "Solo puedo consultar pedidos y paquetes. Para cambios, reembolsos y otras preguntas hay una persona.",
  notSpoken: "Lo siento, no hablo ese idioma. Aquí hablo {languages}.",
  notUnderstood:
    "Lo siento, con eso no puedo ayudarte: consulto pedidos y paquetes. Para lo demás puede ayudarte una persona.",
  notUnderstoodAgain:
    "Lo siento, con eso tampoco puedo ayudarte. Elige una de estas opciones o habla con una persona.",
  clarify: "¿Es sobre un pedido o sobre un paquete? Elige una opción:",
  textOnly:
    "Por ahora solo puedo leer texto: ni fotos, ni stickers, ni archivos, ni mensajes de voz. Dime con palabras qué necesitas, por ejemplo un número de pedido.",
  pictureTaken:
    "Yo no puedo ver fotos ni archivos, pero una persona sí. ¿Quieres que te atienda una persona? También puedes contarme con palabras qué necesitas.",
  sendPicture: "Enviar una foto o un PDF",
  pictureRefused: "No se admite: JPEG, PNG, WebP, HEIC o PDF de hasta 10 MB.",
  choiceExpired: "Ese botón ya no funciona aquí. ¿Qué quieres hacer?",

  askEmail: "¿Con qué correo hiciste el pedido? También sirve un número de pedido.",
  withCountryCode: "Escribe el teléfono con el prefijo del país, como +34 612 34 56 78.",
  phoneOrNumber: "¿{number} es tu teléfono o un número de pedido?",
  askOrderNumber: "¿Cuál es el número de pedido? Está en la confirmación de tu pedido.",
  askPackageNumber: "¿Cuál es el número de paquete o de pedido?",
  againEmail: "Eso no parece un correo, como name@example.com. ¿Con qué correo hiciste el pedido?",
  againOrderNumber:
    "Eso no parece un número de pedido: necesito de 3 a 64 letras o cifras. ¿Cuál es el número de pedido?",
  againPackageNumber:
    "Eso no parece un número de paquete: necesito de 3 a 64 letras o cifras. ¿Cuál es el número de paquete o de pedido?",
  stuck: "Podemos dejarlo, o puede ayudarte una persona. ¿Qué quieres hacer?",

  ordersOpenMasked: "Hay {count} en curso.",
  ordersUnpaidMasked: "Hay {count} sin pagar.",
  ordersPastMasked: "Hay {count} en el historial.",
  count1: "1 pedido",
  count2: "2 pedidos",
  countMore: "3 pedidos o más",
  noOrdersOpen: "No encuentro pedidos en curso. ¿Es uno sin pagar o uno anterior?",
  noOrdersUnpaid: "No encuentro pedidos sin pagar.",
  noOrdersPast: "No encuentro pedidos anteriores.",
  orderFoundMasked: "Por ahora, esto es todo lo que puedo mostrar con ese número:",
  ladderAccount:
    "Un correo por sí solo no demuestra quién pregunta, así que muestro solo el estado y el mes. Envíame un número de pedido para ver qué contiene y dónde está.",
  ladderNumber:
    "Un número como este no demuestra quién pregunta, así que muestro solo el estado. Envíame el correo con el que hiciste el pedido para ver lo demás.",
  ladderPackage: "Envíame el número de pedido para ver qué hay en el paquete.",
  ladderAccountOrCode:
    "Un correo por sí solo no demuestra quién pregunta, así que muestro solo el estado y el mes. Envíame un número de pedido para ver qué contiene, o recibe un código por correo para verlo todo.",
  ladderAccountOrSignIn:
    "Un correo por sí solo no demuestra quién pregunta, así que muestro solo el estado y el mes. Envíame un número de pedido para ver qué contiene, o demuestra que eres tú con uno de los botones para verlo todo.",
  askEmailForCode:
    "Para proteger tus pedidos, primero envío un código al correo con el que hiciste el pedido. ¿Qué correo es?",
  askCode: "¿Cuáles son las 6 cifras del correo que te he enviado?",
  againCode:
    "Necesito las 6 cifras del correo que te he enviado. Si no ha llegado, mira en la carpeta de spam o pídeme que lo envíe otra vez.",
  codeSent:
    "He enviado un código a {email}. Es válido durante 10 minutos. ¿Cuáles son sus 6 cifras? Si no llega nada, mira en la carpeta de spam.",
  codeLimited:
    "Por ahora se han enviado bastantes códigos a {email}. Puedes recibir el siguiente en {wait}, o usar otro correo.",
  codeLimitedPending:
    "No puedo enviar otro código a {email} hasta dentro de {wait}, pero el último sigue valiendo. ¿Cuáles son sus 6 cifras? Mira también en la carpeta de spam.",
  codeNotSent:
    "No se ha podido enviar el correo con el código. Es un fallo nuestro, no tuyo. Inténtalo de nuevo en un momento.",
  codeRefused:
    "Ese buzón no acepta mi correo, así que no puedo enviar un código allí. ¿Está bien escrito?",
  codeNotForEmail:
    "No puedo enviar un código a un correo escrito así. Puedes usar otro correo o un número de pedido.",
  codeNotForPhone:
    "Solo puedo enviar códigos por correo, no al teléfono. Para ver tus pedidos aquí, inicia sesión en la tienda, o habla con una persona.",
  codeRight: "Gracias, el código es correcto.",
  codeWrong:
    "Ese no es el código. Míralo de nuevo; vale el correo más reciente. Te quedan {tries} intentos.",
  codeWrongOnce:
    "Ese no es el código. Míralo de nuevo; vale el correo más reciente. Te queda un intento.",
  codeUsedUp: "Ese tampoco era el código, así que ya no vale. Puedes pedir uno nuevo.",
  codeExpired:
    "Ese código ya no vale: los códigos son válidos durante 10 minutos. Puedes pedir uno nuevo.",
  signInNeeded:
    "Esta tienda muestra los pedidos solo a clientes con la sesión iniciada. Inicia sesión en la página de la tienda y abre allí el chat, o habla con una persona.",
  linkMade:
    "Inicia sesión en la tienda con el botón y confirma allí. Después la página muestra 6 cifras: ¿cuáles son? El enlace es solo para ti y funciona una vez y durante 5 minutos. No confirmes nunca uno que te haya enviado otra persona.",
  linkLimited:
    "Por ahora has recibido bastantes enlaces para iniciar sesión. Puedes recibir el siguiente en {wait}, o hablar con una persona.",
  linkUnconfirmed:
    "La tienda todavía no lo ha confirmado. Inicia sesión con el botón de arriba y confirma allí; después la página muestra 6 cifras. ¿Cuáles son?",
  linkWrong:
    "Esas no son las cifras que muestra la página de la tienda. Míralas de nuevo. Te quedan {tries} intentos.",
  linkWrongOnce:
    "Esas no son las cifras que muestra la página de la tienda. Míralas de nuevo. Te queda un intento.",
  linkUsedUp: "Esas tampoco eran las cifras, así que ya no valen. Puedes iniciar sesión de nuevo.",
  linkExpired:
    "Ese inicio de sesión ya no vale: es válido durante 5 minutos. Puedes iniciar sesión de nuevo.",
  linked:
    "Gracias. Este chat queda vinculado a la cuenta {account} durante 30 días como máximo. Escribe «cerrar sesión» para terminarlo en cualquier momento.",
  askShown: "¿Cuáles son las 6 cifras que muestra la página de la tienda?",
  againShown:
    "Necesito las 6 cifras que muestra la página de la tienda después de confirmar. Si no muestra ninguna, inicia sesión otra vez.",
  signedOut:
    "Has cerrado la sesión, y aquí no mostraré nada más de tu cuenta. Lo que envié antes puede seguir más arriba.",
  notSignedIn: "Aquí nadie ha iniciado sesión.",
  packageByOrder: "Los paquetes los busco por sus pedidos.",
  limited:
    "Para proteger los pedidos de todos, en un rato solo consulto un número limitado de correos y números distintos. Inténtalo de nuevo en {wait}, o habla con una persona.",
  waitMinute: "un minuto",
  waitMinutes: "{count} minutos",
  waitHours: "{count} horas",
  userNotFound: "La tienda no tiene pedidos con ese correo. ¿Está bien escrito, o usaste otro?",
  orderNotInAccount:
    "No encuentro ningún pedido con el número {number} para ese correo. Comprueba los dos.",
  thatOrderNotInAccount: "Ya no encuentro ese pedido con ese correo.",
  thatNumberNotFound: "La tienda ya no tiene ese pedido o paquete.",
  numberNotFound:
    "La tienda no tiene ningún pedido ni paquete con el número {number}. Envíame el número completo, como aparece en la confirmación de tu pedido.",
  noPackages: "La tienda todavía no muestra ningún paquete para este pedido.",
  failed: "Lo siento, algo ha fallado por mi parte y no he podido terminar. Inténtalo de nuevo.",

  unavailable:
    "El sistema de la tienda no responde ahora, así que no puedo consultarlo. Eso no dice nada de tu pedido. Inténtalo de nuevo en un momento.",
  unavailableForNow:
    "El sistema de la tienda no está respondiendo, así que no puedo consultarlo. Eso no dice nada de tu pedido. Inténtalo más tarde, o habla con una persona.",
  unavailableAgain:
    "El sistema de la tienda sigue sin responder. Inténtalo más tarde, o habla con una persona.",

  reach: "Puedes hablar con una persona aquí: {contact}.",

  choiceOrders: "Mis pedidos",
  choicePackages: "Seguir un paquete",
  choiceHelp: "Ayuda",
  choicePerson: "Hablar con alguien",
  choiceStartOver: "Empezar de nuevo",
  choiceOpen: "En curso",
  choiceUnpaid: "Sin pagar",
  choicePast: "Anteriores",
  choiceMore: "Más",
  choiceRetry: "Intentar de nuevo",
  choiceTrack: "¿Dónde está?",
  choiceOrderOfPackage: "Ver el pedido",
  choiceGetCode: "Código por correo",
  choiceSignIn: "Entrar en la tienda",
  choiceNewLink: "Pedir otro enlace",
  choiceSignOut: "Cerrar sesión",
  choiceSendAgain: "Enviar otra vez",
  choiceNewCode: "Pedir otro código",
  choiceAllDetails: "Ver todo",
  choiceUseEmail: "Usar mi correo",
  choiceOtherEmail: "Otro correo",
  choiceIsPhone: "Mi teléfono",
  choiceIsNumber: "Un número de pedido",
  choiceUseOrderNumber: "Usar n.º de pedido",
  choiceOtherNumber: "Otro número",

  pageGreeting: "Aquí {bot}. Pregunta dónde está tu pedido y te responde el sistema de la tienda.",
  iceBreakerOrders: "¿Dónde está mi pedido?",
  iceBreakerPackages: "¿Dónde está mi paquete?",
  buttonCopyTracking: "Copiar seguimiento",

  mailSubject: "Tu código para el chat con {bot}",
  mailWhy:
    "Aquí {bot}. Alguien ha dado este correo en nuestro chat. Para demostrar que es tuyo, escribe este código en el chat:",
  mailValid: "El código es válido durante 10 minutos.",
  mailNotYou:
    "Si no lo has pedido tú, ignora este mensaje: sin el código nadie puede hacerse pasar por ti.",
  mailNever: "No des nunca el código a nadie: la tienda no te lo pedirá.",
  theTeam: "el equipo",
  transcriptSubject: "Su conversación con {bot}",
  transcriptBefore: "Ha pedido una copia de su conversación con {bot}. Aquí la tiene:",
  transcriptYou: "Usted",
  personSays: "{name}: {text}",
  transcriptAfter: "Puede mostrar sus pedidos: no la reenvíe a quien no deba verlos.",
};
