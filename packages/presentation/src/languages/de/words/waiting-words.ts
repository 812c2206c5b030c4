import type { WaitingWords } from "../../contract/language.ts";

/** Was gesagt wird, während jemand auf einen Menschen wartet, was per E-Mail kommt und was am Ende gefragt wird. */
export const waitingWords: WaitingWords = {
  dayWeekday: "am {day}",
  backAt: "Wir sind {day} um {time} Uhr wieder da ({zone}).",
  nextOpen: "{day} um {time} Uhr ({zone})",
  yourTime: "Ihre Zeit",
  nobodyNow: "Gerade ist außerhalb unserer Servicezeiten, deshalb kommt die Antwort später.",
  usualWait: "Heute antworten wir meist innerhalb von {wait}.",
  listFull:
    "Gerade warten so viele auf einen Menschen, dass ich für Sie niemanden rufen kann. Bitte versuchen Sie es später noch einmal.",
  mayLeaveEmail: "Wenn Sie eine E-Mail-Adresse hinterlassen, erreicht Sie die Antwort auch dort.",
  choiceLeaveEmail: "E-Mail hinterlassen",
  askLeftEmail:
    "Wohin dürfen wir Ihnen schreiben? Die E-Mail-Adresse wird nur für diese Antwort benutzt.",
  againLeftEmail:
    "Das sieht nicht wie eine E-Mail-Adresse aus, etwa name@example.com. Wohin dürfen wir Ihnen schreiben?",
  emailLeft: "Danke. Wenn Sie die Antwort hier nicht sehen, kommt sie per E-Mail an {email}.",
  emailLimited:
    "Im Moment kann ich hier keine weitere E-Mail-Adresse notieren. Bitte lassen Sie den Chat offen, oder kommen Sie später wieder.",
  replyMailSubject: "{person} von {bot} hat Ihnen geantwortet",
  replyMailBefore: "{person} von {bot} hat in Ihrem Chat geantwortet:",
  replyMailWithout: "{person} von {bot} hat in Ihrem Chat geantwortet. Dort können Sie es lesen:",
  replyMailLink: "Im Chat weiterschreiben",
  replyMailValid:
    "Der Link gilt einmal und 7 Tage lang. Wer ihn hat, kann im Chat weiterschreiben: Leiten Sie ihn niemandem weiter.",
  replyMailAnswer:
    "Bitte antworten Sie im Chat: Was als E-Mail hierher zurückkommt, liest niemand.",
  replyMailNotYou:
    "Wenn Sie uns nicht in einem Chat geschrieben haben, ignorieren Sie diese E-Mail.",
  returnTitle: "Ihren Chat fortsetzen",
  returnText: "Sie setzen Ihren Chat mit {bot} in diesem Browser fort. Anderswo endet er.",
  returnGone:
    "Dieser Link wurde schon benutzt oder ist zu alt. Ihr Chat geht dort weiter, wo er offen war; Sie können auch einen neuen beginnen.",
  returnNew: "Neuen Chat beginnen",
  backInChat: "Sie sind wieder in Ihrem Chat.",
  newsHidden:
    "Es gibt Neues zu einer Bestellung, der Sie folgen. Um es zu sehen, zeigen Sie mir bitte noch einmal, welche Ihre ist.",
  askRating: "Wie zufrieden sind Sie mit diesem Gespräch, von 1 (gar nicht) bis 5 (sehr)?",
  ratingThanks: "Danke! Möchten Sie noch etwas dazu sagen? Schreiben Sie es einfach jetzt.",
  ratingNoted: "Danke, das ist notiert.",
  choiceNothing: "Nein, das ist alles",
};
