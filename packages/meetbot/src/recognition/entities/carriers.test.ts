import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { recognize } from "../recognize.ts";
import {
  type CheckDigit,
  fedexMod11,
  mod7,
  mod10Of12,
  mod10Of31,
  mod37Of36,
  s10Mod11,
} from "./check-digits.ts";

const read = (utterance: string) => {
  const { orderNumbers, packageNumbers } = recognize(utterance).entities;
  return {
    orders: orderNumbers.map(({ value }) => value),
    packages: packageNumbers.map(({ value, carrier }) => [value, carrier]),
  };
};

/** Numbers with a check digit: what stands before the digits, how many, and where the check is. */
const checked: [carrier: string, of: (digits: string) => string, length: number, CheckDigit][] = [
  ["UPS", (digits) => `1Z${digits}`, 16, mod10Of12],
  ["USPS", (digits) => `94${digits.slice(2)}`, 22, mod10Of31],
  ["FedEx", (digits) => `9611019${digits}`, 15, mod10Of31],
  ["OnTrac", (digits) => `C${digits.slice(1)}`, 15, mod10Of12],
];

describe("numbers with a check digit", () => {
  for (const [carrier, of, length, check] of checked) {
    it(`of ${carrier} are package numbers where they are right, and name no carrier where a digit is changed`, () => {
      const digits = fc.stringMatching(new RegExp(`^\\d{${length}}$`));
      fc.assert(
        fc.property(digits, fc.nat(9), fc.nat(), (drawn, other, at) => {
          const fixed = carrier === "USPS" ? `94${drawn.slice(2)}` : `4${drawn.slice(1)}`;
          const body = fixed.slice(0, -1);
          const right = [..."0123456789"].map((last) => body + last).find(check) ?? "";
          const number = of(right);
          assert.deepEqual(read(`where is ${number}`), {
            orders: [],
            packages: [[number, carrier]],
          });
          const place = 2 + (at % (length - 2));
          const slip = right.slice(0, place) + other + right.slice(place + 1);
          // A weight of 2 does not tell 0 from 5; no sum tells a digit from itself.
          if (check(slip)) return;
          const { packages } = read(`where is ${of(slip)}`);
          // What looks like a carrier's and nothing else is asked for all the same: the shop knows better.
          const slipped = carrier === "UPS" ? [[of(slip), null]] : [];
          assert.deepEqual(packages, slipped);
        }),
      );
    });
  }

  it("of the post are package numbers in any country, and name no carrier where a digit is changed", () => {
    const item = fc.tuple(fc.stringMatching(/^[A-Z]{2}$/), fc.stringMatching(/^\d{8}$/));
    fc.assert(
      fc.property(item, fc.constantFrom("CN", "US", "GB", "BR"), ([kind, digits], country) => {
        const all = [..."0123456789"].map((last) => `${kind}${digits}${last}${country}`);
        const right = all.filter(s10Mod11);
        assert.equal(right.length, 1);
        for (const number of all) {
          const { orders, packages } = read(`where is ${number}`);
          const [[found, carrier] = []] = packages;
          assert.deepEqual([orders, found, carrier === null], [[], number, number !== right[0]]);
        }
      }),
    );
  });

  it("have the check digits that carriers publish or a hand computes", () => {
    const right: [CheckDigit, string][] = [
      [mod10Of12, "999AA10123456784"],
      [mod10Of31, "4006381333931"],
      [mod7, "1234567891"],
      [fedexMod11, "000000000011"],
      [s10Mod11, "RR473124829GB"],
      [mod37Of36, "A12425GABC1234002M"],
    ];
    for (const [check, number] of right) {
      assert(check(number), number);
      const others = [...number].map((character, at) => {
        const other = /\d/.test(character) ? (Number(character) + 1) % 10 : character;
        return number.slice(0, at) + other + number.slice(at + 1);
      });
      for (const other of others) assert(other === number || !check(other), other);
    }
  });
});

const named: [utterance: string, number: string, carrier: string | null][] = [
  ["SF1402938471234", "SF1402938471234", "SF Express"],
  ["YT8812004567123", "YT8812004567123", "YTO Express"],
  ["YT8812004567123456", "YT8812004567123456", "YunExpress"],
  ["JD0099881234567", "JD0099881234567", "JD Logistics"],
  ["TBA330912345678", "TBA330912345678", "Amazon"],
  ["UPS11012", "UPS11012", "UPS"],
  ["LP00123456789012", "LP00123456789012", "Cainiao"],
  ["3SABCD0123456", "3SABCD0123456", "PostNL"],
  ["中通78901234567890到哪了", "78901234567890", "ZTO Express"],
  ["顺丰的，单号 402938471234", "402938471234", "SF Express"],
  ["FedEx tracking number 402938471234", "402938471234", "FedEx"],
  ["运单号 7730012288", "7730012288", null],
  ["JJD0003000123456", "JJD0003000123456", "DHL"],
  ["00340434123456789012", "00340434123456789012", "DHL"],
  ["6A12345678901", "6A12345678901", "Colissimo"],
  ["Z1234567890", "Z1234567890", "Packeta"],
  ["20450123456789", "20450123456789", "Nova Poshta"],
  ["D12345678", "D12345678", "DTDC"],
];

describe("carriers", () => {
  for (const [utterance, number, carrier] of named) {
    it(`reads ${carrier ?? "none"} in: ${utterance}`, () => {
      assert.deepEqual(read(utterance), { orders: [], packages: [[number, carrier]] });
    });
  }

  it("are not believed of bare digits that an order may have as well", () => {
    for (const digits of ["402938471234", "3318810025", "78901234567890", "20240318123456"]) {
      assert.deepEqual(read(digits), { orders: [digits], packages: [] });
    }
  });
});
