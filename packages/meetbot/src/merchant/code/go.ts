import { lines, type Writing, writeAge, writeBody, writeValue } from "./language.ts";
import { quoted } from "./literals.ts";
import type { Sending } from "./sending.ts";

const writing: Writing = {
  quote: quoted,
  names: {
    id: "id",
    timestamp: "timestamp",
    webhook: "webhookSignature",
    hub: "hubSignature",
    endpoint: "endpointSignature",
  },
  join: " + ",
};

/** A program for Go 1.18 and later, without modules. */
export function toGo(sending: Sending): string {
  const { method, url, key, headers, computes, times } = sending;
  const isSigned = computes.size > 0;
  const post = method === "POST";
  const main = lines(
    key?.from === "environment" && [
      'secret := os.Getenv("MEETBOT_SIGNING_SECRET")',
      'if secret == "" {',
      '\tpanic("Set MEETBOT_SIGNING_SECRET to the signing secret.")',
      "}",
    ],
    key?.from === "text" && `secret := ${quoted(key.text)} // a wrong one`,
    (post || isSigned) &&
      `body := ${writeBody(sending, writing, (n) => `strings.Repeat(" ", ${n})`)}`,
    isSigned && sign(sending),
    times > 1 && `for time := 1; time <= ${times}; time++ {`,
    `request, _ := http.NewRequest("${method}", ${quoted(url)}, ${post ? "strings.NewReader(body)" : "nil"})`,
    headers.map(([name, value]) => `request.Header.Set("${name}", ${writeValue(value, writing)})`),
    "response, err := http.DefaultTransport.RoundTrip(request)",
    "if err != nil {",
    "\tpanic(err)",
    "}",
    "answer, _ := io.ReadAll(response.Body)",
    "fmt.Println(response.StatusCode)",
    "fmt.Println(string(answer))",
    times > 1 && "}",
  );
  return lines(
    "// MEETBOT_SIGNING_SECRET=whsec_… go run query.go",
    "package main\n",
    "import (",
    importsOf(sending).map((name) => `\t"${name}"`),
    ")\n",
    "func main() {",
    main.split("\n").map((line) => `\t${line}`),
    "}",
    hashes(sending) && hashFunction(key !== null),
  );
}

function hashes({ computes }: Sending): boolean {
  return computes.has("webhook") || computes.has("hub") || computes.has("endpoint");
}

function importsOf(sending: Sending): string[] {
  const { method, key, computes } = sending;
  const isWebhook = computes.has("webhook") || computes.has("endpoint");
  const needed: [name: string, isNeeded: boolean][] = [
    ["crypto/hmac", hashes(sending) && key !== null],
    ["crypto/sha256", hashes(sending)],
    ["encoding/base64", isWebhook],
    ["encoding/hex", computes.has("hub")],
    ["fmt", true],
    ["io", true],
    ["net/http", true],
    ["os", key?.from === "environment"],
    ["strconv", computes.has("timestamp")],
    ["strings", method === "POST" || (isWebhook && key !== null)],
    ["time", computes.has("timestamp")],
  ];
  return needed.flatMap(([name, isNeeded]) => (isNeeded ? [name] : []));
}

function sign({ signedBody, ageS, key, id, host, computes }: Sending): string {
  const signed = signedBody === null ? "body" : "signedBody";
  const hash = (of: string, text: string) => (key ? `hash(${of}, ${text})` : `hash(${text})`);
  const isWebhook = computes.has("webhook");
  return lines(
    signedBody !== null && `signedBody := ${quoted(signedBody)}`,
    computes.has("id") && `id := ${quoted(id)}`,
    computes.has("timestamp") &&
      `timestamp := strconv.FormatInt(time.Now().Unix()${writeAge(ageS)}, 10)`,
    (isWebhook || computes.has("endpoint")) &&
      key !== null && [
        'key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))',
        "if err != nil {",
        "\tpanic(err)",
        "}",
      ],
    isWebhook &&
      `webhookSignature := "v1," + base64.StdEncoding.EncodeToString(${hash("key", `id+"."+timestamp+"."+${signed}`)})`,
    computes.has("endpoint") &&
      `endpointSignature := "v1," + base64.StdEncoding.EncodeToString(${hash("key", `"endpoint."+id+"."+timestamp+${quoted(`.${host}`)}`)})`,
    computes.has("hub") &&
      `hubSignature := "sha256=" + hex.EncodeToString(${hash("[]byte(secret)", signed)})`,
  );
}

function hashFunction(isKeyed: boolean): string[] {
  if (!isKeyed) {
    return [
      "\nfunc hash(text string) []byte {",
      "\tsum := sha256.Sum256([]byte(text))",
      "\treturn sum[:]",
      "}",
    ];
  }
  return [
    "\nfunc hash(key []byte, text string) []byte {",
    "\tmac := hmac.New(sha256.New, key)",
    "\tmac.Write([]byte(text))",
    "\treturn mac.Sum(nil)",
    "}",
  ];
}
