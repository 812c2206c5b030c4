// Runs before anything is drawn, so that a console kept dark does not flash light first.
{
  let chosen = null;
  try {
    chosen = localStorage.getItem("meetbot-scheme");
  } catch {}
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const scheme = chosen === "dark" || chosen === "light" ? chosen : isDark ? "dark" : "light";
  document.documentElement.setAttribute("data-mantine-color-scheme", scheme);
}
