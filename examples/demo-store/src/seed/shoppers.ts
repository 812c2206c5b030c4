import { emmaJohnson } from "./shoppers/emma-johnson.ts";
import { jamesObrien } from "./shoppers/james-obrien.ts";
import { kenSato } from "./shoppers/ken-sato.ts";
import { liWei } from "./shoppers/li-wei.ts";
import { noahSmith } from "./shoppers/noah-smith.ts";
import type { SeedShopper } from "./shoppers/seed-shopper.ts";
import { wangFang } from "./shoppers/wang-fang.ts";
import { yiliaChen } from "./shoppers/yilia-chen.ts";

/** Everybody the shop knows when it opens, with all they ever ordered. */
export const shoppers: readonly SeedShopper[] = [
  yiliaChen,
  wangFang,
  liWei,
  emmaJohnson,
  jamesObrien,
  kenSato,
  noahSmith,
];
