/**
 * Statuses of packages as shops write them, and what every surface says of a day that is past: each
 * surface runs all of them.
 */
export interface StatusCase {
  status: string;
  /** The words that the customer sees, in lower case where the language has it. */
  told: { en: string; zh: string };
  /** Whether the package's date is shown as the day it came, the day it was to come, just as a date, or not at all. */
  day: "came" | "was to come" | "a date" | "none";
}

/** The package's day; the day on which the customer sees it; and the text for each reading of the day. */
export const caseDay = "2026-12-03";
export const caseToday = "2026-12-05";
export const daysTold = {
  en: {
    came: "Delivered Dec 3, 2026",
    "was to come": "Was expected Dec 3, 2026",
    "a date": "Delivery date Dec 3, 2026",
    none: undefined,
  },
  zh: {
    came: "2026年12月3日 已送达",
    "was to come": "原预计 2026年12月3日 送达",
    "a date": "送达日期 2026年12月3日",
    none: undefined,
  },
} as const;

const told = (en: string, zh: string) => ({ en, zh });
const asWritten = (status: string): StatusCase => ({
  status,
  told: told(status, status),
  day: "a date",
});

export const statusCases: readonly StatusCase[] = [
  { status: "Delivered", told: told("delivered", "已签收"), day: "came" },
  { status: "DELIVERED", told: told("delivered", "已签收"), day: "came" },
  { status: "Successfully delivered", told: told("successfully delivered", "已签收"), day: "came" },
  { status: "已签收", told: told("delivered", "已签收"), day: "came" },
  { status: "妥投", told: told("delivered", "妥投"), day: "came" },
  { status: "Shipped", told: told("shipped", "已发货"), day: "was to come" },
  { status: "In transit", told: told("in transit", "运输中"), day: "was to come" },
  { status: "IN_TRANSIT", told: told("on its way", "运输中"), day: "was to come" },
  {
    status: "OutForDelivery",
    told: told("out for delivery", "派送中"),
    day: "was to come",
  },
  { status: "派件中", told: told("out for delivery", "派件中"), day: "was to come" },
  { status: "Delayed", told: told("delayed", "运输延误"), day: "was to come" },
  { status: "待取件", told: told("ready for pickup", "待取件"), day: "none" },
  { status: "Not delivered", told: told("not delivered", "未送达"), day: "a date" },
  { status: "Not_Delivered", told: told("not delivered", "未送达"), day: "a date" },
  { status: "Undelivered", told: told("undelivered", "未送达"), day: "a date" },
  {
    status: "Could not be delivered",
    told: told("could not be delivered", "未送达"),
    day: "a date",
  },
  { status: "Delivery failed", told: told("delivery failed", "派送失败"), day: "a date" },
  { status: "未签收", told: told("not delivered", "未签收"), day: "a date" },
  { status: "未送达", told: told("not delivered", "未送达"), day: "a date" },
  { status: "派送失败", told: told("delivery failed", "派送失败"), day: "a date" },
  { status: "Returned to sender", told: told("returned to sender", "已退回"), day: "a date" },
  ...[
    ...["to be delivered", "will be delivered tomorrow", "never delivered", "Delivered?"],
    ...[
      "Delivered to carrier",
      "partly delivered",
      "2 of 3 delivered",
      "delivered to locker, wait",
    ],
    ...[
      "delivery attempted",
      "being delivered",
      "预计明日签收",
      "等待签收",
      "签收失败",
      "拒收",
      "部分签收",
    ],
    ...["Held at customs", "constructor", "__proto__"],
  ].map(asWritten),
];
