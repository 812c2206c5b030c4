import type { Carrier } from "./carrier.ts";

/** Carriers of Europe. A carrier that uses one name in many countries has an entry for each country's own page. */
export const europe: readonly Carrier[] = [
  {
    name: "DHL Paket",
    aliases: [
      "DHL Paket",
      "DHL Parcel DE",
      "DHL Germany",
      "DHL DE",
      "DHL Deutschland",
      "Deutsche Post DHL",
    ],
    page: "https://www.dhl.de/de/privatkunden/pakete-empfangen/verfolgen.html?idc={number}",
  },
  {
    name: "Royal Mail",
    aliases: [
      ...["Royal Mail", "Royal Mail Tracked 24", "Royal Mail Tracked 48", "Royal Mail Signed For"],
      ...["Royal Mail Special Delivery", "英国皇家邮政", "皇家邮政"],
    ],
    page: "https://www.royalmail.com/track-your-item#/tracking-results/{number}",
  },
  {
    name: "Parcelforce",
    aliases: ["Parcelforce", "Parcelforce Worldwide"],
    page: "https://www.parcelforce.com/track-trace?trackNumber={number}",
  },
  {
    name: "Evri",
    aliases: ["Evri", "Hermes UK", "MyHermes UK", "Evri UK"],
    page: "https://www.evri.com/track/parcel/{number}",
  },
  {
    name: "Hermes",
    aliases: ["Hermes", "Hermes DE", "Hermes Germany", "Hermes Versand", "MyHermes"],
    page: "https://www.myhermes.de/empfangen/sendungsverfolgung/sendungsinformation#{number}",
    form: /^(?:\d{14}|\d{20}|H\d{19})$/,
  },
  {
    name: "DPD Germany",
    aliases: ["DPD DE", "DPD Germany", "DPD Deutschland"],
    page: "https://tracking.dpd.de/status/de_DE/parcel/{number}",
  },
  {
    name: "DPD UK",
    aliases: ["DPD UK", "DPD Local", "DPD United Kingdom"],
    page: "https://track.dpd.co.uk/parcels/{number}",
  },
  {
    name: "DPD France",
    aliases: ["DPD FR", "DPD France", "DPD Predict France"],
    page: "https://trace.dpd.fr/fr/trace/{number}",
  },
  {
    name: "GLS",
    aliases: ["GLS", "General Logistics Systems", "GLS Germany", "GLS DE", "GLS Europe"],
    page: "https://gls-group.com/track/{number}",
  },
  {
    name: "bpost",
    aliases: ["bpost", "Belgian Post", "Belgium Post", "bpost Belgium"],
    page: "https://track.bpost.cloud/btr/web/#/search?itemCode={number}&lang=en",
  },
  {
    name: "La Poste",
    aliases: ["La Poste", "Colissimo", "La Poste Colissimo", "Lettre suivie", "法国邮政"],
    page: "https://www.laposte.fr/outils/suivre-vos-envois?code={number}",
  },
  {
    name: "Chronopost",
    aliases: ["Chronopost", "Chronopost France"],
    page: "https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT={number}",
  },
  {
    name: "Mondial Relay",
    aliases: ["Mondial Relay"],
    page: "https://www.mondialrelay.fr/suivi-de-colis/?numeroExpedition={number}",
  },
  {
    name: "Correos",
    aliases: ["Correos", "Correos España", "Correos de España", "Correos Spain", "西班牙邮政"],
    page: "https://www.correos.es/es/es/herramientas/localizador/envios/detalle?tracking-number={number}",
  },
  {
    name: "SEUR",
    aliases: ["SEUR", "SEUR España"],
    page: "https://www.seur.com/livetracking/?segOnlineIdentificador={number}",
  },
  {
    name: "MRW",
    aliases: ["MRW", "MRW España"],
    page: "https://www.mrw.es/seguimiento_envios/MRW_historico_nacional.asp?enviament={number}",
  },
  {
    name: "Poste Italiane",
    aliases: ["Poste Italiane", "Italian Post", "意大利邮政"],
    page: "https://www.poste.it/cerca/index.html#/risultati-spedizioni/{number}",
  },
  {
    name: "Österreichische Post",
    aliases: [
      "Österreichische Post",
      "Oesterreichische Post",
      "Austrian Post",
      "Post AT",

      "奥地利邮政",
    ],
    page: "https://www.post.at/sv/sendungsdetails?snr={number}",
  },
  {
    name: "Swiss Post",
    aliases: [
      "Swiss Post",
      "Schweizerische Post",
      "Die Schweizerische Post",
      "Post CH",
      "PostPac",
      "瑞士邮政",
    ],
    page: "https://service.post.ch/ekp-web/ui/entry/search/{number}",
  },
  {
    name: "Posti",
    aliases: ["Posti", "Posti Finland", "Itella", "芬兰邮政"],
    page: "https://www.posti.fi/en/tracking#/lahetys/{number}",
  },
  {
    name: "PostNord",
    aliases: [
      "PostNord",
      "PostNord Sverige",
      "PostNord Danmark",
      "PostNord Sweden",
      "PostNord Denmark",
    ],
    page: "https://tracking.postnord.com/?id={number}",
  },
  {
    name: "Bring",
    aliases: ["Bring", "Posten Bring", "Bring Norge", "Posten Norge"],
    page: "https://tracking.bring.com/tracking/{number}",
  },
  {
    name: "InPost",
    aliases: ["InPost", "InPost Paczkomaty", "InPost Kurier", "InPost Polska"],
    page: "https://inpost.pl/sledzenie-przesylek?number={number}",
    form: /^\d{24}$/,
  },
  {
    name: "Poczta Polska",
    aliases: ["Poczta Polska", "Polish Post", "Pocztex", "波兰邮政"],
    page: "https://emonitoring.poczta-polska.pl/?numer={number}",
  },
  {
    name: "Packeta",
    aliases: ["Packeta", "Zásilkovna", "Zasilkovna"],
    page: "https://tracking.packeta.com/en/?id={number}",
  },
];
