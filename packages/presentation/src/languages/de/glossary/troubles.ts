/** German customers' problems, their requests that go beyond a fact, and their small talk with the bot. */
export const troubles: Readonly<Record<string, string>> = {
  "[das dauert|es dauert|dauert|dauert das] [viel|mir|mir viel|aber|schon|schon viel|] zu lange":
    "this takes far too long",
  "[die lieferung|das paket|die bestellung|sie|es] [verspätet|verzögert] sich": "it is delayed",
  "[müsste|sollte|hätte] [längst|schon längst|schon] [da sein|hier sein|da sein sollen|angekommen sein]":
    "should be here by now",
  "[bewegt sich seit tagen nicht|bewegt sich schon lange nicht|rührt sich nicht|bewegt sich nicht mehr|steht seit tagen]":
    "has not moved for days",
  "[aber|und] [ich habe|ich hab|] [nichts|es nicht|gar nichts|nicht] [bekommen|erhalten]":
    "but i did not receive anything",
  "aber [es ist|ist|] nicht [da|angekommen|hier]": "but it is not here",
  "[laut dhl|laut hermes|laut dpd|laut ups|laut gls|laut tracking|laut sendungsverfolgung|angeblich] [zugestellt|geliefert|abgegeben]":
    "it says delivered",
  "[ist|kam|war] [gerissen|zerbrochen|zerkratzt|verbeult|zerstört|hinüber|kaputtgegangen|kaputt gegangen]":
    "is broken",
  "hat [einen sprung|einen riss|einen kratzer|kratzer|eine delle|einen defekt]": "is cracked",
  "es war [nur die hälfte|nicht alles|nur ein teil] [im paket|drin|dabei|]":
    "an item is missing from the package",
  "[nur die hälfte|nicht alles|nur ein teil] [im paket|drin|dabei|bekommen|erhalten]":
    "an item is missing",
  "[da fehlt|mir fehlt|hier fehlt|es fehlen|da fehlen|mir fehlen] [was|etwas|noch was|ein teil|artikel|teile|sachen]":
    "an item is missing",
  "[die falsche|eine falsche] [farbe|größe|grösse] [bekommen|erhalten|geschickt|]":
    "i got the wrong color",
  "[das falsche|was falsches|etwas falsches|etwas anderes|den falschen artikel|was anderes] [bekommen|erhalten|geschickt|gekriegt]":
    "i got the wrong item",
  "[wie funktioniert|wie läuft|wie geht] [die retoure|die rückgabe|eine rückgabe|eine retoure|die rücksendung|das mit der retoure]":
    "how do returns work",
  rücksendung: "return",
  "wann [bekomme|krieg|kriege|bekomm|erhalte] ich [mein geld|das geld|die erstattung|die rückerstattung] [zurück|wieder|]":
    "when do i get my money back",
  "[wo bleibt|wo ist] [mein geld|meine erstattung|die erstattung|meine rückerstattung|die rückerstattung]":
    "where is my refund",
  "[rückerstattung|rückzahlung]": "refund",
  "ich hätte [es|sie|das|] [gern|gerne] [eine nummer größer|eine nummer kleiner|eine andere größe|eine andere farbe|in einer anderen größe] [umgetauscht|]":
    "i want to exchange it for another size",
  "[umgetauscht|eintauschen|tauschen]": "exchange",
  "[die bestellung|meine bestellung] [noch|] [abbestellen|rückgängig machen|widerrufen|canceln]":
    "cancel my order",
  "[kann ich|kann man|könnte ich] [noch was|noch etwas|was|etwas|einen artikel|noch einen artikel] [dazu bestellen|dazubestellen|hinzufügen|ergänzen|nachbestellen]":
    "can i add something to my order",
  "[bestellung|meine bestellung|die bestellung] [nachträglich|] ändern": "change my order",
  "[woanders hin|an eine andere adresse|zu einer anderen adresse]": "to another address",
  "[das ist|ist ja|ist doch|das ist ja] [lächerlich|unglaublich|ein witz|unmöglich|eine unverschämtheit|eine zumutung|nicht euer ernst]":
    "this is ridiculous",
  lächerlich: "ridiculous",
  "[so ein|was für ein|euer] [schlechter|mieser|schrecklicher|furchtbarer] service":
    "this is bad service",
  "[erstatte|mache|stelle] [anzeige|strafanzeige]": "will take legal action",
  "ich [zeige euch an|verklage euch|zeig euch an|gehe zur polizei]": "i will take legal action",
  // The bot itself.
  "[bist du|sind sie] [echt|ein echter mensch|ein mensch] oder [ein bot|ein roboter|eine maschine|ein computer]":
    "are you a real person or a bot",
  "[schreibe|rede|spreche|chatte] ich [hier|] mit [einem bot|einem roboter|einer maschine|einer ki]":
    "are you a bot",
  "[bist du|sind sie] [eine ki|eine maschine|ein computer]": "are you a robot",
  "[kannst du|können sie|sprichst du|sprechen sie|verstehst du|geht das|sprecht ihr|könnt ihr] [auch|auch auf|auf|] [englisch|türkisch|spanisch|französisch|italienisch|russisch|polnisch|arabisch|ukrainisch|chinesisch|portugiesisch]":
    "do you speak english",
  "[löschen sie|löscht|lösch] [bitte|] [alle|] [meine daten|meinen account|mein konto]":
    "delete my data",
  "[was speichert ihr|was speichern sie|was wisst ihr|welche daten speichert ihr|welche daten speichern sie|welche daten habt ihr] [alles|] [über mich|von mir]":
    "what do you store about me",
  "[meld dich|melde dich|melden sie sich] [wenns|wenn es|wenn das paket|sobald es|wenn sie] [da ist|ankommt|angekommen ist|verschickt ist]":
    "tell me when it arrives",
  "[wenns|sobald es|sobald sie|wenn das paket|wenn mein paket] [da ist|ankommt|angekommen ist]":
    "when it arrives",
  "[warte|wart|warten sie] [kurz|mal|mal kurz|einen moment]": "wait a moment",
  "[sekunde|eine sekunde|kleinen moment|augenblick|einen augenblick|momentchen]":
    "one moment please",
  "[tschuldigung|tut mir leid]": "sorry",
  "[ich habe mich|ich hab mich|hab mich|habe mich] [vertippt|verschrieben|geirrt|vertan]":
    "my mistake",
  "[dann eben nicht|ach egal|ist egal|lass es|lass mal|lass gut sein|vergessen sie es|nicht so wichtig]":
    "never mind",
  // The number, the email, the account.
  "[hab|habe|finde] [die nummer|die bestellnummer|meine bestellnummer|sie] [nicht mehr|nicht|verloren|nicht hier|verlegt]":
    "do not have the order number",
  "[habe|hab] [keine bestellnummer|keine auftragsnummer|keine nummer] [mehr|]":
    "do not have the order number",
  "[bestellnummer|nummer|die bestellnummer|die nummer] [verloren|vergessen|verlegt|weg]":
    "lost the order number",
  "[kenne|weiß|weiss] [die nummer|die bestellnummer|meine bestellnummer] nicht":
    "do not have the order number",
  "welche nummer [meinst du|meinen sie|brauchst du|brauchen sie]": "which number",
  "was ist [eine|die] [bestellnummer|auftragsnummer]": "what is an order number",
  "wo [steht|ist|finde ich|seh ich|sehe ich] [die|meine] [bestellnummer|auftragsnummer|nummer]":
    "where do i find the order number",
  "[habe|hab] [keine e-mail|keine email|keine mail|keine e-mail-adresse|keine emailadresse|keine mailadresse]":
    "have no email",
  "[mit|über|nach] [meinem namen|meiner telefonnummer|meine telefonnummer|meinen namen|meiner handynummer|meine handynummer] [suchen|finden|schauen|nachschauen|gucken]":
    "find it by my name",
  "[geht das|geht es|klappt das] [auch|] [über|mit|per] [meine telefonnummer|meinen namen|meiner telefonnummer|meinem namen|meine handynummer|handynummer|telefonnummer|namen]":
    "can you look it up by phone number",
  "als gast [bestellt|gekauft|eingekauft]": "bought it as a guest",
  "[habe|hab] [kein kundenkonto|kein konto|keinen account|mich nicht registriert|kein benutzerkonto]":
    "do not have an account",
  "[mit welchem konto|mit welchem account|als wer|mit welcher mail] bin ich [angemeldet|eingeloggt]":
    "which account am i signed in as",
  "bin ich [eingeloggt|angemeldet]": "am i signed in",
  "bestellung [meiner mutter|meiner mama|meines vaters|meines mannes|meiner frau|meiner schwester|meines bruders|meiner oma|meines sohnes|meiner tochter|meiner freundin|meines freundes]":
    "of my mother's order",
  "[die|eine] bestellung [meiner mutter|meiner mama|meines vaters|meines mannes|meiner frau|meiner schwester|meines bruders|meiner oma|meines sohnes|meiner tochter|meiner freundin|meines freundes]":
    "my mother's order",
  "ich [frage|frag|schreibe|schau] für [meinen mann|meine frau|meine mutter|meinen vater|meine oma|meinen sohn|meine tochter|eine freundin|meine schwester|meinen bruder]":
    "i am asking for my husband",
  "[die bestellungen anderer|bestellungen anderer|die bestellungen von anderen|bestellungen von anderen] [kunden|leuten|leute|]":
    "other people's orders",
  "was [hat|haben] [mein nachbar|meine nachbarin|die nachbarn|meine nachbarn] [bestellt|gekauft]":
    "what did my neighbor order",
  "[wozu|wofür|warum|weshalb] [brauchen sie|braucht ihr|brauchst du|wollen sie|wollt ihr|willst du] [meine|die|] [e-mail|email|mail|e-mail-adresse|mailadresse|emailadresse]":
    "why do you need my email",
  "[ihr habt mir|sie haben mir|mir wurde|es wurde|es wurde mir|ihr habt] [zu viel|zuviel] [berechnet|abgebucht|abgezogen]":
    "you charged me too much",
  "[zweimal|doppelt|zwei mal] [bezahlt|berechnet|abgezogen|belastet]": "i was charged twice",
  // Requests that only the carrier can fulfill, and gifts.
  "[könnt ihr|können sie|kannst du|kann man] [das|es|das paket|mein paket] [vor die tür|vor die haustür|in die garage|auf die terrasse|vor der tür] [legen|stellen|ablegen|abstellen]":
    "can you leave it at the door",
  "[legt es|legen sie es|stellt es|stellen sie es|lasst es] [bitte|] [vor die tür|vor die haustür|in die garage]":
    "leave it at the door",
  "[beim|bei meinem|bei den|bei meiner] [nachbarn|nachbar|nachbarin] [lassen|hinterlegen|abstellen]":
    "leave it with my neighbor",
  "[kann|könnte|darf] [der nachbar|die nachbarin|mein nachbar|meine nachbarin|ein nachbar] [|es|das|das paket|die sendung] [annehmen|entgegennehmen|abholen]":
    "can my neighbor accept it",
  "bei [meinem nachbarn|meiner nachbarin|den nachbarn] abgeben": "leave it with my neighbor",
  "[hab|habe] [keinen code|keinen abholcode|den code nicht|den abholcode nicht] [für die packstation|zum abholen|] [bekommen|erhalten]":
    "did not get the pickup code",
  "[abholnummer|code für die packstation|code zum abholen]": "pickup code",
  "[können sie|könnt ihr|kann man|kannst du|] [es|das|] als geschenk [verpacken|einpacken]":
    "do you do gift wrapping",
  "[geschenkverpackung|geschenkpapier]": "gift wrapping",
  "[kann da|kann man|könnt ihr|können sie] [noch|] eine [grußkarte|karte|geschenkkarte] [rein|dazu|dazulegen|beilegen|mitschicken|reinlegen]":
    "can you add a greeting card",
  // Reactions to the bot's last reply.
  "das kann [nicht|unmöglich|ja nicht] [stimmen|sein|wahr sein]": "that can not be right",
  "[bist du dir|sind sie sich|seid ihr] [da|ganz|] sicher": "are you sure",
  "[was soll|was muss|was mach|was mache|was kann] ich [jetzt|da|nun|dann] [tun|machen|]":
    "what should i do",
  "[was soll|was muss|was kann] ich [tun|machen]": "what should i do",
  "[das meinte|das meine] ich nicht": "that is not what i asked",
  "[das|danach] [hab|habe] ich nicht [gefragt|gemeint]": "that is not what i asked",
  "[du verstehst mich nicht|sie verstehen mich nicht|falsch verstanden]":
    "that is not what i meant",
};
