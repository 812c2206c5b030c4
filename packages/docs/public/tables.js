// A table that is wider than its page is scrolled, by keys too.
function markWideTables() {
  for (const table of document.querySelectorAll(".sl-markdown-content table")) {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
    else table.removeAttribute("tabindex");
  }
}

markWideTables();
addEventListener("resize", markWideTables);
