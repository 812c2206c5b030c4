import { verifyRequest } from "@meetbot/protocol";
import { hashBody } from "../../packages/protocol/src/signature/sign-request.ts";
import { readVectors } from "./read-vectors.ts";
import { type Result, resultOf } from "./result.ts";

type Vector = { name: string; expected: "valid" | "invalid" } & (
  | {
      scheme: "hmac-sha256";
      key_hex: string;
      message_hex: string;
      tag_hex: string;
      tag_bits: number;
    }
  | { scheme: "x-hub-signature"; secret: string; body_base64: string; header: string | null }
  | {
      scheme: "standard-webhooks";
      secret: string;
      headers: Record<string, string>;
      body_base64: string;
      now: number;
      tolerance_seconds: number;
    }
);

/** Published signatures: each is found as its vector says. */
export async function checkSignatures(folder: string): Promise<Result[]> {
  const files = [...readVectors<Vector>(folder, "signatures/*.jsonl")];
  return Promise.all(files.map(([file, vectors]) => resultOf(file, vectors, check)));
}

function check(vector: Vector): string | null {
  const found = isValid(vector) ? "valid" : "invalid";
  return found === vector.expected ? null : `${vector.name}: ${found}, not ${vector.expected}`;
}

function isValid(vector: Vector): boolean {
  switch (vector.scheme) {
    case "hmac-sha256": {
      const key = Buffer.from(vector.key_hex, "hex");
      const tag = hashBody(key, Buffer.from(vector.message_hex, "hex"));
      return tag.slice(0, vector.tag_bits / 4) === vector.tag_hex;
    }
    case "x-hub-signature":
      return verifyRequest({
        body: Buffer.from(vector.body_base64, "base64"),
        headers: { "x-hub-signature": vector.header ?? undefined },
        secrets: vector.secret,
        allowLegacy: true,
      }).valid;
    case "standard-webhooks":
      return verifyRequest({
        body: Buffer.from(vector.body_base64, "base64"),
        headers: vector.headers,
        secrets: vector.secret,
        nowS: vector.now,
        toleranceS: vector.tolerance_seconds,
      }).valid;
  }
}
