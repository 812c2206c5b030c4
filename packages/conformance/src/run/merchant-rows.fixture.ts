/** An order as a shop's database has it. */
export interface OrderRow {
  id: number;
  number: string;
  email: string;
  state: "open" | "unpaid" | "past";
  placed: number;
  cents: number;
  name: string;
}

export interface PackageRow {
  id: number;
  number: string;
  order_number: string;
  tracking: string;
}

/** Has every letter and sign that careless comparisons lose. */
export const ada = "kirsten.olsen-smith@shop-mail.example";

export const bob = "otto@shop-mail.example";

/** Between two orders; three of them were placed at one moment. */
const placedAt = (at: number) => 1_763_000_000 - Math.floor(at / 3) * 86_400;

function ordersOf(
  email: string,
  name: string,
  firstId: number,
  counts: Readonly<Record<OrderRow["state"], number>>,
): OrderRow[] {
  const states = (["open", "unpaid", "past"] as const).flatMap((state) =>
    Array.from({ length: counts[state] }, () => state),
  );
  return states.map((state, at) => {
    const id = firstId + at;
    const number = at === 1 ? `42000000${id}` : `LX-${20_400 + id * 7}-Q${id}`;
    return { id, number, email, state, placed: placedAt(at), cents: 1_999 + id * 250, name };
  });
}

/** As a shop with some customers has it: the ids of the first rows are small, as ids are. */
export function rowsOf(counts: Readonly<Record<OrderRow["state"], number>>) {
  const others = Math.max(100, counts.open + counts.unpaid + counts.past);
  const orders = [
    ...ordersOf(ada, "Kirsten Olsen-Smith", 1, counts),
    ...ordersOf(bob, "Otto Okafor", others + 1, { open: 4, unpaid: 1, past: 2 }),
    ...ordersOf("mia@other.example", "Mia Moser", others + 101, { open: 6, unpaid: 2, past: 4 }),
  ];
  const packages = orders.flatMap(({ id, number }): PackageRow[] => {
    const count = id % 3;
    return Array.from({ length: count }, (_, at) => ({
      id: id * 3 + at,
      number: `P${id}X${at + 1}-77`,
      order_number: number,
      tracking: `1Z999AA10${1_000_000 + id * 10 + at}`,
    }));
  });
  return { orders, packages };
}

/** The same orders, of which the first has seven packages. */
export function withManyPackages(rows: ReturnType<typeof rowsOf>): ReturnType<typeof rowsOf> {
  const order_number = rows.orders[0]!.number;
  const more = Array.from({ length: 6 }, (_, at): PackageRow => {
    return { id: 2_000 + at, number: `PM${at + 1}-77`, order_number, tracking: `1Z777AA20${at}` };
  });
  return { ...rows, packages: [...rows.packages, ...more] };
}

export const merchantRows = rowsOf({ open: 14, unpaid: 3, past: 8 });
