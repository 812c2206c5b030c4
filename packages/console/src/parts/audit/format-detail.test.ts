import assert from "node:assert/strict";
import { test } from "node:test";
import { formatDetail } from "./format-detail.ts";

const tongue = {
  nameOf: (fact: string) => `<${fact}>`,
  wordFor: (value: string) => (value === "off" ? "everything" : value),
  nothing: "nothing",
};
const tell = (detail: Record<string, unknown>) => formatDetail(detail, tongue);

test("of changes only what changed is told, side by side", () => {
  const from = { policy: "code", number_alone: "auto" };
  assert.deepEqual(tell({ from, to: { ...from, policy: "off" } }), [
    { name: "<policy>", before: "code", after: "everything" },
  ]);
  assert.deepEqual(tell({ from: "https://a.example/", to: "https://b.example/" }), [
    { name: "", before: "https://a.example/", after: "https://b.example/" },
  ]);
});

test("what is not set is nothing, lists and tables are written out", () => {
  const from = { contact: null, origins: [], welcome: { en: null, zh: null } };
  const to = { contact: "help", origins: ["a", "b"], welcome: { en: "Hi", zh: null } };
  assert.deepEqual(tell({ from, to }), [
    { name: "<contact>", before: "nothing", after: "help" },
    { name: "<origins>", before: "nothing", after: "a, b" },
    { name: "<welcome>", before: "nothing", after: "en: Hi" },
  ]);
});

test("facts are told one by one", () => {
  assert.deepEqual(tell({ secret: "0123abcd", echoed: true }), [
    { name: "<secret>", value: "0123abcd" },
    { name: "<echoed>", value: "true" },
  ]);
});

test("what is not set may be all, and a moment is told as one", () => {
  const told = { ...tongue, absent: { bot_id: "all" }, formatAuditMoment: () => "in a year" };
  const detail = { bot_id: null, expires_at: "2027-11-28T04:12:35.246Z", url: null };
  assert.deepEqual(
    formatDetail(detail, told).map((line) => "value" in line && line.value),
    ["all", "in a year", "nothing"],
  );
});

test("a number of something is told in words", () => {
  const measures = { overlap_s: (s: number) => `${s / 3600} h` };
  assert.deepEqual(formatDetail({ overlap_s: 86_400, failed: 0 }, { ...tongue, measures }), [
    { name: "<overlap_s>", value: "24 h" },
    { name: "<failed>", value: "0" },
  ]);
});
