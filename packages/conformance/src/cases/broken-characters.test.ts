import assert from "node:assert/strict";
import { test } from "node:test";
import { hasBrokenCharacters } from "./broken-characters.ts";

const misread = (text: string, charset: "latin1" | "windows-1252") =>
  charset === "latin1"
    ? Buffer.from(text).toString("latin1")
    : new TextDecoder(charset).decode(Buffer.from(text));

test("finds UTF-8 that was read as Latin-1 or Windows-1252, and letters that were lost", () => {
  const texts = [
    "Müller",
    "Crème brûlée",
    "25° – “Café”",
    "Żółć",
    "经典白衬衫",
    "Рубашка",
    "πουκάμισο",
  ];
  for (const text of texts) {
    assert(hasBrokenCharacters(misread(text, "latin1")), text);
    assert(hasBrokenCharacters(misread(text, "windows-1252")), text);
    assert(!hasBrokenCharacters(text), text);
  }
  assert(hasBrokenCharacters(misread(misread("Müller", "latin1"), "latin1")));
  assert(hasBrokenCharacters("M\ufffdller"));
});

test("takes rare words and signs for meant", () => {
  const texts = [
    ...[
      "« café »",
      "CAFÉ®",
      "GELÉE®",
      "Gelée®”",
      "ROMÃ®",
      "«TÜ»",
      "ÚŽAS",
      "KŘÍŽ",
      "NÁŠ",
      "Casaco “100% LÃ”",
    ],
    ...[
      "amanhã……",
      "Größe 42",
      "São Paulo",
      "Ãgua",
      "½ l Öl – 3×",
      "Smörgåsbord",
      "",
      "T恤 M–L",
      "👕",
    ],
  ];
  for (const text of texts) assert(!hasBrokenCharacters(text), text);
});
