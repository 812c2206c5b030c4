import type { DialogWords } from "../../contract/language.ts";

/** All of the bot's German texts, using „Sie“. `{name}` marks a placeholder. */
export const dialogWords: DialogWords = {
  welcome:
    "Guten Tag, hier ist {bot}. Ich sehe für Sie nach Bestellungen und Paketen. Schreiben Sie einfach, was Sie wissen möchten, oder wählen Sie:",
  help: "Ich finde Ihre Bestellungen und sage Ihnen, wo Ihre Pakete sind. Schicken Sie mir eine Bestellnummer, eine Paketnummer oder die E-Mail-Adresse Ihrer Bestellung, zum Beispiel „Wo ist meine Bestellung MB12345678?“. Mit „abbrechen“ können Sie jederzeit aufhören.",
  menu: "Was möchten Sie tun?",
  greeting: "Guten Tag! Was möchten Sie wissen?",
  thanks: "Gern geschehen. Schreiben Sie jederzeit, wenn noch etwas ist.",
  noted: "In Ordnung. Schreiben Sie jederzeit, wenn noch etwas ist.",
  noMore: "Mehr gibt es nicht anzuzeigen.",
  stopped: "In Ordnung, wir lassen das. Was möchten Sie tun?",
  nothingToStop:
    "Hier gibt es nichts abzubrechen, und es wurde nichts geändert. Was möchten Sie tun?",
  lookOnly:
    "Ich kann nur nach Bestellungen und Paketen sehen. Für Änderungen, Erstattungen und andere Fragen gibt es den Kundenservice.",
  notSpoken: "Diese Sprache spreche ich leider nicht. Hier spreche ich {languages}.",
  notUnderstood:
    "Dabei kann ich leider nicht helfen: Ich sehe nach Bestellungen und Paketen. Bei allem anderen hilft Ihnen der Kundenservice.",
  notUnderstoodAgain:
    "Auch dabei kann ich leider nicht helfen. Wählen Sie eine dieser Möglichkeiten oder wenden Sie sich an den Kundenservice.",
  clarify: "Geht es um eine Bestellung oder um ein Paket? Bitte wählen Sie:",
  textOnly:
    "Ich kann bisher nur Text lesen: keine Bilder, Sticker, Dateien oder Sprachnachrichten. Schreiben Sie mir, was Sie brauchen, zum Beispiel eine Bestellnummer.",
  pictureTaken:
    "Bilder und Dateien kann ich selbst nicht ansehen, ein Mensch aber schon. Soll sich jemand darum kümmern? Oder schreiben Sie mir, was Sie brauchen.",
  sendPicture: "Bild oder PDF senden",
  pictureRefused: "Nicht angenommen: JPEG, PNG, WebP, HEIC oder PDF bis 10 MB.",
  choiceExpired: "Diese Schaltfläche funktioniert hier nicht mehr. Was möchten Sie tun?",

  askEmail: "Mit welcher E-Mail-Adresse haben Sie bestellt? Eine Bestellnummer geht auch.",
  withCountryCode:
    "Schreiben Sie eine Telefonnummer bitte mit Landesvorwahl, etwa +49 1512 3456789.",
  phoneOrNumber: "Ist {number} Ihre Telefonnummer oder eine Bestellnummer?",
  askOrderNumber: "Wie lautet die Bestellnummer? Sie steht in Ihrer Bestellbestätigung.",
  askPackageNumber: "Wie lautet die Paketnummer oder die Bestellnummer?",
  againEmail:
    "Das sieht nicht wie eine E-Mail-Adresse aus, etwa name@example.com. Mit welcher E-Mail-Adresse haben Sie bestellt?",
  againOrderNumber:
    "Das sieht nicht wie eine Bestellnummer aus: Ich brauche 3 bis 64 Buchstaben oder Ziffern. Wie lautet die Bestellnummer?",
  againPackageNumber:
    "Das sieht nicht wie eine Paketnummer aus: Ich brauche 3 bis 64 Buchstaben oder Ziffern. Wie lautet die Paket- oder Bestellnummer?",
  stuck: "Wir können das lassen, oder der Kundenservice hilft Ihnen. Was möchten Sie tun?",

  ordersOpenMasked: "Derzeit laufen {count}.",
  ordersUnpaidMasked: "Noch unbezahlt sind {count}.",
  ordersPastMasked: "Von früher gibt es {count}.",
  count1: "1 Bestellung",
  count2: "2 Bestellungen",
  countMore: "3 oder mehr Bestellungen",
  noOrdersOpen: "Ich finde keine laufenden Bestellungen. Ist es eine unbezahlte oder eine frühere?",
  noOrdersUnpaid: "Ich finde keine unbezahlten Bestellungen.",
  noOrdersPast: "Ich finde keine früheren Bestellungen.",
  orderFoundMasked: "Mehr kann ich zu dieser Nummer vorerst nicht zeigen:",
  ladderAccount:
    "Eine E-Mail-Adresse allein beweist nicht, wer fragt. Deshalb zeige ich nur den Status und den Monat. Schicken Sie mir eine Bestellnummer, um zu sehen, was darin ist und wo es ist.",
  ladderNumber:
    "Eine solche Nummer beweist nicht, wer fragt. Deshalb zeige ich nur den Status. Schicken Sie mir die E-Mail-Adresse Ihrer Bestellung, um den Rest zu sehen.",
  ladderPackage: "Schicken Sie mir die Bestellnummer, um zu sehen, was im Paket ist.",
  ladderAccountOrCode:
    "Eine E-Mail-Adresse allein beweist nicht, wer fragt. Deshalb zeige ich nur den Status und den Monat. Schicken Sie mir eine Bestellnummer, um zu sehen, was darin ist, oder lassen Sie sich einen Code per E-Mail schicken, um alles zu sehen.",
  ladderAccountOrSignIn:
    "Eine E-Mail-Adresse allein beweist nicht, wer fragt. Deshalb zeige ich nur den Status und den Monat. Schicken Sie mir eine Bestellnummer, um zu sehen, was darin ist, oder zeigen Sie über eine der Schaltflächen, dass Sie es sind, um alles zu sehen.",
  askEmailForCode:
    "Zum Schutz Ihrer Bestellungen schicke ich zuerst einen Code an die E-Mail-Adresse, mit der Sie bestellt haben. Welche ist das?",
  askCode: "Wie lauten die 6 Ziffern in der E-Mail, die ich Ihnen geschickt habe?",
  againCode:
    "Ich brauche die 6 Ziffern aus der E-Mail, die ich Ihnen geschickt habe. Ist sie nicht da, sehen Sie bitte im Spam-Ordner nach oder lassen Sie sie erneut senden.",
  codeSent:
    "Ich habe einen Code an {email} geschickt. Er gilt 10 Minuten. Wie lauten seine 6 Ziffern? Kommt nichts an, sehen Sie bitte im Spam-Ordner nach.",
  codeLimited:
    "An {email} wurden vorerst genug Codes geschickt. Den nächsten gibt es in {wait}, oder Sie nehmen eine andere E-Mail-Adresse.",
  codeLimitedPending:
    "Den nächsten Code an {email} kann ich erst in {wait} schicken, aber der letzte gilt noch. Wie lauten seine 6 Ziffern? Sehen Sie bitte auch im Spam-Ordner nach.",
  codeNotSent:
    "Die E-Mail mit dem Code konnte nicht gesendet werden. Der Fehler liegt bei uns, nicht bei Ihnen. Bitte versuchen Sie es gleich noch einmal.",
  codeRefused:
    "Dieses Postfach nimmt meine E-Mail nicht an, deshalb kann ich keinen Code dorthin schicken. Ist die Adresse richtig geschrieben?",
  codeNotForEmail:
    "An eine so geschriebene E-Mail-Adresse kann ich keinen Code schicken. Nehmen Sie bitte eine andere Adresse oder eine Bestellnummer.",
  codeNotForPhone:
    "Einen Code kann ich nur per E-Mail schicken, nicht an ein Telefon. Um Ihre Bestellungen hier zu sehen, melden Sie sich bitte im Shop an, oder wenden Sie sich an den Kundenservice.",
  codeRight: "Danke, der Code stimmt.",
  codeWrong:
    "Das ist nicht der Code. Bitte sehen Sie noch einmal nach; die neueste E-Mail gilt. Sie haben noch {tries} Versuche.",
  codeWrongOnce:
    "Das ist nicht der Code. Bitte sehen Sie noch einmal nach; die neueste E-Mail gilt. Sie haben noch einen Versuch.",
  codeUsedUp:
    "Auch das war nicht der Code, deshalb gilt er nicht mehr. Sie können einen neuen anfordern.",
  codeExpired:
    "Dieser Code gilt nicht mehr: Codes sind 10 Minuten gültig. Sie können einen neuen anfordern.",
  signInNeeded:
    "Dieser Shop zeigt Bestellungen nur angemeldeten Kundinnen und Kunden. Bitte melden Sie sich auf der Seite des Shops an und öffnen Sie dort den Chat, oder wenden Sie sich an den Kundenservice.",
  linkMade:
    "Melden Sie sich über die Schaltfläche im Shop an und bestätigen Sie dort. Die Seite zeigt dann 6 Ziffern: Wie lauten sie? Der Link ist nur für Sie, gilt einmal und 5 Minuten lang. Bestätigen Sie nie einen, den Ihnen jemand geschickt hat.",
  linkLimited:
    "Vorerst haben Sie genug Links zum Anmelden bekommen. Den nächsten gibt es in {wait}, oder Sie wenden sich an den Kundenservice.",
  linkUnconfirmed:
    "Der Shop hat es noch nicht bestätigt. Melden Sie sich über die Schaltfläche oben an und bestätigen Sie dort; dann zeigt die Seite 6 Ziffern. Wie lauten sie?",
  linkWrong:
    "Das sind nicht die Ziffern, die die Seite des Shops zeigt. Bitte sehen Sie noch einmal nach. Sie haben noch {tries} Versuche.",
  linkWrongOnce:
    "Das sind nicht die Ziffern, die die Seite des Shops zeigt. Bitte sehen Sie noch einmal nach. Sie haben noch einen Versuch.",
  linkUsedUp:
    "Auch das waren nicht die Ziffern, deshalb gelten sie nicht mehr. Sie können sich neu anmelden.",
  linkExpired:
    "Diese Anmeldung gilt nicht mehr: Sie ist 5 Minuten gültig. Sie können sich neu anmelden.",
  linked:
    "Danke. Dieser Chat ist jetzt mit dem Konto {account} verknüpft, höchstens 30 Tage lang. Mit „abmelden“ beenden Sie das jederzeit.",
  askShown: "Wie lauten die 6 Ziffern, die die Seite des Shops zeigt?",
  againShown:
    "Ich brauche die 6 Ziffern, die die Seite des Shops nach dem Bestätigen zeigt. Zeigt sie keine, melden Sie sich bitte noch einmal an.",
  signedOut:
    "Sie sind abgemeldet, und ich zeige hier nichts mehr aus Ihrem Konto. Was ich vorher geschickt habe, steht vielleicht noch weiter oben.",
  notSignedIn: "Hier ist niemand angemeldet.",
  packageByOrder: "Pakete suche ich über ihre Bestellungen.",
  limited:
    "Zum Schutz aller Bestellungen sehe ich in einer gewissen Zeit nur nach begrenzt vielen Adressen und Nummern. Bitte versuchen Sie es in {wait} noch einmal, oder wenden Sie sich an den Kundenservice.",
  waitMinute: "einer Minute",
  waitMinutes: "{count} Minuten",
  waitHours: "{count} Stunden",
  userNotFound:
    "Der Shop kennt zu dieser E-Mail-Adresse keine Bestellungen. Ist sie richtig geschrieben, oder haben Sie eine andere benutzt?",
  orderNotInAccount:
    "Zu dieser E-Mail-Adresse finde ich keine Bestellung mit der Nummer {number}. Bitte prüfen Sie beides.",
  thatOrderNotInAccount: "Diese Bestellung finde ich zu dieser E-Mail-Adresse nicht mehr.",
  thatNumberNotFound: "Der Shop kennt diese Bestellung oder dieses Paket nicht mehr.",
  numberNotFound:
    "Der Shop kennt weder eine Bestellung noch ein Paket mit der Nummer {number}. Bitte schicken Sie die ganze Nummer, wie sie in Ihrer Bestellbestätigung steht.",
  noPackages: "Der Shop zeigt zu dieser Bestellung noch kein Paket.",
  failed:
    "Bei mir ist leider etwas schiefgegangen, und ich konnte das nicht abschließen. Bitte versuchen Sie es noch einmal.",

  unavailable:
    "Das System des Shops antwortet gerade nicht, deshalb kann ich nicht nachsehen. Über Ihre Bestellung sagt das nichts. Bitte versuchen Sie es gleich noch einmal.",
  unavailableForNow:
    "Das System des Shops antwortet zurzeit nicht, deshalb kann ich nicht nachsehen. Über Ihre Bestellung sagt das nichts. Bitte versuchen Sie es später noch einmal, oder wenden Sie sich an den Kundenservice.",
  unavailableAgain:
    "Das System des Shops antwortet noch immer nicht. Bitte versuchen Sie es später noch einmal, oder wenden Sie sich an den Kundenservice.",

  reach: "Den Kundenservice erreichen Sie hier: {contact}.",

  choiceOrders: "Meine Bestellungen",
  choicePackages: "Paket verfolgen",
  choiceHelp: "Hilfe",
  choicePerson: "Zum Kundenservice",
  choiceStartOver: "Von vorn beginnen",
  choiceOpen: "Laufende",
  choiceUnpaid: "Unbezahlte",
  choicePast: "Frühere",
  choiceMore: "Mehr",
  choiceRetry: "Erneut versuchen",
  choiceTrack: "Wo ist sie?",
  choiceOrderOfPackage: "Bestellung zeigen",
  choiceGetCode: "Code per E-Mail",
  choiceSignIn: "Im Shop anmelden",
  choiceNewLink: "Neuer Link",
  choiceSignOut: "Abmelden",
  choiceSendAgain: "Erneut senden",
  choiceNewCode: "Neuer Code",
  choiceAllDetails: "Alle Details",
  choiceUseEmail: "Per E-Mail-Adresse",
  choiceOtherEmail: "Andere E-Mail",
  choiceIsPhone: "Meine Telefonnummer",
  choiceIsNumber: "Eine Bestellnummer",
  choiceUseOrderNumber: "Per Bestellnummer",
  choiceOtherNumber: "Andere Nummer",

  pageGreeting:
    "Hier ist {bot}. Fragen Sie, wo Ihre Bestellung ist: Es antwortet das System des Shops.",
  iceBreakerOrders: "Wo ist meine Bestellung?",
  iceBreakerPackages: "Wo ist mein Paket?",
  buttonCopyTracking: "Nummer kopieren",

  mailSubject: "Ihr Code für den Chat mit {bot}",
  mailWhy:
    "Hier ist {bot}. Jemand hat diese E-Mail-Adresse in unserem Chat angegeben. Um zu zeigen, dass sie Ihnen gehört, geben Sie diesen Code im Chat ein:",
  mailValid: "Der Code gilt 10 Minuten.",
  mailNotYou:
    "Wenn Sie nicht darum gebeten haben, ignorieren Sie diese E-Mail: Ohne den Code wird niemand für Sie gehalten.",
  mailNever: "Geben Sie den Code niemandem weiter: Der Shop wird nie danach fragen.",
  theTeam: "unser Team",
  transcriptSubject: "Ihre Unterhaltung mit {bot}",
  transcriptBefore: "Sie haben um eine Kopie Ihrer Unterhaltung mit {bot} gebeten. Hier ist sie:",
  transcriptYou: "Sie",
  personSays: "{name}: {text}",
  transcriptAfter:
    "Sie kann Ihre Bestellungen zeigen: Leiten Sie sie nur an Personen weiter, die das sehen dürfen.",
};
