import type { AccountWords } from "../../contract/language.ts";

/** The phrases for shops that find customers by phone number, or by phone number or email. */
export const accountWords: AccountWords = {
  phone: {
    help: "Puedo encontrar tus pedidos y decirte dónde están tus paquetes. Envíame un número de pedido, un número de paquete o el teléfono con el que hiciste la compra, por ejemplo: «¿dónde está mi pedido MB12345678?». Escribe «cancelar» en cualquier momento para parar.",
    askEmail: "¿Con qué teléfono hiciste el pedido? También sirve un número de pedido.",
    againEmail:
      "Con eso no puedo buscar: no parece un teléfono. Escríbelo completo y, si es de otro país, con el prefijo, como +34 612 34 56 78. ¿Con qué teléfono hiciste el pedido?",
    ladderAccount:
      "Un teléfono por sí solo no demuestra quién pregunta, así que muestro solo el estado y el mes. Envíame un número de pedido para ver qué contiene y dónde está.",
    ladderAccountOrSignIn:
      "Un teléfono por sí solo no demuestra quién pregunta, así que muestro solo el estado y el mes. Envíame un número de pedido para ver qué contiene, o demuestra que eres tú con uno de los botones para verlo todo.",
    ladderNumber:
      "Un número como este no demuestra quién pregunta, así que muestro solo el estado. Envíame el teléfono con el que hiciste el pedido para ver lo demás.",
    limited:
      "Para proteger los pedidos de todos, en un rato solo consulto un número limitado de teléfonos y pedidos distintos. Inténtalo de nuevo en {wait}, o habla con una persona.",
    userNotFound:
      "La tienda no tiene pedidos con ese teléfono. ¿Está bien escrito y con el prefijo correcto, o usaste otro?",
    orderNotInAccount:
      "No encuentro ningún pedido con el número {number} para ese teléfono. Comprueba los dos.",
    thatOrderNotInAccount: "Ya no encuentro ese pedido con ese teléfono.",
    choiceUseEmail: "Usar mi teléfono",
    choiceOtherEmail: "Otro teléfono",
    whatNumber:
      "El número de pedido está en el mensaje de confirmación y en tu cuenta de la tienda. También sirve el teléfono con el que hiciste el pedido.",
    noEmail:
      "Aquí no hace falta correo: sirve el teléfono con el que hiciste el pedido, o el número de pedido. Si no tienes ninguno de los dos, una persona puede encontrar tu pedido.",
    byName:
      "No puedo buscar por nombre: otros también pueden saberlo. Sirve el número de pedido o el teléfono con el que compraste. ¿Cuál tienes a mano?",
    asGuest:
      "No pasa nada, no hace falta cuenta: basta el número de pedido o el teléfono con el que compraste. ¿Cuál tienes a mano?",
    whyEmail:
      "El teléfono solo lo uso para encontrar tus pedidos en el sistema de la tienda. Si prefieres no enviarlo, sirve un número de pedido. Nunca necesito contraseñas ni números de tarjeta.",
    signedInNot:
      "Aquí no hay ninguna sesión iniciada. Basta el teléfono con el que compraste o un número de pedido. ¿Cuál tienes a mano?",
    lookingAt: "Estoy consultando los pedidos de {account}. Para cambiarlo, escribe otro teléfono.",
  },
  both: {
    help: "Puedo encontrar tus pedidos y decirte dónde están tus paquetes. Envíame un número de pedido, un número de paquete o el correo o teléfono con el que hiciste la compra, por ejemplo: «¿dónde está mi pedido MB12345678?». Escribe «cancelar» en cualquier momento para parar.",
    askEmail: "¿Con qué correo o teléfono hiciste el pedido? También sirve un número de pedido.",
    againEmail:
      "Eso no parece un correo, como name@example.com, ni un teléfono, como +34 612 34 56 78. ¿Con cuál de los dos hiciste el pedido?",
    ladderNumber:
      "Un número como este no demuestra quién pregunta, así que muestro solo el estado. Envíame el correo o el teléfono con el que hiciste el pedido para ver lo demás.",
    limited:
      "Para proteger los pedidos de todos, en un rato solo consulto un número limitado de correos, teléfonos y pedidos distintos. Inténtalo de nuevo en {wait}, o habla con una persona.",
    choiceUseEmail: "Correo o teléfono",
    choiceOtherEmail: "Otro correo o tel.",
    whatNumber:
      "El número de pedido está en el mensaje de confirmación y en tu cuenta de la tienda. También sirve el correo o el teléfono con el que hiciste el pedido.",
    noEmail:
      "Entonces sirve el teléfono con el que hiciste el pedido, o el número de pedido, que está en la confirmación y en la factura. Si no tienes ninguno de los dos, una persona puede encontrar tu pedido.",
    byName:
      "No puedo buscar por nombre: otros también pueden saberlo. Sirve el número de pedido, o el correo o el teléfono con el que compraste. ¿Cuál tienes a mano?",
    asGuest:
      "No pasa nada, no hace falta cuenta: basta el número de pedido, o el correo o el teléfono con el que compraste. ¿Cuál tienes a mano?",
    whyEmail:
      "El correo o el teléfono solo los uso para encontrar tus pedidos en el sistema de la tienda. Si prefieres no enviarlos, sirve un número de pedido. Nunca necesito contraseñas ni números de tarjeta.",
    signedInNot:
      "Aquí no hay ninguna sesión iniciada. Basta el correo o el teléfono con el que compraste, o un número de pedido. ¿Cuál tienes a mano?",
    lookingAt:
      "Estoy consultando los pedidos de {account}. Para cambiarlo, escribe otro correo o teléfono.",
  },
};
