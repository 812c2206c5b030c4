/** How the pages look, on a phone as on a desk. One file, so that no page needs a style of its own. */
export const stylesheet = `:root {
  color-scheme: light;
  --ink: #2b2622;
  --paper: #fffdf9;
  --shade: #f4efe6;
  --line: #ddd3c3;
  --lantern: #a8321d;
}
* {
  box-sizing: border-box;
}
body {
  margin: 0;
  color: var(--ink);
  background: var(--paper);
  font: 1rem/1.5 system-ui, sans-serif;
}
header,
main {
  max-width: 44rem;
  margin: auto;
  padding: 0.75rem 1rem;
}
header,
nav {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem 1rem;
  align-items: center;
}
nav {
  margin-left: auto;
}
header {
  border-bottom: 1px solid var(--line);
}
header > a {
  font-weight: 600;
}
h1 {
  margin: 1rem 0;
  font-size: 1.75rem;
  line-height: 1.2;
  overflow-wrap: anywhere;
}
h2 {
  margin: 2rem 0 0.5rem;
  font-size: 1.2rem;
}
a {
  color: var(--lantern);
}
small {
  color: #665d54;
  overflow-wrap: anywhere;
}
button {
  padding: 0.4rem 0.8rem;
  color: var(--lantern);
  background: var(--paper);
  border: 1px solid currentcolor;
  border-radius: 0.4rem;
  font: inherit;
  cursor: pointer;
}
button:hover {
  background: var(--shade);
}
.note {
  padding: 0.5rem 0.75rem;
  background: var(--shade);
  border-left: 0.25rem solid var(--lantern);
}
.shoppers {
  margin: 0;
  padding: 0;
  list-style: none;
}
.shoppers li {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1rem;
  align-items: center;
  justify-content: space-between;
  padding: 0.6rem 0;
  border-top: 1px solid var(--line);
}
pre {
  padding: 0.75rem;
  background: var(--shade);
  border-radius: 0.4rem;
  overflow-wrap: anywhere;
  white-space: pre-wrap;
}
pre code {
  user-select: all;
}
pre span {
  display: inline-block;
}
address {
  margin-bottom: 2rem;
  font-style: normal;
}
table {
  width: 100%;
  border-collapse: collapse;
}
th,
td {
  padding: 0.5rem 0.5rem 0.5rem 0;
  border-top: 1px solid var(--line);
  text-align: left;
  vertical-align: top;
}
tfoot {
  font-weight: 600;
}
th:last-child,
td:last-child {
  padding-right: 0;
  text-align: right;
  white-space: nowrap;
}
@media (max-width: 30rem) {
  .orders thead {
    display: none;
  }
  .orders tr {
    display: grid;
    grid-template: "number total" "date status" / 1fr auto;
    padding: 0.5rem 0;
    border-top: 1px solid var(--line);
  }
  .orders td {
    padding: 0;
    border: 0;
  }
  .orders td:nth-child(3) {
    grid-area: status;
    text-align: right;
  }
  .orders td:nth-child(4) {
    grid-area: total;
  }
}
`;
