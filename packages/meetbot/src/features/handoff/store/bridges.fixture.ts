/** A desk that is a mailbox. */
export const mailbox = {
  kind: "email" as const,
  shown: "h…@shop.example",
  secrets: { email: "help@shop.example" },
  locale: "en" as const,
  withNumbers: false,
  isOn: true,
};
