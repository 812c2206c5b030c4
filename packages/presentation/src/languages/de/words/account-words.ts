import type { AccountWords } from "../../contract/language.ts";

/** Was statt dessen gesagt wird, wo Kundinnen und Kunden über ihre Telefonnummer gefunden werden. */
export const accountWords: AccountWords = {
  phone: {
    help: "Ich finde Ihre Bestellungen und sage Ihnen, wo Ihre Pakete sind. Schicken Sie mir eine Bestellnummer, eine Paketnummer oder die Telefonnummer Ihrer Bestellung, zum Beispiel „Wo ist meine Bestellung MB12345678?“. Mit „abbrechen“ können Sie jederzeit aufhören.",
    askEmail: "Mit welcher Telefonnummer haben Sie bestellt? Eine Bestellnummer geht auch.",
    againEmail:
      "Mit dieser Telefonnummer kann ich nicht suchen. Bitte schreiben Sie sie vollständig, eine ausländische mit Landesvorwahl, etwa +49 1512 3456789. Mit welcher Telefonnummer haben Sie bestellt?",
    ladderAccount:
      "Eine Telefonnummer allein beweist nicht, wer fragt. Deshalb zeige ich nur den Status und den Monat. Schicken Sie mir eine Bestellnummer, um zu sehen, was darin ist und wo es ist.",
    ladderAccountOrSignIn:
      "Eine Telefonnummer allein beweist nicht, wer fragt. Deshalb zeige ich nur den Status und den Monat. Schicken Sie mir eine Bestellnummer, um zu sehen, was darin ist, oder zeigen Sie über eine der Schaltflächen, dass Sie es sind, um alles zu sehen.",
    ladderNumber:
      "Eine solche Nummer beweist nicht, wer fragt. Deshalb zeige ich nur den Status. Schicken Sie mir die Telefonnummer Ihrer Bestellung, um den Rest zu sehen.",
    limited:
      "Zum Schutz aller Bestellungen sehe ich in einer gewissen Zeit nur nach begrenzt vielen Telefon- und Bestellnummern. Bitte versuchen Sie es in {wait} noch einmal, oder wenden Sie sich an den Kundenservice.",
    userNotFound:
      "Der Shop kennt zu dieser Telefonnummer keine Bestellungen. Stimmen Nummer und Landesvorwahl, oder haben Sie eine andere angegeben?",
    orderNotInAccount:
      "Zu dieser Telefonnummer finde ich keine Bestellung mit der Nummer {number}. Bitte prüfen Sie beides.",
    thatOrderNotInAccount: "Diese Bestellung finde ich zu dieser Telefonnummer nicht mehr.",
    choiceUseEmail: "Per Telefonnummer",
    choiceOtherEmail: "Andere Telefonnummer",
    whatNumber:
      "Die Bestellnummer steht in der Bestellbestätigung und in Ihrem Konto im Shop. Die Telefonnummer Ihrer Bestellung geht auch.",
    noEmail:
      "Eine E-Mail-Adresse brauchen Sie hier nicht: Die Telefonnummer Ihrer Bestellung oder die Bestellnummer genügt. Haben Sie beides nicht, findet der Kundenservice Ihre Bestellung.",
    byName:
      "Nach Namen kann ich nicht suchen: Die kennen auch andere. Es geht mit der Bestellnummer oder der Telefonnummer Ihrer Bestellung. Was haben Sie zur Hand?",
    asGuest:
      "Kein Problem, ein Konto braucht es nicht: Die Bestellnummer oder die Telefonnummer der Bestellung genügt. Was haben Sie zur Hand?",
    whyEmail:
      "Die Telefonnummer brauche ich nur, um Ihre Bestellungen im System des Shops zu finden. Wenn Sie das nicht möchten, genügt eine Bestellnummer. Passwörter oder Kartennummern brauche ich nie.",
    signedInNot:
      "Hier ist niemand angemeldet. Die Telefonnummer der Bestellung oder eine Bestellnummer genügt. Was haben Sie zur Hand?",
    lookingAt:
      "Ich sehe gerade nach den Bestellungen von {account}. Für andere schreiben Sie eine andere Telefonnummer.",
  },
  both: {
    help: "Ich finde Ihre Bestellungen und sage Ihnen, wo Ihre Pakete sind. Schicken Sie mir eine Bestellnummer, eine Paketnummer oder die E-Mail-Adresse oder Telefonnummer Ihrer Bestellung, zum Beispiel „Wo ist meine Bestellung MB12345678?“. Mit „abbrechen“ können Sie jederzeit aufhören.",
    askEmail:
      "Mit welcher E-Mail-Adresse oder Telefonnummer haben Sie bestellt? Eine Bestellnummer geht auch.",
    againEmail:
      "Das sieht weder wie eine E-Mail-Adresse aus, etwa name@example.com, noch wie eine Telefonnummer, etwa +49 1512 3456789. Womit haben Sie bestellt?",
    ladderNumber:
      "Eine solche Nummer beweist nicht, wer fragt. Deshalb zeige ich nur den Status. Schicken Sie mir die E-Mail-Adresse oder Telefonnummer Ihrer Bestellung, um den Rest zu sehen.",
    limited:
      "Zum Schutz aller Bestellungen sehe ich in einer gewissen Zeit nur nach begrenzt vielen Adressen, Telefon- und Bestellnummern. Bitte versuchen Sie es in {wait} noch einmal, oder wenden Sie sich an den Kundenservice.",
    choiceUseEmail: "E-Mail oder Telefon",
    choiceOtherEmail: "Andere Mail/Telefon",
    whatNumber:
      "Die Bestellnummer steht in der Bestellbestätigung und in Ihrem Konto im Shop. Die E-Mail-Adresse oder Telefonnummer Ihrer Bestellung geht auch.",
    noEmail:
      "Dann hilft die Telefonnummer Ihrer Bestellung oder die Bestellnummer: Sie steht in der Bestätigung und auf der Rechnung. Haben Sie beides nicht, findet der Kundenservice Ihre Bestellung.",
    byName:
      "Nach Namen kann ich nicht suchen: Die kennen auch andere. Es geht mit der Bestellnummer oder mit der E-Mail-Adresse oder Telefonnummer Ihrer Bestellung. Was haben Sie zur Hand?",
    asGuest:
      "Kein Problem, ein Konto braucht es nicht: Die Bestellnummer oder die E-Mail-Adresse oder Telefonnummer der Bestellung genügt. Was haben Sie zur Hand?",
    whyEmail:
      "Die E-Mail-Adresse oder Telefonnummer brauche ich nur, um Ihre Bestellungen im System des Shops zu finden. Wenn Sie das nicht möchten, genügt eine Bestellnummer. Passwörter oder Kartennummern brauche ich nie.",
    signedInNot:
      "Hier ist niemand angemeldet. Die E-Mail-Adresse oder Telefonnummer der Bestellung oder eine Bestellnummer genügt. Was haben Sie zur Hand?",
    lookingAt:
      "Ich sehe gerade nach den Bestellungen von {account}. Für andere schreiben Sie eine andere E-Mail-Adresse oder Telefonnummer.",
  },
};
