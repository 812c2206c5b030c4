/** The account page and the page of an order. */
export const orderStyles = `.orders li {
  display: grid;
  grid-template: "pictures what status price steps" / auto 1fr 10rem 8rem 14rem;
  gap: 0.25rem 1rem;
  align-items: center;
  padding: 0.9rem 0;
  border-top: 1px solid var(--line);
}
.orders .pictures {
  grid-area: pictures;
  width: 3.5rem;
}
.orders .pictures img {
  display: none;
  width: 3.5rem;
  height: 3.5rem;
  border-radius: 0.75rem;
}
.orders .pictures img:first-child {
  display: block;
}
.orders .what {
  grid-area: what;
}
.orders .what a {
  display: block;
  white-space: nowrap;
  font-weight: 600;
}
.orders .status {
  grid-area: status;
  justify-self: start;
}
.orders .price {
  grid-area: price;
  text-align: right;
}
.orders .steps {
  grid-area: steps;
}
.orders .steps button {
  white-space: nowrap;
  min-height: 2.25rem;
  padding: 0.25rem 0.75rem;
}
@media (max-width: 52rem) {
  .orders li {
    grid-template: "pictures what what" auto "pictures status price" auto "pictures steps steps" auto / auto 1fr auto;
  }
  .orders .pictures {
    align-self: start;
  }
  .orders .steps {
    gap: 0.25rem 0.5rem;
    margin-top: 0.4rem;
  }
}
@media (max-width: 22rem) {
  .orders li {
    grid-template: "pictures what" auto "pictures status" auto "pictures price" auto "pictures steps" auto / auto 1fr;
  }
  .orders .price {
    text-align: left;
  }
}
.status {
  display: inline-block;
  padding: 0.1rem 0.6rem;
  color: var(--quiet);
  background: var(--shade);
  border-radius: 1rem;
  font-size: 0.8125rem;
  font-weight: 600;
  white-space: nowrap;
}
.status[data-status="unpaid"] {
  color: light-dark(#7a4a00, #f5c56b);
  background: light-dark(#fdf0d5, #3d2f12);
}
.status[data-status="processing"],
.status[data-status="shipped"] {
  color: light-dark(#1f4f8a, #9cc6ff);
  background: light-dark(#e6f0fb, #1c2c40);
}
.status[data-status="delivered"] {
  color: light-dark(#12693c, #7edba6);
  background: light-dark(#e4f5eb, #15382a);
}
.steps {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem 0.75rem;
  align-items: center;
}
.steps .plain {
  padding-inline: 0.25rem;
}
.state,
.over {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem 0.75rem;
  align-items: center;
}
.over {
  margin: 1.5rem 0;
  padding-top: 1.5rem;
  border-top: 1px solid var(--line);
}
.order {
  display: grid;
  gap: 0 3rem;
}
@media (min-width: 48rem) {
  .order {
    grid-template-columns: 3fr 2fr;
  }
}
.packages li {
  padding: 0.75rem 0;
  border-top: 1px solid var(--line);
}
table {
  width: 100%;
  border-collapse: collapse;
}
td {
  padding: 0.6rem 0.5rem 0.6rem 0;
  border-top: 1px solid var(--line);
  vertical-align: top;
}
td:last-child {
  padding-right: 0;
  font-variant-numeric: tabular-nums;
  text-align: right;
  white-space: nowrap;
}
tbody + tbody td {
  color: var(--quiet);
  padding-block: 0.35rem;
  border: 0;
}
tbody + tbody tr:first-child td {
  border-top: 1px solid var(--line);
}
tfoot {
  font-weight: 600;
  font-size: 1.125rem;
}
`;
