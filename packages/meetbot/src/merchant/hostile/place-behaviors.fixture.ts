import { answers, type Behavior, does, type Place } from "./behavior.fixture.ts";
import { response, validBody } from "./valid-answer.fixture.ts";

const whole = response(validBody);
const publicAddress = "93.184.216.34";
const dnsError = (code: string) => Object.assign(new Error("no such name"), { code });

const leads = (name: string, outcome: Behavior["outcome"], place: Place, detail = /./) =>
  answers(name, outcome, whole, { place, detail });
const to = (...addresses: string[]) => ({ newResolver: () => async () => addresses });
const nowhere = { allow: [], connections: 0 };

/** Gives these answers one after the other, and the last one for ever. */
const changing = (...answers: string[][]) => {
  let asked = 0;
  return async () => answers[Math.min(asked++, answers.length - 1)] ?? [];
};

const unresolved: Behavior[] = [
  leads(
    "is a name without an address",
    "connection_failed",
    { ...to(), connections: 0 },
    /does not exist \(ENOTFOUND\)/,
  ),
  leads(
    "is a name that does not exist",
    "connection_failed",
    { newResolver: () => () => Promise.reject(dnsError("ENOTFOUND")), connections: 0 },
    /ENOTFOUND/,
  ),
  leads(
    "is a name that cannot be looked up now",
    "connection_failed",
    { newResolver: () => () => Promise.reject(dnsError("EAI_AGAIN")), connections: 0 },
    /EAI_AGAIN/,
  ),
  leads("is a name whose lookup fails without a word", "connection_failed", {
    newResolver: () => () => Promise.reject(new Error("")),
    connections: 0,
  }),
  leads("is a name that is looked up without end", "timeout", {
    newResolver: () => () => new Promise(() => {}),
    connections: 0,
  }),
];

const refused: Behavior[] = [
  ...[
    ["127.0.0.1"],
    ["0.0.0.0"],
    ["10.0.0.1"],
    ["169.254.169.254"],
    ["168.63.129.16"],
    ["100.64.0.1"],
    ["::1"],
    ["::"],
    ["::ffff:127.0.0.1"],
    ["64:ff9b::7f00:1"],
    ["fd00::1"],
    ["fe80::1%eth0"],
    [publicAddress, "127.0.0.1"],
    ["127.0.0.1", publicAddress],
    [publicAddress, "::1"],
    [publicAddress, "169.254.169.254"],
    ["localhost"],
    ["127.1"],
    ["2130706433"],
    ["127.0.0.1 "],
    [""],
    ["999.1.1.1"],
  ].map((addresses) =>
    leads(
      `is a name that leads to ${addresses.map((one) => one || "nothing").join(" and ")}`,
      "address_refused",
      { ...nowhere, ...to(...addresses), scheme: "https:" },
      /(special|metadata)_address/,
    ),
  ),
  leads(
    "is a name that leads to the metadata of a network that is open",
    "address_refused",
    { ...to("169.254.169.254"), allow: ["169.254.0.0/16"], connections: 0 },
    /metadata_address/,
  ),
  leads(
    "speaks http on the public internet",
    "address_refused",
    { ...nowhere, ...to(publicAddress) },
    /plain_http/,
  ),
  ...["localhost", "shop.localhost", "printer.local", "metadata.google.internal", "intranet"].map(
    (host) =>
      leads(
        `is called ${host}`,
        "address_refused",
        { ...nowhere, ...to(publicAddress), host, scheme: "https:" },
        /internal_name/,
      ),
  ),
  ...["127.0.0.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:7f00:1]", "0"].map((host) =>
    leads(
      `is at ${host}, which nobody opened`,
      "address_refused",
      { ...nowhere, host, scheme: "https:" },
      /special_address/,
    ),
  ),
  leads(
    "is reached with a password in its URL",
    "address_refused",
    { ...nowhere, host: "yilia:secret@shop.example" },
    /credentials_in_url/,
  ),
  leads(
    "is reached by a URL that is none",
    "address_refused",
    { ...nowhere, host: "shop example" },
    /invalid_url/,
  ),
];

const moving: Behavior[] = [
  leads(
    "is public when it is saved and here when it is asked",
    "address_refused",
    {
      ...nowhere,
      scheme: "https:",
      isSaved: true,
      newResolver: () => changing([publicAddress], ["127.0.0.1"]),
    },
    /special_address/,
  ),
  leads(
    "is public when it is saved and the metadata's when it is asked",
    "address_refused",
    {
      ...nowhere,
      scheme: "https:",
      isSaved: true,
      newResolver: () => changing([publicAddress], ["169.254.169.254"]),
    },
    /metadata_address/,
  ),
  does(
    "is open at first, hangs up, and is elsewhere then",
    "address_refused",
    (connection) => connection.reset(),
    {
      place: { connections: 1, newResolver: () => changing(["127.0.0.1"], ["127.0.0.2"]) },
      detail: /special_address/,
    },
  ),
  leads("is open at its second lookup too", "answered", {
    newResolver: () => changing(["127.0.0.1"], ["127.0.0.2"]),
  }),
];

/** Merchants that are not where they should be. */
export const placeBehaviors: Behavior[] = [...unresolved, ...refused, ...moving];
