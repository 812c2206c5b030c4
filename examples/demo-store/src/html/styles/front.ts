/** The front page and the page of a product. */
export const frontStyles = `.try {
  display: grid;
  gap: 1.25rem 2rem;
}
.try > div {
  display: grid;
  gap: 0.75rem;
  align-content: center;
  justify-items: start;
}
.try p,
.try h2 {
  margin: 0;
}
.sentences {
  display: flex;
  flex-direction: column;
  gap: 0.5rem;
  align-items: end;
}
.sentences li {
  max-width: 100%;
}
.sentences code,
.ask code {
  user-select: all;
}
.say {
  min-height: 2.5rem;
  padding: 0.4rem 0.9rem;
  color: var(--on-lantern);
  background: var(--lantern);
  border-color: transparent;
  border-radius: 1.1rem 1.1rem 0.3rem 1.1rem;
  font-weight: 400;
  font-size: 1rem;
  text-align: start;
}
.say:hover {
  background: var(--lantern-deep);
}
.ask {
  display: grid;
  gap: 0.6rem;
  justify-items: start;
}
.ask p {
  margin: 0;
}
@media (max-width: 47.99rem) {
  .sentences {
    align-items: start;
    padding-inline-end: 2.75rem;
  }
  .sentences .say {
    border-radius: 1.1rem 1.1rem 1.1rem 0.3rem;
  }
}
@media (min-width: 48rem) {
  .try {
    grid-template-columns: 1fr 1fr;
    padding: 1.75rem 2rem;
  }
}
.front {
  display: grid;
  gap: 0 2.5rem;
}
@media (min-width: 60rem) {
  .front {
    grid-template-columns: 1fr 20rem;
    align-items: start;
  }
}
aside {
  display: grid;
  gap: 1.25rem;
  margin-top: 2rem;
}
.products {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(10.5rem, 44%), 1fr));
  gap: 1.5rem 1.25rem;
}
.products a {
  display: block;
  color: inherit;
  text-decoration: none;
}
.products span {
  display: block;
}
.products .title {
  margin-top: 0.6rem;
  font-weight: 600;
  line-height: 1.3;
}
.products .title span,
.products .quiet span {
  display: inline;
}
.products a:hover .title {
  color: var(--lantern);
  text-decoration: underline;
  text-underline-offset: 0.2em;
}
.products img,
.product img {
  display: block;
  width: 100%;
  height: auto;
  aspect-ratio: 1;
  border-radius: 1rem;
}
@media (prefers-color-scheme: dark) {
  main img {
    filter: brightness(0.88);
  }
}
.products a:hover img {
  filter: none;
}
.shoppers button {
  min-height: 2.25rem;
  padding: 0.25rem 0.75rem;
}
.shoppers li {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem 1rem;
  align-items: center;
  justify-content: space-between;
  padding: 0.75rem 0;
  border-top: 1px solid var(--line);
}
.shoppers li:last-child {
  padding-bottom: 0;
}
summary {
  color: var(--lantern);
  font-weight: 600;
  cursor: pointer;
}
.product {
  display: grid;
  gap: 1.5rem 3rem;
  margin-top: 1.5rem;
}
@media (min-width: 40rem) {
  .product {
    grid-template-columns: minmax(0, 24rem) minmax(0, 26rem);
    align-items: start;
  }
}
.product .lead {
  margin: 0;
}
.product .price {
  margin: 0.25rem 0 1.25rem;
  font-size: 1.5rem;
}
.fields {
  display: grid;
  gap: 1rem;
}
.fields input,
.fields select {
  display: block;
  margin-top: 0.3rem;
}
.fields input {
  width: 100%;
}
.fields select {
  min-width: 5rem;
}
`;
