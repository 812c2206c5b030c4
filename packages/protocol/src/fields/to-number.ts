/** The number that a text of a form stands for: shops write numbers as texts too. Else the value. */
export function toNumber(value: unknown, form: RegExp): unknown {
  return typeof value === "string" && form.test(value) ? Number(value) : value;
}
