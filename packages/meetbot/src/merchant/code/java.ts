import { lines, type Writing, writeAge, writeBody, writeValue } from "./language.ts";
import { quotedInAscii } from "./literals.ts";
import type { Sending } from "./sending.ts";

const writing: Writing = {
  quote: quotedInAscii,
  names: {
    id: "id",
    timestamp: "timestamp",
    webhook: "webhookSignature",
    hub: "hubSignature",
    endpoint: "endpointSignature",
  },
  join: " + ",
};

/** A program for Java 17 and later, in one file. */
export function toJava(sending: Sending): string {
  const { method, url, key, headers, computes, times } = sending;
  const isSigned = computes.size > 0;
  const publisher =
    method === "POST" ? "BodyPublishers.ofByteArray(body)" : "BodyPublishers.noBody()";
  const main = lines(
    key?.from === "environment" && [
      'String secret = System.getenv("MEETBOT_SIGNING_SECRET");',
      'if (secret == null) throw new IllegalStateException("Set MEETBOT_SIGNING_SECRET to the signing secret.");',
    ],
    key?.from === "text" && `String secret = ${quotedInAscii(key.text)}; // a wrong one`,
    `byte[] body = (${writeBody(sending, writing, (n) => `" ".repeat(${n})`)}).getBytes(UTF_8);`,
    isSigned && sign(sending),
    `HttpRequest request = HttpRequest.newBuilder(URI.create(${quotedInAscii(url)}))`,
    headers.map(([name, value]) => `    .header("${name}", ${writeValue(value, writing)})`),
    `    .method("${method}", ${publisher})`,
    "    .build();",
    "HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();",
    times > 1 && `for (int time = 1; time <= ${times}; time++) {`,
    `HttpResponse<String> response = client.send(request, BodyHandlers.ofString());`,
    "System.out.println(response.statusCode());",
    "System.out.println(response.body());",
    times > 1 && "}",
  );
  return lines(
    "// MEETBOT_SIGNING_SECRET=whsec_… java Query.java",
    "import static java.nio.charset.StandardCharsets.UTF_8;",
    "import java.net.URI;",
    "import java.net.http.*;",
    "import java.net.http.HttpRequest.BodyPublishers;",
    "import java.net.http.HttpResponse.BodyHandlers;",
    isSigned && ["import java.security.MessageDigest;", "import java.util.*;"],
    isSigned &&
      key !== null && ["import javax.crypto.Mac;", "import javax.crypto.spec.SecretKeySpec;"],
    "\nclass Query {",
    "  public static void main(String[] arguments) throws Exception {",
    main.split("\n").map((line) => `    ${line}`),
    "  }",
    isSigned && hashMethods(key !== null),
    "}",
  );
}

function sign({ signedBody, ageS, key, id, host, computes }: Sending): string {
  const signed = signedBody === null ? "body" : "signedBody";
  const hash = (of: string, text: string) => (key ? `hmac(${of}, ${text})` : `sha256(${text})`);
  const isWebhook = computes.has("webhook");
  return lines(
    signedBody !== null && `byte[] signedBody = ${quotedInAscii(signedBody)}.getBytes(UTF_8);`,
    computes.has("id") && `String id = ${quotedInAscii(id)};`,
    computes.has("timestamp") &&
      `String timestamp = String.valueOf(System.currentTimeMillis() / 1000${writeAge(ageS)});`,
    (isWebhook || computes.has("endpoint")) &&
      key !== null &&
      'byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));',
    isWebhook &&
      `byte[] text = (id + "." + timestamp + "." + new String(${signed}, UTF_8)).getBytes(UTF_8);`,
    isWebhook &&
      `String webhookSignature = "v1," + Base64.getEncoder().encodeToString(${hash("key", "text")});`,
    computes.has("endpoint") &&
      `byte[] endpoint = ("endpoint." + id + "." + timestamp + ${quotedInAscii(`.${host}`)}).getBytes(UTF_8);`,
    computes.has("endpoint") &&
      `String endpointSignature = "v1," + Base64.getEncoder().encodeToString(${hash("key", "endpoint")});`,
    computes.has("hub") &&
      `String hubSignature = "sha256=" + HexFormat.of().formatHex(${hash("secret.getBytes(UTF_8)", signed)});`,
  );
}

function hashMethods(isKeyed: boolean): string[] {
  if (!isKeyed) {
    return [
      "\n  static byte[] sha256(byte[] text) throws Exception {",
      '    return MessageDigest.getInstance("SHA-256").digest(text);',
      "  }",
    ];
  }
  return [
    "\n  static byte[] hmac(byte[] key, byte[] text) throws Exception {",
    '    Mac mac = Mac.getInstance("HmacSHA256");',
    '    mac.init(new SecretKeySpec(key, "HmacSHA256"));',
    "    return mac.doFinal(text);",
    "  }",
  ];
}
