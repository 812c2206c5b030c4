// What is wider than the page is scrolled: by keys too, and with a name for who hears the page.

function markWideTables() {
  for (const table of document.querySelectorAll(".sl-markdown-content table")) {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
    else table.removeAttribute("tabindex");
  }
}

/** What colors the code makes a region of a block that is too wide, without a name. */
function nameWideCode() {
  const word = document.documentElement.lang.startsWith("zh") ? "代码" : "Code";
  for (const [index, code] of document.querySelectorAll(".expressive-code pre").entries()) {
    if (code.role === "region") code.ariaLabel = `${word} ${index + 1}`;
    else code.removeAttribute("aria-label");
  }
}

markWideTables();
addEventListener("resize", markWideTables);
const content = document.querySelector(".sl-markdown-content");
if (content) {
  const changes = { subtree: true, attributes: true, attributeFilter: ["role"] };
  new MutationObserver(nameWideCode).observe(content, changes);
}
