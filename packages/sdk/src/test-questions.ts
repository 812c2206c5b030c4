import type { Query } from "@meetbot/protocol";

const envelope = { id: "test_1", pageId: "1" };
const pagination = { page: 1, limit: 3 };
const orderNumber = "MB7K2Q9XW4TP";

/** One question of each kind. Put your own accounts and numbers in: `{ ...testQuestions.ordersByNumber, orderNumber }`. */
export const testQuestions = {
  test: { method: "test", ...envelope, testToken: "12345" },
  ordersByAccount: {
    method: "orders",
    ...envelope,
    userAccount: "yilia@meetbot.biz",
    filter: "open",
    pagination,
  },
  ordersByNumber: { method: "orders", ...envelope, orderNumber },
  packagesByOrder: { method: "packages", ...envelope, orderNumber, pagination },
  packagesByNumber: {
    method: "packages",
    ...envelope,
    packageNumber: `${orderNumber}-1`,
    pagination,
  },
} as const satisfies Record<string, Query>;
