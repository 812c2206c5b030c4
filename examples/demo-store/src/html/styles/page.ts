/**
 * What all pages share. Text stands out from its ground with 4.5:1 or more; the chat takes the
 * shop's color through `--meetbot-accent`.
 */
export const pageStyles = `:root {
  color-scheme: light dark;
  --ink: #2b2622;
  --quiet: #6a6058;
  --paper: #fffdf9;
  --raised: #ffffff;
  --shade: #f6f0e6;
  --line: #e4dac9;
  --edge: #8f8376;
  --lantern: #a8321d;
  --lantern-deep: #8a2716;
  --on-lantern: #ffffff;
  --meetbot-accent: #a8321d;
  --serif: ui-serif, "Iowan Old Style", Georgia, "Songti SC", "Noto Serif CJK SC", "Noto Serif SC", serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #f2eae0;
    --quiet: #b9ada0;
    --paper: #191614;
    --raised: #221e1a;
    --shade: #2a2520;
    --line: #3d362f;
    --edge: #8f8376;
    --lantern: #ff9477;
    --lantern-deep: #ffb19b;
    --on-lantern: #2a0e06;
    --meetbot-accent: #c8452c;
  }
}
* {
  box-sizing: border-box;
}
html {
  scroll-padding-top: 1rem;
  -webkit-text-size-adjust: 100%;
}
body {
  margin: 0;
  color: var(--ink);
  background: var(--paper);
  font: 1rem/1.55 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  overflow-wrap: anywhere;
}
header,
main,
footer {
  width: min(71rem, 100% - 2 * clamp(1rem, 4vw, 2.5rem));
  margin: auto;
  padding: 0.75rem 0;
}
header {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1.5rem;
  align-items: center;
  justify-content: space-between;
}
.brand {
  display: flex;
  gap: 0.6rem;
  align-items: center;
  color: var(--ink);
  font: 600 1.125rem/1.3 var(--serif);
  text-decoration: none;
}
.brand img {
  border-radius: 50%;
}
nav,
.who {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1.25rem;
  align-items: center;
}
nav {
  font-size: 0.9375rem;
}
nav a {
  display: inline-block;
  padding: 0.35rem 0;
}
.who {
  gap: 0.25rem 0.75rem;
}
main {
  padding-bottom: 2rem;
}
h1,
h2 {
  font-family: var(--serif);
  font-weight: 600;
  line-height: 1.2;
  text-wrap: balance;
}
h1 {
  margin: clamp(1rem, 4vw, 2.5rem) 0 0.5rem;
  font-size: clamp(1.75rem, 1.2rem + 2.6vw, 2.75rem);
  letter-spacing: -0.01em;
}
h2 {
  margin: 2rem 0 0.75rem;
  font-size: 1.3rem;
}
a {
  color: var(--lantern);
  text-underline-offset: 0.2em;
  text-decoration-thickness: 1px;
}
a:hover {
  color: var(--lantern-deep);
  text-decoration-thickness: 2px;
}
:focus-visible {
  outline: 3px solid var(--lantern);
  outline-offset: 2px;
}
.lead {
  max-width: 44rem;
  margin: 0 0 1.5rem;
  color: var(--quiet);
  font-size: 1.125rem;
}
.digits {
  margin: 1rem 0;
  font: 700 2.5rem/1.2 ui-monospace, Menlo, Consolas, monospace;
  letter-spacing: 0.15em;
}
.quiet {
  color: var(--quiet);
  font-size: 0.875rem;
}
.price {
  font-weight: 600;
  font-variant-numeric: tabular-nums;
}
button,
.button,
input,
select {
  min-height: 2.75rem;
  padding: 0.5rem 1rem;
  color: var(--ink);
  background: var(--raised);
  border: 1px solid var(--edge);
  border-radius: 0.6rem;
  font: inherit;
}
button,
.button {
  display: inline-block;
  color: var(--lantern);
  font-weight: 600;
  font-size: 0.9375rem;
  text-decoration: none;
  cursor: pointer;
}
button:hover,
.button:hover {
  border-color: var(--lantern);
  background: var(--shade);
}
.strong {
  color: var(--on-lantern);
  background: var(--lantern);
  border-color: transparent;
}
.strong:hover {
  color: var(--on-lantern);
  background: var(--lantern-deep);
}
.plain {
  padding: 0.35rem 0;
  min-height: 0;
  background: none;
  border: 0;
  font-weight: 400;
  text-decoration: underline;
  text-decoration-thickness: 1px;
  text-underline-offset: 0.2em;
}
.plain:hover {
  background: none;
  text-decoration-thickness: 2px;
}
.note {
  margin-block: 1rem;
}
.note,
.panel {
  padding: 1rem 1.25rem;
  background: var(--shade);
  border-radius: 1rem;
}
.panel > :first-child {
  margin-top: 0;
}
.panel > :last-child {
  margin-bottom: 0;
}
ul {
  margin: 0;
  padding: 0;
  list-style: none;
}
pre {
  padding: 0.75rem;
  background: var(--raised);
  border: 1px solid var(--line);
  border-radius: 0.6rem;
  font-size: 0.8125rem;
  white-space: pre-wrap;
}
pre code {
  user-select: all;
}
pre span {
  display: inline-block;
}
address {
  font-style: normal;
}
footer {
  padding-block: 1.25rem max(6rem, 96px); /* the chat's launcher covers nothing at the end */
  color: var(--quiet);
  border-top: 1px solid var(--line);
  font-size: 0.875rem;
}
`;
